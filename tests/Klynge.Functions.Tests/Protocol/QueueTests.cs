using System.Net;
using System.Text.Json;
using Klynge.Functions.Tests.Support;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>The queue: a message may come as an object, as a string, and as a string within a string.</summary>
public sealed class QueueTests(FunctionsFixture fixture) : IClassFixture<FunctionsFixture>
{
    private const string Message = """{"group":"Procedures"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Shapes => [Message, Quoted(Message), Quoted(Quoted(Message)), "\"Procedures\"", Quoted("\"Procedures\"")];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task AMessage_InEachShape_RunsItsGroupAtOnce(string message)
    {
        var answer = await fixture.Functions.InvokeAsync("Work", Payloads.Queue(message), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(answer.Logs, line => line.Contains("Job remind-voters: Succeeded", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"group":"Holidays"}""")]
    [InlineData("""{"group":7}""")]
    [InlineData("""{"group":"2"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""42""")]
    [InlineData("""null""")]
    [InlineData("\"\"")]
    [InlineData("\"{ no JSON\"")]
    public async Task AMessage_ThatNamesNoGroup_IsRefused_SoThatItEndsAmongThePoison(string message)
    {
        var answer = await fixture.Functions.InvokeAsync("Work", Payloads.Queue(message), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Logs, line => line.Contains("Nothing was done", StringComparison.Ordinal));
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
