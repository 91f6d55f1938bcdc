using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Minutes;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>Deadlines in texts that are saved: offered to the secretariat, accepted, dismissed, and never asked again.</summary>
public sealed class FoundDeadlineTests : IAsyncLifetime
{
    private const string Sentence = "Der er deadline for udpegning af deltagere d. 30. april 2026.";
    private DeadlineFixture _fixture = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CreateAsync();
        _meeting = await _fixture.Board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Case_WithADeadline_IsOfferedToTheSecretariatWithTheSentence()
    {
        await AddItemAsync($"Mødet blev afholdt d. 18. juni. {Sentence}");

        Assert.Equal(["Sofie Bech: Chefforum: 1 mulig frist"], await _fixture.SentSinceAsync(0));
        Assert.Equal(Sentence, (await FoundAsync()).Sentence);
    }

    [Fact]
    public async Task Case_WithAMereDate_IsNotOffered()
    {
        await AddItemAsync("Mødet blev afholdt d. 18. juni, og næste møde er d. 3. marts.");

        Assert.Empty(await _fixture.SentSinceAsync(0));
    }

    [Fact]
    public async Task Decision_WithADeadline_IsOfferedOnce_AlsoWhenItIsRewritten()
    {
        var item = await AddItemAsync("Uden frist.");
        await DecideAsync(item, $"Godkendt. {Sentence}");
        await DecideAsync(item, $"Indstillingen blev godkendt. {Sentence}");

        Assert.Single(await _fixture.SentSinceAsync(0));
    }

    [Fact]
    public async Task Minutes_ReadIn_AreOfferedWhatLiesAhead()
    {
        var document = new MinutesDocument
        {
            Forum = "Chefforum",
            Date = On(2025, 12, 16),
            Start = new LocalTime(14, 0),
            Items =
            [
                new MinutesItem { Number = 1, Title = "Udpegning", Decision = $"{Sentence} Fristen for bilag var den 1. december. Svar sendes senest den 20. december." },
                new MinutesItem { Number = 2, Title = "Projekt", Decision = "Arbejdet forventes afsluttet inden sommerferien." },
            ],
        };

        var result = await _fixture.Chat.Get<ImportMeeting>().HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(document), default);

