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
    public async Task Decline_IsAnApology_TheMemberIsAskedWhoComes_AndTheSecretariatSeesTheQuorum()
    {
        await AnswersAsync(Board.Doctor, InvitationResponse.Declined);

        var apology = Assert.Single(await _bench.ApologiesAsync());
        Assert.Equal((ApologySource.Calendar, true), (apology.Source, apology.IsOfCalendarAlone));
        var asked = Assert.Single(await _bench.MessagesToAsync(Board.Doctor));
        Assert.Contains("Du har sagt nej til mødet i Outlook", asked, StringComparison.Ordinal);
        Assert.Contains("Kommer der en stedfortræder?", asked, StringComparison.Ordinal);
        var told = Assert.Single(await _bench.MessagesToAsync(Board.Secretary));
        Assert.Contains("Omar Said har meldt afbud", told, StringComparison.Ordinal);
        Assert.Contains("Svaret er givet i Outlook.", told, StringComparison.Ordinal);
        Assert.Contains("Beslutningsdygtigt: nej, ingen fra almen praksis", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_GoesFromTheInvitationToTheQuorum()
    {
        await _bench.ChangesAsync(_bench.Answered(
            (Board.Chair, InvitationResponse.Accepted),
            (Board.Member, InvitationResponse.Tentative),
            (Board.Doctor, InvitationResponse.Declined)));

        var view = await _bench.AgendaAsync();
        Assert.Equal("Indkaldt i Outlook: 6 · ja 2 · måske 1 (Mads Holt) · intet svar 2", AttendanceLines.Invited(view.Invitations!));
        Assert.Equal("Afbud (1 af 4): Omar Said", AttendanceLines.Apologies(view));
        Assert.False(view.Quorum.IsMet);

        await SaysAsync(Board.Doctor, substitute: "Ida Lund");
        view = await _bench.AgendaAsync();
        Assert.Equal("Afbud (1 af 4): Omar Said (stedfortræder: Ida Lund)", AttendanceLines.Apologies(view));
        Assert.True(view.Quorum.IsMet);
    }

    [Fact]
    public async Task LaterAccept_WithdrawsWhatTheCalendarGave()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        var apology = Assert.Single(await _bench.ApologiesAsync());
        Assert.True(apology is { Stands: false, WithdrawnByCalendar: true });
        Assert.Contains(await _bench.MessagesToAsync(Board.Secretary), card => card.Contains("Mads Holt kommer alligevel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LaterAccept_NeverWithdrawsAWord_ButTellsThePerson()
    {
        await SaysAsync(Board.Member);

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        Assert.True(Assert.Single(await _bench.ApologiesAsync()).Stands);
        Assert.Contains("Du har sagt ja i Outlook, men har meldt afbud her", Assert.Single(await _bench.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
        await _bench.ChangesAsync(_bench.Outlook.Events[_bench.Key] with { ChangeKey = "again" });
        Assert.Single(await _bench.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task NamingASubstitute_MakesTheCalendarsApologyThePersonsOwn()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        await SaysAsync(Board.Member, substitute: "Ida Lund");

        await AnswersAsync(Board.Member, InvitationResponse.Accepted);

        Assert.True(Assert.Single(await _bench.ApologiesAsync()) is { Stands: true, SubstituteName: "Ida Lund" });
    }

    [Fact]
    public async Task WordToCome_IsNotUndoneByTheDeclineBeforeIt_HoweverOftenThatIsHeard()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        var declined = _bench.Outlook.Events[_bench.Key];
        Board.Clock.Advance(Duration.FromMinutes(5));
        await WithdrawsAsync(Board.Member);

        await _bench.ChangesAsync(declined with { ChangeKey = "again", LastModified = _bench.Now });

        Assert.False(Assert.Single(await _bench.ApologiesAsync()).Stands);
        Board.Clock.Advance(Duration.FromMinutes(5));
        await AnswersAsync(Board.Member, InvitationResponse.Declined);
        Assert.Equal(2, (await _bench.ApologiesAsync()).Count);
    }

    [Fact]
    public async Task SecretariatsWord_OutranksTheCalendar()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Accepted);
        var seat = await _bench.ReadAsync(db => db.Members.SingleAsync(one => one.PersonId == Board.Member.Id));
        var meeting = await _bench.MeetingAsync();
        await _bench.Buttons.Get<RegisterApology>().HandleAsync(
            TestBoard.As(Board.Secretary), new RegisterApologyRequest(Board.Forum.Id, meeting.Id, seat.Id, null, null), CancellationToken.None);

        await _bench.ChangesAsync(_bench.Outlook.Events[_bench.Key] with { ChangeKey = "again" });

        Assert.True(Assert.Single(await _bench.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task Resent_WithEverybodyBackToNoAnswer_ChangesNothing()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        await _bench.ChangesAsync(_bench.Event());

        Assert.True(Assert.Single(await _bench.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task Move_KeepsTheApology_AndCountsOldYesesAsUnanswered()
    {
        await _bench.ChangesAsync(_bench.Answered((Board.Chair, InvitationResponse.Accepted), (Board.Member, InvitationResponse.Declined)));

        await _bench.ChangesAsync(_bench.Event() with { Start = CalendarBench.At(9), End = CalendarBench.At(11) });

        Assert.True(Assert.Single(await _bench.ApologiesAsync()).Stands);
        Assert.Equal(1, (await _bench.AgendaAsync()).Invitations!.Coming); // The organizer alone.
    }

    [Fact]
    public async Task NotificationsTwiceAndOutOfOrder_HaveOneEffect()
    {
        var declined = _bench.Answered((Board.Member, InvitationResponse.Declined));
        Board.Clock.Advance(Duration.FromMinutes(5));
        var accepted = _bench.Answered((Board.Member, InvitationResponse.Accepted));

        await _bench.ChangesAsync(accepted);
        await _bench.ChangesAsync(declined);
        await _bench.ChangesAsync(accepted);

        Assert.Empty(await _bench.ApologiesAsync());
    }

    [Fact]
    public async Task AnswerWithoutATime_KeepsTheTimeAtWhichItWasFirstSeen()
    {
        var declined = _bench.Answered((Board.Member, InvitationResponse.Declined));
        var timeless = declined with { Attendees = [.. declined.Attendees.Select(one => one with { RespondedAt = null })] };
        await _bench.ChangesAsync(timeless);
        Board.Clock.Advance(Duration.FromMinutes(5));
        await WithdrawsAsync(Board.Member);
        Board.Clock.Advance(Duration.FromMinutes(5));

        await _bench.ChangesAsync(timeless with { ChangeKey = "again", LastModified = _bench.Now });

        Assert.False(Assert.Single(await _bench.ApologiesAsync()).Stands);
    }

    [Fact]
    public async Task DeclineAfterTheMeeting_IsNoApology()
    {
        await _bench.ChangeAsync(async db => (await db.Meetings.SingleAsync()).Finish(_bench.Now));

        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        Assert.Empty(await _bench.ApologiesAsync());
    }

    [Fact]
    public async Task ObserversDecline_IsAnApology_WithoutTouchingTheQuorum()
    {
        await AnswersAsync(Board.Observer, InvitationResponse.Declined);

        Assert.Single(await _bench.ApologiesAsync());
        Assert.True((await _bench.AgendaAsync()).Quorum.IsMet);
    }

    [Fact]
    public async Task AuditLog_NamesWhatTheCalendarDid_InTheForum()
    {
        await AnswersAsync(Board.Member, InvitationResponse.Declined);

        var entries = await _bench.ReadAsync(db => db.Audit.Where(entry => entry.ForumId == Board.Forum.Id).ToListAsync());
        Assert.Contains(entries, entry => entry.UseCase == "ApplyCalendarChange" && entry.ActorId == null && entry.Changes.Contains("Apology", StringComparison.Ordinal));
    }

    private Task AnswersAsync(Person person, InvitationResponse response)
    {
        Board.Clock.Advance(Duration.FromMinutes(1));
        return _bench.ChangesAsync(_bench.Answered((person, response)));
    }

    private async Task SaysAsync(Person person, string? substitute = null)
    {
        var meeting = await _bench.MeetingAsync();
        var said = await _bench.Buttons.Get<RegisterApology>().HandleAsync(
            TestBoard.As(person), new RegisterApologyRequest(Board.Forum.Id, meeting.Id, null, substitute, null, SubstituteIsMeant: true), CancellationToken.None);
        Assert.True(said.IsSuccess);
    }

    private async Task WithdrawsAsync(Person person)
    {
        var meeting = await _bench.MeetingAsync();
        var said = await _bench.Buttons.Get<WithdrawApology>().HandleAsync(
            TestBoard.As(person), new WithdrawApologyRequest(Board.Forum.Id, meeting.Id, null), CancellationToken.None);
        Assert.True(said.IsSuccess);
    }
}
