using System.Net;
using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>A person, or a tenant, that asks too much is told so and costs no turn.</summary>
public abstract class SenderLimitTests(Door door) : IAsyncLifetime
{
    public sealed class ByProtocol() : SenderLimitTests(Door.Protocol);

    public sealed class ByBotBuilder() : SenderLimitTests(Door.BotBuilder);

    private const string TooMany = "That was too much at once. Wait a minute and try again.";

    private ChannelMetadata _metadata = null!;
    private FakeChannel _channel = null!;
    private int _turns;

    public async ValueTask InitializeAsync()
    {
        _metadata = await ChannelMetadata.StartAsync();
        _channel = await FakeChannel.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _metadata.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task PersonOverTheLimit_WhoWrites_IsToldOnce_AndGets429WithoutATurn()
    {
        _channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities", 201, """{"id":"1"}""");
        await using var bot = await StartAsync(("Klynge:RequestsPerPerson", "2"));

        var answers = await PostAsync(bot, Enumerable.Range(0, 5).Select(_ => Sample.Message(serviceUrl: _channel.ServiceUrl)));

        Assert.Equal([200, 200, 429, 429, 429], answers.Select(answer => (int)answer.Status));
        Assert.Equal([null, null, "60", "60", "60"], answers.Select(answer => answer.RetryAfter));
        Assert.Equal(2, _turns);
        Assert.Equal(TooMany, (string?)Assert.Single(_channel.Calls).Body!["text"]);
    }

    [Fact]
    public async Task PersonOverTheLimit_WhoPressesAButton_SeesTheRefusalOnTheCard()
    {
        await using var bot = await StartAsync(("Klynge:RequestsPerPerson", "1"));

        var answers = await PostAsync(bot, Enumerable.Range(0, 2).Select(_ => Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl)));

        var refused = JsonNode.Parse(answers[1].Body)!;
        Assert.Equal(HttpStatusCode.OK, answers[1].Status);
        Assert.Equal((400, TooMany), ((int)refused["statusCode"]!, (string?)refused["value"]!["message"]));
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task PersonOverTheLimit_HoldsNobodyElseBack()
    {
        await using var bot = await StartAsync(("Klynge:RequestsPerPerson", "1"));
        var activities = new[] { "29:bodil", "29:bodil", "29:tina", "29:bo" }.Select(person => From(person, Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl)));

        await PostAsync(bot, activities);

        Assert.Equal(3, _turns);
    }

    [Fact]
    public async Task TenantOverTheLimit_IsHeldBack_AndOtherTenantsAreNot()
    {
        const string Other = "44444444-4444-4444-4444-444444444444";
        await using var bot = await StartAsync(
            ("Klynge:RequestsPerTenant", "2"), ("Klynge:AllowedTenants", $"{ChannelMetadata.TenantId},{Other}"));
        var own = new[] { "29:bodil", "29:tina", "29:bo" }.Select(person => From(person, Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl)));
        var others = From("29:anna", Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl));
        others["conversation"]!["tenantId"] = Other;
        others["channelData"]!["tenant"]!["id"] = Other;

        await PostAsync(bot, [.. own, others]);

        Assert.Equal(3, _turns);
    }

    [Fact]
    public async Task CallerWithoutAValidToken_UsesUpNobodysLimit()
    {
        await using var bot = await StartAsync(("Klynge:RequestsPerPerson", "1"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var refused = await bot.PostAsync(Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl), "no-token");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await PostAsync(bot, [Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl)]);

        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task Limits_OfZero_AreNone()
    {
        await using var bot = await StartAsync(("Klynge:RequestsPerPerson", "0"), ("Klynge:RequestsPerTenant", "0"));

        await PostAsync(bot, Enumerable.Range(0, 200).Select(_ => Sample.CardAction("vote", serviceUrl: _channel.ServiceUrl)));

        Assert.Equal(200, _turns);
    }

    [Theory]
    [InlineData("Klynge:RequestsPerPerson")]
    [InlineData("Klynge:RequestsPerTenant")]
    public async Task Limits_BelowZero_StopTheStart(string name) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((name, "-1")));

    private static JsonObject From(string person, JsonObject activity)
    {
        activity["from"]!["id"] = person;
        return activity;
    }

    private Task<BotHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = _metadata.Settings;
        foreach (var (name, value) in settings)
            all[name] = value;
        return BotHost.StartAsync(
            all,
            router => router
                .OnMessage((_, _) => Task.FromResult(Interlocked.Increment(ref _turns)))
                .OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Message($"{Interlocked.Increment(ref _turns)}"))),
            services => services.AddSingleton(new BotCredential(new FixedCredential(TimeProvider.System, TimeSpan.FromHours(1)))),
            door: door);
    }

    private async Task<List<(HttpStatusCode Status, string? RetryAfter, string Body)>> PostAsync(BotHost bot, IEnumerable<JsonObject> activities)
    {
        var token = _metadata.Token(serviceUrl: _channel.ServiceUrl);
        var answers = new List<(HttpStatusCode, string?, string)>();
        foreach (var activity in activities)
        {
            using var response = await bot.PostAsync(activity, token);
            answers.Add((response.StatusCode, response.Headers.RetryAfter?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        return answers;
    }
}
