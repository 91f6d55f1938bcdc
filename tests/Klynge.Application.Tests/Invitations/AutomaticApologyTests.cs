using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>From an answer in Outlook to the apology, the substitute and the quorum, and what a word in chat does to it.</summary>
public sealed class AutomaticApologyTests : IAsyncLifetime
{
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
    public async Task Decline_IsAnApology_TheMemberIsAskedWhoComes_AndTheSecretariatSeesTheQuorum()
    {
        await AnswersAsync(Board.Doctor, InvitationResponse.Declined);

        var apology = Assert.Single(await _fixture.ApologiesAsync());
        Assert.Equal((ApologySource.Calendar, true), (apology.Source, apology.IsOfCalendarAlone));
        var asked = Assert.Single(await _fixture.MessagesToAsync(Board.Doctor));
        Assert.Contains("Du har sagt nej til mødet i Outlook", asked, StringComparison.Ordinal);
        Assert.Contains("Kommer der en stedfortræder?", asked, StringComparison.Ordinal);
        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Omar Said har meldt afbud", told, StringComparison.Ordinal);
        Assert.Contains("Svaret er givet i Outlook.", told, StringComparison.Ordinal);
        Assert.Contains("Beslutningsdygtigt: nej, ingen fra almen praksis", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_GoesFromTheInvitationToTheQuorum()
    {
        await _fixture.ChangesAsync(_fixture.Answered(
            (Board.Chair, InvitationResponse.Accepted),
            (Board.Member, InvitationResponse.Tentative),
            (Board.Doctor, InvitationResponse.Declined)));

        var view = await _fixture.AgendaAsync();
        Assert.Equal("Indkaldt i Outlook: 6 · ja 2 · måske 1 (Mads Holt) · intet svar 2", AttendanceLines.Invited(view.Invitations!));
        Assert.Equal("Afbud (1 af 4): Omar Said", AttendanceLines.Apologies(view));
        Assert.False(view.Quorum.IsMet);

        await SaysAsync(Board.Doctor, substitute: "Ida Lund");
        view = await _fixture.AgendaAsync();
        Assert.Equal("Afbud (1 af 4): Omar Said (stedfortræder: Ida Lund)", AttendanceLines.Apologies(view));
        Assert.True(view.Quorum.IsMet);
    }

    [Fact]
    public async Task LaterAccept_WithdrawsWhatTheCalendarGave()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        var apology = Assert.Single(await _fixture.ApologiesAsync());
        Assert.True(apology is { Stands: false, WithdrawnByCalendar: true });
        Assert.Contains(await _fixture.MessagesToAsync(Board.Secretary), card => card.Contains("Mads Holt kommer alligevel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LaterAccept_NeverWithdrawsAWord_ButTellsThePerson()
    {
        await SaysAsync(Board.Member);

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        Assert.True(Assert.Single(await _fixture.ApologiesAsync()).Stands);
        Assert.Contains("Du har sagt ja i Outlook, men har meldt afbud her", Assert.Single(await _fixture.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
        await _fixture.ChangesAsync(_fixture.Outlook.Events[_fixture.Key] with { ChangeKey = "again" });
        Assert.Single(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task NamingASubstitute_MakesTheCalendarsApologyThePersonsOwn()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        await SaysAsync(Board.Member, substitute: "Ida Lund");

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        Assert.True(Assert.Single(await _fixture.ApologiesAsync()) is { Stands: true, SubstituteName: "Ida Lund" });
    }

    [Fact]
    public async Task WordToCome_IsNotUndoneByTheDeclineBeforeIt_HoweverOftenThatIsHeard()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        var declined = _fixture.Outlook.Events[_fixture.Key];
        Board.Clock.Advance(Duration.FromMinutes(5));
        await WithdrawsAsync(Board.Member);

        await _fixture.ChangesAsync(declined with { ChangeKey = "again", LastModified = _fixture.Now });

        Assert.False(Assert.Single(await _fixture.ApologiesAsync()).Stands);
        Board.Clock.Advance(Duration.FromMinutes(5));
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        Assert.Equal(2, (await _fixture.ApologiesAsync()).Count);
    }

    [Fact]
    public async Task SecretariatsWord_OutranksTheCalendar()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Accepted);
        var seat = await _fixture.ReadAsync(db => db.Members.SingleAsync(one => one.PersonId == Board.Member.Id));
        var meeting = await _fixture.MeetingAsync();
        await _fixture.Buttons.Get<RegisterApology>().HandleAsync(
            TestBoard.As(Board.Secretary), new RegisterApologyRequest(Board.Forum.Id, meeting.Id, seat.Id, null, null), CancellationToken.None);

        await _fixture.ChangesAsync(_fixture.Outlook.Events[_fixture.Key] with { ChangeKey = "again" });

        Assert.True(Assert.Single(await _fixture.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task Resent_WithEverybodyBackToNoAnswer_ChangesNothing()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        await _fixture.ChangesAsync(_fixture.Event());

        Assert.True(Assert.Single(await _fixture.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task Move_KeepsTheApology_AndCountsOldYesesAsUnanswered()
    {
        await _fixture.ChangesAsync(_fixture.Answered((Board.Chair, InvitationResponse.Accepted), (Board.Member, InvitationResponse.Declined)));

        await _fixture.ChangesAsync(_fixture.Event() with { Start = CalendarFixture.At(9), End = CalendarFixture.At(11) });

        Assert.True(Assert.Single(await _fixture.ApologiesAsync()).Stands);
        Assert.Equal(1, (await _fixture.AgendaAsync()).Invitations!.Coming); // The organizer alone.
    }

    [Fact]
    public async Task NotificationsTwiceAndOutOfOrder_HaveOneEffect()
    {
        var declined = _fixture.Answered((Board.Member, InvitationResponse.Declined));
        Board.Clock.Advance(Duration.FromMinutes(5));
        var accepted = _fixture.Answered((Board.Member, InvitationResponse.Accepted));

        await _fixture.ChangesAsync(accepted);
        await _fixture.ChangesAsync(declined);
        await _fixture.ChangesAsync(accepted);

        Assert.Empty(await _fixture.ApologiesAsync());
    }

    [Fact]
    public async Task AnswerWithoutATime_KeepsTheTimeAtWhichItWasFirstSeen()
    {
        var declined = _fixture.Answered((Board.Member, InvitationResponse.Declined));
        var timeless = declined with { Attendees = [.. declined.Attendees.Select(one => one with { RespondedAt = null })] };
        await _fixture.ChangesAsync(timeless);
        Board.Clock.Advance(Duration.FromMinutes(5));
        await WithdrawsAsync(Board.Member);
        Board.Clock.Advance(Duration.FromMinutes(5));

        await _fixture.ChangesAsync(timeless with { ChangeKey = "again", LastModified = _fixture.Now });

        Assert.False(Assert.Single(await _fixture.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task DeclineAfterTheMeeting_IsNoApology()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).Finish(_fixture.Now));

        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        Assert.Empty(await _fixture.ApologiesAsync());
    }

    [Fact]
    public async Task ObserversDecline_IsAnApology_WithoutTouchingTheQuorum()
    {
        await AnswersAsync(Board.Observer, InvitationResponse.Declined);

        Assert.Single(await _fixture.ApologiesAsync());
        Assert.True((await _fixture.AgendaAsync()).Quorum.IsMet);
    }

    [Fact]
    public async Task AuditLog_NamesWhatTheCalendarDid_InTheForum()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        var entries = await _fixture.ReadAsync(db => db.Audit.Where(entry => entry.ForumId == Board.Forum.Id).ToListAsync());
        Assert.Contains(entries, entry => entry.UseCase == "ApplyCalendarChange" && entry.ActorId == null && entry.Changes.Contains("Apology", StringComparison.Ordinal));
    }

    private Task AnswersAsync(Person person, InvitationResponse response)
    {
        Board.Clock.Advance(Duration.FromMinutes(1));
        return _fixture.ChangesAsync(_fixture.Answered((person, response)));
    }

    private async Task SaysAsync(Person person, string? substitute = null)
    {
        var meeting = await _fixture.MeetingAsync();
        var said = await _fixture.Buttons.Get<RegisterApology>().HandleAsync(
            TestBoard.As(person), new RegisterApologyRequest(Board.Forum.Id, meeting.Id, null, substitute, null, SubstituteIsMeant: true), CancellationToken.None);
        Assert.True(said.IsSuccess);
    }

    private async Task WithdrawsAsync(Person person)
    {
        var meeting = await _fixture.MeetingAsync();
        var said = await _fixture.Buttons.Get<WithdrawApology>().HandleAsync(
            TestBoard.As(person), new WithdrawApologyRequest(Board.Forum.Id, meeting.Id, null), CancellationToken.None);
        Assert.True(said.IsSuccess);
    }
}
