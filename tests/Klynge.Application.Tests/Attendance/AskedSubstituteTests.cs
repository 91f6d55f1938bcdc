using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Invitations;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Attendance;

/// <summary>The doctor declines in Outlook, and the seat's substitute on record is asked; without either nobody comes from general practice.</summary>
public sealed class AskedSubstituteTests : IAsyncLifetime
{
    private readonly Person _substitute = new() { Key = "ida-lund", Name = "Ida Lund", Email = "ida@board.example", EntraObjectId = "5a5a5a5a-0000-4000-8000-00000000001d" };

    private CalendarFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync();
        await Board.AddAsync(_substitute);
        await _fixture.ChangeAsync(async db => (await db.Members.SingleAsync(seat => seat.PersonId == Board.Doctor.Id)).SubstituteIds = [_substitute.Id]);
        await _fixture.LinkAsync();
        await _fixture.ForgetMessagesAsync();
        await _fixture.ChangesAsync(_fixture.Answered((Board.Doctor, InvitationResponse.Declined)));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Decline_AsksTheSubstitute_AndEverybodyConcernedIsTold()
    {
        Assert.Contains("Kan du komme i stedet for Omar Said?", Assert.Single(await _fixture.MessagesToAsync(_substitute)), StringComparison.Ordinal);
        Assert.Contains("Jeg har spurgt din stedfortræder, Ida Lund.", Assert.Single(await _fixture.MessagesToAsync(Board.Doctor)), StringComparison.Ordinal);
        Assert.Contains("Ida Lund er spurgt som stedfortræder.", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        await AgendaSaysAsync("Omar Said (Ida Lund er spurgt som stedfortræder)", "nej, ingen kommer fra almen praksis");
    }

    [Fact]
    public async Task Yes_FillsTheSeat_AndTheForecastChanges()
    {
        await _fixture.ForgetMessagesAsync();

        var reply = await AnswerAsync(_substitute, "yes");

        Assert.Contains("Du kommer i stedet for Omar Said", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("Jeg kan alligevel ikke", reply.Text(), StringComparison.Ordinal);
        await AgendaSaysAsync("Omar Said (stedfortræder: Ida Lund)", "Beslutningsdygtigt: ja");
        Assert.Contains("Ida Lund kommer i stedet for Omar Said", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Contains("Ida Lund kommer i stedet for dig", Assert.Single(await _fixture.MessagesToAsync(Board.Doctor)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_SaidTwice_IsToldOnce()
    {
        await AnswerAsync(_substitute, "yes");
        await _fixture.ForgetMessagesAsync();

        await AnswerAsync(_substitute, "yes");

        Assert.Empty(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task No_LeavesTheSeatEmpty_AndAsksTheMemberForAnother()
    {
        await _fixture.ForgetMessagesAsync();

        await AnswerAsync(_substitute, "no");

        await AgendaSaysAsync("Afbud (1 af 4): Omar Said", "nej, ingen kommer fra almen praksis");
        Assert.DoesNotContain("er spurgt", AttendanceLines.Apologies(await _fixture.AgendaAsync()), StringComparison.Ordinal);
        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Doctor));
        Assert.Contains("Ida Lund kan ikke komme i stedet for dig", told, StringComparison.Ordinal);
        Assert.Contains("Skriv en stedfortræder", told, StringComparison.Ordinal);
        Assert.Contains("Beslutningsdygtigt: nej", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_CanBeChanged()
    {
        await AnswerAsync(_substitute, "yes");
        await AnswerAsync(_substitute, "no");
        await AgendaSaysAsync("Afbud (1 af 4): Omar Said", "nej");

        await AnswerAsync(_substitute, "yes");
        await AgendaSaysAsync("stedfortræder: Ida Lund", "ja");
    }

    /// <summary>The substitute's yes is no word of the member's: the calendar can still take back what it gave.</summary>
    [Fact]
    public async Task LaterAccept_TakesItAllBack_AndTheSubstituteIsTold()
    {
        await AnswerAsync(_substitute, "yes");
        await _fixture.ForgetMessagesAsync();

        await AcceptAsync();

        await AgendaSaysAsync("Afbud: ingen", "Beslutningsdygtigt: ja");
        Assert.Contains("Omar Said kommer alligevel", Assert.Single(await _fixture.MessagesToAsync(_substitute)), StringComparison.Ordinal);
        Assert.Contains("Omar Said kommer alligevel", (await AnswerAsync(_substitute, "yes")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(await _fixture.ApologiesAsync(), apology => apology.Stands);
    }

    [Fact]
    public async Task LaterAccept_BeforeAnyAnswer_IsToldToWhoWasAsked()
    {
        await _fixture.ForgetMessagesAsync();
        await AcceptAsync();

        Assert.Contains("Omar Said kommer alligevel", Assert.Single(await _fixture.MessagesToAsync(_substitute)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WhoNamesAnother_HasTheLastWord()
    {
        await _fixture.ForgetMessagesAsync();
        await NameAsync("Eva Holm");

        Assert.Contains("Du skal alligevel ikke komme i stedet for Omar Said", Assert.Single(await _fixture.MessagesToAsync(_substitute)), StringComparison.Ordinal);
        Assert.Contains("Du skal alligevel ikke komme i stedet for Omar Said", (await AnswerAsync(_substitute, "yes")).Text(), StringComparison.Ordinal);
        await AgendaSaysAsync("Omar Said (stedfortræder: Eva Holm)", "ja");
    }

    [Fact]
    public async Task Member_WhoNamesTheOneWhoWasAsked_TellsThemOnce()
    {
        await _fixture.ForgetMessagesAsync();
        await NameAsync("ida lund");

        Assert.Contains("Du er stedfortræder for Omar Said", Assert.Single(await _fixture.MessagesToAsync(_substitute)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    public async Task Answer_ThatIsNone_IsRefused(string comes) => (await AnswerAsync(_substitute, comes)).Refused<MeetingNotFound>();

    [Fact]
    public async Task Answer_OfAnybodyElse_IsRefused()
    {
        (await AnswerAsync(Board.Member, "yes")).Refused<NotAllowed>();
        (await AnswerAsync(Board.Secretary, "yes")).Refused<NotAllowed>();
        (await AnswerAsync(Board.Stranger, "yes")).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Answer_ForAnotherSeat_IsRefused()
    {
        var other = await _fixture.ReadAsync(db => db.Members.SingleAsync(seat => seat.PersonId == Board.Member.Id));

        (await AnswerAsync(_substitute, "yes", other)).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Answer_AfterTheMeeting_IsRefused()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).Finish(_fixture.Now));

        Assert.Contains("Mødet er holdt", (await AnswerAsync(_substitute, "yes")).Text(), StringComparison.Ordinal);
        Assert.True(Assert.Single(await _fixture.ApologiesAsync()).IsAsking);
    }

    private async Task<ChatReply> AnswerAsync(Person person, string comes, ForumMember? other = null)
    {
        var seat = other ?? await _fixture.ReadAsync(db => db.Members.SingleAsync(one => one.PersonId == Board.Doctor.Id));
        var meeting = await _fixture.MeetingAsync();
        return await _fixture.Buttons.PressAsync(person, AttendanceChat.SubstituteVerb, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString(),
            ["meeting"] = meeting.Id.Value.ToString(),
            ["member"] = seat.Id.Value.ToString(),
            ["comes"] = comes,
        });
    }

    private async Task AcceptAsync()
    {
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _fixture.ChangesAsync(_fixture.Answered((Board.Doctor, InvitationResponse.Accepted)));
    }

    private async Task NameAsync(string substitute)
    {
        var request = new RegisterApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null, substitute, null, SubstituteIsMeant: true);
        Assert.True((await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(Board.Doctor), request, CancellationToken.None)).IsSuccess);
    }

    private async Task AgendaSaysAsync(string apologies, string quorum)
    {
        var agenda = await _fixture.AgendaAsync();
        Assert.Contains(apologies, AttendanceLines.Apologies(agenda), StringComparison.Ordinal);
        Assert.Contains(quorum, AttendanceLines.Describe(agenda), StringComparison.Ordinal);
    }
}
