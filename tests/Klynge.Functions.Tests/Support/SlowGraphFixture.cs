namespace Klynge.Functions.Tests.Support;

/// <summary>A worker of one test, whose Graph does not answer: its job <c>subscribe-to-calendars</c> runs until it is told to stop.</summary>
internal sealed class SlowGraphFixture(SlowGraph graph) : FunctionsFixture(graph.Settings)
{
    /// <summary>Makes the database, and a calendar in it that calls no meetings, whose subscription is therefore to be ended.</summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await InitializeAsync();
        await Functions.TickAsync("Outbox", cancellationToken);
        Watch("secret");
    }

    /// <summary>What became of the job's last run, whether it is due still, and how often it has failed.</summary>
    internal (string? Outcome, string? IsDue, string? Failures) Job() => (
        Query("""SELECT "Outcome" FROM "Jobs" WHERE "Name" = 'subscribe-to-calendars'"""),
        Query("""SELECT "NextRunAt" <= "StartedAt" FROM "Jobs" WHERE "Name" = 'subscribe-to-calendars'"""),
        Query("""SELECT "FailuresInARow" FROM "Jobs" WHERE "Name" = 'subscribe-to-calendars'"""));
}
