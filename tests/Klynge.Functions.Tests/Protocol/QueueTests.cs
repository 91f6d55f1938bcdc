using Klynge.Functions.Tests.Support;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>The queue, by which one function tells that there is work for others.</summary>
public sealed class QueueTests(FunctionsFixture fixture) : IClassFixture<FunctionsFixture>
{
    private const string Message = """{"group":"Procedures"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AMessage_RunsItsGroupAtOnce_EachTime()
    {
        var deliveries = new[] { await fixture.Functions.DeliverAsync("Work", Message, Ct), await fixture.Functions.DeliverAsync("Work", Message, Ct) };

        Assert.All(deliveries, delivery =>
        {
            var answer = Assert.Single(delivery.Attempts);
            Assert.Contains(answer.Logs, line => line.Contains("Job remind-voters: Succeeded", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("""{"group":"Holidays Plantekjær"}""")]
    [InlineData("""{"group":7}""")]
    [InlineData("""{"group":"2"}""")]
    [InlineData("""{"Group":"Procedures"}""")]
    [InlineData("""{}""")]
    [InlineData("""[{"group":"Procedures"}]""")]
    [InlineData("""42""")]
    [InlineData("""null""")]
    [InlineData("")]
    [InlineData("\"{ no JSON\"")]
    [InlineData("""{"group":"Procedures" """)]
    public async Task AMessage_ThatNamesNoGroup_EndsAmongThePoison_AndIsNotRepeatedInTheLog(string message)
    {
        // The first message that names a group makes the database.
        await fixture.Functions.DeliverAsync("Work", Message, Ct);
        var started = fixture.Query("""SELECT max("StartedAt") FROM "Jobs" """);

        var delivery = await fixture.Functions.DeliverAsync("Work", message, Ct);

        Assert.Equal((true, 5), (delivery.IsPoison, delivery.Attempts.Count));
        Assert.All(delivery.Attempts, answer => Assert.Equal(
            (InvocationStatus.Failed, "The message names no group of jobs. Nothing was done."), (answer.Status, answer.Error)));
        Assert.Equal(started, fixture.Query("""SELECT max("StartedAt") FROM "Jobs" """));
        Assert.DoesNotContain(fixture.Functions.Logs, log => log.Contains("Plantekj", StringComparison.Ordinal));
    }
}
