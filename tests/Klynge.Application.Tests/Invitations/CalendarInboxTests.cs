using Klynge.Application.Invitations.Receiving;
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

    private CalendarFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync(store: store);
        await _fixture.LinkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_fixture?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task NotificationsOfOneEvent_AreOneReading()
    {
        _fixture.Outlook.Readings = 0;
        for (var burst = 0; burst < 20; burst++)
            await _fixture.NotifyAsync([.. Enumerable.Repeat(_fixture.Key, 50)]);

        await _fixture.WorkOffAsync();

        Assert.Equal(1, _fixture.Outlook.Readings);
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NewsThatCameDuringTheReading_AreReadAgain()
    {
        await _fixture.NotifyAsync(_fixture.Key);
        var taken = Assert.Single(await EntriesAsync());
        await _fixture.NotifyAsync(_fixture.Key);

        await _fixture.Buttons.Get<ReadEvent>().HandleAsync(taken, CancellationToken.None);

        Assert.Equal(2, Assert.Single(await EntriesAsync()).Revision);
    }

    [Fact]
    public async Task Outage_KeepsTheNews_AndWaitsLongerEachTime()
    {
        _fixture.Outlook.Outages = 3;
        await _fixture.NotifyAsync(_fixture.Key);

        await _fixture.WorkOffAsync();
        var first = Assert.Single(await EntriesAsync());
        Assert.Equal((1, _fixture.Now + Duration.FromSeconds(15)), (first.Attempts, first.DueAt));
        _fixture.Board.Clock.Advance(Duration.FromSeconds(15));
        await _fixture.WorkOffAsync();
        Assert.Equal(_fixture.Now + Duration.FromSeconds(30), Assert.Single(await EntriesAsync()).DueAt);

        _fixture.Outlook.Outages = 0;
        _fixture.Board.Clock.Advance(Duration.FromSeconds(30));
        await _fixture.WorkOffAsync();
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NewsThatCannotBeReadForAWeek_AreGivenUp()
    {
        _fixture.Outlook.Refusal = new CalendarAccessDenied("Calendars.Read");
        await _fixture.NotifyAsync(_fixture.Key);
        await _fixture.WorkOffAsync();
        Assert.Single(await EntriesAsync());

        _fixture.Board.Clock.Advance(Duration.FromDays(8));
        await _fixture.WorkOffAsync();

        Assert.Empty(await EntriesAsync());
    }

    [Theory]
    [InlineData("no-guid", "event")]
    [InlineData("", "event")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "")]
    public async Task WhatIsNoId_IsNotKept(string mailbox, string eventId)
    {
        await _fixture.NotifyAsync(new CalendarEventKey(mailbox, eventId), new CalendarEventKey(_fixture.Mailbox, new string('x', 700)));

        Assert.Empty(await EntriesAsync());
    }

    /// <summary>The process is killed after the effect's commit, or before it: either way the entry says what is left to do.</summary>
    [Fact]
    public async Task EffectAndRemoval_AreOneCommit()
    {
        _fixture.Says(_fixture.Answered((_fixture.Board.Member, InvitationResponse.Declined)));
        await _fixture.NotifyAsync(_fixture.Key);
        var entry = Assert.Single(await EntriesAsync());
        await _fixture.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(store == TestStore.Postgres ? FailsInPostgres : FailsInSqlite));

        await Assert.ThrowsAnyAsync<Exception>(() => _fixture.Buttons.Get<ReadEvent>().HandleAsync(entry, CancellationToken.None));
        Assert.Empty(await _fixture.ApologiesAsync());
        Assert.Single(await EntriesAsync());

        await _fixture.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            store == TestStore.Postgres ? """DROP TRIGGER fails ON "CalendarInbox" """ : "DROP TRIGGER fails"));
        await _fixture.WorkOffAsync();
        Assert.Single(await _fixture.ApologiesAsync());
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task OneEntryThatFails_HoldsNoOtherUp()
    {
        await _fixture.ReceiveAsync(CalendarInboxKind.Report, "no id of a meeting");
        await _fixture.ChangesAsync(_fixture.Answered((_fixture.Board.Member, InvitationResponse.Declined)));

        Assert.Single(await _fixture.ApologiesAsync());
        Assert.Equal(CalendarInboxKind.Report, Assert.Single(await EntriesAsync()).Kind);
    }

    private Task<List<CalendarInboxEntry>> EntriesAsync() => _fixture.ReadAsync(db => db.CalendarInbox.AsNoTracking().ToListAsync());
}
