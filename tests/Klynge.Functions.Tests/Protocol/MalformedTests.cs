using System.Net;
using System.Net.Http.Json;
using System.Text;
using Klynge.Functions.Tests.Support;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>What is no invocation is refused with a body, since the host waits for ever on an empty one, and nothing is half done.</summary>
public sealed class MalformedTests(FunctionsFixture fixture) : IClassFixture<FunctionsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{\"Data\":")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":[]}""")]
    [InlineData("""{"Data":"timer"}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"timer":null}}""")]
    [InlineData("""{"Data":{"timer":7}}""")]
    [InlineData("""{"Data":{"timer":"no timer"}}""")]
    [InlineData("""{"Data":{"other":{}}}""")]
    [InlineData("""{"data":{"timer":{}}}""")]
    public async Task APayload_ThatIsNoInvocation_Is400WithLogs_AndNothingRuns(string payload)
    {
        await fixture.Functions.InvokeAsync("Microsoft365", Payloads.Timer, Ct);

        var answer = await fixture.Functions.InvokeAsync("Documents", payload, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Logs);
        Assert.Equal("1", fixture.Query("""SELECT count(*) FROM "Jobs" WHERE "Name" = 'store-procedure-documents' AND "StartedAt" IS NULL"""));
    }

    [Fact]
    public async Task AFunction_ThatIsNotThere_Is404WithABody()
    {
        var answer = await fixture.Functions.InvokeAsync("Unheard", Payloads.Timer, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotEmpty(answer.Logs);
    }

    [Fact]
    public async Task AGet_IsRefused()
    {
        using var response = await fixture.Functions.Http.GetAsync("Documents", Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task AnEndlessBody_IsCutOff()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "Documents");
        request.Content = new StringContent(new string(' ', 5 * 1024 * 1024), Encoding.UTF8, "application/json");
        request.Headers.ExpectContinue = true;
        using var response = await fixture.Functions.Http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.NotNull(await response.Content.ReadFromJsonAsync<object>(Ct));
    }

    [Fact]
    public async Task DeepNesting_IsRefused()
    {
        var answer = await fixture.Functions.InvokeAsync("Documents", string.Concat(Enumerable.Repeat("{\"Data\":", 5000)), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
