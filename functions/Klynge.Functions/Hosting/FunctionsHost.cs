using System.Net;
using Klynge.Application;
using Klynge.Application.Data;
using Klynge.CompiledModel;
using Klynge.Functions.Deadlines;
using Klynge.Functions.Documents;
using Klynge.Functions.GraphLifecycle;
using Klynge.Functions.GraphNotifications;
using Klynge.Functions.Microsoft365;
using Klynge.Functions.Outbox;
using Klynge.Functions.Procedures;
using Klynge.Functions.Protocol;
using Klynge.Functions.Work;
using Klynge.Microsoft365;
using Klynge.Teams.Hosting;
using Klynge.Telemetry;
using Microsoft.Extensions.Logging.Console;
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
        AddLogging(builder.Logging);
        builder.Services.AddTelemetryExport(builder.Configuration, "klynge-functions");
        builder.Services.AddKlyngeApplication(settings.Application);
        builder.Services.AddCompiledModel();
        builder.Services.UseClockAhead(builder.Configuration["Klynge:ClockAhead"], builder.Environment.IsDevelopment());
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge");
        AddMicrosoft365(builder, settings);
        AddFunctions(builder.Services);
        var app = builder.Build();
        app.MapPost("/{name}", (string name, HttpContext context, InvocationEndpoint endpoint) => endpoint.HandleAsync(name, context));
        return app;
    }

    /// <summary>What belongs to an invocation goes back with its answer; the console is for what belongs to none.</summary>
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.Services.AddSingleton<ILoggerProvider, InvocationLogs>();
        logging
            .AddFilter<InvocationLogs>(category: null, LogLevel.Warning)
            .AddFilter<InvocationLogs>("Klynge", LogLevel.Debug)
            .AddFilter<ConsoleLoggerProvider>(category: null, LogLevel.Warning);
    }

    private static void AddMicrosoft365(WebApplicationBuilder builder, FunctionSettings settings)
    {
        if (!Microsoft365Settings.Read(builder.Configuration, settings.Application.PublicUrl).TryGet(out var microsoft365, out var error))
        {
            throw new SettingMissingException(error.Text);
        }

        builder.Services.AddMicrosoft365(microsoft365);
        if (microsoft365.Mode != Microsoft365Mode.Off)
        {
            builder.Services
                .AddSingleton<IFunction, GraphNotificationsFunction>()
                .AddSingleton<IFunction, GraphLifecycleFunction>();
        }
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
