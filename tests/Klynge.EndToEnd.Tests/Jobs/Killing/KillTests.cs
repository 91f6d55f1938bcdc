using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Data.Migrations;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.WrittenProcedures;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Klynge.EndToEnd.Tests.Jobs.Killing;

/// <summary>
/// Two bots and two function apps on one PostgreSQL, one of them killed every few seconds for a third of a minute (a whole one with
/// <c>KLYNGE_EVERY_KILL=1</c>), while it turns eight on a Wednesday: 500 deadlines have a reminder due, 200 written procedures close and 50 open.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("KLYNGE_EVERY_KILL") == "1";
    private static readonly TimeSpan KillsFor = IsWhole ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(20);
    private static readonly TimeSpan KillsEvery = TimeSpan.FromSeconds(4);

    /// <summary>In the midst of the kills, once the hosts have started.</summary>
    private static readonly Duration TurnsEightAfter = Duration.FromSeconds(IsWhole ? 60 : 30);

    /// <summary>A sender that was killed keeps its conversations to itself for two minutes.</summary>
    private static readonly TimeSpan ComesToRestWithin = TimeSpan.FromMinutes(6);

    /// <summary>Fifteen in a minute on a machine of one's own; fewer where the hosts need longer to come back than to be killed.</summary>
    private static readonly int LeastKills = IsWhole ? 4 : 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-kill-");
    private string _connectionString = null!;
    private NpgsqlDataSource _source = null!;
    private RecordingChannel _channel = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await PostgresServer.CreateAsync();
        _source = PostgresSource.Create(_connectionString);
        _channel = await RecordingChannel.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _source.DisposeAsync();
        await PostgresServer.DropAsync(_connectionString);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task KilledHosts_RemindOnce_OpenOnce_CloseOnce_AndMissNothing()
    {
        var eight = NextWednesdayAtEight();
        var ahead = eight - TurnsEightAfter - SystemClock.Instance.GetCurrentInstant();
        var due = new ManyDue(_channel.ServiceUrl, eight);
        await using (var db = Open())
        {
            await new Migrator(db, SystemClock.Instance).MigrateAsync(Ct);
            await due.StoreAsync(db);
        }

        var kills = await RunAsync(ahead, due);

        await using var result = Open();
        await AssertEachOnceAsync(result, "CloseDueProcedures", ManyDue.Forums * ManyDue.ProceduresOfAForum);
        await AssertEachOnceAsync(result, "OpenWrittenProcedure", ManyDue.Forums);
        Assert.Equal(0, await result.Set<Deadline>().CountAsync(deadline => deadline.NextReminderAt <= eight, Ct));
        AssertEachArrived(due.Reminders);
        AssertEachArrived(due.Results);
        AssertEachArrived(due.Openings);
        var repeats = _channel.Sent.GroupBy(message => message).Sum(same => same.Count() - 1);
        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {_channel.Sent.Count} messages, {repeats} of them repeats.");
        Assert.InRange(kills, LeastKills, 20);
        Assert.InRange(repeats, 0, kills);
    }

    /// <returns>How many times a host was killed.</returns>
    private async Task<int> RunAsync(Duration ahead, ManyDue due)
    {
        List<MortalHost> hosts = [NewBot("bot-1", ahead), NewBot("bot-2", ahead), NewFunctions("functions-1", ahead), NewFunctions("functions-2", ahead)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        try
        {
            await Task.WhenAll(hosts.Select(host => host.StartAsync()));
            var beating = Task.WhenAll(hosts.OfType<MortalFunctions>().Select(functions => functions.BeatAsync(stop.Token)));
            var kills = await KillAsync(hosts);
            await WaitUntilItRestsAsync(due);
            await stop.CancelAsync();
            await beating;
            return kills;
        }
        finally
        {
            await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
        }
    }

    private static async Task<int> KillAsync(List<MortalHost> hosts)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var pause = new PeriodicTimer(KillsEvery);
        var (kills, next) = (0, 0);
        while (await pause.WaitForNextTickAsync(Ct) && TimeProvider.System.GetElapsedTime(started) < KillsFor)
        {
            // The next one in turn that is up: on a busy machine the one before may still be starting.
            var victim = Enumerable.Range(next, hosts.Count).Select(index => hosts[index % hosts.Count]).FirstOrDefault(host => host.IsUp);
            if (victim is not null)
            {
                next = hosts.IndexOf(victim) + 1;
                await victim.KillAsync();
                kills++;
            }
        }

        return kills;
    }

    private async Task WaitUntilItRestsAsync(ManyDue due)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(ComesToRestWithin);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!await RestsAsync(due, patience.Token))
            await look.WaitForNextTickAsync(patience.Token);
    }

    private async Task<bool> RestsAsync(ManyDue due, CancellationToken cancellationToken)
    {
        await using var db = Open();
        return !await db.WrittenProcedures.AnyAsync(procedure => procedure.OpensAt != null || (procedure.Status == ProcedureStatus.Open && procedure.Deadline < due.LastClosing), cancellationToken)
            && !await db.Set<Deadline>().AnyAsync(deadline => deadline.NextReminderAt <= due.Eight, cancellationToken)
            && !await db.Outbox.AnyAsync(message => message.SentAt == null && message.GivenUpAt == null, cancellationToken);
    }

    /// <summary>By the audit log, which has a row for every closing or opening that did something.</summary>
    private static async Task AssertEachOnceAsync(KlyngeContext db, string useCase, int expected)
    {
        var done = await db.Audit
            .Where(entry => entry.UseCase == useCase && entry.Refusal == null)
            .GroupBy(entry => entry.SubjectId)
            .Select(one => one.Count())
            .ToListAsync(Ct);
        Assert.Equal(expected, done.Count);
        Assert.All(done, count => Assert.Equal(1, count));
    }

    private void AssertEachArrived(List<(string Conversation, string Title)> expected)
    {
        var arrived = _channel.Sent.ToLookup(message => message.Conversation, message => message.Body);
        Assert.All(expected, one => Assert.Contains(arrived[one.Conversation], body => body.Contains(one.Title, StringComparison.Ordinal)));
    }

    private MortalBot NewBot(string name, Duration ahead) => new(
        _folder.CreateSubdirectory(name),
        new() { ["ConnectionStrings__Klynge"] = _connectionString, ["Klynge__ClockAhead"] = Ahead(ahead), ["Logging__LogLevel__Default"] = "Warning" });

    private MortalFunctions NewFunctions(string name, Duration ahead) => new(
        _folder.CreateSubdirectory(name), _connectionString, new() { ["Klynge__ClockAhead"] = Ahead(ahead) });

    private static string Ahead(Duration ahead) => ahead.ToTimeSpan().ToString("c", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A Wednesday that is no holiday, so that people are reminded on it.</summary>
    private static Instant NextWednesdayAtEight()
    {
        var day = DanishTime.Today(SystemClock.Instance).Next(IsoDayOfWeek.Wednesday);
        while (!Workdays.IsWorkday(day) || !Workdays.IsWorkday(day.PlusDays(14)))
            day = day.PlusWeeks(1);

        return DanishTime.ToInstant(day, new LocalTime(8, 0));
    }

    private KlyngeContext Open() =>
        new((DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>().UseKlyngePostgres(_source).Options);
}
