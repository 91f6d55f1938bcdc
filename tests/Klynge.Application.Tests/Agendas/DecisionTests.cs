using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

public sealed class DecisionTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task StockPhrase_IsOneClickAndTheNextItemIsChosen()
    {
        var first = await _fixture.AddAsync(Board.Secretary, "A");
        var second = await _fixture.AddAsync(Board.Secretary, "B");

        var form = await DecideAsync(first, 1, phrase: 1);

        Assert.Equal("Orienteringen blev taget til efterretning.", (await _fixture.ItemAsync(first)).Decision);
        Assert.Contains($"\"value\":\"{second.Value:N}/1\"", form.Text(), StringComparison.Ordinal);
        Assert.Contains("1 punkt mangler en beslutning.", form.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_FromAStaleForm_AsksAndKeepsBothTexts()
    {
        var item = await _fixture.AddAsync(Board.Secretary, "A");
        await DecideAsync(item, 1, text: "Første");

        var asked = (await DecideAsync(item, 1, text: "Anden")).Text();
        Assert.Contains("har allerede beslutningen »Første«", asked, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Anden\"", asked, StringComparison.Ordinal);
        Assert.Equal("Første", (await _fixture.ItemAsync(item)).Decision);
        await DecideAsync(item, 2, text: "Tredje\r\n\r\nmed to afsnit");

        Assert.Equal("Tredje\n\nmed to afsnit", (await _fixture.ItemAsync(item)).Decision);
    }

    [Fact]
    public async Task Decision_AfterTheMinutesAreApproved_IsRefused()
    {
        var item = await _fixture.AddAsync(Board.Secretary, "A");
        var minutes = new MeetingMinutes { MeetingId = _fixture.Meeting.Id };
        Approve(minutes);
        await Board.AddAsync(minutes);

        (await DecideAsync(item, 1, text: "For sent")).Refused<DecisionIsFinal>();
    }

    [Fact]
    public async Task Decision_OfTwentyThousandCharactersAndOne_IsRefused()
    {
        var item = await _fixture.AddAsync(Board.Secretary, "A");

        (await DecideAsync(item, 1, text: new string('x', AgendaItemRules.MaxDecisionLength + 1))).Refused<DecisionTooLong>();
    }

    [Fact]
    public async Task Decision_ForANumberThatIsNotThere_NamesTheOnesThatAre()
    {
        await _fixture.AddAsync(Board.Secretary, "A");

        var error = (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(7, "Nej"))).Refused<NoItemWithNumber>();

        Assert.Equal((7, 1), (error.Number, error.Last));
        Assert.Contains("Der er ikke noget punkt 7 på mødet tirsdag d. 3. februar 2026", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_OfAMeetingThatIsOver_IsReplacedOnlyAfterAYes()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "A");
        await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Godkendt."));
        await _fixture.ChangeAsync(async db => (await db.Meetings.FindAsync(_fixture.Meeting.Id))!.Finish(Board.Clock.GetCurrentInstant()));
        Board.Clock.Advance(NodaTime.Duration.FromDays(22));

        var asked = (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Forkastet."))).Card();

        Assert.Contains("har allerede beslutningen »Godkendt.«", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Forkastet.\"", asked.Text(), StringComparison.Ordinal);
        Assert.Equal("Godkendt.", (await _fixture.ItemAsync(id)).Decision);
    }

    [Theory]
    [InlineData("agenda.decide.form")]
    [InlineData("agenda.decide")]
    [InlineData("agenda.postpone")]
    public async Task Decision_ByTheChair_IsRefused(string verb)
    {
        var item = await _fixture.AddAsync(Board.Secretary, "A");

        (await _fixture.Chat.PressAsync(Board.Chair, verb, Answer(item, 1, text: "Ja"))).Refused<NotAllowed>();
    }

    /// <summary>The answer would be that there is no such meeting, and the item would have moved all the same.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Postpone_WithAMeetingThatIsNotTheItems_MovesNothing(bool exists)
    {
        var next = await Board.AddMeetingAsync(daysAhead: 50);
        var item = await _fixture.AddAsync(Board.Secretary, "Udpegning");
        var meeting = exists ? next.Id.Value : Guid.NewGuid();

        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, new { forum = Board.Forum.Id.Value, meeting, item = item.Value })).Refused<ItemNotFound>();

        await using var db = Board.Open();
        Assert.False(await db.AgendaItems.AnyAsync(one => one.MeetingId == next.Id));
    }

    [Fact]
    public async Task Postponed_OffersTheNextMeetingAndCarriesTheMaterialThere()
    {
        var next = await Board.AddMeetingAsync(daysAhead: 50);
        var item = await _fixture.AddAsync(Board.Secretary, "Udpegning");

        var offer = await DecideAsync(item, 1, phrase: 2);
        Assert.Contains("Sæt punktet på næste møde", offer.Text(), StringComparison.Ordinal);
        var told = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _fixture.Data(item));

        Assert.Contains("som punkt 1.", told.Text(), StringComparison.Ordinal);
        await using var db = Board.Open();
        var continued = Assert.Single(await db.ItemsOnAgendaAsync(next.Id));
        Assert.Equal((item, "Udpegning", null), (continued.ContinuesId, continued.Content.Title, continued.Decision));
        Assert.Contains("som punkt 1.", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _fixture.Data(item))).Text(), StringComparison.Ordinal);
        Assert.Single(await db.ItemsOnAgendaAsync(next.Id));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(null, "Sagen sendes til skriftlig behandling inden sommer.")]
    public async Task Decision_ToTakeItInWriting_LeadsToTheFormOfThatItem(int? phrase, string? text)
    {
        var item = await _fixture.AddAsync(Board.Secretary, "Udpegning");
        await _fixture.AddAsync(Board.Secretary, "Noget andet");

        var offer = (await DecideAsync(item, 1, text, phrase)).Text();

        Assert.Equal(1, Count(offer, Klynge.Application.WrittenProcedures.Verbs.Form));
        Assert.Contains($"\"item\":\"{item.Value:N}\"", offer, StringComparison.Ordinal);
        var form = await _fixture.Chat.PressAsync(Board.Secretary, Klynge.Application.WrittenProcedures.Verbs.Form, _fixture.Data(item));
        Assert.Contains("Udpegning", form.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postpone_WithoutALaterMeeting_IsRefused()
    {
        var item = await _fixture.AddAsync(Board.Secretary, "Udpegning");

        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _fixture.Data(item))).Refused<NoLaterMeeting>();
    }

    [Theory]
    [InlineData("inProgress")]
    [InlineData("today")]
    [InlineData("held")]
    [InlineData("neverStarted")]
    [InlineData("next")]
    public async Task Decisions_AreWrittenForTheMeetingThatNeedsThem(string expected)
    {
        var held = Meeting.FromMinutes(Board.Forum.Id, new MeetingTime(Board.Today.PlusDays(-30), new(14, 0), null), "Teams");
        var approved = Meeting.FromMinutes(Board.Forum.Id, new MeetingTime(Board.Today.PlusDays(-2), new(14, 0), null), "Teams");
        var minutes = new MeetingMinutes { MeetingId = approved.Id };
        Approve(minutes);
        await Board.AddAsync(approved, minutes);
        var wanted = expected switch
        {
            "inProgress" => await Board.AddMeetingAsync(daysAhead: 90),
            "today" => await Board.AddMeetingAsync(daysAhead: 0),
            "held" => held,
            "neverStarted" => await Board.AddMeetingAsync(daysAhead: 5),
            _ => _fixture.Meeting,
        };
        if (expected == "held")
            await Board.AddAsync(held);
        else if (expected == "inProgress")
            await _fixture.ChangeAsync(async db => (await db.Meetings.FindAsync(wanted.Id))!.Begin(Board.Clock.GetCurrentInstant()));

        else if (expected == "neverStarted")
            Board.Clock.Advance(NodaTime.Duration.FromDays(6));

        await using var db = Board.Open();
        Assert.Equal(wanted.Id, (await Klynge.Application.Meetings.MeetingQueries.MeetingsToMinuteAsync(db, Board.Forum.Id, Board.Today))[0].Id);
    }

    /// <summary>Buttons with a verb; each carries it a second time in its fallback.</summary>
    private static int Count(string card, string verb) => (card.Split($"\"verb\":\"{verb}\"").Length - 1) / 2;

    private void Approve(MeetingMinutes minutes)
    {
        var now = Board.Clock.GetCurrentInstant();
        minutes.Store(new MinutesFile("Chefforum/2026/x.docx", "hash", "1", null, "text"), now);
        minutes.Approve("text", now);
    }

    private Task<ChatReply> DecideAsync(AgendaItemId item, int version, string? text = null, int? phrase = null) =>
        _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decide, Answer(item, version, text, phrase));

    private object Answer(AgendaItemId item, int version, string? text = null, int? phrase = null) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        item = item.Value.ToString("N"),
        choice = $"{item.Value:N}/{version}",
        text,
        phrase,
    };
}
