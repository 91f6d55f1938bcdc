using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Exclusions;

/// <summary>One member is kept out of one closed item: to them it is as closed as to an observer, wherever it shows; the others read it as before.</summary>
public sealed class ItemExclusionTests : IAsyncLifetime
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
        var content = new AgendaItemContent { Title = Secret, IsClosed = true, Sections = [new AgendaSection("Sagsfremstilling", "Der er tre hemmelige ansøgere.")], Recommendations = ["godkender ansættelsen"] };
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
    public async Task ExcludedMember_ReadsAClosedItem_WhereTheOthersReadItsTitle()
    {
        Assert.Contains(Secret, await AgendaOfAsync(_board.Member), StringComparison.Ordinal);

        Assert.Contains("Mads Holt er holdt ude af punktet.", (await ExcludeAsync(_board.Member)).Text(), StringComparison.Ordinal);

        foreach (var text in new[] { await AgendaOfAsync(_board.Member), (await PressAsync(_board.Member, AgendaVerbs.Item)).Text(), (await PressAsync(_board.Member, AgendaVerbs.Full)).Text() })
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("hemmelige", text, StringComparison.Ordinal);
        }

        Assert.Contains("Lukket punkt", await AgendaOfAsync(_board.Member), StringComparison.Ordinal);
        foreach (var other in new[] { _board.Doctor, _board.Chair, _board.Secretary })
            Assert.Contains(Secret, await AgendaOfAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgendaThatIsSent_LeavesTheItemOutForThem_InChatAndInMail()
    {
        await ExcludeAsync(_board.Member);
        Assert.True((await _chat.Get<SendAgenda>().HandleAsync(TestBoard.As(_board.Secretary), new SendAgendaRequest(_board.Forum.Id, _meeting.Id), Ct)).IsSuccess);

        await using var db = _board.Open();
        var sent = await db.Outbox.Where(message => message.Kind == OutboxKind.Notify).ToListAsync(Ct);
        Assert.DoesNotContain("overl", Payload(sent, _board.Member), StringComparison.Ordinal);
        Assert.Contains("overl", Payload(sent, _board.Doctor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FindsNothingOfIt_ForThemAlone()
    {
        await ExcludeAsync(_board.Member);

        Assert.Equal(0, await FoundAsync(_board.Member));
        Assert.Equal(1, await FoundAsync(_board.Doctor));
    }

    [Fact]
    public async Task Document_IsNotTheirsToOpen()
    {
        var path = DocumentPath.Of(_board.Forum.Name, 2026, "Ansøgning").AsClosed();
        var file = ItemFile.Dropped(_board.Secretary.Id, "Ansøgning", "https://files.example/1", _board.Clock.GetCurrentInstant());
        file.Answer(_board.Forum.Id, _item.Id, new FileAnswer("Ansøgning", false, false, null, null), _board.Clock.GetCurrentInstant());
        file.StoreAt(path.ToString());
        await _board.AddAsync(file);
        await ExcludeAsync(_board.Member);

        await using var db = _board.Open();
        Assert.False(await db.MayReadAsync(_board.Member.Id, path, _board.Today));
        Assert.True(await db.MayReadAsync(_board.Doctor.Id, path, _board.Today));
    }

    [Fact]
    public async Task DeadlineOfIt_IsHiddenFromThem()
    {
        var deadline = Deadline.Set(new NewDeadline(_board.Forum.Id, "Svar til overlægen", _board.Today.PlusDays(10), DeadlineKind.Own) { ItemId = _item.Id }, _board.Secretary.Id, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(deadline);
        await ExcludeAsync(_board.Member);

        Assert.DoesNotContain("overlægen", (await DeadlinesOfAsync(_board.Member)).Text(), StringComparison.Ordinal);
        Assert.Contains("overlægen", (await DeadlinesOfAsync(_board.Doctor)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostponedItem_IsKeptFromThemAtTheNextMeeting_AndSaidLaterItIsAtBoth()
    {
        await _board.AddMeetingAsync(daysAhead: 28);
        await ExcludeAsync(_board.Member);
        Assert.True((await _chat.Get<PostponeItem>().HandleAsync(TestBoard.As(_board.Secretary), new PostponeItemRequest(_board.Forum.Id, _item.Id, _meeting.Id), Ct)).IsSuccess);

        Assert.Equal(2, await ExcludedFromAsync(_board.Member));
        await ExcludeAsync(_board.Doctor);
        Assert.Equal((0, 2), (await ExcludedFromAsync(_board.Member), await ExcludedFromAsync(_board.Doctor)));
    }

    [Fact]
    public async Task LetInAgain_TheyReadItAsBefore_AndTheSameAgainChangesNothing()
    {
        await ExcludeAsync(_board.Member);
        await ExcludeAsync(_board.Member);
        Assert.Equal(1, await ExcludedFromAsync(_board.Member));

        Assert.Contains("Ingen er holdt ude.", (await ExcludeAsync()).Text(), StringComparison.Ordinal);
        Assert.Contains(Secret, await AgendaOfAsync(_board.Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyReadersOfClosed_AndNotTheSecretariat_AreKeptOut_AndOnlyBySomebodyWhoMakesTheAgenda()
    {
        (await ExcludeAsync(_board.Secretary)).Refused<SecretariatCannotBeExcluded>();
        (await ExcludeAsync(_board.Observer)).Refused<ExcludedUnknown>();
        (await ExcludeAsync(_board.Stranger)).Refused<ExcludedUnknown>();
        (await PressAsync(_board.Secretary, ExclusionVerbs.Save, ("people", "ikke et id"))).Refused<ExcludedUnknown>();
        (await PressAsync(_board.Chair, ExclusionVerbs.Save, ("people", _board.Member.Id.Value.ToString("N")))).Refused<NotAllowed>();
        (await PressAsync(_board.Chair, ExclusionVerbs.Form)).Refused<NotAllowed>();
        Assert.DoesNotContain("Sofie Bech", (await PressAsync(_board.Secretary, ExclusionVerbs.Form)).Card().Text(), StringComparison.Ordinal);

        await using var db = _board.Open();
        Assert.Empty(db.ItemExclusions);
    }

    [Fact]
    public async Task OpenItem_KeepsNobodyOut()
    {
        await using (var db = _board.Open())
        {
            var item = (await db.AgendaItems.FindAsync([_item.Id], Ct))!;
            item.Content = item.Content with { IsClosed = false };
            await db.SaveChangesAsync(Ct);
        }

        (await ExcludeAsync(_board.Member)).Refused<OnlyClosedItemsExclude>();
        (await PressAsync(_board.Secretary, ExclusionVerbs.Form)).Refused<OnlyClosedItemsExclude>();
    }

    [Fact]
    public async Task ChairWhoIsKeptOut_IsNotAskedToApprove_ButSomebodyMustBeLeft()
    {
        await using (var db = _board.Open())
        {
            var forum = (await db.Forums.FindAsync([_board.Forum.Id], Ct))!;
            forum.Rules = forum.Rules with { AgendaApproval = AgendaApprovalRule.CoChairs };
            await db.SaveChangesAsync(Ct);
        }

        (await ExcludeAsync(_board.Chair)).Refused<NobodyLeftToApprove>();
        await using (var db = _board.Open())
            await db.Members.Where(seat => seat.PersonId == _board.Doctor.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.CoChair), Ct);

        await ExcludeAsync(_board.Chair);
        var asked = await _chat.Get<Application.Agendas.Approvals.AskApproval>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _meeting.Id, null), Ct);
        Assert.Equal(["medformand Omar Said"], asked.Value.Names);
    }

    [Fact]
    public async Task InWriting_ItDoesNotGo_WhileSomebodyIsKeptOut_AndNobodyIsOnceItHas()
    {
        await ExcludeAsync(_board.Member);
        var request = new SaveProcedureDraftRequest(_board.Forum.Id, Procedure: null, _item.Id, ProcedureFixture.Form with { Title = Secret });
        Assert.IsType<ExcludedInWriting>((await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), request, Ct)).Error);

        await ExcludeAsync();
        Assert.True((await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), request, Ct)).IsSuccess);
        (await ExcludeAsync(_board.Member)).Refused<ExclusionComesTooLate>();
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

    private async Task<string> AgendaOfAsync(Person person) => (await PressAsync(person, AgendaVerbs.Show)).Text();

    private Task<ChatReply> DeadlinesOfAsync(Person person) => _chat.SayAsync(person, new Application.Chat.Commands.ChatCommand.ShowDeadlines(null));

    private async Task<int> FoundAsync(Person person)
    {
        await using var db = _board.Open();
        var visits = await db.VisitsAsync(person.Id, _board.Today);
        return (await _chat.Get<SearchItems>().HandleAsync(new SearchRequest(visits.FindAll(visit => visit.Forum.Id == _board.Forum.Id), "overlæge") { IsAlone = true }, Ct)).Value.Total;
    }

    private async Task<int> ExcludedFromAsync(Person person)
    {
        await using var db = _board.Open();
        return await db.ItemExclusions.CountAsync(one => one.PersonId == person.Id, Ct);
    }

    private static string Payload(List<OutboxMessage> sent, Person person) => sent.Single(message => message.PersonId == person.Id).Payload!;
}