        Assert.True(result.IsSuccess, result.Error?.Text);
        Assert.Equal(["Sofie Bech: Chefforum: 2 mulige frister"], await _fixture.SentSinceAsync(0));
    }

    [Fact]
    public async Task Accepted_BecomesADeadlineOfTheCaseWithItsSentence()
    {
        var item = await AddItemAsync(Sentence);

        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(await FoundAsync()));

        Assert.Contains("Oprettet som frist af Sofie Bech 13. jan. kl. 9.", reply.Text(), StringComparison.Ordinal);
        await using var db = _fixture.Board.Open();
        var deadline = await db.Deadlines.SingleAsync();
        Assert.Equal(
            (On(2026, 4, 30), DeadlineKind.Found, item, _meeting.Id, Sentence),
            (deadline.Date, deadline.Kind, deadline.ItemId!.Value, deadline.MeetingId!.Value, deadline.Quote));
        Assert.NotNull(deadline.NextReminderAt);
    }

    [Fact]
    public async Task Accepted_WithTimeAndResponsibleInTheSentence_KeepsBoth()
    {
        await AddItemAsync("Det blev aftalt, at Mads Holt sender tallene senest d. 30. april 2026 kl. 12.");

        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(await FoundAsync()));

        Assert.Contains("Oprettet som frist", reply.Text(), StringComparison.Ordinal);
        await using var db = _fixture.Board.Open();
        var deadline = await db.Deadlines.SingleAsync();
        Assert.Equal((new LocalTime(12, 0), _fixture.Board.Member.Id), (deadline.Time!.Value, deadline.ResponsibleId!.Value));
    }

    [Theory]
    [InlineData("Mads Holt", "Ansvarlig: Mads Holt")]
    [InlineData("hver kommune", "I teksten står »hver kommune«. Fristen bliver sekretariatets, til du retter den.")]
    public async Task Offer_OfASentenceThatNamesSomebody_SaysWho(string who, string expected)
    {
        await AddItemAsync($"Det blev aftalt, at {who} sender tallene senest d. 30. april 2026.");
        var found = await FoundAsync();
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Dismiss, Answer(found));

        var shown = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.UndoDismiss, Answer(found));

        Assert.Contains(expected, shown.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dismissed_IsNotOfferedAgain()
    {
        var item = await AddItemAsync(Sentence);
        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Dismiss, Answer(await FoundAsync()));
        var before = await _fixture.LastMessageAsync();

        await DecideAsync(item, Sentence);
        await AddItemAsync(Sentence);

        Assert.Contains("Afvist som frist", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(await _fixture.SentSinceAsync(before));
        await using var db = _fixture.Board.Open();
        Assert.Empty(await db.Deadlines.ToListAsync());
    }

    [Fact]
    public async Task Dismissal_IsSaidWithNameAndTime_AndTakenBack()
    {
        await AddItemAsync(Sentence);
        var found = await FoundAsync();
        var dismissed = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Dismiss, Answer(found));
        Assert.Contains("Afvist som frist af Sofie Bech 13. jan. kl. 9", dismissed.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Fortryd\"", dismissed.Text(), StringComparison.Ordinal);

        var undone = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.UndoDismiss, Answer(found));

        Assert.Contains("\"Opret frist\"", undone.Text(), StringComparison.Ordinal);
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(found));
        await using var db = _fixture.Board.Open();
        Assert.Equal(On(2026, 4, 30), (await db.Deadlines.SingleAsync()).Date);
    }

    [Fact]
    public async Task Dismissal_TakenBackTwice_OrByAMember_OrOfWhatWasAccepted_ChangesNothing()
    {
        await AddItemAsync(Sentence);
        var found = await FoundAsync();
        (await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.UndoDismiss, Answer(found))).Refused<NotAllowed>();
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.UndoDismiss, Answer(found));
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(found));

        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.UndoDismiss, Answer(found));

        Assert.Contains("Oprettet som frist af Sofie Bech", reply.Text(), StringComparison.Ordinal);
        Assert.NotNull((await FoundAsync()).DeadlineId);
    }

    [Fact]
    public async Task Vague_AsksForTheDay()
    {
        await AddItemAsync("Arbejdet forventes afsluttet inden sommerferien.");
        var found = await FoundAsync();

        (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(found))).Refused<DeadlineDateMissing>();
        var data = new Dictionary<string, object> { ["forum"] = _fixture.Board.Forum.Id.Value, ["found"] = found.Id.Value, [FoundCard.DateField(found.Id)] = "2026-06-26" };
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, data);

        await using var db = _fixture.Board.Open();
        Assert.Equal(On(2026, 6, 26), (await db.Deadlines.SingleAsync()).Date);
    }

    [Fact]
    public async Task Answer_OfASecondSecretary_ShowsTheFirstOnes()
    {
        await AddItemAsync(Sentence);
        var found = await FoundAsync();
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Dismiss, Answer(found));

        var reply = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Accept, Answer(found));

        Assert.Contains("Afvist som frist", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_LookedAtAgain_ShowsWhatAnotherHasAnswered()
    {
        await AddItemAsync(Sentence);
        var question = await _fixture.CardToAsync(_fixture.Board.Secretary);
        Assert.Contains("\"Opret frist\"", (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, question)).Text(), StringComparison.Ordinal);
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.Dismiss, Answer(await FoundAsync()));

        var seen = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, question)).Text();

        Assert.Contains("Afvist som frist af Sofie Bech", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Opret frist\"", seen, StringComparison.Ordinal);
        (await _fixture.Chat.RefreshAsync(_fixture.Board.Member, question)).Refused<NotAllowed>();
    }

    /// <summary>They are told in the order of the text; a later day stands above an earlier one, also when the card is drawn anew under the finger.</summary>
    [Fact]
    public async Task Question_LookedAtAgain_HasItsRowsWhereTheyStood()
    {
        await AddItemAsync("Ansøgningen sendes senest den 30. april 2026. Bidrag sendes senest den 2. marts 2026.");
        var question = await _fixture.CardToAsync(_fixture.Board.Secretary);

        var seen = (await _fixture.Chat.RefreshAsync(_fixture.Board.Secretary, question)).Text();

        Assert.All([question, seen], card => Assert.InRange(card.IndexOf("Ansøgningen sendes", StringComparison.Ordinal), 1, card.IndexOf("Bidrag sendes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answer_ByAMemberOrFromAnotherForum_IsRefused()
    {
        await AddItemAsync(Sentence);
        var found = await FoundAsync();

        (await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.Accept, Answer(found))).Refused<NotAllowed>();
        (await _fixture.PressAsync(_fixture.Board.Chair, DeadlineVerbs.Dismiss, Answer(found))).Refused<NotAllowed>();
        Assert.False((await FoundAsync()).IsAnswered);
    }

    private object Answer(FoundDeadline found) => new { forum = _fixture.Board.Forum.Id.Value, found = found.Id.Value, all = found.Id.Value.ToString("N") };

    private async Task<AgendaItemId> AddItemAsync(string text)
    {
        var content = new AgendaItemContent { Title = "Udpegning", Sections = [new AgendaSection("Sagsfremstilling", text)] };
        var request = new AddItemRequest(_fixture.Board.Forum.Id, _meeting.Id, content);
        return (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default)).Value.Id;
    }

    private async Task DecideAsync(AgendaItemId item, string text)
    {
        await using var db = _fixture.Board.Open();
        var seen = (await db.AgendaItems.SingleAsync(one => one.Id == item)).Version;
        var request = new RecordDecisionRequest(_fixture.Board.Forum.Id, item, text, seen);
        Assert.True((await _fixture.Chat.Get<RecordDecision>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default)).IsSuccess);
    }

    private async Task<FoundDeadline> FoundAsync()
    {
        await using var db = _fixture.Board.Open();
        return await db.FoundDeadlines.SingleAsync();
    }
}
