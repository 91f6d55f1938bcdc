using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Data.Leases;

/// <summary>
/// Lets one process among all that share the database do what must not be done by two at a time: a job, a sweep, a renewal. A lease is
/// a row with an end, so that one whose holder was killed comes free by itself; nothing has to be cleaned up.
/// </summary>
/// <remarks>
/// The ends are read against each host's own clock: take a lease for longer than the work and the difference between two clocks
/// together. What a job changes in the database is safe even beyond that when it asks <see cref="Lease.IsHeldIn"/> in its own write.
/// </remarks>
public sealed class RunOnceLease(Writer writer)
{
    private const string Take = """
        INSERT INTO "Leases" ("Name", "Owner", "Until") VALUES (@p0, @p1, @p2)
        ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner", "Until" = excluded."Until" WHERE "Leases"."Until" <= @p3
        """;

    private static readonly string Process = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Takes the lease unless somebody holds it, another part of this process included.</summary>
    /// <param name="name">What may run once, such as <c>jobs/close-due-procedures</c>.</param>
    /// <param name="length">How long until others may take it, should this process die; renew what takes longer.</param>
    /// <param name="cancellationToken">Gives up waiting for the writer.</param>
    /// <returns>Null when it is held. Disposed, the lease is free again.</returns>
    public async Task<Lease?> TryTakeAsync(string name, Duration length, CancellationToken cancellationToken)
    {
        var owner = $"{Process}/{Guid.NewGuid():N}";
        var until = await writer.WriteAsync<Instant>(Lease.Intent, scope =>
        {
            var end = scope.Now + length;
            var taken = scope.Sql.Execute(Take, name, owner, end.ToDatabase(), scope.Now.ToDatabase()) == 1;
            return Task.FromResult<Result<Instant>>(taken ? end : Instant.MinValue);
        }, cancellationToken);
        return until.Value == Instant.MinValue ? null : new Lease(writer, name, owner, until.Value);
    }
}
