using Klynge.Application.Forums.Chats;
using Klynge.Application.Invitations;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>From the chat of a meeting in Teams to the board meeting.</summary>
public sealed class LinkingTests : IAsyncLifetime
{
    private CalendarBench _bench = null!;

    private TestBoard Board => _bench.Board;

    public async ValueTask InitializeAsync() => _bench = await CalendarBench.CreateAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task MeetingThatTheBoardDoesNotKnow_IsPlannedAsTheCalendarHasIt()
    {
        var meeting = await _bench.LinkAsync();

        Assert.Equal(new MeetingTime(CalendarBench.Date, new LocalTime(14, 0), new LocalTime(16, 0)), meeting.Time);
        Assert.Equal(
            (Board.Forum.Id, "Teams", CalendarBench.JoinUrl, CalendarBench.TeamsMeeting),
            (meeting.ForumId, meeting.Place, meeting.JoinUrl, meeting.TeamsMeetingId));
        Assert.Equal(3, await _bench.ReadAsync(db => db.AgendaItems.CountAsync()));
        Assert.Contains("Oprettet: tirsdag d. 3. februar 2026 kl. 14.00–16.00", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeetingThatTheBoardHasPlanned_IsTiedToTheEvent()
    {
        var planned = await Board.AddMeetingAsync(daysAhead: 21);

        var meeting = await _bench.LinkAsync();

        Assert.Equal(planned.Id, meeting.Id);
        Assert.Equal((_bench.Key.EventId, _bench.Mailbox), ((await _bench.LinkOfMeetingAsync()).EventId, (await _bench.LinkOfMeetingAsync()).Mailbox));
        Assert.Contains("Knyttet til: tirsdag d. 3. februar 2026", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadingTheChatAgain_ChangesNothing()
    {
        await _bench.LinkAsync();
        await _bench.LinkAsync();

        Assert.Single(await _bench.MessagesToAsync(Board.Secretary));
        Assert.Equal(1, await _bench.ReadAsync(db => db.CalendarLinks.CountAsync()));
        Assert.Empty(await _bench.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task InvitedPeople_AreRecognisedByEmail()
    {
        await _bench.LinkAsync();

        var invitations = await _bench.ReadAsync(db => db.Invitations.ToListAsync());
        Assert.Equal(6, invitations.Count);
        Assert.All(invitations, one => Assert.Equal(InvitationMatch.Member, one.Match));
        Assert.Equal((6, 1, 5), await ChainAsync()); // The organizer comes.
    }

    [Fact]
    public async Task Series_TiesEveryOccurrenceToAMeetingOfItsDay()
    {
        var march = new LocalDate(2026, 3, 3);
        _bench.Says(_bench.Event() with { SeriesMasterId = "master" });
        _bench.Says(_bench.Event() with
        {
            Key = _bench.Key with { EventId = "event/2" },
            SeriesMasterId = "master",
            Start = CalendarBench.At(14, date: march),
            End = CalendarBench.At(16, date: march),
        });

        await _bench.ReceiveAsync(CalendarInboxKind.Chat, CalendarBench.Chat);
        await _bench.WorkOffAsync();

        var meetings = await _bench.ReadAsync(db => db.Meetings.OrderBy(meeting => meeting.Date).ToListAsync());
        Assert.Equal([CalendarBench.Date, march], meetings.Select(meeting => meeting.Date));
        Assert.Contains("Jeg har hentet møderne fra Outlook", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewOccurrenceOfAKnownSeries_IsPlannedByANotificationAlone()
    {
        _bench.Says(_bench.Event() with { SeriesMasterId = "master" });
        await _bench.LinkAsync();
        var april = new LocalDate(2026, 4, 7);

        await _bench.ChangesAsync(_bench.Event() with
        {
            Key = _bench.Key with { EventId = "event/3" },
            SeriesMasterId = "master",
            Start = CalendarBench.At(9, date: april),
            End = CalendarBench.At(11, date: april),
        });

        Assert.True(await _bench.ReadAsync(db => db.Meetings.AnyAsync(meeting => meeting.Date == april && meeting.Start == new LocalTime(9, 0))));
    }

    [Fact]
    public async Task PrivateAppointmentInTheMailbox_LeavesNoTrace()
    {
        await _bench.LinkAsync();

        await _bench.ChangesAsync(_bench.Event() with { Key = _bench.Key with { EventId = "dentist" }, Subject = "Tandlæge" });

        Assert.Equal(1, await _bench.ReadAsync(db => db.Meetings.CountAsync()));
        Assert.Equal(6, await _bench.ReadAsync(db => db.Invitations.CountAsync()));
        Assert.Empty(await _bench.ReadAsync(db => db.CalendarInbox.ToListAsync()));
        Assert.DoesNotContain(await _bench.ReadAsync(db => db.Audit.ToListAsync()), entry => entry.Changes.Contains("Tandlæge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MailboxThatCallsNoMeetingOfOurs_IsNotReadAtAll()
    {
        await _bench.NotifyAsync(_bench.Key with { Mailbox = Guid.NewGuid().ToString() });

        await _bench.WorkOffAsync();

        Assert.Equal(0, _bench.Outlook.Readings);
        Assert.Empty(await _bench.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsKnownByTheSubject_WhenTheSecretaryCallsTheMeeting()
    {
        await LeaveChatUnlinkedAsync();
        _bench.TeamsSays("Møde: CHEFFORUM, februar");

        var meeting = await _bench.LinkAsync();

        Assert.Equal(Board.Forum.Id, meeting.ForumId);
        Assert.Equal(Board.Forum.Id, await _bench.ReadAsync(db => db.Conversations.Select(chat => chat.ForumId).SingleAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsNotBelievedByItsSubject_WhenAnybodyElseCallsTheMeeting()
    {
        await LeaveChatUnlinkedAsync();
        _bench.TeamsSays("Møde i Chefforum", Board.Member.EntraObjectId);

        await _bench.ReceiveAsync(CalendarInboxKind.Chat, CalendarBench.Chat);
        await _bench.WorkOffAsync();

        Assert.Equal(0, await _bench.ReadAsync(db => db.Meetings.CountAsync()));
        Assert.Null(await _bench.ReadAsync(db => db.Conversations.Select(chat => chat.ForumId).SingleAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsLinked_AsSoonAsTheSecretariatSaysWhichForumItIs()
    {
        await LeaveChatUnlinkedAsync();
        _bench.TeamsSays("Møde");
        await _bench.ReceiveAsync(CalendarInboxKind.Chat, CalendarBench.Chat);
        await _bench.WorkOffAsync();
        Assert.Equal(0, await _bench.ReadAsync(db => db.Meetings.CountAsync()));

        var link = new LinkConversation(Board.Writer, _bench.Buttons.Get<ConversationRegister>());
        await link.HandleAsync(
            TestBoard.As(Board.Secretary), new LinkConversationRequest(CalendarBench.Chat, Board.Forum.Id, Move: false), CancellationToken.None);
        await _bench.WorkOffAsync();

        Assert.Equal(CalendarBench.Date, (await _bench.MeetingAsync()).Date);
    }

    [Fact]
    public async Task WithoutACalendar_WhatTeamsSaysOfTheMeetingIsEnough()
    {
        _bench.Outlook.IsConnected = false;

        var meeting = await _bench.LinkAsync();

        Assert.Equal((CalendarBench.Date, CalendarBench.TeamsMeeting, CalendarBench.JoinUrl), (meeting.Date, meeting.TeamsMeetingId, meeting.JoinUrl));
        Assert.Null((await _bench.LinkOfMeetingAsync()).EventId);
    }

    [Fact]
    public async Task CalendarThatMayNotBeRead_IsSaidToTheSecretariatOnce()
    {
        _bench.Outlook.Refusal = new CalendarAccessDenied("Calendars.Read");

        await _bench.LinkAsync();
        await _bench.LinkAsync();

        Assert.Single(await _bench.MessagesToAsync(Board.Secretary), card => card.Contains("Calendars.Read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CalendarThatDoesNotAnswer_IsAskedAgainLater()
    {
        _bench.Outlook.Outages = 1;
        await _bench.ReceiveAsync(CalendarInboxKind.Chat, CalendarBench.Chat);
        await _bench.WorkOffAsync();
        Assert.Equal(0, await _bench.ReadAsync(db => db.Meetings.CountAsync()));

        await _bench.WorkOffAsync();
        Assert.Equal(1, _bench.Outlook.Readings);
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _bench.WorkOffAsync();

        Assert.Equal(1, await _bench.ReadAsync(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task Mailbox_IsWatched_WhileAMeetingIsAhead()
    {
        var watched = _bench.Buttons.Get<WatchedMailboxes>();
        Assert.Empty(await watched.ListAsync(CancellationToken.None));

        await _bench.LinkAsync();
        Assert.Equal([_bench.Mailbox], await watched.ListAsync(CancellationToken.None));

        Board.Clock.Advance(Duration.FromDays(30));
        Assert.Empty(await watched.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task DeltaOfAMailbox_IsNews_OnlyOfOurMeetingsAndOnlyWhereItHasChanged()
    {
        await _bench.LinkAsync();
        var receive = _bench.Buttons.Get<ReceiveCalendarEvents>();
        var known = _bench.Outlook.Events[_bench.Key];

        Assert.Equal(0, await receive.HandleAsync([known, known with { Key = _bench.Key with { EventId = "dentist" } }], CancellationToken.None));
        Assert.Equal(1, await receive.HandleAsync([known with { ChangeKey = "newer" }], CancellationToken.None));
    }

    private Task LeaveChatUnlinkedAsync() => _bench.ChangeAsync(async db => (await db.Conversations.SingleAsync()).ForumId = null);

    private async Task<(int Invited, int Coming, int Unanswered)> ChainAsync()
    {
        var chain = (await _bench.AgendaAsync()).Invitations!;
        return (chain.Invited, chain.Coming, chain.Unanswered);
    }
}
