using Klynge.Application.Invitations;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>Notifications: once on disk at the least, and one effect at the most.</summary>
public abstract class CalendarInboxTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : CalendarInboxTests(TestStore.Sqlite);

    public sealed class OnPostgres() : CalendarInboxTests(TestStore.Postgres);

    private const string FailsInSqlite = """CREATE TRIGGER fails BEFORE DELETE ON "CalendarInbox" BEGIN SELECT RAISE(ABORT, 'killed'); END""";

    private const string FailsInPostgres =
        """CREATE TRIGGER fails BEFORE DELETE ON "CalendarInbox" FOR EACH ROW EXECUTE FUNCTION "RefuseChange"('killed')""";

    private CalendarBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await CalendarBench.CreateAsync(store: store);
        await _bench.LinkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_bench?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task NotificationsOfOneEvent_AreOneReading()
    {
        _bench.Outlook.Readings = 0;
        for (var burst = 0; burst < 20; burst++)
            await _bench.NotifyAsync([.. Enumerable.Repeat(_bench.Key, 50)]);

        await _bench.WorkOffAsync();

        Assert.Equal(1, _bench.Outlook.Readings);
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NewsThatCameDuringTheReading_AreReadAgain()
    {
        await _bench.NotifyAsync(_bench.Key);
        var taken = Assert.Single(await EntriesAsync());
        await _bench.NotifyAsync(_bench.Key);

        await _bench.Buttons.Get<ReadEvent>().HandleAsync(taken, CancellationToken.None);

        Assert.Equal(2, Assert.Single(await EntriesAsync()).Revision);
    }

    [Fact]
    public async Task Outage_KeepsTheNews_AndWaitsLongerEachTime()
    {
        _bench.Outlook.Outages = 3;
        await _bench.NotifyAsync(_bench.Key);

        await _bench.WorkOffAsync();
        var first = Assert.Single(await EntriesAsync());
        Assert.Equal((1, _bench.Now + Duration.FromSeconds(15)), (first.Attempts, first.DueAt));
        _bench.Board.Clock.Advance(Duration.FromSeconds(15));
        await _bench.WorkOffAsync();
        Assert.Equal(_bench.Now + Duration.FromSeconds(30), Assert.Single(await EntriesAsync()).DueAt);

        _bench.Outlook.Outages = 0;
        _bench.Board.Clock.Advance(Duration.FromSeconds(30));
        await _bench.WorkOffAsync();
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NewsThatCannotBeReadForAWeek_AreGivenUp()
    {
        _bench.Outlook.Refusal = new CalendarAccessDenied("Calendars.Read");
        await _bench.NotifyAsync(_bench.Key);
        await _bench.WorkOffAsync();
        Assert.Single(await EntriesAsync());

        _bench.Board.Clock.Advance(Duration.FromDays(8));
        await _bench.WorkOffAsync();

        Assert.Empty(await EntriesAsync());
    }

    [Theory]
    [InlineData("no-guid", "event")]
    [InlineData("", "event")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "")]
    public async Task WhatIsNoId_IsNotKept(string mailbox, string eventId)
    {
        await _bench.NotifyAsync(new CalendarEventKey(mailbox, eventId), new CalendarEventKey(_bench.Mailbox, new string('x', 700)));

        Assert.Empty(await EntriesAsync());
    }

    /// <summary>The process is killed after the effect's commit, or before it: either way the entry says what is left to do.</summary>
    [Fact]
    public async Task EffectAndRemoval_AreOneCommit()
    {
        _bench.Says(_bench.Answered((_bench.Board.Member, InvitationResponse.Declined)));
        await _bench.NotifyAsync(_bench.Key);
        var entry = Assert.Single(await EntriesAsync());
        await _bench.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(store == TestStore.Postgres ? FailsInPostgres : FailsInSqlite));

        await Assert.ThrowsAnyAsync<Exception>(() => _bench.Buttons.Get<ReadEvent>().HandleAsync(entry, CancellationToken.None));
        Assert.Empty(await _bench.ApologiesAsync());
        Assert.Single(await EntriesAsync());

        await _bench.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            store == TestStore.Postgres ? """DROP TRIGGER fails ON "CalendarInbox" """ : "DROP TRIGGER fails"));
        await _bench.WorkOffAsync();
        Assert.Single(await _bench.ApologiesAsync());
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task OneEntryThatFails_HoldsNoOtherUp()
    {
        await _bench.ReceiveAsync(CalendarInboxKind.Report, "no id of a meeting");
        await _bench.ChangesAsync(_bench.Answered((_bench.Board.Member, InvitationResponse.Declined)));

        Assert.Single(await _bench.ApologiesAsync());
        Assert.Equal(CalendarInboxKind.Report, Assert.Single(await EntriesAsync()).Kind);
    }

    private Task<List<CalendarInboxEntry>> EntriesAsync() => _bench.ReadAsync(db => db.CalendarInbox.AsNoTracking().ToListAsync());
}
