using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

/// <summary>Each recommendation is answered for itself, or all by one press, and the minutes say so.</summary>
public sealed class AnswerRecommendationsTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;
    private AgendaItemId _item;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _item = await AddAsync("Rammeaftale", "Godkender aftalen", "Drøfter tidsplanen", "Sender aftalen videre");
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Form_AnswersEach_AndUndoTakesAllOfThemBack()
    {
        var form = await PressAsync(AgendaVerbs.DecideForm, new { item = _item.Value });
        Assert.Contains(AnswerTexts.Open, form.Text(), StringComparison.Ordinal);
        Assert.Contains("1. Godkender aftalen", (await _fixture.Chat.PressAsync(Turn(), form.Card(), AnswerTexts.Open)).Text(), StringComparison.Ordinal);

        var saved = await AnswerAsync(new { answer1 = "approvedAmended", words1 = "bilag 2 udgår", answer2 = "discussed", answer3 = "referred", body3 = "Direktørforum", text = "God aftale." });

        Assert.Equal("Indstilling 1 blev godkendt med ændringer. Bilag 2 udgår.\n\nIndstilling 2 blev drøftet.\n\nIndstilling 3 sendes videre til Direktørforum.\n\nGod aftale.", await DecisionAsync());
        await _fixture.Chat.PressAsync(Turn(), saved.Card(), "Fortryd");
        Assert.Null(await DecisionAsync());
    }

    [Fact]
    public async Task All_ByOnePress_IsOneSentence_AndKeepsWhatIsTyped()
    {
        await AnswerAsync(new { all = "approved" });
        Assert.Equal("Indstillingerne blev godkendt.", await DecisionAsync());

        await AnswerAsync(new { all = "noted", words2 = "tiden er knap" });

        Assert.Equal("Indstilling 1 og 3 blev taget til efterretning.\n\nIndstilling 2 blev taget til efterretning. Tiden er knap.", await DecisionAsync());
    }

    [Fact]
    public async Task Page_KeepsTheAnswersOfTheOthers_AndGoesOnToTheNext()
    {
        _item = await AddAsync("Mange", [.. Enumerable.Range(1, 7).Select(number => $"Godkender {number}")]);

        var next = await AnswerAsync(new { answer1 = "approved", answer2 = "rejected" });
        Assert.Contains("6. Godkender 6", next.Text(), StringComparison.Ordinal);
        await AnswerAsync(new { first = 6, answer7 = "postponed" });

        Assert.Equal("Indstilling 1 blev godkendt.\n\nIndstilling 2 blev ikke godkendt.\n\nIndstilling 7 udsættes til næste møde.", await DecisionAsync());
    }

    [Fact]
    public async Task All_FromAnotherPage_KeepsTheTextsThatStand()
    {
        _item = await AddAsync("Mange", [.. Enumerable.Range(1, 7).Select(number => $"Godkender {number}")]);
        await AnswerAsync(new { answer1 = "rejected", words1 = "for dyrt" });

        await AnswerAsync(new { first = 6, all = "approved" });

        Assert.Equal("Indstilling 1 blev godkendt. For dyrt.\n\nIndstilling 2, 3, 4, 5, 6 og 7 blev godkendt.", await DecisionAsync());
    }

    [Fact]
    public async Task WordsWithoutAnAnswer_AreNotLost()
    {
        (await AnswerAsync(new { answer1 = "approved", words2 = "tiden er knap" })).Refused<OutcomeMissing>();

        Assert.Null(await DecisionAsync());
    }

    [Fact]
    public async Task Form_DrawnBeforeAnotherChange_WritesNothing()
    {
        await AnswerAsync(new { all = "approved" });

        (await AnswerAsync(new { answer1 = "rejected" }, version: 1)).Refused<Klynge.Domain.Meetings.ChangedMeanwhile>();

        Assert.Equal("Indstillingerne blev godkendt.", await DecisionAsync());
    }

    [Fact]
    public async Task PostponedRecommendation_OffersTheNextMeeting_AndAWrittenOneTheCase()
    {
        Assert.Contains("Sæt punktet på næste møde", (await AnswerAsync(new { answer1 = "approved", answer2 = "postponed" })).Text(), StringComparison.Ordinal);
        Assert.Contains("Skriv sagen", (await AnswerAsync(new { answer1 = "approved", answer2 = "writtenProcedure" })).Text(), StringComparison.Ordinal);
    }

    /// <summary>The approval that is awaited is a deadline of the item's, once, until the decision says otherwise; nobody is offered it as well.</summary>
    [Fact]
    public async Task Reservation_IsADeadline_ThatFollowsTheDecision()
    {
        var saved = await AnswerAsync(new { answer1 = "approvedSubjectTo", body1 = "kommunerne", until1 = "2026-05-01" });

        var deadline = Assert.Single(await DeadlinesAsync());
        Assert.Equal(("Godkendelse fra kommunerne: Rammeaftale", new LocalDate(2026, 5, 1), DeadlineKind.Approval, _item), (deadline.Title, deadline.Date, deadline.Kind, deadline.ItemId!.Value));
        Assert.NotNull(deadline.NextReminderAt);
        await using (var db = Board.Open())
            Assert.Empty(await db.FoundDeadlines.ToListAsync());

        await AnswerAsync(new { answer1 = "approvedSubjectTo", body1 = "kommunerne", until1 = "2026-05-01", answer2 = "discussed" });
        Assert.Single(await DeadlinesAsync());
        await _fixture.Chat.PressAsync(Turn(), saved.Card(), "Ret");
        await AnswerAsync(new { answer1 = "approved" });
        Assert.Empty(await DeadlinesAsync());
    }

    /// <summary>A week after the chairs were told it is asked about still, unlike other deadlines.</summary>
    [Fact]
    public void Reservation_IsAskedAboutUntilItHasCome()
    {
        var day = new LocalDate(2026, 5, 1);
        var reminders = Board.Forum.Rules.Reminders;

        Assert.Equal(Instant.FromUtc(2027, 5, 10, 6, 0), ReminderCalendar.Next(ReminderCalendar.Rounds(reminders, DeadlineKind.Approval, day), Instant.FromUtc(2027, 5, 4, 0, 0)));
        Assert.Null(ReminderCalendar.Next(ReminderCalendar.Rounds(reminders, DeadlineKind.Own, day), Instant.FromUtc(2027, 5, 4, 0, 0)));
    }

    [Fact]
    public async Task Answers_AreInTheMinutes_TheJson_TheDocumentAndTheSearch()
    {
        await AnswerAsync(new { answer1 = "approvedSubjectTo", body1 = "Byrådet i Nordhavn", until1 = "2026-05-01", answer2 = "rejected", words2 = "planen er for stram", answer3 = "recommended", body3 = "Direktørforum" });
        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _fixture.Meeting.Id);
        var minutes = await BuildMinutes.FromAsync(db, Board.Forum, meeting);

        var json = JsonDocument.Parse(MinutesJson.Serialize(minutes)).RootElement.GetProperty("items")[0].GetProperty("decisions");
        Assert.Equal("""{"recommendation":1,"outcome":"approvedSubjectTo","body":"Byrådet i Nordhavn","until":"2026-05-01"}""", JsonSerializer.Serialize(json[0]).Replace("\\u00E5", "å", StringComparison.Ordinal));
        Assert.Equal("Planen er for stram.", json[1].GetProperty("text").GetString());
        Assert.Equal("Direktørforum", json[2].GetProperty("body").GetString());

        using var file = new MemoryStream();
        MinutesDocumentWriter.Write(minutes, file);
        file.Position = 0;
        var back = MinutesParser.Parse((await MinutesReader.ReadAsync(file, "referat.docx", default)).Value).Value;
        Assert.Equal(RecommendationOutcomes.Read(await DecisionAsync(), 3), RecommendationOutcomes.Read(back.Items[0].Decision, back.Items[0].Recommendations.Count));

        foreach (var words in new[] { "ikke godkendt", "forbehold Nordhavn", "anbefales Direktørforum", "stram" })
        {
            var found = await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Search(words));
            Assert.Contains("Rammeaftale", found.Text(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("agenda.answers")]
    [InlineData("agenda.answers.form")]
    public async Task Answers_ByTheChair_AreRefused(string verb) =>
        (await _fixture.Chat.PressAsync(Board.Chair, verb, Data(new { item = _item.Value, answer1 = "approved", version = 1 }))).Refused<NotAllowed>();

    private async Task<AgendaItemId> AddAsync(string title, params IReadOnlyList<string> recommendations)
    {
        var request = new AddItemRequest(Board.Forum.Id, _fixture.Meeting.Id, new AgendaItemContent { Title = title, Recommendations = recommendations });
        return (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).Value.Id;
    }

    private async Task<ChatReply> AnswerAsync(object fields, int? version = null) => await PressAsync(AgendaVerbs.Answers, fields, version ?? (await _fixture.ItemAsync(_item)).Version);

    private Task<ChatReply> PressAsync(string verb, object fields, int? version = null) =>
        _fixture.Chat.PressAsync(Turn(), verb, Data(fields, version));

    private ChatTurn Turn() => _fixture.Chat.Turn(Board.Secretary);

    private object Data(object fields, int? version = null)
    {
        var data = JsonSerializer.SerializeToNode(_fixture.Data(_item))!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(fields)!.AsObject().ToList())
            data[name] = value?.DeepClone();

        if (version is { } seen)
            data["version"] = seen;

        return data;
    }

    private async Task<string?> DecisionAsync() => (await _fixture.ItemAsync(_item)).Decision;

    private async Task<List<Deadline>> DeadlinesAsync()
    {
        await using var db = Board.Open();
        return await db.Deadlines.Where(one => one.Status != DeadlineStatus.Removed && one.Kind == DeadlineKind.Approval).ToListAsync();
    }
}
