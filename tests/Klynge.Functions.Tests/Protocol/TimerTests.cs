using System.Net;
using Klynge.Functions.Tests.Support;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>The timers, over HTTP to the started process, as the Functions host calls them.</summary>
public sealed class TimerTests(FunctionsFixture fixture) : IClassFixture<FunctionsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Shapes =>
        [Payloads.Timer, Payloads.TimerPastDue, Payloads.TimerWithoutStatus, Payloads.TimerAsString, Payloads.WithoutMetadata];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ATimer_InEachShape_IsAnsweredWithWhatTheHostWaitsFor(string payload)
    {
        var answer = await fixture.Functions.InvokeAsync("Procedures", payload, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.Json.Select(field => field.Key));
        Assert.Empty(answer.Json["Outputs"]!.AsObject());
        Assert.Null(answer.Json["ReturnValue"]);
    }

    [Theory]
    [InlineData("Outbox")]
    [InlineData("Procedures")]
    [InlineData("Deadlines")]
    [InlineData("Documents")]
    [InlineData("Microsoft365")]
    public async Task EveryTimer_RunsItsGroup(string function)
    {
        var answer = await fixture.Functions.InvokeAsync(function, Payloads.Timer, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task ATimer_RunsTheJobsThatAreDue_AndSaysSoInItsLogs()
    {
        await using var one = new OwnFunctions();
        await one.InitializeAsync();

        var answer = await one.Fixture.Functions.InvokeAsync("Procedures", Payloads.Timer, Ct);

        Assert.Contains(answer.Logs, line => line.StartsWith("Debug Klynge.Application.Jobs.JobRunner: Job close-procedures: Succeeded in ", StringComparison.Ordinal));
        Assert.Equal("1", one.Fixture.Query("""SELECT "Outcome" FROM "Jobs" WHERE "Name" = 'close-procedures'"""));
        Assert.Equal("0", one.Fixture.Query("""SELECT count(*) FROM "Jobs" WHERE "Name" = 'store-procedure-documents' AND "StartedAt" IS NOT NULL"""));

        // Fired twice: nothing is due any more, unless ten seconds have passed meanwhile.
        var again = await one.Fixture.Functions.InvokeAsync("Procedures", Payloads.Timer, Ct);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.DoesNotContain(again.Logs, line => line.Contains("remind-voters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TimersAtOnce_RunEachJobOnce()
    {
        await using var one = new OwnFunctions();
        await one.InitializeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => one.Fixture.Functions.InvokeAsync("Procedures", Payloads.Timer, Ct)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.SelectMany(answer => answer.Logs), line => line.Contains("Job remind-voters: Succeeded", StringComparison.Ordinal));
    }

    /// <summary>A handler that no other test has called before.</summary>
    private sealed class OwnFunctions : IAsyncDisposable
    {
        internal FunctionsFixture Fixture { get; } = new();

        internal ValueTask InitializeAsync() => Fixture.InitializeAsync();

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();
    }
}
