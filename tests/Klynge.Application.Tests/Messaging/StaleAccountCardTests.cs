using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Messaging;

/// <summary>Two secretaries are asked about the same accounts: what one has answered, the other's card says when it is looked at or pressed.</summary>
public sealed class StaleAccountCardTests : IAsyncLifetime
{
    private const string Mads = "5c0f3a52-0000-4000-8000-000000000001";
    private const string Lene = "5c0f3a52-0000-4000-8000-000000000002";

    private TestBoard _board = null!;
    private ChatRoutes _routes = null!;
    private ChatFixture _chat = null!;
    private Person _other = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _other = await SecondSecretary.AddAsync(_board);
        _chat = new ChatFixture(_board);
        await _board.AddAsync(Claim(Mads, _board.Member), Claim(Lene, _board.OtherMember));
        _routes = new ChatRoutes(_chat.Get<Gate>(), _chat.Get<RefusePress>());
        new AccountChat(new AnswerAccounts(_board.Writer), _board.Contexts).Map(_routes);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Card_ThatTheOtherHasAnsweredInPart_SaysByWhom_AndAsksAboutTheRest()
    {
        var card = await AskedAsync();
        await AnswerAsync(_other, Mads, areTheirs: true);

        var seen = await RefreshAsync(card);

        Assert.Contains("Kontoen hører nu til Mads Holt. Anne Lind kl. 09.00", seen, StringComparison.Ordinal);
        Assert.Contains("lene@fjordlandet.example", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("mads@fjordlandet.example", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ThatIsAllAnswered_AsksNothing()
    {
        var card = await AskedAsync();
        await AnswerAsync(_other, Mads, areTheirs: true);
        _board.Clock.Advance(Duration.FromDays(1));
        await AnswerAsync(_other, Lene, areTheirs: false);

        var seen = await RefreshAsync(await RefreshAsync(card) is var again && again.Contains("\"refresh\"", StringComparison.Ordinal) ? again : card);

        Assert.Contains("Kontoen hører nu til Mads Holt. Anne Lind 13. jan. kl. 09.00", seen, StringComparison.Ordinal);
        Assert.Contains("Kontoen hører ikke til Lene Aagaard og får ingen adgang. Anne Lind kl. 09.00", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(AccountsCard.Verb, seen, StringComparison.Ordinal);
    }

    /// <summary>»Nej« on an account that the other has said yes to changes nothing, and shows that.</summary>
    [Fact]
    public async Task Press_OnWhatTheOtherHasAnswered_ShowsTheirAnswer()
    {
        await AnswerAsync(_other, Mads, areTheirs: true);

        var pressed = (await AnswerAsync(_board.Secretary, Mads, areTheirs: false)).Text();

        Assert.Contains("Kontoen hører nu til Mads Holt. Anne Lind kl. 09.00", pressed, StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.True((await db.AccountClaims.SingleAsync(claim => claim.ObjectId == Mads)).IsTheirs);
    }

    [Fact]
    public async Task Card_IsShownToNobodyElse()
    {
        var card = await AskedAsync();
        await AnswerAsync(_other, Mads, areTheirs: true);

        foreach (var person in new[] { _board.Chair, _board.Member, _board.Stranger })
            (await LookAsync(person, card)).Refused<NoSuchAccount>();
    }

    private AccountClaim Claim(string account, Person person) =>
        new() { ObjectId = account, PersonId = person.Id, Address = person.Email!, AskedAt = _board.Clock.GetCurrentInstant() };

    private async Task<string> AskedAsync()
    {
        await using var db = _board.Open();
        return CardJson.Serialize(AccountsCard.Build(await db.QuestionsForAsync(_board.Secretary.Id, _board.Today), told: []));
    }

    private async Task<string> RefreshAsync(string card) => (await LookAsync(_board.Secretary, card)).Text();

    private Task<ChatReply> LookAsync(Person person, string card)
    {
        var action = JsonNode.Parse(card)!["refresh"]!["action"]!;
        return RunAsync(person, (string)action["verb"]!, action["data"]!, isRefresh: true);
    }

    private Task<ChatReply> AnswerAsync(Person person, string account, bool areTheirs) =>
        RunAsync(person, AccountsCard.Verb, new JsonObject { [AccountsCard.AccountsField] = account, [AccountsCard.TheirsField] = areTheirs }, isRefresh: false);

    private Task<ChatReply> RunAsync(Person person, string verb, JsonNode data, bool isRefresh) => _routes.RunAsync(
        _chat.Turn(person), new InvokedAction { Verb = verb, Data = new ActionData(JsonSerializer.SerializeToElement(data)), IsRefresh = isRefresh }, default);
}
