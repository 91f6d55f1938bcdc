using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Documents;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Exclusions;

/// <summary>The ways round to a closed item for somebody who is kept out of it, and what is left of it when the item is opened again.</summary>
public sealed class ExcludedByEveryWayTests : IAsyncLifetime
{
    private const string Secret = "Ansættelse af ledende overlæge";

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;
    private AgendaItem _item = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
        var content = new AgendaItemContent { Title = Secret, IsClosed = true, Sections = [new AgendaSection("Sagsfremstilling", "Der er tre hemmelige ansøgere. Svar senest d. 30. april 2026 til overlægerne.")], Recommendations = ["godkender ansættelsen"] };
        var added = await _chat.Get<AddItem>().HandleAsync(TestBoard.As(_board.Secretary), new AddItemRequest(_board.Forum.Id, _meeting.Id, content), Ct);
        await using var db = _board.Open();
        _item = (await db.AgendaItems.FindAsync([added.Value.Id], Ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task ChairWhoIsKeptOut_GetsNoFormOfACaseWithIt()
    {
        await ExcludeAsync(_board.Chair);

        (await PressAsync(_board.Chair, "procedure.form")).Refused<ExcludedInWriting>();
    }

    /// <summary>Whoever writes a contribution reads the item in order to do so.</summary>
    [Fact]
    public async Task AskedToContribute_IsNotKeptOut_BeforeTheRequestIsWithdrawn()
    {
        Assert.True((await AskAsync(_board.Member)).IsSuccess);

        (await ExcludeAsync(_board.Member)).Refused<ExcludedIsAsked>();
    }

    [Fact]
    public async Task KeptOut_IsNotAskedToContribute()
    {
        await ExcludeAsync(_board.Member);

        Assert.NotNull((await AskAsync(_board.Member)).Error);
    }

    [Fact]
    public async Task AgreementsAndDeadlines_InMyCases_AreHidden()
    {
        foreach (var (kind, days) in new[] { (DeadlineKind.Agreement, 20), (DeadlineKind.Own, 1) })
        {
            var deadline = Deadline.Set(new NewDeadline(_board.Forum.Id, "Svar til overlægen", _board.Today.PlusDays(days), kind) { ItemId = _item.Id, Responsible = new Responsible(_board.Member.Id, null) }, _board.Secretary.Id, _board.Clock.GetCurrentInstant());
            await _board.AddAsync(deadline);
        }

        _board.Clock.Advance(NodaTime.Duration.FromDays(3));
        Assert.Contains("overlæge", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
        await ExcludeAsync(_board.Member);
        Assert.DoesNotContain("overlæge", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenedAgain_TheyApproveLikeTheOthers()
    {
        await ApprovalOfAllAsync();
        await ExcludeAsync(_board.Chair);
        await OpenItemAsync();

        var asked = await _chat.Get<AskApproval>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _meeting.Id, null), Ct);
        Assert.Equal(2, asked.Value.Names.Count);
    }

    [Fact]
    public async Task AskedToApprove_ThenKeptOut_ItDoesNotWaitForThem()
    {
        await ApprovalOfAllAsync();
        await _chat.Get<AskApproval>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _meeting.Id, null), Ct);
        Assert.Contains(Klynge.Application.Agendas.Approvals.Texts.WaitForYou, (await _chat.SayAsync(_board.Chair, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
        await ExcludeAsync(_board.Chair);

        Assert.DoesNotContain(Klynge.Application.Agendas.Approvals.Texts.WaitForYou, (await _chat.SayAsync(_board.Chair, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenedAgain_TheyOpenItsDocuments()
    {
        var path = DocumentPath.Of(_board.Forum.Name, 2026, "Ansøgning");
        var file = ItemFile.Dropped(_board.Secretary.Id, "Ansøgning", "https://files.example/1", _board.Clock.GetCurrentInstant());
        file.Answer(_board.Forum.Id, _item.Id, new FileAnswer("Ansøgning", false, false, null, null), _board.Clock.GetCurrentInstant());
        file.StoreAt(path.ToString());
        await _board.AddAsync(file);
        await ExcludeAsync(_board.Member);
        await OpenItemAsync();

        await using var db = _board.Open();
        Assert.True(await db.MayReadAsync(_board.Member.Id, path, _board.Today));
    }

    [Fact]
    public async Task CaseThatWasMadeWhileTheItemWasOpen_IsNotSentOut_OnceItIsClosed()
    {
        await ExcludeAsync(_board.Member);
        await OpenItemAsync();
        var request = new SaveProcedureDraftRequest(_board.Forum.Id, Procedure: null, _item.Id, ProcedureFixture.Form with { Title = Secret, Attachments = string.Empty });
        var draft = await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), request, Ct);
        Assert.True(draft.IsSuccess);
        await using (var db = _board.Open())
        {
            var item = (await db.AgendaItems.FindAsync([_item.Id], Ct))!;
            var edited = await _chat.Get<EditItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _item.Id, item.Content with { IsClosed = true }, item.Version), Ct);
            Assert.True(edited.IsSuccess);
        }

        var opened = await _chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft.Value), Ct);
        Assert.IsType<ExcludedInWriting>(opened.Error);
    }

    private async Task ApprovalOfAllAsync()
    {
        await using var db = _board.Open();
        var forum = (await db.Forums.FindAsync([_board.Forum.Id], Ct))!;
        forum.Rules = forum.Rules with { AgendaApproval = AgendaApprovalRule.CoChairs };
        await db.SaveChangesAsync(Ct);
        await db.Members.Where(seat => seat.PersonId == _board.Doctor.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.CoChair), Ct);
    }

    private Task<Domain.Common.Result<AskedContributions>> AskAsync(Person person) =>
        _chat.Get<AskContribution>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _item.Id, [person.Id], _board.Today.PlusDays(7), null), Ct);

    private async Task OpenItemAsync()
    {
        await using var db = _board.Open();
        var item = (await db.AgendaItems.FindAsync([_item.Id], Ct))!;
        item.Content = item.Content with { IsClosed = false };
        await db.SaveChangesAsync(Ct);
    }

    private async Task<ChatReply> ExcludeAsync(params Person[] people) =>
        await PressAsync(_board.Secretary, ExclusionVerbs.Save, ("people", string.Join(',', people.Select(person => person.Id.Value.ToString("N")))));

    private async Task<ChatReply> PressAsync(Person by, string verb, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var data = new JsonObject { ["forum"] = _board.Forum.Id.Value.ToString("N"), ["meeting"] = _meeting.Id.Value.ToString("N"), ["item"] = _item.Id.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _chat.PressAsync(by, verb, data);
    }
}
