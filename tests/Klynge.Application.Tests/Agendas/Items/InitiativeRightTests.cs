using Klynge.Application.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Tests.Agendas.Items;

/// <summary>In a forum whose rules say so, a member's timely proposal comes on the agenda that it was meant for.</summary>
public sealed class InitiativeRightTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;
    private Meeting _later = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _later = await Board.AddMeetingAsync(daysAhead: 50);
        await _fixture.ChangeAsync(async db =>
        {
            var forum = (await db.Forums.FindAsync(Board.Forum.Id))!;
            forum.Rules = forum.Rules with { HasInitiativeRight = true };
        });
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task TimelyProposal_IsNeitherDeclinedNorMoved_AndTheQuestionSaysWhy()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("giver medlemmerne initiativret", question, StringComparison.Ordinal);
        Assert.DoesNotContain(AgendaVerbs.Decline, question, StringComparison.Ordinal);
        Assert.DoesNotContain("Flyt til andet møde", question, StringComparison.Ordinal);
        Assert.Contains("Mads Holt har ret til", (await AnswerAsync(AgendaVerbs.Decline, id, _fixture.Meeting, "Nej")).Refused<InitiativeRight>().Text, StringComparison.Ordinal);
        (await AnswerAsync(AgendaVerbs.Accept, id, _later, "Senere")).Refused<InitiativeRight>();
        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(id))).Refused<InitiativeRight>();
        Assert.Equal(AgendaItemStatus.Proposed, (await _fixture.ItemAsync(id)).Status);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));
        (await AnswerAsync(AgendaVerbs.Accept, id, _fixture.Meeting)).Card();
        Assert.Equal(["1 Ny indsats"], await _fixture.TitlesAsync());
    }

    /// <summary>Items are in eleven days before at midnight: the eleventh day before is in time, the tenth is not.</summary>
    [Theory]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public async Task Right_EndsWithTheTimeLimit(int daysAhead, bool isOwed)
    {
        var meeting = await Board.AddMeetingAsync(daysAhead);
        var request = new Klynge.Application.Agendas.Items.AddItemRequest(Board.Forum.Id, meeting.Id, AgendaFixture.Content("Ny indsats"));
        var id = (await _fixture.Chat.Get<Klynge.Application.Agendas.Items.AddItem>().HandleAsync(TestBoard.As(Board.Member), request, default)).Value.Id;

        var answer = await AnswerAsync(AgendaVerbs.Decline, id, meeting, "Nej");

        if (isOwed)
            answer.Refused<InitiativeRight>();
        else
            answer.Card();
    }

    [Fact]
    public async Task Proposal_ForAMeetingThatIsCalledOff_CanGoToAnother()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");
        await _fixture.ChangeAsync(async db => (await db.Meetings.FindAsync(_fixture.Meeting.Id))!.Cancel(null));

        (await AnswerAsync(AgendaVerbs.Accept, id, _later)).Card();

        Assert.Equal(_later.Id, (await _fixture.ItemAsync(id)).MeetingId);
    }

    [Fact]
    public async Task Proposal_TakenBackByItsMember_IsGone()
    {
        var id = await _fixture.AddAsync(Board.Member, "Ny indsats");

        await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Remove, _fixture.Data(id));

        Assert.Contains("er trukket tilbage", (await AnswerAsync(AgendaVerbs.Accept, id, _later)).Card().Text(), StringComparison.Ordinal);
        Assert.Equal(AgendaItemStatus.Removed, (await _fixture.ItemAsync(id)).Status);
    }

    private Task<Klynge.Application.Chat.ChatReply> AnswerAsync(string verb, AgendaItemId id, Meeting meeting, string? why = null) =>
        _fixture.Chat.PressAsync(Board.Secretary, verb, new
        {
            forum = Board.Forum.Id.Value.ToString("N"),
            meeting = _fixture.Meeting.Id.Value.ToString("N"),
            item = id.Value.ToString("N"),
            target = meeting.Id.Value.ToString("N"),
            reason = why,
            message = why,
        });
}
