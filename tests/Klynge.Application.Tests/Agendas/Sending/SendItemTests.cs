using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>An item goes to another forum's coming items, once, with all that is open of it, and can be had back until it stands on an agenda there.</summary>
public sealed class SendItemTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Ladder _ladder = null!;
    private Meeting _meeting = null!;
    private Meeting _there = null!;
    private AgendaItem _item = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _ladder = await Ladder.CreateAsync(_board, _chat);
        _meeting = await _ladder.MeetingAsync(_ladder.Chief, 21);
        _there = await _ladder.MeetingAsync(_ladder.Directors, 42);
        await _ladder.ItemAsync(_meeting, "Godkendelse af dagsordenen");
        _item = await _ladder.ItemAsync(_meeting, "Akutpladser", new AgendaItemContent
        {
            Title = "Akutpladser",
            Presenter = "Mads Holt",
            Sections = [new AgendaSection("Sagsfremstilling", "Der mangler pladser om natten.")],
            Recommendations = ["godkender planen", "anbefaler den til direktørerne"],
            Attachments = [new AgendaAttachment("Plan.pdf", "https://example.org/plan"), new AgendaAttachment("Navne.xlsx", "https://example.org/navne") { IsClosed = true }],
        });
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Sent_StandsAmongTheComingItemsThere_WithTextBilagAndDecisionSoFar()
    {
        await _ladder.DecideAsync(_ladder.Chief, _item, "Planen blev drøftet. Økonomien skal med.");

        var said = (await SayAsync("send punkt 2 til Direktørforum d. 24. februar")).Shown();

        Assert.Contains("Punkt 2 er sendt videre til Direktørforum", said, StringComparison.Ordinal);
        Assert.Contains("sag 2026-1", said, StringComparison.Ordinal);
        Assert.Contains("Ønskes på mødet tirsdag d. 24. februar 2026", said, StringComparison.Ordinal);
        Assert.Contains("1 lukket bilag er ikke sendt med", said, StringComparison.OrdinalIgnoreCase);
        var there = Assert.Single(await _ladder.ListAsync(_ladder.Directors));
        Assert.Equal((ComingState.Proposed, "Akutpladser", "Chefforum"), (there.State, there.Content.Title, there.FromForum));
        Assert.Equal("Plan.pdf", Assert.Single(there.Content.Attachments).Name);
        Assert.Equal(2, there.Content.Recommendations.Count);
        var origin = there.Content.Sections[0];
        Assert.Equal("Fra Chefforum d. 3. februar 2026", origin.Heading);
        Assert.Contains("punkt 2 på mødet d. 3. februar 2026 (sag 2026-1)", origin.Text, StringComparison.Ordinal);
        Assert.Contains("Planen blev drøftet. Økonomien skal med.", origin.Text, StringComparison.Ordinal);
        Assert.Contains("Der mangler pladser om natten.", there.Content.Sections[1].Text, StringComparison.Ordinal);
        Assert.Contains(await NoticesAsync(_ladder.Secretary(_ladder.Directors)), card => card.Contains("Chefforum har sendt et punkt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DayWithoutAMeeting_IsKeptAsAWish_AndSaid()
    {
        var said = (await SayAsync("send punkt 2 til direktørforummet d. 17. april")).Shown();

        Assert.Contains("Direktørforum har ikke noget møde fredag d. 17. april 2026. Dagen står som et ønske.", said, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 4, 17), Assert.Single(await _ladder.ListAsync(_ladder.Directors)).Wanted.From);
    }

    [Fact]
    public async Task SameSendTwice_SendsOnce()
    {
        var first = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        var second = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;

        Assert.Equal(first, second);
        Assert.Single(await _ladder.ListAsync(_ladder.Directors));
        Assert.Single(await NoticesAsync(_ladder.Secretary(_ladder.Directors)));
        Assert.IsType<ItemIsSentOn>((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Political)).Error);
    }

    [Fact]
    public async Task CalledBack_UntilItStandsOnAnAgendaThere()
    {
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        Assert.Empty(await _ladder.ListAsync(_ladder.Chief));

        Assert.Contains("trukket tilbage fra Direktørforum", (await WithdrawAsync(sent.Id)).Shown(), StringComparison.Ordinal);
        Assert.Contains("trukket tilbage", (await WithdrawAsync(sent.Id)).Shown(), StringComparison.Ordinal);
        Assert.Empty(await _ladder.ListAsync(_ladder.Directors));
        Assert.Equal(ComingState.OnAgenda, Assert.Single(await _ladder.ListAsync(_ladder.Chief)).State);

        Assert.Equal(sent.Id, (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value.Id);
        await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, _there);
        (await WithdrawAsync(sent.Id)).Refused<SentItemIsTaken>();
        Assert.Single(await _ladder.AgendaAsync(_there));
    }

    [Fact]
    public async Task Declined_WaitsWhereItCameFrom_AndItsSecretariatReadsWhy()
    {
        await _ladder.DecideAsync(_ladder.Chief, _item, "Punktet sendes videre.");
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        var drop = _chat.Get<DropComingItem>();
        Assert.True((await drop.HandleAsync(_ladder.By(_ladder.Directors), _ladder.Directors.Id, sent.Id, "Hører til i budgettet", default)).IsSuccess);

        Assert.Equal(ComingState.Returned, Assert.Single(await _ladder.ListAsync(_ladder.Chief)).State);
        Assert.Contains(await NoticesAsync(_board.Secretary), card => card.Contains("Direktørforum har ikke taget imod punktet", StringComparison.Ordinal) && card.Contains("Hører til i budgettet", StringComparison.Ordinal));

        var own = Assert.Single(await _ladder.ListAsync(_ladder.Chief));
        Assert.NotEqual(default, await _ladder.TakeUpAsync(own.Id, _ladder.Chief, await _ladder.MeetingAsync(_ladder.Chief, 56)));
        Assert.IsType<ItemIsCalledBack>((await _chat.Get<ReturnComingItem>().HandleAsync(_ladder.By(_ladder.Directors), _ladder.Directors.Id, sent.Id, default)).Error);
    }

    [Fact]
    public async Task SentBack_WithRemarks_OnlyToWhereItCameFrom()
    {
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        var there = await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, _there);
        Assert.IsType<NothingToSendBackTo>((await _ladder.SendAsync(there, _ladder.Directors, _ladder.Political, isBack: true)).Error);

        var said = (await _chat.SayAsync(_ladder.Turn(_ladder.Secretary(_ladder.Directors)), Parse("send punkt 1 tilbage til Chefforum: økonomien mangler", _ladder.Directors))).Shown();

        Assert.Contains("Punkt 1 er sendt tilbage til Chefforum", said, StringComparison.Ordinal);
        var back = Assert.Single(await _ladder.ListAsync(_ladder.Chief));
        Assert.Equal(("økonomien mangler", ComingState.Proposed), (back.Remark, back.State));
        Assert.Contains("Bemærkning fra Direktørforum:\nøkonomien mangler", back.Content.Sections[0].Text, StringComparison.Ordinal);
        Assert.Equal("Fra Chefforum d. 3. februar 2026", back.Content.Sections[1].Heading);
    }

    [Fact]
    public async Task SentBackWithoutAName_GoesToWhereItCameFrom()
    {
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, _there);

        var said = (await _chat.SayAsync(_ladder.Turn(_ladder.Secretary(_ladder.Directors)), Parse("send punkt 1 tilbage", _ladder.Directors))).Shown();

        Assert.Contains("sendt tilbage til Chefforum", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentOn_CannotBePostponedHereAsWell()
    {
        await _ladder.MeetingAsync(_ladder.Chief, 56);
        await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors);

        Assert.IsType<ItemIsSentOn>((await _chat.Get<PostponeItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, _item.Id, _meeting.Id), default)).Error);
    }

    [Fact]
    public async Task ClosedItem_IsNotSent_AndOneThatIsClosedLaterIsHiddenThere()
    {
        var closed = await _ladder.ItemAsync(_meeting, "Personsag Lund", new AgendaItemContent { Title = "Personsag Lund", IsClosed = true });
        Assert.IsType<ClosedIsNotSent>((await _ladder.SendAsync(closed, _ladder.Chief, _ladder.Directors)).Error);

        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        var there = await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, _there);
        var now = await _ladder.ItemAsync(_item.Id);
        Assert.True((await _chat.Get<EditItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, _item.Id, now.Content with { IsClosed = true }, now.Version), default)).IsSuccess);

        Assert.True((await _ladder.ItemAsync(there.Id)).Content.IsClosed);
    }

    [Fact]
    public async Task WhoMayNot_SendsNothing_AndNothingOfAnotherForum()
    {
        Assert.IsType<NotAllowed>((await _chat.Get<SendItem>().HandleAsync(TestBoard.As(_board.Member), new(_ladder.Chief.Id, _item.Id, _ladder.Directors.Id, null, null), default)).Error);
        Assert.IsType<ItemNotFound>((await _chat.Get<SendItem>().HandleAsync(_ladder.By(_ladder.Drift), new(_ladder.Drift.Id, _item.Id, _ladder.Directors.Id, null, null), default)).Error);
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        Assert.IsType<NothingWasSent>((await _chat.Get<WithdrawSent>().HandleAsync(_ladder.By(_ladder.Directors), _ladder.Directors.Id, sent.Id, default)).Error);
        foreach (var verb in new[] { "send.form", "send.item", "send.withdraw" })
            (await _chat.PressAsync(_board.Member, verb, Data())).Refused<NotAllowed>();
        Assert.Single(await _ladder.ListAsync(_ladder.Directors));
    }

    [Fact]
    public async Task AnswerThatSendsOn_SendsTheItem_AndTakesItBackWithTheDecision()
    {
        var form = Data();
        (form["answer1"], form["answer2"], form["body2"], form["version"]) = ("approved", "referred", "Direktørforum 24. februar", _item.Version);
        var said = (await _chat.PressAsync(_board.Secretary, AgendaVerbs.Answers.Verb, form)).Shown();

        Assert.Contains("Punkt 2 er sendt videre til Direktørforum", said, StringComparison.Ordinal);
        var there = Assert.Single(await _ladder.ListAsync(_ladder.Directors));
        Assert.Equal(new LocalDate(2026, 2, 24), there.Wanted.From);

        var now = await _ladder.ItemAsync(_item.Id);
        Assert.True((await _chat.Get<UndoDecision>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, _item.Id, now.DecisionChange), default)).IsSuccess);
        Assert.Empty(await _ladder.ListAsync(_ladder.Directors));
        Assert.Equal(ComingState.OnAgenda, Assert.Single(await _ladder.ListAsync(_ladder.Chief)).State);
    }

    [Theory]
    [InlineData("Punktet sendes videre til Direktørforum 24. februar.")]
    [InlineData("Chefforum drøftede sagen. Indstillingen anbefales til Direktørforum.")]
    public async Task DecisionInFreeWords_SendsNothing_AndOffersTheButton(string decision)
    {
        var said = (await SayAsync($"beslutning 2 {decision}")).Shown();

        Assert.Contains("Skal punktet sendes videre?", said, StringComparison.Ordinal);
        Assert.Empty(await _ladder.ListAsync(_ladder.Directors));
        Assert.StartsWith("Direktørforum", SendByDecision.WordsOf(decision), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionThatIsRewritten_IsWhatTheOtherForumReads()
    {
        await _ladder.DecideAsync(_ladder.Chief, _item, "Drøftet.");
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value;
        var there = await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, _there);

        await _ladder.DecideAsync(_ladder.Chief, _item, "Chefforum anbefaler planen.");

        Assert.Contains("Chefforum anbefaler planen.", (await _ladder.ItemAsync(there.Id)).Content.Sections[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("send punkt 2 til DF")]
    [InlineData("send punkt 2")]
    [InlineData("send punkt 2 til Direktørforum og mail det til borgmesteren")]
    public async Task Doubt_IsAQuestion(string words)
    {
        var said = (await SayAsync(words)).Shown();

        Assert.Contains("Til hvilket forum?", said, StringComparison.Ordinal);
        foreach (var forum in _ladder.All)
            Assert.Empty(await _ladder.ListAsync(forum));
    }

    [Fact]
    public async Task NumberOnTwoAgendas_IsAQuestion()
    {
        var next = await _ladder.MeetingAsync(_ladder.Chief, 56);
        await _ladder.ItemAsync(next, "Eventuelt");
        await _ladder.ItemAsync(next, "Budget 2027");
        _board.Clock.Advance(Duration.FromDays(30));

        var said = (await SayAsync("send punkt 2 til Direktørforum")).Shown();

        Assert.Contains("Hvilket punkt skal sendes videre?", said, StringComparison.Ordinal);
        Assert.Contains("Akutpladser", said, StringComparison.Ordinal);
        Assert.Contains("Budget 2027", said, StringComparison.Ordinal);
        Assert.Empty(await _ladder.ListAsync(_ladder.Directors));
    }

    [Fact]
    public async Task ItemsCard_HasTheButton_AndTheNumberOfTheCase()
    {
        Assert.Contains("Send videre", (await _chat.PressAsync(_board.Secretary, "agenda.item", Data())).Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("Send videre", (await _chat.PressAsync(_board.Member, "agenda.item", Data())).Shown(), StringComparison.Ordinal);
        await _ladder.DecideAsync(_ladder.Chief, _item, "Godkendt.");

        Assert.Contains("Sag 2026-1", (await _chat.PressAsync(_board.Member, "agenda.item", Data())).Shown(), StringComparison.Ordinal);
    }

    private Task<ChatReply> SayAsync(string words) => _chat.SayAsync(_board.Secretary, Parse(words, _ladder.Chief));

    private ChatCommand Parse(string words, Forum here)
    {
        var parsed = CommandParser.Parse(words, new ParserContext(_board.Today, [new KnownForum(here.Key, here.Name)]) { Here = here.Key });
        return parsed.TryGet(out var command, out var error) ? command : throw new InvalidOperationException(error.Text);
    }

    private Task<ChatReply> WithdrawAsync(ComingItemId id)
    {
        var data = Data();
        data["coming"] = id.Value.ToString("N");
        return _chat.PressAsync(_board.Secretary, "send.withdraw", data);
    }

    private JsonObject Data() => new()
    {
        ["forum"] = _ladder.Chief.Id.Value.ToString("N"),
        ["meeting"] = _meeting.Id.Value.ToString("N"),
        ["item"] = _item.Id.Value.ToString("N"),
    };

    private async Task<List<string>> NoticesAsync(Person person)
    {
        await using var db = _board.Open();
        return [.. db.Outbox.Where(message => message.PersonId == person.Id).AsEnumerable().Select(message => Regex.Unescape(message.Payload ?? string.Empty))];
    }
}
