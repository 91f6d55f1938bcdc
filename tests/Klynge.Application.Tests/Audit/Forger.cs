using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Audit;

/// <summary>SQL of somebody who may do anything in the database: written for SQLite and said in PostgreSQL's words.</summary>
internal static class Forger
{
    private const string UnlockSqlite = """
        DROP TRIGGER "Audit_NoUpdate"; DROP TRIGGER "Audit_NoDelete"; DROP TRIGGER "AuditHead_NoStepBack"; DROP TRIGGER "AuditHead_NoDelete";
        """;

    private const string UnlockPostgres = """
        DROP TRIGGER "Audit_NoChange" ON "Audit"; DROP TRIGGER "AuditHead_NoStepBack" ON "AuditHead"; DROP TRIGGER "AuditHead_NoDelete" ON "AuditHead";
        """;

    /// <summary>Takes the triggers away that refuse to change the log.</summary>
    internal static string Unlock(TestStore store) => store == TestStore.Postgres ? UnlockPostgres : UnlockSqlite;

    internal static string Say(TestStore store, string sql) => store == TestStore.Postgres
        ? sql.Replace("zeroblob(32)", "decode(repeat('00', 32), 'hex')", StringComparison.Ordinal)
            .Replace("x''", "decode('', 'hex')", StringComparison.Ordinal)
            .Replace("x'00'", "decode('00', 'hex')", StringComparison.Ordinal)
        : sql;
}
