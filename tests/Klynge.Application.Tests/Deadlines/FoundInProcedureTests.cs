using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>Deadlines in the case of a written procedure: found when its draft is saved or the open case is changed.</summary>
public sealed class FoundInProcedureTests : IAsyncLifetime
{
    private const string Sentence = "Der er deadline for udpegning af deltagere d. 30. april 2026.";
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Draft_WithADeadline_IsOfferedToTheSecretariatWithTheSentence()
    {
        var draft = await SaveAsync($"Programmet begyndte d. 18. juni. {Sentence}");

        Assert.Equal(["Sofie Bech: Chefforum: 1 mulig frist"], await _fixture.SentSinceAsync(0));
        var found = await FoundAsync();
        Assert.Equal((Sentence, draft, "Udpegning til ledelsesprogrammet"), (found.Sentence, found.ProcedureId!.Value, found.Title));
    }

    [Fact]
    public async Task Draft_SavedAgain_OffersOnlyWhatIsNew()
    {
        var draft = await SaveAsync(Sentence);
        var before = await _fixture.LastMessageAsync();

        await SaveAsync($"Indledning. {Sentence}", draft);
        Assert.Empty(await _fixture.SentSinceAsync(before));
        await SaveAsync($"{Sentence} Bidrag sendes senest den 1. marts.", draft);

        Assert.Equal(["Sofie Bech: Chefforum: 1 mulig frist"], await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Draft_OfAnItemWhoseTextWasLookedThrough_IsNotOfferedAgain_AndANewOneBelongsToTheItem()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        var content = new AgendaItemContent { Title = "Udpegning", Sections = [new AgendaSection("Sagsfremstilling", Sentence)] };
        var item = (await _fixture.Chat.Get<Application.Agendas.Items.AddItem>().HandleAsync(
            TestBoard.As(_fixture.Board.Secretary), new(_fixture.Board.Forum.Id, meeting.Id, content), default)).Value.Id;
        var before = await _fixture.LastMessageAsync();

        var draft = await SaveAsync(Sentence, item: item);
        Assert.Empty(await _fixture.SentSinceAsync(before));
        await SaveAsync($"{Sentence} Bidrag sendes senest den 1. marts.", draft);

        await using var db = _fixture.Board.Open();
        var found = await db.FoundDeadlines.SingleAsync(one => one.ProcedureId == draft);
        Assert.Equal((item, meeting.Id), (found.ItemId!.Value, found.MeetingId!.Value));
    }

    [Fact]
    public async Task Draft_OfTheChair_IsOfferedToTheSecretariat()
    {
        await SaveAsync(Sentence, by: _fixture.Board.Chair);

        Assert.Equal(["Sofie Bech: Chefforum: 1 mulig frist"], await _fixture.SentSinceAsync(0));
    }

    [Fact]
    public async Task OpenCase_ThatIsChanged_OffersWhatIsNew()
    {
        var draft = await SaveAsync("Uden frist.");
        Assert.True((await _fixture.Chat.Get<OpenWrittenProcedure>().HandleAsync(
            TestBoard.As(_fixture.Board.Secretary), new(_fixture.Board.Forum.Id, draft), default)).IsSuccess);
        var before = await _fixture.LastMessageAsync();
        var form = ProcedureFixture.Form with { Presentation = Sentence, Reason = "Fristen manglede" };

        var amended = await _fixture.Chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(_fixture.Board.Secretary), new(_fixture.Board.Forum.Id, draft, form), default);

        Assert.True(amended.IsSuccess, amended.Error?.Text);
        Assert.Contains("Sofie Bech: Chefforum: 1 mulig frist", await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Accepted_IsReadByTheForumOnlyOnceTheCaseIsSentOut()
    {
        var draft = await SaveAsync(Sentence);
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(await FoundAsync()));

        Assert.Contains(Sentence, await ShownToAsync(_fixture.Board.Secretary), StringComparison.Ordinal);
        Assert.Contains("procedure.preview", await ShownToAsync(_fixture.Board.Secretary), StringComparison.Ordinal);
        Assert.Contains("Frist i en sag, der ikke er sendt ud", await ShownToAsync(_fixture.Board.Member), StringComparison.Ordinal);
        Assert.DoesNotContain("Udpegning", await ShownToAsync(_fixture.Board.Member), StringComparison.Ordinal);
        Assert.DoesNotContain("Udpegning", (await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.ShowDeadlines(null))).Text(), StringComparison.Ordinal);

        await _fixture.Chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), new(_fixture.Board.Forum.Id, draft), default);

        Assert.Contains(Sentence, await ShownToAsync(_fixture.Board.Member), StringComparison.Ordinal);
        Assert.Contains("procedure.view", await ShownToAsync(_fixture.Board.Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_OfADraftThatIsDiscarded_StaysWithoutAWayToIt()
    {
        var draft = await SaveAsync(Sentence);
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(await FoundAsync()));

        var request = new WithdrawWrittenProcedureRequest(_fixture.Board.Forum.Id, draft, Reason: null);
        Assert.True((await _fixture.Chat.Get<WithdrawWrittenProcedure>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default)).IsSuccess);

        Assert.DoesNotContain("Se sagen", await ShownToAsync(_fixture.Board.Secretary), StringComparison.Ordinal);
        Assert.DoesNotContain("Udpegning", await ShownToAsync(_fixture.Board.Member), StringComparison.Ordinal);
    }

    private async Task<string> ShownToAsync(Person person)
    {
        await using var db = _fixture.Board.Open();
        var id = (await db.Deadlines.SingleAsync()).Id;
        return (await _fixture.PressAsync(person, DeadlineVerbs.Show, new { forum = _fixture.Board.Forum.Id.Value, deadline = id.Value })).Text();
    }

    private object Answer(FoundDeadline found) => new { forum = _fixture.Board.Forum.Id.Value, found = found.Id.Value, all = found.Id.Value.ToString("N") };

    private async Task<WrittenProcedureId> SaveAsync(
        string presentation, WrittenProcedureId? draft = null, AgendaItemId? item = null, Person? by = null)
    {
        var form = ProcedureFixture.Form with { Summary = string.Empty, Presentation = presentation };
        var saved = await _fixture.Chat.Get<SaveProcedureDraft>().HandleAsync(
            TestBoard.As(by ?? _fixture.Board.Secretary), new SaveProcedureDraftRequest(_fixture.Board.Forum.Id, draft, item, form), default);
        Assert.True(saved.IsSuccess, saved.Error?.Text);
        return saved.Value;
    }

    private async Task<FoundDeadline> FoundAsync()
    {
        await using var db = _fixture.Board.Open();
        return await db.FoundDeadlines.SingleAsync();
    }
}
