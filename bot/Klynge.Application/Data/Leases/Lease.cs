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
