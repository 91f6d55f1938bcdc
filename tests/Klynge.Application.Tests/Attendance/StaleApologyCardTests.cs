using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Invitations;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance;

/// <summary>
/// The doctor has declined in Outlook: a card lies with the substitute, who is asked, with the doctor and with the secretary. What is
/// looked at again after somebody has acted says how it stands.
/// </summary>
public sealed class StaleApologyCardTests : IAsyncLifetime
{
    private readonly Person _substitute = new() { Key = "ida-lund", Name = "Ida Lund", Email = "ida@board.example", EntraObjectId = "5a5a5a5a-0000-4000-8000-00000000001d" };

    private CalendarFixture _fixture = null!;
    private string _question = null!;
    private string _own = null!;
    private string _notice = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync();
        await Board.AddAsync(_substitute);
        await _fixture.ChangeAsync(async db => (await db.Members.SingleAsync(seat => seat.PersonId == Board.Doctor.Id)).SubstituteIds = [_substitute.Id]);
        await _fixture.LinkAsync();
        await _fixture.ForgetMessagesAsync();
        await _fixture.ChangesAsync(_fixture.Answered((Board.Doctor, InvitationResponse.Declined)));
        _question = Assert.Single(await _fixture.MessagesToAsync(_substitute));
        _own = Assert.Single(await _fixture.MessagesToAsync(Board.Doctor));
        _notice = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Cards_OfWhatStillStands_StayAsTheyWereSent()
    {
        (await _fixture.Buttons.RefreshAsync(_substitute, _question)).Refused<NothingNewToTell>();
        (await _fixture.Buttons.RefreshAsync(Board.Doctor, _own)).Refused<NothingNewToTell>();
        (await _fixture.Buttons.RefreshAsync(Board.Secretary, _notice)).Refused<NothingNewToTell>();
    }

    [Fact]
    public async Task Yes_IsOnAllThreeCards()
    {
        await AnswerAsync("yes");

        await ShowsAsync(_substitute, _question, "Du kommer i stedet for Omar Said", "Jeg kan alligevel ikke");
        await ShowsAsync(Board.Doctor, _own, "Ida Lund kommer i stedet.", "Fortryd afbud");
        await ShowsAsync(Board.Secretary, _notice, "Ida Lund kommer i stedet.", "Beslutningsdygtigt: ja");
    }

    [Fact]
    public async Task No_IsOnAllThreeCards()
    {
        await AnswerAsync("no");

        await ShowsAsync(_substitute, _question, "Du kommer ikke i stedet for Omar Said", "Jeg kan godt alligevel");
        await ShowsAsync(Board.Doctor, _own, "Der er ikke meldt en stedfortræder.", "Fortryd afbud");
        await ShowsAsync(Board.Secretary, _notice, "Der er ikke meldt en stedfortræder.", "Beslutningsdygtigt: nej");
    }

    [Fact]
    public async Task TakenBack_NobodyIsAskedAnyMore()
    {
        Assert.True((await new WithdrawApology(Board.Writer).HandleAsync(
            TestBoard.As(Board.Doctor), new WithdrawApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null), CancellationToken.None)).IsSuccess);

        var question = await ShowsAsync(_substitute, _question, "Omar Said kommer alligevel", "Du behøver ikke gøre noget.");
        Assert.DoesNotContain(AttendanceChat.SubstituteVerb, question, StringComparison.Ordinal);
        var own = await ShowsAsync(Board.Doctor, _own, "Dit afbud er trukket tilbage. Du står igen som deltager.");
        Assert.DoesNotContain("Fortryd afbud", own, StringComparison.Ordinal);
        await ShowsAsync(Board.Secretary, _notice, "Omar Said kommer alligevel");
    }

    [Fact]
    public async Task AnotherIsNamed_TheSubstituteIsNotNeeded()
    {
        var request = new RegisterApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null, "Eva Holm", null, SubstituteIsMeant: true);
        Assert.True((await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(Board.Doctor), request, CancellationToken.None)).IsSuccess);

        var question = await ShowsAsync(_substitute, _question, "Du skal alligevel ikke komme i stedet for Omar Said");
        Assert.DoesNotContain(AttendanceChat.SubstituteVerb, question, StringComparison.Ordinal);
        await ShowsAsync(Board.Secretary, _notice, "Eva Holm kommer i stedet.");
    }

    [Theory]
    [InlineData(MeetingStatus.Held, "Mødet er holdt")]
    [InlineData(MeetingStatus.Cancelled, "Mødet er aflyst")]
    public async Task MeetingThatIsOver_IsAskedAboutNoMore(MeetingStatus status, string says)
    {
        await _fixture.ChangeAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, status)));

        var question = await ShowsAsync(_substitute, _question, says);
        Assert.DoesNotContain(AttendanceChat.SubstituteVerb, question, StringComparison.Ordinal);
        Assert.DoesNotContain("Fortryd afbud", await ShowsAsync(Board.Doctor, _own), StringComparison.Ordinal);
    }

    /// <summary>The forecast on the secretary's card counts everybody: another apology changes it.</summary>
    [Fact]
    public async Task AnotherApology_ChangesTheForecastOfTheSecretarysCard_AndNobodyElses()
    {
        await AnswerAsync("yes");
        var notice = await ShowsAsync(Board.Secretary, _notice, "Beslutningsdygtigt: ja");
        var own = await ShowsAsync(Board.Doctor, _own);
        foreach (var person in new[] { Board.Member, Board.OtherMember })
        {
            var request = new RegisterApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null, null, null);
            Assert.True((await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(person), request, CancellationToken.None)).IsSuccess);
        }

        await ShowsAsync(Board.Secretary, notice, "Beslutningsdygtigt: nej");
        (await _fixture.Buttons.RefreshAsync(Board.Doctor, own)).Refused<NothingNewToTell>();
    }

    /// <summary>A card that was forwarded, or whose data somebody wrote: it is shown to whom it is for.</summary>
    [Fact]
    public async Task Cards_AreShownToNobodyElse()
    {
        await AnswerAsync("yes");

        (await _fixture.Buttons.RefreshAsync(Board.Member, _question)).Refused<NotAllowed>();
        (await _fixture.Buttons.RefreshAsync(Board.Member, _own)).Refused<NotAllowed>();
        (await _fixture.Buttons.RefreshAsync(Board.Doctor, _notice)).Refused<NotAllowed>();
        (await _fixture.Buttons.RefreshAsync(Board.Stranger, _notice)).Refused<ForumNotFound>();
    }

    private async Task<string> ShowsAsync(Person person, string card, params string[] lines)
    {
        var seen = (await _fixture.Buttons.RefreshAsync(person, card)).Text();
        Assert.All(lines, line => Assert.Contains(line, seen, StringComparison.Ordinal));
        return seen;
    }

    private async Task AnswerAsync(string comes)
    {
        var seat = await _fixture.ReadAsync(db => db.Members.SingleAsync(one => one.PersonId == Board.Doctor.Id));
        await _fixture.Buttons.PressAsync(_substitute, AttendanceChat.SubstituteVerb, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString(),
            ["meeting"] = (await _fixture.MeetingAsync()).Id.Value.ToString(),
            ["member"] = seat.Id.Value.ToString(),
            ["comes"] = comes,
        });
    }
}
