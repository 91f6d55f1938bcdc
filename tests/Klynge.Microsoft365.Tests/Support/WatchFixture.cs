using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Invitations;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Microsoft365.Notifications;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Subscriptions;
using Klynge.Microsoft365.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Support;

/// <summary>
/// A host with the product's own services, a real database and its webhook on a port, before the stand-in. The meeting of
/// <see cref="BoardMeeting"/> is on the board and linked to its event, so Signe's calendar is to be watched.
/// </summary>
internal sealed class WatchFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-watch-").FullName;
    private WebApplication _app = null!;

    public MovableTime Time { get; } = new();

    public FakeGraph StandIn { get; private set; } = null!;

    public BoardMeeting Meeting { get; private set; } = null!;

    public CollectedLogs Logs { get; } = new();

    public IServiceProvider Services => _app.Services;

    public HttpClient Http { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False";

    public static async Task<WatchFixture> StartAsync()
    {
        var fixture = new WatchFixture();
        fixture.StandIn = await FakeGraph.StartAsync(0, fixture.Time, Ct);
        await fixture.StartHostAsync();
        await fixture.SeedAsync();
        return fixture;
    }

    public KlyngeContext Open() => Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContext();

    public Task SubscribeAsync() => RunAsync<SubscribeToCalendars>();

    public Task SyncAsync() => RunAsync<SyncCalendars>();

    public SimulatedSubscription Subscription() => Assert.Single(StandIn.Subscriptions.All);

    public CalendarWatch Watch()
    {
        using var db = Open();
        return db.CalendarWatches.AsNoTracking().Single();
    }

    public IReadOnlyList<CalendarInboxEntry> Inbox()
    {
        using var db = Open();
        return [.. db.CalendarInbox.AsNoTracking().OrderBy(entry => entry.Subject)];
    }

    public void EmptyInbox()
    {
        using var db = Open();
        db.CalendarInbox.ExecuteDelete();
    }

    /// <summary>Every file of the database, as text: for what must not stand in it.</summary>
    public string RawDatabase() => string.Concat(Directory.EnumerateFiles(_folder).Select(file => File.ReadAllText(file, System.Text.Encoding.Latin1)));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StandIn.DisposeAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(StandIn.Unexpected);
    }

    private Task RunAsync<TJob>()
        where TJob : IJob =>
        ActivatorUtilities.CreateInstance<TJob>(Services).RunAsync(new JobContext(Time.GetCurrentInstant(), Time.GetCurrentInstant()), Ct);

    private async Task StartHostAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Debug);
        var port = GraphFixture.FreePort();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Microsoft365", StandIn.Url.ToString())])
            .Build();
        builder.Services
            .AddSingleton(new ApplicationSettings(ConnectionString, _folder, new Uri($"http://127.0.0.1:{port}")))
            .AddKlyngeData(ConnectionString)
            .AddSingleton<IClock>(Time)
            .AddInvitations()
            .AddMicrosoft365(Microsoft365Settings.Read(configuration, new Uri($"http://127.0.0.1:{port}")).Value);
        _app = builder.Build();
        _app.MapGraphWebhook();
        await _app.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().MigrateAsync(Time, Ct);
        await _app.StartAsync(Ct);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    private async Task SeedAsync()
    {
        Meeting = BoardMeeting.Add(StandIn);
        Meeting.MoveTo(Time.GetCurrentInstant() + Duration.FromDays(20));
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" };
        var forum = new Forum { BoardId = board.Id, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = SampleRules.Plain };
        var time = new MeetingTime(DanishTime.Today(Time).PlusDays(20), new LocalTime(13, 0), new LocalTime(15, 0));
        var meeting = Domain.Meetings.Meeting.Schedule(forum.Id, time, "Teams", Time.GetCurrentInstant()).Value;
        await using var db = Open();
        db.AddRange(board, forum, meeting);
        await db.SaveChangesAsync(Ct);
        db.Add(new CalendarLink { MeetingId = meeting.Id, Mailbox = BoardMeeting.Signe.Id, EventId = Meeting.Event.Id });
        await db.SaveChangesAsync(Ct);
    }
}
