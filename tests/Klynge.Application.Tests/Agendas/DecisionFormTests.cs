using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

/// <summary>What people wrote into the form of decisions is never lost and never replaced unasked.</summary>
public sealed class DecisionFormTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;
    private AgendaItemId _first;
    private AgendaItemId _second;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _first = await _fixture.AddAsync(Board.Secretary, "Vinterberedskab");
        _second = await _fixture.AddAsync(Board.Secretary, "Udpegning");
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public async Task EmptyBox_NeverDeletes(string? text)
    {
        await SaveAsync(_first, "Drøftet.");

        (await SaveAsync(_first, text)).Refused<DecisionMissing>();

        Assert.Equal("Drøftet.", await DecisionAsync(_first));
        (await SaveAsync(_second, text)).Refused<DecisionMissing>();
    }

    [Fact]
    public async Task ChoosingAnItem_LoadsItsDecision_BySaveAsWellAsByShow()
    {
        await SaveAsync(_first, "Drøftet.");
        var loaded = await LoadedAsync(_second);

        foreach (var (verb, box) in new[] { (AgendaVerbs.Decide, ""), (AgendaVerbs.DecideForm, (string?)null) })
        {
            var form = (await PressAsync(verb, new { loaded, choice = await LoadedAsync(_first), text = box })).Text();
            Assert.Contains("\"value\":\"Drøftet.\"", form, StringComparison.Ordinal);
            Assert.Contains("Beslutning på punkt 1", form, StringComparison.Ordinal);
        }

        Assert.Equal("Drøftet.", await DecisionAsync(_first));
    }

    /// <summary>The box holds item 1's decision, the list was set to item 2, »Gem«: it was not typed for item 2.</summary>
    [Fact]
    public async Task TextOfOneItem_IsNotSavedOnAnother()
    {
        await SaveAsync(_first, "Drøftet.");
        await SaveAsync(_second, "Anna Skov blev udpeget.");

        var form = (await PressAsync(AgendaVerbs.Decide, new { loaded = await LoadedAsync(_first), choice = await LoadedAsync(_second), text = "Drøftet." })).Text();

        Assert.Contains("\"value\":\"Anna Skov blev udpeget.\"", form, StringComparison.Ordinal);
        Assert.Equal("Anna Skov blev udpeget.", await DecisionAsync(_second));
    }

    [Fact]
    public async Task TextTypedBeforeTheItemWasChosen_IsSavedOnIt_UnlessItHasADecision()
    {
        await PressAsync(AgendaVerbs.Decide, new { loaded = await LoadedAsync(_first), choice = await LoadedAsync(_second), text = "Udsat til marts." });
        Assert.Equal("Udsat til marts.", await DecisionAsync(_second));

        var asked = (await PressAsync(AgendaVerbs.Decide, new { loaded = await LoadedAsync(_first), choice = await LoadedAsync(_second), text = "Noget helt andet." })).Text();
        Assert.Contains("har allerede beslutningen »Udsat til marts.«", asked, StringComparison.Ordinal);
        Assert.Equal("Udsat til marts.", await DecisionAsync(_second));

        var yes = Assert.Single(Buttons(asked), button => button.Title == "Gem beslutning");
        Assert.Contains("\"replace\":true", yes.Data, StringComparison.Ordinal);
        await PressAsync(AgendaVerbs.Decide, new { loaded = await LoadedAsync(_second), choice = await LoadedAsync(_second), text = "Noget helt andet.", replace = true });
        Assert.Equal("Noget helt andet.", await DecisionAsync(_second));
    }

    [Theory]
    [InlineData("Referatet af drøftelsen i tre afsnit.", "Referatet af drøftelsen i tre afsnit.")]
    [InlineData("Referatet af drøftelsen i tre afsnit.", "Og en tilføjelse, der ikke er gemt.")]
    [InlineData(null, "Kun skrevet, ikke gemt.")]
    public async Task StockPhrase_OverATextOfPeople_AsksFirst(string? standing, string box)
    {
        if (standing is not null)
            await SaveAsync(_first, standing);

        var here = await LoadedAsync(_first);
        var asked = (await PressAsync(AgendaVerbs.Decide, new { loaded = here, choice = here, text = box, phrase = 0 })).Text();

        Assert.Equal(standing, await DecisionAsync(_first));
        Assert.Contains($"\"value\":\"{box}\"", asked, StringComparison.Ordinal);
        Assert.Contains("Skal der stå »Indstillingen blev godkendt.« i stedet?", asked, StringComparison.Ordinal);
        await PressAsync(AgendaVerbs.Decide, new { loaded = here, choice = here, text = box, phrase = 0, replace = true });
        Assert.Equal("Indstillingen blev godkendt.", await DecisionAsync(_first));
    }

    [Fact]
    public async Task EveryChange_CanBeTakenBack_AndTheTakingBackToo()
    {
        var first = (await SaveAsync(_first, "Første udgave.")).Text();
        var second = (await SaveAsync(_first, "Anden udgave.")).Text();

        var undone = await UndoAsync(second);
        Assert.Equal("Første udgave.", await DecisionAsync(_first));
        Assert.Contains("Fortrudt: På punkt 1 står der igen »Første udgave.«.", (await UndoAsync(second)).Text(), StringComparison.Ordinal);
        Assert.Equal("Første udgave.", await DecisionAsync(_first));
        var again = await UndoAsync(undone.Text());
        Assert.Equal("Anden udgave.", await DecisionAsync(_first));
        Assert.Contains("Fortrudt: På punkt 1 står der igen »Anden udgave.«.", again.Text(), StringComparison.Ordinal);

        (await UndoAsync(first)).Refused<Domain.Meetings.ChangedMeanwhile>();
        var here = await LoadedAsync(_first);
        var removed = (await PressAsync(AgendaVerbs.UndoDecision, new { item = _first.Value, loaded = here, choice = here, text = "Anden udgave." })).Text();
        Assert.Null(await DecisionAsync(_first));
        await UndoAsync(removed);
        Assert.Equal("Anden udgave.", await DecisionAsync(_first));
    }

    /// <summary>»Ret«, »Fortryd« and »Sæt punktet på næste møde« of item 1 while something is typed for item 2.</summary>
    [Fact]
    public async Task OtherButtons_KeepWhatIsTyped()
    {
        await Board.AddMeetingAsync(daysAhead: 50);
        var told = (await SaveAsync(_first, "Punktet udsættes.")).Text();
        var loaded = await LoadedAsync(_second);
        var typed = new { loaded, choice = loaded, text = "Halvt skrevet" };

        foreach (var title in new[] { "Sæt punktet på næste møde", "Fortryd" })
        {
            var button = Assert.Single(Buttons(told), one => one.Title == title);
            Assert.Contains($"\"loaded\":\"{loaded}\"", button.Data, StringComparison.Ordinal);
            var form = (await PressAsync(button, typed)).Text();
            Assert.Contains("\"value\":\"Halvt skrevet\"", form, StringComparison.Ordinal);
            Assert.Contains("Beslutning på punkt 2", form, StringComparison.Ordinal);
        }

        foreach (var title in new[] { "Ret", "Vis dagsorden" })
        {
            var button = Assert.Single(Buttons(told), one => one.Title == title);
            Assert.Equal(2, (await PressAsync(button, typed)).Refused<DecisionNotSaved>().Number);
        }
    }

    [Fact]
    public async Task LongDecision_IsNotReplacedByABoxThatCouldNotHoldIt()
    {
        var book = new string('x', 9_000);
        await SaveAsync(_first, book);

        Assert.Contains("Beslutningen er på 9.000 tegn", (await PressAsync(AgendaVerbs.DecideForm, new { item = _first.Value })).Text(), StringComparison.Ordinal);
        Assert.Contains("har allerede beslutningen", (await SaveAsync(_first, "Kort.")).Text(), StringComparison.Ordinal);
        Assert.Equal(book, await DecisionAsync(_first));
    }

    [Fact]
    public async Task Command_NeverReplacesADecisionUnasked()
    {
        await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Godkendt."));

        var asked = (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.Decide(1, "Forkastet."))).Text();

        Assert.Contains("har allerede beslutningen »Godkendt.«", asked, StringComparison.Ordinal);
        Assert.Equal("Godkendt.", await DecisionAsync(_first));
    }

    [Theory]
    [InlineData("Udkastet blev drøftet.", "Udkastet blev drøftet.\n\nPunktet behandles skriftligt.")]
    [InlineData("Sagen går til skriftlig behandling i uge 8.", "Sagen går til skriftlig behandling i uge 8.")]
    [InlineData("", "Punktet behandles skriftligt.")]
    public async Task InWriting_KeepsTheText_MarksTheItem_AndTheMinutesTellOfTheCase(string typed, string decision)
    {
        var here = await LoadedAsync(_first);

        var told = (await PressAsync(AgendaVerbs.Decide, new { loaded = here, choice = here, text = typed, phrase = 4 })).Text();

        Assert.Equal(decision, await DecisionAsync(_first));
        Assert.Contains("behandles skriftligt", (await AgendaAsync()).Text(), StringComparison.Ordinal);
        var form = (await PressAsync(Assert.Single(Buttons(told), button => button.Title == "Skriv sagen"), new { })).Text();
        var draft = Regex.Match(form, "\"draft\":\"([^\"]+)\"").Groups[1].Value;
        var sent = ProcedureFixture.Form;
        await _fixture.Chat.PressAsync(Board.Secretary, "procedure.draft", new
        {
            forum = Board.Forum.Id.Value,
            draft,
            item = _first.Value,
            title = sent.Title,
            summary = sent.Summary,
            presentation = sent.Presentation,
            recommendations = sent.Recommendations,
            attachments = "",
            date = sent.Date,
            time = sent.Time,
        });
        Assert.Contains("\"procedure\":", (await PressAsync("procedure.form", new { item = _first.Value })).Text(), StringComparison.Ordinal);
        var procedure = await OnlyCaseAsync();
        Assert.Equal(_first, procedure.AgendaItemId);
        await _fixture.Chat.PressAsync(Board.Secretary, "procedure.open", new { forum = Board.Forum.Id.Value, procedure = procedure.Id.Value });

        var item = (await PressAsync(AgendaVerbs.Item, new { item = _first.Value })).Text();
        Assert.Contains("Se den skriftlige behandling", item, StringComparison.Ordinal);
        Assert.StartsWith(decision + "\n\nSkriftlig behandling: Sagen blev sendt ud", await InMinutesAsync(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, "procedure.close", new { forum = Board.Forum.Id.Value, procedure = procedure.Id.Value });
        Assert.Contains("Resultat: Ikke beslutningsdygtig.", await InMinutesAsync(), StringComparison.Ordinal);
    }

    private async Task<Domain.WrittenProcedures.WrittenProcedure> OnlyCaseAsync()
    {
        await using var db = Board.Open();
        return await db.WrittenProcedures.SingleAsync();
    }

    private async Task<string> InMinutesAsync()
    {
        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _fixture.Meeting.Id);
        return (await BuildMinutes.FromAsync(db, Board.Forum, meeting)).Items[0].Decision!;
    }

    private Task<ChatReply> AgendaAsync() => PressAsync(AgendaVerbs.Show, new { });

    private async Task<string?> DecisionAsync(AgendaItemId item) => (await _fixture.ItemAsync(item)).Decision;

    private async Task<string> LoadedAsync(AgendaItemId item) => $"{item.Value:N}/{(await _fixture.ItemAsync(item)).Version}";

    private async Task<ChatReply> SaveAsync(AgendaItemId item, string? text)
    {
        var here = await LoadedAsync(item);
        return await PressAsync(AgendaVerbs.Decide, new { loaded = here, choice = here, text });
    }

    private Task<ChatReply> UndoAsync(string card) => PressAsync(Assert.Single(Buttons(card), button => button.Title == "Fortryd"), new { });

    private Task<ChatReply> PressAsync(string verb, object data) => PressAsync(new CardButton("", verb, "{}"), data);

    /// <summary>The button's own data, and what is in the inputs beside it.</summary>
    private Task<ChatReply> PressAsync(CardButton button, object inputs)
    {
        var data = JsonSerializer.SerializeToNode(_fixture.Data())!.AsObject();
        foreach (var more in new[] { JsonSerializer.SerializeToNode(inputs)!.AsObject(), JsonNode.Parse(button.Data)!.AsObject() })
        {
            foreach (var (name, value) in more)
                data[name] = value?.DeepClone();
        }

        return _fixture.Chat.PressAsync(Board.Secretary, button.Verb, data);
    }

    private static IReadOnlyList<CardButton> Buttons(string card) => CardButton.In(card);
}
