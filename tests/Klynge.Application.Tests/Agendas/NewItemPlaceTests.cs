using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

/// <summary>»Eventuelt« stays last by every way that an item comes onto an agenda, also where nobody has marked it as closing the agenda.</summary>
public sealed class NewItemPlaceTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private ChatFixture Chat => _fixture.Chat;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        await Board.AddAsync(
            AgendaItem.Add(_fixture.Meeting, 1, AgendaFixture.Content("Velkomst"), Board.Clock.GetCurrentInstant()),
            AgendaItem.Add(_fixture.Meeting, 2, AgendaFixture.Content("Eventuelt"), Board.Clock.GetCurrentInstant()));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("command")]
    [InlineData("form")]
    [InlineData("proposal")]
    [InlineData("proposal for another meeting")]
    [InlineData("postponed")]
    [InlineData("decided in writing")]
    [InlineData("meeting demanded")]
    [InlineData("put back")]
    public async Task Item_ThatComesOntoTheAgenda_StandsBeforeEventuelt(string way)
    {
        await AddAsync(way);

        var titles = await _fixture.TitlesAsync();
        Assert.Equal(3, titles.Count);
        Assert.Equal("1 Velkomst", titles[0]);
        Assert.Equal("3 Eventuelt", titles[2]);
    }

    private Task AddAsync(string way) => way switch
    {
        "command" => SayAsync(),
        "form" => Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, Data(_fixture.Meeting)),
        "proposal" => AcceptAsync(_fixture.Meeting.Date),
        "proposal for another meeting" => AcceptAsync(Board.Today.PlusDays(7)),
        "postponed" => PostponeAsync(),
        "decided in writing" => EndAsync(Answer.Approve),
        "meeting demanded" => EndAsync(Answer.DemandMeeting),
        _ => PutBackAsync(),
    };

    private async Task SayAsync()
    {
        var form = (await Chat.SayAsync(Board.Secretary, new ChatCommand.AddItem("Ny sag", null, null, null, _fixture.Meeting.Date))).Card();
        var save = Assert.Single(form.Actions!.OfType<ExecuteAction>(), action => action.Title == "Gem");
        var sent = JsonNode.Parse(save.Data!.ToJsonString())!.AsObject();
        (sent["title"], sent["kind"]) = ("Ny sag", "2");
        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, sent);
    }

    private async Task AcceptAsync(LocalDate wished)
    {
        var meeting = wished == _fixture.Meeting.Date ? _fixture.Meeting : await Board.AddMeetingAsync(daysAhead: 7);
        var proposal = AgendaItem.Propose(meeting, AgendaFixture.Content("Ny sag"), Board.Member.Id, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(proposal);
        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Data(meeting, proposal.Id));
    }

    private async Task PostponeAsync()
    {
        var earlier = await Board.AddMeetingAsync(daysAhead: 7);
        var item = AgendaItem.Add(earlier, 1, AgendaFixture.Content("Ny sag"), Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, Data(earlier, item.Id));
    }

    private async Task EndAsync(Answer answer)
    {
        var procedures = new ProcedureFixture(Board, Chat);
        var procedure = await procedures.OpenAsync();
        foreach (var voter in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
            await procedures.VoteAsync(voter, procedure, answer, "Fordi");

        Board.Clock.Advance(Duration.FromMinutes(WrittenProcedureRules.UsualClosingDelay + 1));
        await Chat.Get<CloseDueProcedures>().HandleAsync(default);
    }

    /// <summary>It was the third of four; the first is gone since, so that its old number is the one behind »Eventuelt«.</summary>
    private async Task PutBackAsync()
    {
        var (first, mine) = (await _fixture.AddAsync(Board.Secretary, "Væk"), await _fixture.AddAsync(Board.Secretary, "Ny sag"));
        foreach (var item in new[] { mine, first })
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, Data(_fixture.Meeting, item));
        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, Data(_fixture.Meeting, mine));
    }

    private object Data(Meeting meeting, AgendaItemId? item = null) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = meeting.Id.Value.ToString("N"),
        target = _fixture.Meeting.Id.Value.ToString("N"),
        item = item?.Value.ToString("N"),
        title = "Ny sag",
        kind = "2",
    };
}
