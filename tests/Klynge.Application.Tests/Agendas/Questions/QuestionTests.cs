using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Questions;

/// <summary>Bo Ørum, who is a member of Driftsforum, asks the chairs of Chefforum: Karen Ravn leads it.</summary>
public abstract class QuestionTests(TestStore store) : IAsyncLifetime
{
    private const string Words = "Hvornår kommer budgettet for hjemmebesøg?";

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;

    public sealed class OnSqlite() : QuestionTests(TestStore.Sqlite);

    public sealed class OnPostgres() : QuestionTests(TestStore.Postgres);

    private Person Asker => _board.Observer;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
        await ChangeAsync(db => db.Forums.Where(forum => forum.Id == _board.OtherForum.Id).ExecuteUpdateAsync(set => set.SetProperty(forum => forum.AboveId, _board.Forum.Id)));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Command_ShowsWhatItUnderstood_AndWhomItGoesTo_AndSendsNothingYet()
    {
        var card = (await AskAsync(Words)).Text();

        Assert.Contains(Words, card, StringComparison.Ordinal);
        Assert.Contains("Det går til formandskabet for Chefforum: Karen Ravn.", card, StringComparison.Ordinal);
        Assert.Contains("du er fra Driftsforum", card, StringComparison.Ordinal);
        Assert.Empty(await SentToAsync(_board.Chair));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Send_GoesToTheChairsAlone_AndPressedTwice_Once()
    {
        var card = (await AskAsync(Words)).Card();

        Assert.Contains("Spørgsmålet er sendt", (await SubmitAsync(Asker, card, "Send")).Text(), StringComparison.Ordinal);
        Assert.Contains("Spørgsmålet er sendt", (await SubmitAsync(Asker, card, "Send")).Text(), StringComparison.Ordinal);

        Assert.Contains(Words, Assert.Single(await SentToAsync(_board.Chair)), StringComparison.Ordinal);
        Assert.Empty(await SentToAsync(_board.Secretary));
        Assert.Empty(await SentToAsync(_board.Member));
        Assert.Equal(Words, Assert.Single(await RowsAsync()).Text);
    }

    [Fact]
    public async Task Send_WithNothing_TooMuch_OtherWordsOnAnOldCard_OrAForumThatIsNotAbove_IsRefused()
    {
        var id = Guid.NewGuid();
        Assert.IsNotType<ChatReply.Card>(await SendAsync(Asker, id, " "));
        Assert.IsNotType<ChatReply.Card>(await SendAsync(Asker, id, new string('a', ChairQuestion.MaxLength + 1)));
        (await SendAsync(Asker, id, Words, to: _board.OtherForum)).Refused<AnotherForumAbove>();
        await SendAsync(Asker, id, Words);

        (await SendAsync(Asker, id, "Noget andet")).Refused<QuestionAlreadySent>();

        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task WhoeverSitsNowhereBelow_AsksNothing()
    {
        (await _chat.SayAsync(_board.Member, new ChatCommand.AskChairs(Words))).Refused<NoForumAbove>();
        (await SendAsync(_board.Member, Guid.NewGuid(), Words)).Refused<ForumNotFound>();
        await ChangeAsync(db => db.Members.Where(seat => seat.ForumId == _board.OtherForum.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.Observer)));
        (await SendAsync(Asker, Guid.NewGuid(), Words)).Refused<NotAllowed>();

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task TwoForumsAbove_AreAskedAbout_WithAButtonEach()
    {
        var (below, above) = (ForumOf("klinikforum", "Klinikforum", 1), ForumOf("klyngeforum", "Klyngeforum", 2));
        below.AboveId = above.Id;
        await _board.AddAsync(above, below, new ForumMember
        {
            ForumId = below.Id,
            PersonId = Asker.Id,
            Role = Role.Member,
            HasVote = true,
            Organisation = "PLO",
            Sector = "PLO",
            From = new LocalDate(2025, 1, 1),
        });

        var question = (await AskAsync(Words)).Refused<WhichForum>();

        Assert.Equal(["Chefforum", "Klyngeforum"], question.Choices.Select(choice => choice.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NobodyLeadsTheForum_TheSecretariatGetsIt()
    {
        await ChangeAsync(db => db.Members.Where(seat => seat.PersonId == _board.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.To, _board.Today.PlusDays(-1))));

        Assert.Contains("så det går til sekretariatet", (await AskAsync(Words)).Text(), StringComparison.Ordinal);
        await SendAsync(Asker, Guid.NewGuid(), Words);

        Assert.Contains(Words, Assert.Single(await SentToAsync(_board.Secretary)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ReachesTheAsker_AndTheFirstStands()
    {
        var card = await WaitingAsync();
        Assert.Contains(Words, (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowMyCases())).Text(), StringComparison.Ordinal);

        Assert.Contains("Bo Ørum har fået svaret.", (await AnswerAsync(_board.Chair, card, "I februar")).Text(), StringComparison.Ordinal);
        await AnswerAsync(_board.Chair, card, "I februar");
        var late = (await AnswerAsync(_board.Secretary, card, "Til marts")).Text();

        Assert.Contains("Dit svar er ikke sendt: »Til marts«", late, StringComparison.Ordinal);
        Assert.Contains("Besvaret af Karen Ravn", late, StringComparison.Ordinal);
        var told = Assert.Single(await SentToAsync(Asker));
        Assert.Contains("Svar fra formandskabet for Chefforum", told, StringComparison.Ordinal);
        Assert.Contains("I februar", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowMyCases())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAnswersAtOnce_AreOne()
    {
        var id = await WaitingAsync();

        await Task.WhenAll(AnswerAsync(_board.Chair, id, "I februar"), AnswerAsync(_board.Secretary, id, "Til marts"));

        Assert.Single(await SentToAsync(Asker));
    }

    [Fact]
    public async Task Answer_ByAMember_ByAnotherForumsSecretariat_OrToAnotherForumsQuestion_IsRefused()
    {
        var id = await WaitingAsync();

        (await AnswerAsync(_board.Member, id, "Nej")).Refused<NotAllowed>();
        (await AnswerAsync(_board.Stranger, id, "Nej")).Refused<ForumNotFound>();
        (await AnswerAsync(Asker, id, "Nej")).Refused<NotAllowed>();
        (await AnswerAsync(_board.Chair, Guid.NewGuid(), "Nej")).Refused<QuestionNotFound>();

        Assert.True(Assert.Single(await RowsAsync()).IsWaiting);
    }

    [Fact]
    public async Task ChairsItem_IsAProposal_WithTheAskersWords_AndTheAskerHearsWhatBecomesOfIt()
    {
        var form = (await _chat.PressAsync(_board.Chair, QuestionVerbs.ItemForm, Data(await WaitingAsync()))).Card();
        Assert.Contains("Spørgsmål fra Bo Ørum, Driftsforum:", form.Text(), StringComparison.Ordinal);

        await SubmitAsync(_board.Chair, form, "Send til sekretariatet");
        await SubmitAsync(_board.Chair, form, "Send til sekretariatet");

        await using var db = _board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Status == AgendaItemStatus.Proposed);
        Assert.Equal(Words, item.Content.Title);
        Assert.Equal(item.Id, Assert.Single(await RowsAsync()).ItemId);
        Assert.Contains("er foreslået som et punkt på mødet i Chefforum tirsdag d. 3. februar 2026", Assert.Single(await SentToAsync(Asker)), StringComparison.Ordinal);
        Assert.Contains("foreslår et punkt", Assert.Single(await SentToAsync(_board.Secretary)), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, AgendaVerbs.Accept, new { forum = Hex(_board.Forum.Id.Value), item = Hex(item.Id.Value), target = Hex(_meeting.Id.Value) });
        Assert.Contains("sat på dagsordenen for mødet i Chefforum", (await SentToAsync(Asker))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemThatIsDeclined_IsToldTheAsker_WithoutTheReason()
    {
        var form = (await _chat.PressAsync(_board.Chair, QuestionVerbs.ItemForm, Data(await WaitingAsync()))).Card();
        await SubmitAsync(_board.Chair, form, "Send til sekretariatet");
        await using var db = _board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Status == AgendaItemStatus.Proposed);

        await _chat.PressAsync(_board.Secretary, AgendaVerbs.Decline, new { forum = Hex(_board.Forum.Id.Value), item = Hex(item.Id.Value), reason = "Internt anliggende" });

        var told = (await SentToAsync(Asker))[1];
        Assert.Contains("Dit spørgsmål kom ikke på dagsordenen i Chefforum", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Internt", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretariatsItem_GoesOntoTheAgenda_AndAnAnswerAfterIt_IsNotSent()
    {
        var id = await WaitingAsync();
        var form = (await _chat.PressAsync(_board.Secretary, QuestionVerbs.ItemForm, Data(id))).Card();
        await SubmitAsync(_board.Secretary, form, "Gem");

        Assert.Contains("sat på dagsordenen for mødet i Chefforum", Assert.Single(await SentToAsync(Asker)), StringComparison.Ordinal);
        Assert.Contains("Gjort til et punkt af Sofie Bech", (await AnswerAsync(_board.Chair, id, "For sent")).Text(), StringComparison.Ordinal);
        Assert.Single(await SentToAsync(Asker));
    }

    /// <summary>A form of an item that names a question may have been written by anybody.</summary>
    [Fact]
    public async Task ItemOfAMember_AnswersNoQuestion()
    {
        var id = await WaitingAsync();
        var request = new Klynge.Application.Agendas.Items.AddItemRequest(_board.Forum.Id, _meeting.Id, AgendaFixture.Content("Mit")) { Question = new ChairQuestionId(id) };

        Assert.IsType<QuestionNotFound>((await _chat.Get<Klynge.Application.Agendas.Items.AddItem>().HandleAsync(TestBoard.As(_board.Member), request, default)).Error);

        Assert.True(Assert.Single(await RowsAsync()).IsWaiting);
    }

    /// <summary>As the asker writes it in the chat with the bot, where no forum was chosen.</summary>
    private Task<ChatReply> AskAsync(string? text) => _chat.SayAsync(_chat.Turn(Asker) with { ChosenForumId = null }, new ChatCommand.AskChairs(text));

    /// <summary>Sends a card with what its fields are filled with, as a person does who changes nothing.</summary>
    private Task<ChatReply> SubmitAsync(Person person, AdaptiveCard card, string button)
    {
        var json = JsonNode.Parse(CardJson.Serialize(card))!;
        var pressed = Parts(json).First(part => (string?)part["type"] == "Action.Execute" && (string?)part["title"] == button);
        var data = (JsonObject)pressed["data"]!.DeepClone();
        foreach (var input in Parts(json).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
            data[(string)input["id"]!] = input["value"]?.DeepClone();

        return _chat.PressAsync(person, (string)pressed["verb"]!, data);
    }

    private static IEnumerable<JsonObject> Parts(JsonNode node) => node switch
    {
        JsonObject one => one.Select(property => property.Value).OfType<JsonNode>().SelectMany(Parts).Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Parts),
        _ => [],
    };

    private Task<ChatReply> SendAsync(Person person, Guid id, string text, Forum? to = null) => _chat.PressAsync(person, QuestionVerbs.Ask, new
    {
        forum = Hex(_board.OtherForum.Id.Value),
        to = Hex((to ?? _board.Forum).Id.Value),
        @new = Hex(id),
        text,
    });

    private async Task<Guid> WaitingAsync()
    {
        var id = Guid.NewGuid();
        await SendAsync(Asker, id, Words);
        return id;
    }

    private Task<ChatReply> AnswerAsync(Person person, Guid id, string text) => _chat.PressAsync(person, QuestionVerbs.Answer, new
    {
        forum = Hex(_board.Forum.Id.Value),
        chairQuestion = Hex(id),
        text,
    });

    private object Data(Guid id) => new { forum = Hex(_board.Forum.Id.Value), chairQuestion = Hex(id) };

    private Forum ForumOf(string key, string name, int level) => new() { BoardId = _board.Forum.BoardId, Key = key, Name = name, Level = level, Rules = _board.Forum.Rules };

    private async Task ChangeAsync(Func<Klynge.Application.Data.KlyngeContext, Task> change)
    {
        await using var db = _board.Open();
        await change(db);
    }

    private async Task<List<ChairQuestion>> RowsAsync()
    {
        await using var db = _board.Open();
        return await db.ChairQuestions.AsNoTracking().ToListAsync();
    }

    private async Task<IReadOnlyList<string>> SentToAsync(Person person)
    {
        await using var db = _board.Open();
        var rows = await db.Outbox.Where(row => row.PersonId == person.Id && row.Kind == OutboxKind.Notify).OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!.Card!.Replace("\u2060", string.Empty, StringComparison.Ordinal));
    }

    private static string Hex(Guid id) => id.ToString("N");
}
