using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Invitations;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance;

/// <summary>The doctor and a member stand on one list: Ida Lund, then Jens Vik, then Rita Dam. The doctor declines in Outlook.</summary>
public sealed class SubstitutesInOrderTests : IAsyncLifetime
{
    private readonly Person _first = new() { Key = "ida-lund", Name = "Ida Lund", Email = "ida@board.example" };
    private readonly Person _second = new() { Key = "jens-vik", Name = "Jens Vik", Email = "jens@board.example" };
    private readonly Person _third = new() { Key = "rita-dam", Name = "Rita Dam", Email = "rita@board.example" };

    private CalendarFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync();
        await Board.AddAsync(_first, _second, _third);
        await _fixture.ChangeAsync(async db =>
        {
            foreach (var seat in await db.Members.Where(seat => seat.PersonId == Board.Doctor.Id || seat.PersonId == Board.Member.Id).ToListAsync())
                seat.SubstituteIds = [_first.Id, _second.Id, _third.Id];
        });
        await _fixture.LinkAsync();
        await _fixture.ForgetMessagesAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task First_IsAsked_AndTheNextAfterANo_AndTheMemberHearsOfEach()
    {
        await DeclineAsync(Board.Doctor);
        Assert.Contains("Kan du komme i stedet for Omar Said?", Assert.Single(await _fixture.MessagesToAsync(_first)), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(_second));
        await _fixture.ForgetMessagesAsync();

        await AnswerAsync(_first, "no");

        Assert.Contains("Kan du komme i stedet for Omar Said?", Assert.Single(await _fixture.MessagesToAsync(_second)), StringComparison.Ordinal);
        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Doctor));
        Assert.Contains("Ida Lund kan ikke komme i stedet for dig", told, StringComparison.Ordinal);
        Assert.Contains("Jeg har spurgt den næste stedfortræder, Jens Vik.", told, StringComparison.Ordinal);
        Assert.Contains("Jens Vik er spurgt som stedfortræder.", Assert.Single(await _fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Contains("Omar Said (Jens Vik er spurgt som stedfortræder)", Klynge.Application.Agendas.AttendanceLines.Apologies(await _fixture.AgendaAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameNoTwice_AsksOne_AndTheLastNoLeavesItToTheMember()
    {
        await DeclineAsync(Board.Doctor);
        await AnswerAsync(_first, "no");
        await AnswerAsync(_first, "no");
        Assert.Empty(await _fixture.MessagesToAsync(_third));

        await AnswerAsync(_second, "no");
        await _fixture.ForgetMessagesAsync();
        await AnswerAsync(_third, "no");

        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Doctor));
        Assert.Contains("Rita Dam kan ikke komme i stedet for dig", told, StringComparison.Ordinal);
        Assert.Contains("Skriv en stedfortræder", told, StringComparison.Ordinal);
        Assert.DoesNotContain("næste stedfortræder", told, StringComparison.Ordinal);
        Assert.Equal([_first.Id, _second.Id, _third.Id], Assert.Single(await _fixture.ApologiesAsync()).RefusedIds);
    }

    [Fact]
    public async Task First_WhoCanAfterAll_Comes_AndTheNextIsToldThatItIsSettled()
    {
        await DeclineAsync(Board.Doctor);
        await AnswerAsync(_first, "no");
        await _fixture.ForgetMessagesAsync();

        Assert.Contains("Du kommer i stedet for Omar Said", (await AnswerAsync(_first, "yes")).Text(), StringComparison.Ordinal);

        Assert.Contains("Du skal alligevel ikke komme i stedet for Omar Said", Assert.Single(await _fixture.MessagesToAsync(_second)), StringComparison.Ordinal);
        (await AnswerAsync(_second, "yes")).Text();
        Assert.Equal("Ida Lund", Assert.Single(await _fixture.ApologiesAsync()).SubstituteName);
    }

    /// <summary>Those of one list stand behind several seats, and one person fills one.</summary>
    [Fact]
    public async Task WhoeverIsAskedForAnotherSeat_IsSkipped_AndCannotBeNamedForASecond()
    {
        await DeclineAsync(Board.Doctor);
        await DeclineAsync(Board.Member);

        Assert.Contains("i stedet for Omar Said", Assert.Single(await _fixture.MessagesToAsync(_first)), StringComparison.Ordinal);
        Assert.Contains("i stedet for Mads Holt", Assert.Single(await _fixture.MessagesToAsync(_second)), StringComparison.Ordinal);

        var request = new RegisterApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null, "Ida Lund", null);
        var refused = (await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(Board.Member), request, CancellationToken.None)).Error;
        Assert.Equal("Ida Lund kommer allerede i stedet for Omar Said til det møde. Vælg en anden.", Assert.IsType<SubstituteComesForAnother>(refused).Text);
    }

    /// <summary>Rita Dam is second, and sits there herself without a vote; she has sent an apology for that seat.</summary>
    [Fact]
    public async Task WhoeverIsAway_IsSkipped()
    {
        var seat = new ForumMember
        {
            ForumId = Board.Forum.Id,
            PersonId = _second.Id,
            Role = Role.Administrative,
            HasVote = false,
            Organisation = "PLO",
            Sector = "PLO",
            From = Board.Today.PlusDays(-1),
            Order = 9,
        };
        await Board.AddAsync(seat);
        await Board.AddAsync(Apology.Register((await _fixture.MeetingAsync()).Id, seat.Id, ApologySource.Member, _fixture.Now));

        await DeclineAsync(Board.Doctor);
        await AnswerAsync(_first, "no");

        Assert.Contains("Kan du komme i stedet for Omar Said?", Assert.Single(await _fixture.MessagesToAsync(_third)), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(_second));
    }

    [Fact]
    public async Task SecondOnTheList_CanBeNamedByPartsOfTheName()
    {
        var request = new RegisterApologyRequest(Board.Forum.Id, (await _fixture.MeetingAsync()).Id, null, "jens", null);
        Assert.True((await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(Board.Doctor), request, CancellationToken.None)).IsSuccess);

        Assert.Equal(_second.Id, Assert.Single(await _fixture.ApologiesAsync()).SubstituteId);
        Assert.Contains("Du er stedfortræder for Omar Said", Assert.Single(await _fixture.MessagesToAsync(_second)), StringComparison.Ordinal);
    }

    private Task DeclineAsync(Person person) => _fixture.ChangesAsync(_fixture.Answered((person, InvitationResponse.Declined)));

    private async Task<ChatReply> AnswerAsync(Person person, string comes)
    {
        var seat = await _fixture.ReadAsync(db => db.Members.SingleAsync(one => one.PersonId == Board.Doctor.Id));
        return await _fixture.Buttons.PressAsync(person, AttendanceChat.SubstituteVerb, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString(),
            ["meeting"] = (await _fixture.MeetingAsync()).Id.Value.ToString(),
            ["member"] = seat.Id.Value.ToString(),
            ["comes"] = comes,
        });
    }
}
