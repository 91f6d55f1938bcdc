using System.Net;
using System.Text;
using Klynge.Functions.Tests.Support;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>Graph's webhook: the invocation over gRPC and the request to the worker's own address, as the Functions host passes it on.</summary>
public sealed class HttpTests(GraphFunctionsFixture fixture) : IClassFixture<GraphFunctionsFixture>
{
    private const string Secret = "9F2C-a-secret-of-one-subscription";
    private const string Path = "api/graph/notifications";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api/graph/notifications?validationToken=Validation%3A+token%2F42")]
    [InlineData("api/graph/notifications?validationToken=Validation%3A%20token%2F42")]
    [InlineData("api/graph/lifecycle?validationtoken=Validation%3A%20token%2F42")]
    public async Task Handshake_GivesTheDecodedTokenBack(string path)
    {
        var answer = await PostAsync(string.Empty, path, "text/plain");

        Assert.Equal((HttpStatusCode.OK, "Validation: token/42"), (answer.Response.StatusCode, answer.Body));
        Assert.Equal("text/plain; charset=utf-8", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["nosniff"], answer.Response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(InvocationStatus.Succeeded, answer.Invocation!.Status);
        Assert.False(answer.Invocation.Outputs.ContainsKey("Work"));
    }

    [Fact]
    public async Task Handshake_WithAnEndlessToken_IsRefused()
    {
        var answer = await PostAsync(string.Empty, $"{Path}?validationToken={new string('x', 1025)}");

        Assert.Equal((HttpStatusCode.BadRequest, string.Empty), (answer.Response.StatusCode, answer.Body));
    }

    [Fact]
    public async Task News_WithTheSecret_IsOnDisk_AndTheQueueIsTold_WhichRunsTheJobs()
    {
        await WatchAsync();

        var answer = await PostAsync(News(Secret, "event-1"));

        Assert.Equal((HttpStatusCode.Accepted, InvocationStatus.Succeeded), (answer.Response.StatusCode, answer.Invocation!.Status));
        var message = answer.Invocation.Outputs["Work"];
        Assert.Equal("""{"group":"Microsoft365"}""", message);
        Assert.Equal("1", fixture.Query("""SELECT count(*) FROM "CalendarInbox" WHERE "Subject" LIKE '%event-1%'"""));

        var delivery = await fixture.Functions.DeliverAsync("Work", message!, Ct);
        Assert.Contains(delivery.Attempts[0].Logs, line => line.Contains("Job read-calendar: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task News_WithoutTheSecret_LeavesNothing()
    {
        await WatchAsync();

        var answer = await PostAsync(News("guessed", "event-2"));

        Assert.Equal(HttpStatusCode.Accepted, answer.Response.StatusCode);
        Assert.False(answer.Invocation!.Outputs.ContainsKey("Work"));
        Assert.Equal("0", fixture.Query("""SELECT count(*) FROM "CalendarInbox" WHERE "Subject" LIKE '%event-2%'"""));
    }

    [Fact]
    public async Task Lifecycle_MakesTheRenewalDue()
    {
        await WatchAsync();
        var news = $$"""{"value":[{"subscriptionId":"s1","clientState":"{{Secret}}","lifecycleEvent":"reauthorizationRequired"}]}""";

        var answer = await PostAsync(news, "api/graph/lifecycle");

        Assert.Equal(HttpStatusCode.Accepted, answer.Response.StatusCode);
        Assert.Equal("1", fixture.Query("""SELECT count(*) FROM "CalendarWatches" WHERE "RenewAt" < '2090-01-01'"""));
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("no JSON", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("""{"value":"text"}""", "application/json")]
    [InlineData("""{"value":[{}]}""", "application/json")]
    [InlineData("""{"value":[]}""", "text/plain")]
    public async Task News_ThatIsNone_Is400ToGraph_AndTheInvocationItselfIsFine(string body, string type)
    {
        var answer = await PostAsync(body, type: type);

        Assert.Equal((HttpStatusCode.BadRequest, InvocationStatus.Succeeded), (answer.Response.StatusCode, answer.Invocation!.Status));
        Assert.False(answer.Invocation.Outputs.ContainsKey("Work"));
    }

    [Fact]
    public async Task ABody_ThatIsTooLong_Is413()
    {
        var answer = await PostAsync($$"""{"value":"{{new string('x', 1024 * 1024)}}"}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, InvocationStatus.Succeeded), (answer.Response.StatusCode, answer.Invocation!.Status));
    }

    private static string News(string secret, string id) =>
        $$"""{"value":[{"subscriptionId":"s1","clientState":"{{secret}}","changeType":"updated","resourceData":{"id":"{{id}}"} }]}""";

    private async Task<HttpInvocation> PostAsync(string body, string path = Path, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await fixture.Functions.PostAsync(path, content, Ct);
    }

    private async Task WatchAsync()
    {
        await fixture.Functions.TickAsync("Deadlines", Ct);
        fixture.Watch(Secret);
    }
}
