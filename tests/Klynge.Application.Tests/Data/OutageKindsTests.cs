using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Application.Tests.Data;

/// <summary>Whatever a database that is away comes out as, it is told from a bug of ours.</summary>
public sealed class OutageKindsTests
{
    public static TheoryData<Exception, bool> Kinds => new()
    {
        { new NpgsqlException("x"), true },
        { new InvalidOperationException("x", new NpgsqlException("y")), true },
        { new AggregateException(new TimeoutException()), true },
        { new DbUpdateException("x", new IOException()), true },
        { new DbUpdateException("x", new InvalidOperationException("y", new TimeoutException())), true },
        { new DbUpdateException("x", new PostgresException("y", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)), false },
        { new InvalidOperationException("x"), false },
        { new RegexMatchTimeoutException("input", "pattern", TimeSpan.FromSeconds(1)), false },
        { new DbUpdateException("x"), false },
        { new FormatException("x", new TimeoutException()), false },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Exception_IsAnOutageOrABug(Exception exception, bool isOutage) => Assert.Equal(isOutage, Outage.Is(exception));

    /// <summary>As when another use of the connection found out first that it is broken.</summary>
    [Fact]
    public async Task Command_OnAConnectionThatIsNotOpenAnyMore_IsAnOutage()
    {
        await using var connection = new NpgsqlConnection("Host=127.0.0.1");
        await using var command = new NpgsqlCommand("SELECT 1", connection);

        var thrown = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        Assert.True(Outage.Is(thrown));
    }
}
