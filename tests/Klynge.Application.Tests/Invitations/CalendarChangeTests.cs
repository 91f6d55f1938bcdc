using Klynge.Application.Chat;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings.Scheduling;
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
    private CalendarFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync();
        await _fixture.LinkAsync();
        await _fixture.ForgetMessagesAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Move_FollowsThrough_AndTheSecretariatIsTold()
    {
        await _fixture.ChangesAsync(Moved(Later, 9));

        Assert.Equal(new MeetingTime(Later, new LocalTime(9, 0), new LocalTime(11, 0)), (await _fixture.MeetingAsync()).Time);
        Assert.Contains("Mødet er flyttet i Outlook", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Move_OfAMeetingThatIsKnown_IsToldToEverybody()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).SendAgenda(_fixture.Now));

        await _fixture.ChangesAsync(Moved(Later, 9));

        Assert.Contains("Mødet er flyttet", Assert.Single(await _fixture.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_FollowsThrough()
    {
        await _fixture.ChangesAsync(_fixture.Event() with { Location = "Regionshuset, lokale 3" });

        Assert.Equal("Regionshuset, lokale 3", (await _fixture.MeetingAsync()).Place);
    }

    [Fact]
    public async Task SummerTime_KeepsTheClockTime()
    {
        var summer = new LocalDate(2026, 4, 7);

        await _fixture.ChangesAsync(Moved(summer, 14));

        Assert.Equal(new LocalTime(14, 0), (await _fixture.MeetingAsync()).Start);
    }

    [Fact]
    public async Task MoveHere_IsNotUndoneByAnAnswerInTheCalendar()
    {
        await MoveHereAsync(Later, 13);

        await _fixture.ChangesAsync(_fixture.Answered((Board.Member, InvitationResponse.Accepted)));

        Assert.Equal(Later, (await _fixture.MeetingAsync()).Date);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task MoveInBothPlaces_IsAskedAndNotOverwritten()
    {
        await MoveHereAsync(Later, 13);

        await _fixture.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));

        Assert.Equal(Later, (await _fixture.MeetingAsync()).Date);
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Outlook og mødeplanen er ikke enige", question, StringComparison.Ordinal);
        Assert.Contains("onsdag d. 11. februar 2026 kl. 09.00–11.00", question, StringComparison.Ordinal);
        await _fixture.ChangesAsync(_fixture.Outlook.Events[_fixture.Key] with { ChangeKey = "again" });
        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Theory]
    [InlineData("invitation.use", 11)]
    [InlineData("invitation.keep", 10)]
    public async Task Conflict_IsSettledAsTheSecretariatSays(string verb, int day)
    {
        await MoveHereAsync(Later, 13);
        await _fixture.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));

        await _fixture.Buttons.PressAsync(Board.Secretary, verb, await _fixture.DataAsync(question: 1));

        Assert.Equal(new LocalDate(2026, 2, day), (await _fixture.MeetingAsync()).Date);
        Assert.IsType<Application.Chat.ChatReply.Card>(await _fixture.Buttons.PressAsync(Board.Secretary, verb, await _fixture.DataAsync(question: 1)));
        var other = verb == InvitationVerbs.UseCalendar ? InvitationVerbs.KeepOurs : InvitationVerbs.UseCalendar;
        Assert.Contains("Sofie Bech kl. 09.00", (await _fixture.Buttons.PressAsync(Board.Secretary, other, await _fixture.DataAsync(question: 1))).Text(), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 2, day), (await _fixture.MeetingAsync()).Date);
    }

    [Fact]
    public async Task AnswerToAnEarlierQuestion_HasNoEffect()
    {
        await MoveHereAsync(Later, 13);
        await _fixture.ChangesAsync(Moved(new LocalDate(2026, 2, 11), 9));
        await _fixture.ChangesAsync(Moved(new LocalDate(2026, 2, 12), 9));

        var reply = await _fixture.Buttons.PressAsync(Board.Secretary, InvitationVerbs.UseCalendar, await _fixture.DataAsync(question: 1));

        Assert.Contains("12. februar 2026 kl. 09.00", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(Later, (await _fixture.MeetingAsync()).Date);
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
            (await _fixture.Buttons.PressAsync(person, verb, await _fixture.DataAsync(question: 1))).Refused<NotAllowed>();

        (await _fixture.Buttons.PressAsync(Board.Stranger, verb, await _fixture.DataAsync(question: 1))).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Cancellation_FollowsThrough_AndCanBeTakenBack()
    {
        _fixture.Outlook.Events.Clear();
        await _fixture.NotifyAsync(_fixture.Key);
        await _fixture.WorkOffAsync();

        var cancelled = await _fixture.MeetingAsync();
        Assert.Equal((MeetingStatus.Cancelled, "Mødet er aflyst i Outlook."), (cancelled.Status, cancelled.CancellationReason));
        Assert.Contains("Mødet er aflyst i Outlook", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);

        await _fixture.Buttons.PressAsync(Board.Secretary, InvitationVerbs.Reinstate, await _fixture.DataAsync());
        Assert.Equal(MeetingStatus.Planned, (await _fixture.MeetingAsync()).Status);
    }

    [Fact]
    public async Task CancelledEventThatIsStillInTheCalendar_IsCancelledOnce()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).SendAgenda(_fixture.Now));
        var cancelled = _fixture.Event() with { IsCancelled = true };

        await _fixture.ChangesAsync(cancelled);
        await _fixture.ChangesAsync(cancelled);

        Assert.Single(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Cancellation_OfAMeetingThatWasMovedHere_IsAsked()
    {
        await MoveHereAsync(Later, 13);
        _fixture.Outlook.Events.Clear();
        await _fixture.NotifyAsync(_fixture.Key);
        await _fixture.WorkOffAsync();

        Assert.Equal(MeetingStatus.Planned, (await _fixture.MeetingAsync()).Status);
        Assert.Contains("Skal det aflyses?", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);

        await _fixture.Buttons.PressAsync(Board.Secretary, InvitationVerbs.UseCalendar, await _fixture.DataAsync(question: 1));
        Assert.Equal(MeetingStatus.Cancelled, (await _fixture.MeetingAsync()).Status);
    }

    [Fact]
    public async Task OlderReading_ChangesNeitherTimeNorPeople()
    {
        var older = Moved(new LocalDate(2026, 2, 20), 8) with { LastModified = _fixture.Now - Duration.FromHours(1), Attendees = [] };
        await _fixture.ChangesAsync(Moved(Later, 9));

        await _fixture.ChangesAsync(older);

        Assert.Equal(Later, (await _fixture.MeetingAsync()).Date);
        Assert.Equal(6, (await _fixture.AgendaAsync()).Invitations!.Invited);
    }

    [Fact]
    public async Task SomebodyUnknown_IsAskedAbout_AndTheAnswerIsRemembered()
    {
        var stranger = new CalendarAttendee("lene@privat.example", "Lene A", null, InvitationResponse.Declined, _fixture.Now);
        await _fixture.ChangesAsync(With(stranger));

        Assert.Contains("lene@privat.example", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Equal(1, (await _fixture.AgendaAsync()).Invitations!.Unknown);
        Assert.Empty(await _fixture.ApologiesAsync());

        var unknown = await _fixture.ReadAsync(db => db.Invitations.SingleAsync(one => one.Match == InvitationMatch.Unknown));
        await AnswerAsync(unknown, Board.OtherMember.Id.Value.ToString("N"));

        var apology = Assert.Single(await _fixture.ApologiesAsync());
        Assert.Equal(Domain.Attendance.ApologySource.Calendar, apology.Source);
        await _fixture.ForgetMessagesAsync();
        await _fixture.ChangesAsync(With(stranger));
        Assert.DoesNotContain(await _fixture.MessagesToAsync(Board.Secretary), card => card.Contains("Hvem er", StringComparison.Ordinal));
        var remembered = await _fixture.ReadAsync(db => db.KnownAttendees.SingleAsync());
        Assert.Equal((InvitationMatch.Member, Board.OtherMember.Id), (remembered.Match, remembered.PersonId));
    }

    [Fact]
    public async Task SomebodyUnknown_IsAskedAboutOnce()
    {
        var stranger = new CalendarAttendee("x@privat.example", "X", null, InvitationResponse.None, null);

        await _fixture.ChangesAsync(With(stranger));
        await _fixture.ChangesAsync(With(stranger));

        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task AnswerThatNamesSomebodyWithoutASeat_IsRefused()
    {
        await _fixture.ChangesAsync(With(new("x@privat.example", "X", null, InvitationResponse.None, null)));
        var unknown = await _fixture.ReadAsync(db => db.Invitations.SingleAsync(one => one.Match == InvitationMatch.Unknown));

        (await AnswerAsync(unknown, Board.Stranger.Id.Value.ToString("N"))).Refused<NotInThisForum>();
    }

    [Fact]
    public async Task WhoIsNoLongerInvited_IsNamedAsMissing()
    {
        await _fixture.ChangesAsync(_fixture.Event() with { Attendees = [CalendarFixture.Invite(Board.Chair)] });

        var chain = (await _fixture.AgendaAsync()).Invitations!;
        Assert.Equal(2, chain.Invited);
        Assert.Equal(["Mads Holt", "Lene Aagaard", "Omar Said"], chain.Missing);
    }

    private CalendarEvent With(CalendarAttendee attendee)
    {
        var read = _fixture.Event();
        return read with { Attendees = [.. read.Attendees, attendee] };
    }

    private async Task<ChatReply> AnswerAsync(Invitation invitation, string value)
    {
        var meeting = await _fixture.MeetingAsync();
        return await _fixture.Buttons.PressAsync(Board.Secretary, InvitationVerbs.Answer, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = meeting.Id.Value.ToString("N"),
            ["who" + invitation.Id.Value.ToString("N")] = value,
        });
    }

    private CalendarEvent Moved(LocalDate date, int hour) => _fixture.Event() with
    {
        Start = CalendarFixture.At(hour, date: date),
        End = CalendarFixture.At(hour + 2, date: date),
    };

    private async Task MoveHereAsync(LocalDate date, int hour)
    {
        var meeting = await _fixture.MeetingAsync();
        var time = new MeetingTime(date, new LocalTime(hour, 0), new LocalTime(hour + 2, 0));
        var moved = await _fixture.Buttons.Get<MoveMeeting>().HandleAsync(
            TestBoard.As(Board.Secretary), new MoveMeetingRequest(Board.Forum.Id, meeting.Id, time, null, meeting.Version), CancellationToken.None);
        Assert.True(moved.IsSuccess);
    }
}
