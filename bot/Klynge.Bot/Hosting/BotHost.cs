using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Jobs;
using Klynge.Application.Outbox;
using Klynge.Bot.Calendar;
using Klynge.Bot.CommandLine;
using Klynge.Bot.Documents;
using Klynge.Bot.Security;
using Klynge.Bot.Simulation;
using Klynge.Bot.Telemetry;
using Klynge.Bot.Workbench;
using Klynge.BotBuilder;
using Klynge.Microsoft365;
using Klynge.Microsoft365.Notifications;
using Klynge.Microsoft365.Simulated;
using Klynge.Teams.Hosting;
using Klynge.Workspace;
using Klynge.Workspace.SignIn;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Hosting;

/// <summary>The bot itself: the web host with <c>/api/messages</c>, health, documents and, without a tenant, the workbench.</summary>
internal static partial class BotHost
{
    internal static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var builder = CreateBuilder(arguments);
        await using var graph = await builder.Configuration.StartFakeGraphAsync(cancellationToken);
        await using var app = Build(builder, graph, out var settings);
        await app.Services.PrepareDataAsync(cancellationToken);
        if (settings.IsLocal)
            await app.Services.PrepareLocalModeAsync(settings.PublicUrl, cancellationToken);

        if (graph is not null)
            await app.Services.GetRequiredService<SimulatedTenant>().FillAsync(cancellationToken);

        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new StartRefusedException(WhyNotListening(app.Configuration["urls"], exception), ExitCodes.Failed, exception);
        }
        catch (OptionsValidationException exception)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, exception.Failures), ExitCodes.BadInput, exception);
        }

        var url = new Uri(app.Urls.First());
        if (settings.IsLocal && url.Port != settings.PublicUrl.Port)
        {
            // Port 0 is settled only now; the outbox writes to the sample's chats at this address.
            await app.Services.PrepareLocalModeAsync(url, cancellationToken);
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }

    /// <summary>The host as it is started, but not yet started: for tests of what it maps, too.</summary>
    internal static WebApplication Build(string[] arguments, out KlyngeSettings settings) => Build(CreateBuilder(arguments), graph: null, out settings);

    private static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

        // A start that fails is said in one sentence by the command line; the host's own report of it is a page of English.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.AddRegistration();
        builder.AddLocalDefaults();
        RefuseHalfConfigured(builder);
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder, FakeGraph? graph, out KlyngeSettings settings)
    {
        settings = builder.AddKlynge(graph?.Url);
        builder.AddTelemetry();
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge");
        if (settings.Channel == ChannelDoor.BotBuilder)
            AddBotBuilder(builder.Services);

        builder.Services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        if (settings.RunsJobs)
            builder.Services.AddHostedService(provider => provider.GetRequiredService<JobHost>());

        builder.Services.Configure<TeamsBotOptions>(options => (options.TooManyRequests, options.TurnFailed) = (Texts.TooManyRequests, Texts.TurnFailed));
        builder.Services.AddAddressLimit(settings);
        builder.Services.AddSingleton<WebhookLimit>();
        builder.Services.AddKlyngeHealth();
        builder.Services.AddWorkspace();
        if (settings.IsLocal)
            builder.Services.AddLocalMode();
        else
            builder.Services.AddWorkspaceSignIn(WorkspaceSettings.Read(builder.Configuration, settings.PublicUrl));

        if (graph is not null)
            builder.Services.AddSimulation(graph);

        // Without a tenant the keys guard nothing: sessions there are none, and the stand-in's upload addresses are forgotten with it.
        if (settings.IsLocal || graph is not null)
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        builder.Services.AddKeysInDatabase();
        var app = builder.Build();
        app.UseSecurityHeaders(settings.IsLocal);
        app.UseStorageAway();
        app.UseRateLimiter();
        if (!settings.IsLocal)
            app.UsePublicAddress(settings.PublicUrl);

        app.UseAuthentication();
        app.UseAuthorization();
        app.MapTeamsBot("/api/messages").DisableRateLimiting();
        app.MapKlyngeHealth();
        app.MapCalendars(settings.IsLocal);
        if (app.Services.GetRequiredService<Microsoft365Settings>().Mode != Microsoft365Mode.Off)
            app.MapGraphWebhook().DisableRateLimiting().AddEndpointFilter(app.Services.GetRequiredService<WebhookLimit>());

        if (settings.IsLocal)
            app.MapWorkbench();

        app.MapWorkspace(settings.IsLocal ? LocalMode.Workspace : new WorkspaceHost(WorkspaceHost.Teams) { MapSignIn = SignInEndpoints.Map });
        app.MapDocuments(settings.IsLocal);

        return app;
    }

    /// <summary>Apart, so that nothing of the SDK is loaded where it is not asked for: the runtime loads what a method names when it compiles it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddBotBuilder(IServiceCollection services) => services.AddBotBuilder();

    /// <summary>One sentence with the address, for the three things that go wrong: taken, not allowed, not of this machine.</summary>
    private static string WhyNotListening(string? urls, Exception exception)
    {
        var address = (urls ?? KlyngeSettings.DefaultUrl).Replace(";", " og ", StringComparison.Ordinal);
        return (exception.GetBaseException() as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"Botten kan ikke lytte på {address}, for et andet program bruger porten: stop det, eller vælg en anden port med --urls.",
            SocketError.AccessDenied => $"Botten må ikke lytte på {address}: vælg en port over 1023 med --urls.",
            SocketError.AddressNotAvailable => $"Botten kan ikke lytte på {address}, for maskinen har ikke den adresse: vælg en anden med --urls.",
            _ => $"Botten kan ikke lytte på {address} ({exception.GetBaseException().Message}): vælg en anden adresse med --urls.",
        };
    }

    private static void RefuseHalfConfigured(WebApplicationBuilder builder)
    {
        // Which of two values is meant decides what else is missing.
        var problems = OtherSettingNames.Contradictions(builder.Configuration).ToList();
        if (problems.Count == 0)
            problems = [.. SettingChecks.Missing(builder.Configuration, builder.Environment.IsDevelopment()), .. SettingChecks.Unreadable(builder.Configuration)];
        if (problems.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, problems), ExitCodes.BadInput);
    }

    private static void Announce(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            Console.Out.WriteLine(StartBlock.Describe(app.Services, app.Urls));
        else
            LogReady(app.Logger, typeof(BotHost).Assembly.GetName().Version, app.Services.GetRequiredService<KlyngeSettings>().DatabaseName);
    }

    [LoggerMessage(LogLevel.Information, "Klynge.Bot {Version} is ready, on {Database}")]
    private static partial void LogReady(ILogger logger, Version? version, string database);
}
