using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Seals;
using Klynge.CompiledModel;
using Klynge.Functions.Graph;
using Klynge.Functions.Invocations;
using Klynge.Functions.Jobs;
using Klynge.Microsoft365;
using Klynge.Teams.Hosting;
using Klynge.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Klynge.Functions.Hosting;

/// <summary>The isolated worker: the Functions host starts it, and tells it over gRPC which function to run.</summary>
internal static class WorkerHost
{
    private const int BadSettings = 2;

    /// <summary>The Functions host asks the worker to end and kills it after five seconds; what is left is for sending the last telemetry.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(4);

    internal static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            using var host = Build(arguments);
            await host.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is SettingMissingException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return BadSettings;
        }
    }

    private static IHost Build(string[] arguments)
    {
        var builder = FunctionsApplication.CreateBuilder(arguments);
        builder.Configuration.AddOtherSettingNames();
        var settings = FunctionSettings.Read(builder.Configuration);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<InvocationGuard>();
        builder.Logging.AddHostLog();
        builder.Services.AddTelemetryExport(builder.Configuration, "klynge-functions", telemetry => telemetry.UseFunctionsWorkerDefaults());
        builder.Services.AddKlyngeApplication(settings.Application);
        builder.Services.AddSealer(builder.Configuration, isLocal: string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]));
        builder.Services.AddCompiledModel();
        builder.Services.UseClockAhead(builder.Configuration["Klynge:ClockAhead"], builder.Environment.IsDevelopment());
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge");
        AddMicrosoft365(builder, settings);
        AddInvocations(builder.Services);
        return builder.Build();
    }

    private static void AddMicrosoft365(FunctionsApplicationBuilder builder, FunctionSettings settings)
    {
        if (!Microsoft365Settings.Read(builder.Configuration, settings.Application.PublicUrl).TryGet(out var microsoft365, out var error))
            throw new SettingMissingException(error.Text);

        builder.Services.AddMicrosoft365(microsoft365);
        if (microsoft365.Mode == Microsoft365Mode.Off)
            builder.Services.AddSingleton<IFunctionMetadataTransformer, WithoutGraph>();
    }

    private static void AddInvocations(IServiceCollection services) => services
        .AddSingleton<Preparation>()
        .AddSingleton<JobInvocation>()
        .AddSingleton<RunningInvocations>()
        .AddHostedService(provider => provider.GetRequiredService<RunningInvocations>())
        .Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout)
        .Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
}
