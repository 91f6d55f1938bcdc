using Klynge.Functions.Tests.Support;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>A run that is cut off: nothing is half done, nobody waits for a lease, and what was left is taken up by whoever looks next.</summary>
public sealed class EndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_DuringARun_TheInvocationSaysSo_AndTheNextTakesTheJobUpAtOnce()
    {
        await using var graph = await SlowGraph.StartAsync();
        await using var fixture = new SlowGraphFixture(graph);
        await fixture.PrepareAsync(Ct);

        var answer = await fixture.Functions.TickUntilAsync("Microsoft365", graph.UntilAskedAsync(Ct), Ct);

        Assert.Equal((InvocationStatus.Cancelled, "Microsoft365 was cancelled."), (answer.Status, answer.Error));
        Assert.Equal(("3", "1", "0"), fixture.Job());
        var again = await fixture.Functions.TickUntilAsync("Microsoft365", graph.UntilAskedAsync(Ct), Ct);
        Assert.Contains(again.Logs, line => line.Contains("Job subscribe-to-calendars: Interrupted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AskedToEnd_DuringARun_TheWorkerEndsWithinTheGracePeriod_AndTheNextTakesTheJobUpAtOnce()
    {
        await using var graph = await SlowGraph.StartAsync();
        await using var fixture = new SlowGraphFixture(graph);
        await fixture.PrepareAsync(Ct);
        var running = fixture.Functions.TickAsync("Microsoft365", Ct);
        await graph.UntilAskedAsync(Ct);

        Assert.Equal(0, await fixture.Functions.TerminateAsync(Ct));

        Assert.Equal(("3", "1", "0"), fixture.Job());
        Assert.False(await SucceededAsync(running));
        await using var next = await fixture.StartAsync();
        var again = await next.TickUntilAsync("Microsoft365", graph.UntilAskedAsync(Ct), Ct);
        Assert.Contains(again.Logs, line => line.Contains("Job subscribe-to-calendars: Interrupted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AskedToEnd_WithNothingToDo_TheWorkerEnds()
    {
        await using var fixture = new FunctionsFixture();
        await fixture.InitializeAsync();
        await fixture.Functions.TickAsync("Outbox", Ct);

        Assert.Equal(0, await fixture.Functions.TerminateAsync(Ct));
    }

    /// <summary>The last answer may be lost with the process; then the host counts the invocation as failed.</summary>
    private static async Task<bool> SucceededAsync(Task<Invocation> running)
    {
        try
        {
            return (await running).Status == InvocationStatus.Succeeded;
        }
        catch (Exception exception) when (exception is WorkerGoneException or IOException)
        {
            return false;
        }
    }
}
