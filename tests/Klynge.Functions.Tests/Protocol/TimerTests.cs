using Klynge.Functions.Tests.Support;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>The timers, as the Functions host lets them beat.</summary>
public sealed class TimerTests(FunctionsFixture fixture) : IClassFixture<FunctionsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Outbox")]
    [InlineData("Procedures")]
    [InlineData("Deadlines")]
    [InlineData("Documents")]
    [InlineData("Microsoft365")]
    public async Task EveryTimer_RunsItsGroup(string function)
    {
        var answer = await fixture.Functions.TickAsync(function, Ct);

        Assert.Equal((InvocationStatus.Succeeded, null), (answer.Status, answer.Error));
        Assert.Empty(answer.Outputs);
    }

    [Theory]
    [InlineData("""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""")]
    [InlineData("""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T04:00:00+00:00","LastUpdated":"2026-11-22T04:00:00+00:00","Next":"2026-11-22T04:00:10+00:00"},"IsPastDue":true}""")]
    [InlineData("""{"IsPastDue":false,"Unheard":{"of":[1]}}""")]
    public async Task ATimer_InEachShape_Runs(string timer)
    {
        var answer = await fixture.Functions.InvokeAsync("Procedures", timer, Ct);

        Assert.Equal((InvocationStatus.Succeeded, null), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"timer\"")]
    [InlineData("""{"IsPastDue":"perhaps"}""")]
    public async Task ATriggersValue_ThatIsNoTimer_FailsTheInvocation_AndNothingRuns(string timer)
    {
        await using var one = new OwnFunctions();
        await one.InitializeAsync();
        await one.Fixture.Functions.TickAsync("Microsoft365", Ct);

        var answer = await one.Fixture.Functions.InvokeAsync("Documents", timer, Ct);

        Assert.Equal((InvocationStatus.Failed, "Documents failed: FunctionInputConverterException."), (answer.Status, answer.Error));
        Assert.Equal("1", one.Fixture.Query("""SELECT count(*) FROM "Jobs" WHERE "Name" = 'store-procedure-documents' AND "StartedAt" IS NULL"""));
    }

    [Fact]
    public async Task ATimer_RunsTheJobsThatAreDue_AndSaysSoInItsLogs()
    {
        await using var one = new OwnFunctions();
        await one.InitializeAsync();

        var answer = await one.Fixture.Functions.TickAsync("Procedures", Ct);

        Assert.Contains(answer.Logs, line => line.StartsWith("Debug Klynge.Application.Jobs.JobRunner: Job close-procedures: Succeeded in ", StringComparison.Ordinal));
        Assert.Equal("1", one.Fixture.Query("""SELECT "Outcome" FROM "Jobs" WHERE "Name" = 'close-procedures'"""));
        Assert.Equal("0", one.Fixture.Query("""SELECT count(*) FROM "Jobs" WHERE "Name" = 'store-procedure-documents' AND "StartedAt" IS NOT NULL"""));

        // Fired twice: nothing is due any more, unless ten seconds have passed meanwhile.
        var again = await one.Fixture.Functions.TickAsync("Procedures", Ct);
        Assert.Equal(InvocationStatus.Succeeded, again.Status);
        Assert.DoesNotContain(again.Logs, line => line.Contains("remind-voters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TimersAtOnce_RunEachJobOnce()
    {
        await using var one = new OwnFunctions();
        await one.InitializeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => one.Fixture.Functions.TickAsync("Procedures", Ct)));

        Assert.All(answers, answer => Assert.Equal(InvocationStatus.Succeeded, answer.Status));
        Assert.Single(answers.SelectMany(answer => answer.Logs), line => line.Contains("Job remind-voters: Succeeded", StringComparison.Ordinal));
    }

    /// <summary>A worker that no other test has called before.</summary>
    private sealed class OwnFunctions : IAsyncDisposable
    {
        internal FunctionsFixture Fixture { get; } = new();

        internal ValueTask InitializeAsync() => Fixture.InitializeAsync();

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();
    }
}
