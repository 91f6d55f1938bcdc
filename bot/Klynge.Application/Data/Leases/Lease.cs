using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Data.Leases;

/// <summary>A lease that was taken. Disposing gives it back; a process that dies leaves it to run out.</summary>
public sealed class Lease : IAsyncDisposable
{
    private const string Renew = """UPDATE "Leases" SET "Until" = @p2 WHERE "Name" = @p0 AND "Owner" = @p1""";
    private const string GiveBack = """DELETE FROM "Leases" WHERE "Name" = @p0 AND "Owner" = @p1""";
    private const string Find = """SELECT "Owner" FROM "Leases" WHERE "Name" = @p0 AND "Owner" = @p1""";

    private readonly Writer _writer;
    private readonly string _owner;

    internal Lease(Writer writer, string name, string owner, Instant until) =>
        (_writer, Name, _owner, Until) = (writer, name, owner, until);

    public string Name { get; }

    /// <summary>The holder has it to itself before this.</summary>
    public Instant Until { get; private set; }

    internal static WriteIntent Intent { get; } = new("KeepLease", Caller.System, IsOnRecord: false);

    /// <summary>Puts the end off to <paramref name="length"/> from now.</summary>
    /// <returns>False: it ran out and somebody else has taken it; stop.</returns>
    public async Task<bool> RenewAsync(Duration length, CancellationToken cancellationToken)
    {
        var end = await _writer.WriteAsync<Instant>(Intent, scope =>
        {
            var until = scope.Now + length;
            var isOurs = scope.Sql.Execute(Renew, Name, _owner, until.ToDatabase()) == 1;
            return Task.FromResult<Result<Instant>>(isOurs ? until : Instant.MinValue);
        }, cancellationToken);
        Until = end.Value;
        return Until != Instant.MinValue;
    }

    /// <summary>
    /// Whether nobody else has taken it, asked in the transaction of a use case: writes come one after the other, so what is written
    /// there was written by the holder, however late its clock or slow its machine.
    /// </summary>
    public bool IsHeldIn(WriteScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Sql.First(Find, static row => row.GetString(0), Name, _owner) is not null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _writer.WriteAsync<Done>(Intent, scope =>
            {
                scope.Sql.Execute(GiveBack, Name, _owner);
                return Task.FromResult<Result<Done>>(default(Done));
            });
        }
        catch (StorageUnavailableException)
        {
            // The database is away: the lease runs out by itself.
        }
    }
}

/// <summary>Who may do, until when, what only one process at a time may do. See <see cref="RunOnceLease"/>.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }

    /// <summary>One holding of the lease, not one process: the next holding by the same process is another owner.</summary>
    public required string Owner { get; init; }

    /// <summary>From this instant on anybody may take it.</summary>
    public required Instant Until { get; init; }
}

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
