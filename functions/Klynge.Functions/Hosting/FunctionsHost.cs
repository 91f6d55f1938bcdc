using System.Net;
using Klynge.Application;
using Klynge.Functions.Deadlines;
using Klynge.Functions.Documents;
using Klynge.Functions.Microsoft365;
using Klynge.Functions.Outbox;
using Klynge.Functions.Procedures;
using Klynge.Functions.Protocol;
using Klynge.Functions.Work;
using Klynge.Teams.Hosting;
using Microsoft.Extensions.Options;

namespace Klynge.Functions.Hosting;

/// <summary>The custom handler: a web server on loopback that the Functions host, and nobody else, calls.</summary>
internal static class FunctionsHost
{
    /// <summary>A queue's message has 64 KB at most, a notification of Graph far less than this.</summary>
    private const long LargestInvocation = 4 * 1024 * 1024;

    private const int BadSettings = 2;

    internal static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            await using var app = Build(arguments);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is SettingMissingException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return BadSettings;
        }
    }

    private static WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        var settings = FunctionSettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, settings.Port);
            server.Limits.MaxRequestBodySize = LargestInvocation;
            server.AddServerHeader = false;
        });
        builder.Logging.Services.AddSingleton<ILoggerProvider, InvocationLogs>();
        builder.Services.AddKlyngeApplication(settings.Application);
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge");
        AddFunctions(builder.Services);
        var app = builder.Build();
        app.MapPost("/{name}", (string name, HttpContext context, InvocationEndpoint endpoint) => endpoint.HandleAsync(name, context));
        return app;
    }

    private static void AddFunctions(IServiceCollection services) => services
        .AddSingleton<Preparation>()
        .AddSingleton<InvocationEndpoint>()
        .AddSingleton<IFunction, OutboxFunction>()
        .AddSingleton<IFunction, ProceduresFunction>()
        .AddSingleton<IFunction, DeadlinesFunction>()
        .AddSingleton<IFunction, DocumentsFunction>()
        .AddSingleton<IFunction, Microsoft365Function>()
        .AddSingleton<IFunction, WorkFunction>();
}
