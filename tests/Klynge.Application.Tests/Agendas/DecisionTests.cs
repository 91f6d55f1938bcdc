using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

public sealed class DecisionTests : IAsyncLifetime
{
    private AgendaBench _bench = null!;

    private TestBoard Board => _bench.Board;

    public async ValueTask InitializeAsync() => _bench = await AgendaBench.CreateAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task StockPhrase_IsOneClickAndTheNextItemIsChosen()
    {
        var first = await _bench.AddAsync(Board.Secretary, "A");
        var second = await _bench.AddAsync(Board.Secretary, "B");

        var form = await DecideAsync(first, 1, phrase: 1);

        Assert.Equal("Orienteringen blev taget til efterretning.", (await _bench.ItemAsync(first)).Decision);
        Assert.Contains($"\"value\":\"{second.Value:N}/1\"", form.Text(), StringComparison.Ordinal);
        Assert.Contains("1 punkt mangler en beslutning.", form.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_FromAStaleForm_AsksAndKeepsBothTexts()
    {
        var item = await _bench.AddAsync(Board.Secretary, "A");
        await DecideAsync(item, 1, text: "Første");

        var asked = (await DecideAsync(item, 1, text: "Anden")).Text();
        Assert.Contains("har allerede beslutningen »Første«", asked, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Anden\"", asked, StringComparison.Ordinal);
        Assert.Equal("Første", (await _bench.ItemAsync(item)).Decision);
        await DecideAsync(item, 2, text: "Tredje\r\n\r\nmed to afsnit");

        Assert.Equal("Tredje\n\nmed to afsnit", (await _bench.ItemAsync(item)).Decision);
    }

    [Fact]
    public async Task Decision_AfterTheMinutesAreApproved_IsRefused()
    {
        var item = await _bench.AddAsync(Board.Secretary, "A");
        var minutes = new MeetingMinutes { MeetingId = _bench.Meeting.Id };
        Approve(minutes);
        await Board.AddAsync(minutes);

        (await DecideAsync(item, 1, text: "For sent")).Refused<DecisionIsFinal>();
    }

    [Fact]
    public async Task Decision_OfTwentyThousandCharactersAndOne_IsRefused()
    {
        var item = await _bench.AddAsync(Board.Secretary, "A");

        (await DecideAsync(item, 1, text: new string('x', AgendaItemRules.LongestDecision + 1))).Refused<DecisionTooLong>();
    }

    [Fact]
    public async Task Decision_ForANumberThatIsNotThere_NamesTheOnesThatAre()
    {
        await _bench.AddAsync(Board.Secretary, "A");

        var error = (await _bench.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(7, "Nej"))).Refused<NoItemWithNumber>();

        Assert.Equal((7, 1), (error.Number, error.Last));
        Assert.Contains("Der er ikke noget punkt 7 på mødet tirsdag d. 3. februar 2026", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_OfAMeetingThatIsOver_IsReplacedOnlyAfterAYes()
    {
        var id = await _bench.AddAsync(Board.Secretary, "A");
        await _bench.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Godkendt."));
        await _bench.ChangeAsync(async db => (await db.Meetings.FindAsync(_bench.Meeting.Id))!.Finish(Board.Clock.GetCurrentInstant()));
        Board.Clock.Advance(NodaTime.Duration.FromDays(22));

        var asked = (await _bench.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Forkastet."))).Card();

        Assert.Contains("har allerede beslutningen »Godkendt.«", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Forkastet.\"", asked.Text(), StringComparison.Ordinal);
        Assert.Equal("Godkendt.", (await _bench.ItemAsync(id)).Decision);
    }

    [Fact]
    public async Task Decision_InTheForumsChat_GoesIntoTheOneCardOfTheMeeting_AndNoForm()
    {
        await _bench.AddAsync(Board.Secretary, "A");
        await _bench.AddAsync(Board.Secretary, "B");
        await _bench.AddAsync(Board.Secretary, "C", isClosed: true);
        var chat = await OpenForumChatAsync();

        foreach (var number in new[] { 1, 2, 3 })
        {
            var reply = await _bench.Chat.SayAsync(Again(chat), new ChatCommand.Decide(number, $"Godkendt {number}."));
            Assert.Equal(DecisionCards.Key(_bench.Meeting.Id), Assert.IsType<ChatReply.Shared>(reply).Key);
        }

        var shared = await DrawAsync(chat.ConversationId);
        Assert.Contains("Godkendt 1.", shared, StringComparison.Ordinal);
        Assert.Contains("Godkendt 2.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Godkendt 3.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv beslutning", shared, StringComparison.Ordinal);
        Assert.Contains("Skriv beslutning", (await _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decisions, _bench.Data())).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv beslutning", (await _bench.Chat.PressAsync(Board.Member, AgendaVerbs.Decisions, _bench.Data())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_InTheForumsChat_ThatStandsAlready_IsNotReplacedUnseen()
    {
        var id = await _bench.AddAsync(Board.Secretary, "A");
        var chat = await OpenForumChatAsync();
        await _bench.Chat.SayAsync(chat, new ChatCommand.Decide(1, "Godkendt."));

        var reply = await _bench.Chat.SayAsync(Again(chat), new ChatCommand.Decide(1, "Forkastet."));

        Assert.Contains("allerede en beslutning", Assert.IsType<ChatReply.Words>(reply).Markdown, StringComparison.Ordinal);
        Assert.Equal("Godkendt.", (await _bench.ItemAsync(id)).Decision);
    }

    [Fact]
    public async Task Decision_TypedInTheForumsChat_IsTakenBackOnTheSharedCard_ByWhoeverMay()
    {
        var id = await _bench.AddAsync(Board.Secretary, "A");
        var chat = _bench.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);
        await _bench.Chat.SayAsync(chat, new ChatCommand.Decide(1, "Godkendt."));
        var own = await _bench.Chat.PressAsync(Again(chat), AgendaVerbs.Decisions, _bench.Data());

        var undone = await _bench.Chat.PressAsync(Again(chat), own.Card(), "Fortryd");

        Assert.Null((await _bench.ItemAsync(id)).Decision);
        Assert.Contains("Ingen beslutning endnu.", undone.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", undone.Text(), StringComparison.Ordinal);
        await _bench.Chat.PressAsync(Again(chat), undone.Card(), "Fortryd");
        Assert.Equal("Godkendt.", (await _bench.ItemAsync(id)).Decision);
        var others = await _bench.Chat.PressAsync(_bench.Chat.Turn(Board.Member, Board.Forum.Id, personal: false), AgendaVerbs.Decisions, _bench.Data());
        Assert.DoesNotContain("Fortryd", others.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionsCard_WhereItStands_FollowsEveryChangeOfAnItem()
    {
        var item = await _bench.AddAsync(Board.Secretary, "A");
        var key = DecisionCards.Key(_bench.Meeting.Id);
        await _bench.ChangeAsync(db =>
        {
            db.SharedCards.Add(new SharedCard { Key = key.ToString(), ConversationId = "19:chat", ActivityId = "1", PostedAt = Board.Clock.GetCurrentInstant() });
            return Task.CompletedTask;
        });

        await DecideAsync(item, 1, text: "Noget");

        await using var db = Board.Open();
        Assert.Single(await db.Outbox.Where(message => message.CardKey == key.ToString()).ToListAsync());
    }

    [Theory]
    [InlineData("agenda.decide.form")]
    [InlineData("agenda.decide")]
    [InlineData("agenda.postpone")]
    public async Task Decision_ByTheChair_IsRefused(string verb)
    {
        var item = await _bench.AddAsync(Board.Secretary, "A");

        (await _bench.Chat.PressAsync(Board.Chair, verb, Answer(item, 1, text: "Ja"))).Refused<NotAllowed>();
    }

    /// <summary>The answer would be that there is no such meeting, and the item would have moved all the same.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Postpone_WithAMeetingThatIsNotTheItems_MovesNothing(bool exists)
    {
        var next = await Board.AddMeetingAsync(daysAhead: 50);
        var item = await _bench.AddAsync(Board.Secretary, "Udpegning");
        var meeting = exists ? next.Id.Value : Guid.NewGuid();

        (await _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, new { forum = Board.Forum.Id.Value, meeting, item = item.Value })).Refused<ItemNotFound>();

        await using var db = Board.Open();
        Assert.False(await db.AgendaItems.AnyAsync(one => one.MeetingId == next.Id));
    }

    [Fact]
    public async Task Postponed_OffersTheNextMeetingAndCarriesTheMaterialThere()
    {
        var next = await Board.AddMeetingAsync(daysAhead: 50);
        var item = await _bench.AddAsync(Board.Secretary, "Udpegning");

        var offer = await DecideAsync(item, 1, phrase: 2);
        Assert.Contains("Sæt punktet på næste møde", offer.Text(), StringComparison.Ordinal);
        var told = await _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _bench.Data(item));

        Assert.Contains("som punkt 1.", told.Text(), StringComparison.Ordinal);
        await using var db = Board.Open();
        var continued = Assert.Single(await db.ItemsOnAgendaAsync(next.Id));
        Assert.Equal((item, "Udpegning", null), (continued.ContinuesId, continued.Content.Title, continued.Decision));
        Assert.Contains("som punkt 1.", (await _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _bench.Data(item))).Text(), StringComparison.Ordinal);
        Assert.Single(await db.ItemsOnAgendaAsync(next.Id));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(null, "Sagen sendes til skriftlig behandling inden sommer.")]
    public async Task Decision_ToTakeItInWriting_LeadsToTheFormOfThatItem(int? phrase, string? text)
    {
        var item = await _bench.AddAsync(Board.Secretary, "Udpegning");
        await _bench.AddAsync(Board.Secretary, "Noget andet");

        var offer = (await DecideAsync(item, 1, text, phrase)).Text();

        Assert.Equal(1, Count(offer, Klynge.Application.WrittenProcedures.Verbs.Form));
        Assert.Contains($"\"item\":\"{item.Value:N}\"", offer, StringComparison.Ordinal);
        var form = await _bench.Chat.PressAsync(Board.Secretary, Klynge.Application.WrittenProcedures.Verbs.Form, _bench.Data(item));
        Assert.Contains("Udpegning", form.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postpone_WithoutALaterMeeting_IsRefused()
    {
        var item = await _bench.AddAsync(Board.Secretary, "Udpegning");

        (await _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Postpone, _bench.Data(item))).Refused<NoLaterMeeting>();
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
            _ => _bench.Meeting,
        };
        if (expected == "held")
        {
            await Board.AddAsync(held);
        }
        else if (expected == "inProgress")
        {
            await _bench.ChangeAsync(async db => (await db.Meetings.FindAsync(wanted.Id))!.Begin(Board.Clock.GetCurrentInstant()));
        }

        else if (expected == "neverStarted")
        {
            Board.Clock.Advance(NodaTime.Duration.FromDays(6));
        }

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
        _bench.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decide, Answer(item, version, text, phrase));

    private object Answer(AgendaItemId item, int version, string? text = null, int? phrase = null) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _bench.Meeting.Id.Value.ToString("N"),
        item = item.Value.ToString("N"),
        choice = $"{item.Value:N}/{version}",
        text,
        phrase,
    };

    private async Task<ChatTurn> OpenForumChatAsync()
    {
        var turn = _bench.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);
        await Board.AddAsync(new Conversation
        {
            Id = turn.ConversationId,
            Kind = ConversationKind.Group,
            ServiceUrl = "http://localhost/",
            ChannelId = "msteams",
            BotId = "28:bot",
            ForumId = Board.Forum.Id,
            SeenAt = Board.Clock.GetCurrentInstant(),
        });
        return turn;
    }

    /// <summary>Another message in the same chat.</summary>
    private ChatTurn Again(ChatTurn turn) => turn with { Caller = _bench.Chat.Turn(Board.Secretary).Caller };

    private async Task<string> DrawAsync(string conversation)
    {
        var sources = _bench.Chat.GetAll<ISharedCardSource>();
        await using var db = Board.Open();
        var chat = await db.Conversations.SingleAsync(candidate => candidate.Id == conversation);
        var card = await sources.Single(source => source.Kind == DecisionCards.CardKind).DrawAsync(db, _bench.Meeting.Id.Value, chat, Board.Clock.GetCurrentInstant(), default);
        return card!.Text();
    }
}
