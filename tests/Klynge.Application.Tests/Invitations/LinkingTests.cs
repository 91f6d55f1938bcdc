using Klynge.Application.Minutes;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Invitations.Receiving;
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
    private CalendarFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await CalendarFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task MeetingThatTheBoardDoesNotKnow_IsPlannedAsTheCalendarHasIt()
    {
        var meeting = await _fixture.LinkAsync();

        Assert.Equal(new MeetingTime(CalendarFixture.Date, new LocalTime(14, 0), new LocalTime(16, 0)), meeting.Time);
        Assert.Equal(
            (Board.Forum.Id, "Teams", CalendarFixture.JoinUrl, CalendarFixture.TeamsMeeting),
            (meeting.ForumId, meeting.Place, meeting.JoinUrl, meeting.TeamsMeetingId));
        Assert.Equal(3, await _fixture.ReadAsync(db => db.AgendaItems.CountAsync()));
        Assert.Contains("Oprettet: tirsdag d. 3. februar 2026 kl. 14.00–16.00", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    /// <summary>The minutes say where: with the number that Teams shows, and not the code that goes with it.</summary>
    [Fact]
    public async Task NumberOfTheOnlineMeeting_IsPrintedBehindThePlace()
    {
        _fixture.Says(_fixture.Event() with { JoinMeetingId = "365124644791" });

        var meeting = await _fixture.LinkAsync();

        Assert.Equal("365124644791", meeting.JoinMeetingId);
        var document = await _fixture.ReadAsync(db => BuildMinutes.FromAsync(db, Board.Forum, meeting));
        Assert.Equal("Teams (møde-id 365 124 644 791)", document.Place);
    }

    [Fact]
    public async Task MeetingThatTheBoardHasPlanned_IsTiedToTheEvent()
    {
        var planned = await Board.AddMeetingAsync(daysAhead: 21);

        var meeting = await _fixture.LinkAsync();

        Assert.Equal(planned.Id, meeting.Id);
        Assert.Equal((_fixture.Key.EventId, _fixture.Mailbox), ((await _fixture.LinkOfMeetingAsync()).EventId, (await _fixture.LinkOfMeetingAsync()).Mailbox));
        Assert.Contains("Knyttet til: tirsdag d. 3. februar 2026", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadingTheChatAgain_ChangesNothing()
    {
        await _fixture.LinkAsync();
        await _fixture.LinkAsync();

        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Equal(1, await _fixture.ReadAsync(db => db.CalendarLinks.CountAsync()));
        Assert.Empty(await _fixture.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task InvitedPeople_AreRecognisedByEmail()
    {
        await _fixture.LinkAsync();

        var invitations = await _fixture.ReadAsync(db => db.Invitations.ToListAsync());
        Assert.Equal(6, invitations.Count);
        Assert.All(invitations, one => Assert.Equal(InvitationMatch.Member, one.Match));
        Assert.Equal((6, 1, 5), await ChainAsync()); // The organizer comes.
    }

    [Fact]
    public async Task Series_TiesEveryOccurrenceToAMeetingOfItsDay()
    {
        var march = new LocalDate(2026, 3, 3);
        _fixture.Says(_fixture.Event() with { SeriesMasterId = "master" });
        _fixture.Says(_fixture.Event() with
        {
            Key = _fixture.Key with { EventId = "event/2" },
            SeriesMasterId = "master",
            Start = CalendarFixture.At(14, date: march),
            End = CalendarFixture.At(16, date: march),
        });

        await _fixture.ReceiveAsync(CalendarInboxKind.Chat, CalendarFixture.Chat);
        await _fixture.WorkOffAsync();

        var meetings = await _fixture.ReadAsync(db => db.Meetings.OrderBy(meeting => meeting.Date).ToListAsync());
        Assert.Equal([CalendarFixture.Date, march], meetings.Select(meeting => meeting.Date));
        Assert.Contains("Jeg har hentet møderne fra Outlook", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewOccurrenceOfAKnownSeries_IsPlannedByANotificationAlone()
    {
        _fixture.Says(_fixture.Event() with { SeriesMasterId = "master" });
        await _fixture.LinkAsync();
        var april = new LocalDate(2026, 4, 7);

        await _fixture.ChangesAsync(_fixture.Event() with
        {
            Key = _fixture.Key with { EventId = "event/3" },
            SeriesMasterId = "master",
            Start = CalendarFixture.At(9, date: april),
            End = CalendarFixture.At(11, date: april),
        });

        Assert.True(await _fixture.ReadAsync(db => db.Meetings.AnyAsync(meeting => meeting.Date == april && meeting.Start == new LocalTime(9, 0))));
    }

    [Fact]
    public async Task PrivateAppointmentInTheMailbox_LeavesNoTrace()
    {
        await _fixture.LinkAsync();

        await _fixture.ChangesAsync(_fixture.Event() with { Key = _fixture.Key with { EventId = "dentist" }, Subject = "Tandlæge" });

        Assert.Equal(1, await _fixture.ReadAsync(db => db.Meetings.CountAsync()));
        Assert.Equal(6, await _fixture.ReadAsync(db => db.Invitations.CountAsync()));
        Assert.Empty(await _fixture.ReadAsync(db => db.CalendarInbox.ToListAsync()));
        Assert.DoesNotContain(await _fixture.ReadAsync(db => db.Audit.ToListAsync()), entry => entry.Changes.Contains("Tandlæge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MailboxThatCallsNoMeetingOfOurs_IsNotReadAtAll()
    {
        await _fixture.NotifyAsync(_fixture.Key with { Mailbox = Guid.NewGuid().ToString() });

        await _fixture.WorkOffAsync();

        Assert.Equal(0, _fixture.Outlook.Readings);
        Assert.Empty(await _fixture.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsKnownByTheSubject_WhenTheSecretaryCallsTheMeeting()
    {
        await LeaveChatUnlinkedAsync();
        _fixture.TeamsSays("Møde: CHEFFORUM, februar");

        var meeting = await _fixture.LinkAsync();

        Assert.Equal(Board.Forum.Id, meeting.ForumId);
        Assert.Equal(Board.Forum.Id, await _fixture.ReadAsync(db => db.Conversations.Select(chat => chat.ForumId).SingleAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsNotBelievedByItsSubject_WhenAnybodyElseCallsTheMeeting()
    {
        await LeaveChatUnlinkedAsync();
        _fixture.TeamsSays("Møde i Chefforum", Board.Member.EntraObjectId);

        await _fixture.ReceiveAsync(CalendarInboxKind.Chat, CalendarFixture.Chat);
        await _fixture.WorkOffAsync();

        Assert.Equal(0, await _fixture.ReadAsync(db => db.Meetings.CountAsync()));
        Assert.Null(await _fixture.ReadAsync(db => db.Conversations.Select(chat => chat.ForumId).SingleAsync()));
    }

    [Fact]
    public async Task ChatWithoutAForum_IsLinked_AsSoonAsTheSecretariatSaysWhichForumItIs()
    {
        await LeaveChatUnlinkedAsync();
        _fixture.TeamsSays("Møde");
        await _fixture.ReceiveAsync(CalendarInboxKind.Chat, CalendarFixture.Chat);
        await _fixture.WorkOffAsync();
        Assert.Equal(0, await _fixture.ReadAsync(db => db.Meetings.CountAsync()));

        var link = new LinkConversation(Board.Writer, _fixture.Buttons.Get<ConversationRegister>());
        await link.HandleAsync(
            TestBoard.As(Board.Secretary), new LinkConversationRequest(CalendarFixture.Chat, Board.Forum.Id, Move: false), CancellationToken.None);
        await _fixture.WorkOffAsync();

        Assert.Equal(CalendarFixture.Date, (await _fixture.MeetingAsync()).Date);
    }

    [Fact]
    public async Task WithoutACalendar_WhatTeamsSaysOfTheMeetingIsEnough()
    {
        _fixture.Outlook.IsConnected = false;

        var meeting = await _fixture.LinkAsync();

        Assert.Equal((CalendarFixture.Date, CalendarFixture.TeamsMeeting, CalendarFixture.JoinUrl), (meeting.Date, meeting.TeamsMeetingId, meeting.JoinUrl));
        Assert.Null((await _fixture.LinkOfMeetingAsync()).EventId);
    }

    [Fact]
    public async Task CalendarThatMayNotBeRead_IsSaidToTheSecretariatOnce()
    {
        _fixture.Outlook.Refusal = new CalendarAccessDenied("Calendars.Read");

        await _fixture.LinkAsync();
        await _fixture.LinkAsync();

        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary), card => card.Contains("Calendars.Read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CalendarThatDoesNotAnswer_IsAskedAgainLater()
    {
        _fixture.Outlook.Outages = 1;
        await _fixture.ReceiveAsync(CalendarInboxKind.Chat, CalendarFixture.Chat);
        await _fixture.WorkOffAsync();
        Assert.Equal(0, await _fixture.ReadAsync(db => db.Meetings.CountAsync()));

        await _fixture.WorkOffAsync();
        Assert.Equal(1, _fixture.Outlook.Readings);
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _fixture.WorkOffAsync();

        Assert.Equal(1, await _fixture.ReadAsync(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task Mailbox_IsWatched_WhileAMeetingIsAhead()
    {
        var watched = _fixture.Buttons.Get<WatchedMailboxes>();
        Assert.Empty(await watched.ListAsync(CancellationToken.None));

        await _fixture.LinkAsync();
        Assert.Equal([_fixture.Mailbox], await watched.ListAsync(CancellationToken.None));

        Board.Clock.Advance(Duration.FromDays(30));
        Assert.Empty(await watched.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task DeltaOfAMailbox_IsNews_OnlyOfOurMeetingsAndOnlyWhereItHasChanged()
    {
        await _fixture.LinkAsync();
        var receive = _fixture.Buttons.Get<ReceiveCalendarEvents>();
        var known = _fixture.Outlook.Events[_fixture.Key];

        Assert.Equal(0, await receive.HandleAsync([known, known with { Key = _fixture.Key with { EventId = "dentist" } }], CancellationToken.None));
        Assert.Equal(1, await receive.HandleAsync([known with { ChangeKey = "newer" }], CancellationToken.None));
    }

    private Task LeaveChatUnlinkedAsync() => _fixture.ChangeAsync(async db => (await db.Conversations.SingleAsync()).ForumId = null);

    private async Task<(int Invited, int Coming, int Unanswered)> ChainAsync()
    {
        var chain = (await _fixture.AgendaAsync()).Invitations!;
        return (chain.Invited, chain.Coming, chain.Unanswered);
    }
}
