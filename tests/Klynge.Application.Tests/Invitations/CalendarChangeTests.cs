using Klynge.Application.Chat;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>What is changed in Outlook after the meeting was tied to its event.</summary>
public sealed class CalendarChangeTests : IAsyncLifetime
{
    private static readonly LocalDate Later = new(2026, 2, 10);
    private CalendarBench _bench = null!;

    private TestBoard Board => _bench.Board;

    public async ValueTask InitializeAsync()
    {
        _bench = await CalendarBench.CreateAsync();
        await _bench.LinkAsync();
        await _bench.ForgetMessagesAsync();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Move_FollowsThrough_AndTheSecretariatIsTold()
    {
        await _bench.ChangesAsync(Moved(Later, 9));

        Assert.Equal(new MeetingTime(Later, new LocalTime(9, 0), new LocalTime(11, 0)), (await _bench.MeetingAsync()).Time);
        Assert.Contains("Mødet er flyttet i Outlook", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Empty(await _bench.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Move_OfAMeetingThatIsKnown_IsToldToEverybody()
    {
        await _bench.ChangeAsync(async db => (await db.Meetings.SingleAsync()).SendAgenda(_bench.Now));

        await _bench.ChangesAsync(Moved(Later, 9));

        Assert.Contains("Mødet er flyttet", Assert.Single(await _bench.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_FollowsThrough()
    {
        await _bench.ChangesAsync(_bench.Event() with { Location = "Regionshuset, lokale 3" });

        Assert.Equal("Regionshuset, lokale 3", (await _bench.MeetingAsync()).Place);
    }

    [Fact]
    public async Task SummerTime_KeepsTheClockTime()
    {
        var summer = new LocalDate(2026, 4, 7);

        await _bench.ChangesAsync(Moved(summer, 14));

        Assert.Equal(new LocalTime(14, 0), (await _bench.MeetingAsync()).Start);
    }

    [Fact]
    public async Task MoveHere_IsNotUndoneByAnAnswerInTheCalendar()
    {
        await MoveHereAsync(Later, 13);

        await _bench.ChangesAsync(_bench.Answered((Board.Member, InvitationResponse.Accepted)));

        Assert.Equal(Later, (await _bench.MeetingAsync()).Date);
        Assert.Empty(await _bench.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task MoveInBothPlaces_IsAskedAndNotOverwritten()
    {
        await MoveHereAsync(Later, 13);

        await _bench.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));

        Assert.Equal(Later, (await _bench.MeetingAsync()).Date);
        var question = Assert.Single(await _bench.MessagesToAsync(Board.Secretary));
        Assert.Contains("Outlook og mødeplanen er ikke enige", question, StringComparison.Ordinal);
        Assert.Contains("onsdag d. 11. februar 2026 kl. 09.00–11.00", question, StringComparison.Ordinal);
        await _bench.ChangesAsync(_bench.Outlook.Events[_bench.Key] with { ChangeKey = "again" });
        Assert.Single(await _bench.MessagesToAsync(Board.Secretary));
    }

    [Theory]
    [InlineData("invitation.use", 11)]
    [InlineData("invitation.keep", 10)]
    public async Task Conflict_IsSettledAsTheSecretariatSays(string verb, int day)
    {
        await MoveHereAsync(Later, 13);
        await _bench.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));

        await _bench.Buttons.PressAsync(Board.Secretary, verb, await _bench.DataAsync(question: 1));

        Assert.Equal(new LocalDate(2026, 2, day), (await _bench.MeetingAsync()).Date);
        Assert.IsType<Application.Chat.ChatReply.Card>(await _bench.Buttons.PressAsync(Board.Secretary, verb, await _bench.DataAsync(question: 1)));
        var other = verb == InvitationVerbs.UseCalendar ? InvitationVerbs.KeepOurs : InvitationVerbs.UseCalendar;
        Assert.Contains("Sofie Bech kl. 09.00", (await _bench.Buttons.PressAsync(Board.Secretary, other, await _bench.DataAsync(question: 1))).Text(), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 2, day), (await _bench.MeetingAsync()).Date);
    }

    [Fact]
    public async Task AnswerToAnEarlierQuestion_HasNoEffect()
    {
        await MoveHereAsync(Later, 13);
        await _bench.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));
        await _bench.ChangesAsync(Moved(new LocalDate(2026, 2, 12), 9));

        var reply = await _bench.Buttons.PressAsync(Board.Secretary, InvitationVerbs.UseCalendar, await _bench.DataAsync(question: 1));

        Assert.Contains("12. februar 2026 kl. 09.00", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(Later, (await _bench.MeetingAsync()).Date);
    }

    [Theory]
    [InlineData("invitation.use")]
    [InlineData("invitation.keep")]
    [InlineData("invitation.answer")]
    [InlineData("invitation.people")]
    [InlineData("invitation.reinstate")]
    public async Task Buttons_AreTheSecretariatsAlone(string verb)
    {
        foreach (var person in new[] { Board.Member, Board.Chair, Board.Observer })
            (await _bench.Buttons.PressAsync(person, verb, await _bench.DataAsync(question: 1))).Refused<NotAllowed>();

        (await _bench.Buttons.PressAsync(Board.Stranger, verb, await _bench.DataAsync(question: 1))).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Cancellation_FollowsThrough_AndCanBeTakenBack()
    {
        _bench.Outlook.Events.Clear();
        await _bench.NotifyAsync(_bench.Key);
        await _bench.WorkOffAsync();

        var cancelled = await _bench.MeetingAsync();
        Assert.Equal((MeetingStatus.Cancelled, "Mødet er aflyst i Outlook."), (cancelled.Status, cancelled.CancellationReason));
        Assert.Contains("Mødet er aflyst i Outlook", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);

        await _bench.Buttons.PressAsync(Board.Secretary, InvitationVerbs.Reinstate, await _bench.DataAsync());
        Assert.Equal(MeetingStatus.Planned, (await _bench.MeetingAsync()).Status);
    }

    [Fact]
    public async Task CancelledEventThatIsStillInTheCalendar_IsCancelledOnce()
    {
        await _bench.ChangeAsync(async db => (await db.Meetings.SingleAsync()).SendAgenda(_bench.Now));
        var cancelled = _bench.Event() with { IsCancelled = true };

        await _bench.ChangesAsync(cancelled);
        await _bench.ChangesAsync(cancelled);

        Assert.Single(await _bench.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Cancellation_OfAMeetingThatWasMovedHere_IsAsked()
    {
        await MoveHereAsync(Later, 13);
        _bench.Outlook.Events.Clear();
        await _bench.NotifyAsync(_bench.Key);
        await _bench.WorkOffAsync();

        Assert.Equal(MeetingStatus.Planned, (await _bench.MeetingAsync()).Status);
        Assert.Contains("Skal det aflyses?", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);

        await _bench.Buttons.PressAsync(Board.Secretary, InvitationVerbs.UseCalendar, await _bench.DataAsync(question: 1));
        Assert.Equal(MeetingStatus.Cancelled, (await _bench.MeetingAsync()).Status);
    }

    [Fact]
    public async Task OlderReading_ChangesNeitherTimeNorPeople()
    {
        var older = Moved(new LocalDate(2026, 2, 20), 8) with { LastModified = _bench.Now - Duration.FromHours(1), Attendees = [] };
        await _bench.ChangesAsync(Moved(Later, 9));

        await _bench.ChangesAsync(older);

        Assert.Equal(Later, (await _bench.MeetingAsync()).Date);
        Assert.Equal(6, (await _bench.AgendaAsync()).Invitations!.Invited);
    }

    [Fact]
    public async Task SomebodyUnknown_IsAskedAbout_AndTheAnswerIsRemembered()
    {
        var stranger = new CalendarAttendee("lene@privat.example", "Lene A", null, InvitationResponse.Declined, _bench.Now);
        await _bench.ChangesAsync(With(stranger));

        Assert.Contains("lene@privat.example", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Equal(1, (await _bench.AgendaAsync()).Invitations!.Unknown);
        Assert.Empty(await _bench.ApologiesAsync());

        var unknown = await _bench.ReadAsync(db => db.Invitations.SingleAsync(one => one.Match == InvitationMatch.Unknown));
        await AnswerAsync(unknown, Board.OtherMember.Id.Value.ToString("N"));

        var apology = Assert.Single(await _bench.ApologiesAsync());
        Assert.Equal(Domain.Attendance.ApologySource.Calendar, apology.Source);
        await _bench.ForgetMessagesAsync();
        await _bench.ChangesAsync(With(stranger));
        Assert.DoesNotContain(await _bench.MessagesToAsync(Board.Secretary), card => card.Contains("Hvem er", StringComparison.Ordinal));
        var remembered = await _bench.ReadAsync(db => db.KnownAttendees.SingleAsync());
        Assert.Equal((InvitationMatch.Member, Board.OtherMember.Id), (remembered.Match, remembered.PersonId));
    }

    [Fact]
    public async Task SomebodyUnknown_IsAskedAboutOnce()
    {
        var stranger = new CalendarAttendee("x@privat.example", "X", null, InvitationResponse.None, null);

        await _bench.ChangesAsync(With(stranger));
        await _bench.ChangesAsync(With(stranger));

        Assert.Single(await _bench.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task AnswerThatNamesSomebodyWithoutASeat_IsRefused()
    {
        await _bench.ChangesAsync(With(new("x@privat.example", "X", null, InvitationResponse.None, null)));
        var unknown = await _bench.ReadAsync(db => db.Invitations.SingleAsync(one => one.Match == InvitationMatch.Unknown));

        (await AnswerAsync(unknown, Board.Stranger.Id.Value.ToString("N"))).Refused<NotInThisForum>();
    }

    [Fact]
    public async Task WhoIsNoLongerInvited_IsNamedAsMissing()
    {
        await _bench.ChangesAsync(_bench.Event() with { Attendees = [CalendarBench.Invite(Board.Chair)] });

        var chain = (await _bench.AgendaAsync()).Invitations!;
        Assert.Equal(2, chain.Invited);
        Assert.Equal(["Mads Holt", "Lene Aagaard", "Omar Said"], chain.Missing);
    }

    private CalendarEvent With(CalendarAttendee attendee)
    {
        var read = _bench.Event();
        return read with { Attendees = [.. read.Attendees, attendee] };
    }

    private async Task<ChatReply> AnswerAsync(Invitation invitation, string value)
    {
        var meeting = await _bench.MeetingAsync();
        return await _bench.Buttons.PressAsync(Board.Secretary, InvitationVerbs.Answer, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = meeting.Id.Value.ToString("N"),
            ["who" + invitation.Id.Value.ToString("N")] = value,
        });
    }

    private CalendarEvent Moved(LocalDate date, int hour) => _bench.Event() with
    {
        Start = CalendarBench.At(hour, date: date),
        End = CalendarBench.At(hour + 2, date: date),
    };

    private async Task MoveHereAsync(LocalDate date, int hour)
    {
        var meeting = await _bench.MeetingAsync();
        var time = new MeetingTime(date, new LocalTime(hour, 0), new LocalTime(hour + 2, 0));
        var moved = await _bench.Buttons.Get<MoveMeeting>().HandleAsync(
            TestBoard.As(Board.Secretary), new MoveMeetingRequest(Board.Forum.Id, meeting.Id, time, null, meeting.Version), CancellationToken.None);
        Assert.True(moved.IsSuccess);
    }
}
