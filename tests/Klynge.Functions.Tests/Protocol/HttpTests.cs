using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Functions.Tests.Support;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>Graph's webhook as the Functions host passes it on.</summary>
public sealed class HttpTests(GraphFunctionsFixture fixture) : IClassFixture<GraphFunctionsFixture>
{
    private const string Secret = "9F2C-a-secret-of-one-subscription";
    private const string Url = "https://func.example/api/graph/notifications";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"validationToken":"Validation: token/42"}""", Url)]
    [InlineData("\"{\\\"validationToken\\\":\\\"Validation: token/42\\\"}\"", Url)]
    [InlineData("{}", Url + "?validationToken=Validation%3A+token%2F42")]
    [InlineData("\"{}\"", Url + "?validationToken=Validation%3A%20token%2F42")]
    public async Task Handshake_InEachShape_GivesTheDecodedTokenBack(string query, string url)
    {
        var answer = await fixture.Functions.InvokeAsync("GraphNotifications", Request(string.Empty, query, url), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var res = answer.Json["Outputs"]!["res"]!;
        Assert.Equal(("200", "Validation: token/42"), ((string?)res["statusCode"], (string?)res["body"]));
        Assert.StartsWith("text/plain", (string?)res["headers"]!["Content-Type"], StringComparison.Ordinal);
        Assert.Null(answer.Json["Outputs"]!["work"]);
    }

    [Fact]
    public async Task News_WithTheSecret_IsOnDisk_AndTheQueueIsTold()
    {
        await WatchAsync();

        var answer = await fixture.Functions.InvokeAsync("GraphNotifications", Request(News(Secret, "event-1")), Ct);

        Assert.Equal("202", (string?)answer.Json["Outputs"]!["res"]!["statusCode"]);
        Assert.Equal("""{"group":"Microsoft365"}""", (string?)answer.Json["Outputs"]!["work"]);
        Assert.Equal("1", fixture.Query("""SELECT count(*) FROM "CalendarInbox" WHERE "Subject" LIKE '%event-1%'"""));
    }

    [Fact]
    public async Task News_WithoutTheSecret_LeavesNothing()
    {
        await WatchAsync();

        var answer = await fixture.Functions.InvokeAsync("GraphNotifications", Request(News("guessed", "event-2")), Ct);

        Assert.Equal("202", (string?)answer.Json["Outputs"]!["res"]!["statusCode"]);
        Assert.Null(answer.Json["Outputs"]!["work"]);
        Assert.Equal("0", fixture.Query("""SELECT count(*) FROM "CalendarInbox" WHERE "Subject" LIKE '%event-2%'"""));
    }

    [Fact]
    public async Task Lifecycle_MakesTheRenewalDue()
    {
        await WatchAsync();
        var news = $$"""{"value":[{"subscriptionId":"s1","clientState":"{{Secret}}","lifecycleEvent":"reauthorizationRequired"}]}""";

        var answer = await fixture.Functions.InvokeAsync("GraphLifecycle", Request(news), Ct);

        Assert.Equal("202", (string?)answer.Json["Outputs"]!["res"]!["statusCode"]);
        Assert.Equal("1", fixture.Query("""SELECT count(*) FROM "CalendarWatches" WHERE "RenewAt" < '2090-01-01'"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{"value":"text"}""")]
    [InlineData("""{"value":[{}]}""")]
    public async Task News_ThatIsNone_Is400ToGraph_AndTheInvocationItselfIsFine(string body)
    {
        var answer = await fixture.Functions.InvokeAsync("GraphNotifications", Request(body), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("400", (string?)answer.Json["Outputs"]!["res"]!["statusCode"]);
        Assert.Null(answer.Json["Outputs"]!["work"]);
    }

    [Theory]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"req":null}}""")]
    [InlineData("""{"Data":{"req":"text"}}""")]
    [InlineData("""{"Data":{"req":[]}}""")]
    public async Task APayload_WithoutARequest_Is400(string payload)
    {
        var answer = await fixture.Functions.InvokeAsync("GraphNotifications", payload, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Logs);
    }

    private static string News(string secret, string id) =>
        $$"""{"value":[{"subscriptionId":"s1","clientState":"{{secret}}","changeType":"updated","resourceData":{"id":"{{id}}"} }]}""";

    private static string Request(string body, string query = "{}", string url = Url) => new JsonObject
    {
        ["Data"] = new JsonObject
        {
            ["req"] = new JsonObject
            {
                ["Url"] = url,
                ["Method"] = "POST",
                ["Query"] = JsonNode.Parse(query),
                ["Headers"] = new JsonObject { ["Content-Type"] = new JsonArray("application/json") },
                ["Params"] = new JsonObject(),
                ["Identities"] = new JsonArray(),
                ["Body"] = body,
            },
        },
        ["Metadata"] = new JsonObject(),
    }.ToJsonString();

    private async Task WatchAsync()
    {
        await fixture.Functions.InvokeAsync("Deadlines", Payloads.Timer, Ct);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));
        fixture.Query($"""
            INSERT OR REPLACE INTO "CalendarWatches" ("Mailbox", "SubscriptionId", "ClientStateHash", "RenewAt", "SyncAt")
            VALUES ('8b1f6a52-0c1d-4f53-9a55-1d3f4a1c2b77', 's1', '{hash}', '2099-01-01 00:00:00', '2099-01-01 00:00:00')
            """);
    }
}
