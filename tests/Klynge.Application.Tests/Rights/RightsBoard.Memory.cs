using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>The board as it was once prepared: remembered, held against what there is now, and put back.</summary>
internal sealed partial class RightsBoard
{
    private const string InMemory = "Data Source=:memory:";

    /// <summary>What <see cref="Contents"/> leaves out.</summary>
    private const string NotTheBoards = "'Audit', 'AuditHead', 'ProcessedActivities', 'Conversations', 'People', 'SharedCards', 'DirectoryVersion', 'AgendaReads', 'TestTouched'";

    private SqliteConnection _asItWas = new(InMemory);
    private string _contents = string.Empty;
    private long _acts;

    /// <summary>The last one that was there when the board was remembered.</summary>
    internal long LastMessage { get; private set; }

    internal void Remember()
    {
        _contents = Contents();
        using var live = Connect();
        Watch(live);
        live.BackupDatabase(_asItWas);
        _acts = Number(live, "SELECT count(*) FROM Audit WHERE Refusal IS NULL");
        LastMessage = Number(live, "SELECT coalesce(max(Id), 0) FROM Outbox");
    }

    /// <summary>
    /// Before it is remembered: what was sent so far, to everybody and each with a card of its own, is most of what would be put back after
    /// every press that changes something.
    /// </summary>
    internal async Task ForgetMessagesAsync()
    {
        await using var db = Board.Open();
        await db.Database.ExecuteSqlRawAsync("UPDATE Outbox SET Payload = '{{}}' WHERE Payload IS NOT NULL; VACUUM");
    }

    internal void PutBack()
    {
        using var live = Connect();
        _asItWas.BackupDatabase(live);
    }

    /// <summary>
    /// Whether <see cref="Contents"/> says something else than when the board was remembered. Every row that was touched since is noted by
    /// the database itself, so that everything is only read where there is one.
    /// </summary>
    internal bool Differs()
    {
        using (var live = Connect())
        {
            if (Number(live, "SELECT count(*) FROM TestTouched") == 0)
                return false;
        }

        return Contents() != _contents;
    }

    /// <summary>Notes which rows of the board are touched from now on.</summary>
    private static void Watch(SqliteConnection live)
    {
        using var tables = live.CreateCommand();
        tables.CommandText = $"SELECT name FROM sqlite_master WHERE type = 'table' AND {OfTheBoard}";
        var script = new StringBuilder("CREATE TABLE IF NOT EXISTS TestTouched (Name TEXT); DELETE FROM TestTouched;");
        using (var names = tables.ExecuteReader())
        {
            while (names.Read())
            {
                foreach (var what in new[] { "INSERT", "UPDATE", "DELETE" })
                    script.Append(CultureInfo.InvariantCulture, $"CREATE TRIGGER IF NOT EXISTS \"Touched{what}{names.GetString(0)}\" AFTER {what} ON \"{names.GetString(0)}\" BEGIN INSERT INTO TestTouched VALUES ('{names.GetString(0)}'); END;");
            }
        }

        using var watch = live.CreateCommand();
        watch.CommandText = script.ToString();
        watch.ExecuteNonQuery();
    }

    /// <summary>The audit log has every write, and what was refused beside it: it is read in no time, where reading everything takes some.</summary>
    internal bool HasChanged()
    {
        using var live = Connect();
        return Number(live, "SELECT count(*) FROM Audit WHERE Refusal IS NULL") != _acts;
    }

    /// <summary>What was written to people and chats since the board was remembered, or is on its way there.</summary>
    internal string Messages()
    {
        using var live = Connect();
        using var sent = live.CreateCommand();
        sent.CommandText = $"SELECT coalesce(Payload, CardKey) FROM Outbox WHERE Id > {LastMessage}";
        var messages = new List<string>();
        using var reader = sent.ExecuteReader();
        while (reader.Read())
            messages.Add(reader.GetString(0));

        return Regex.Unescape(string.Join('\n', messages));
    }

    internal void PutBackIfChanged()
    {
        if (HasChanged())
            PutBack();
    }

    /// <summary>Everything that is the board's own. Accounts, chats and handled activities come and go with every turn.</summary>
    internal string Contents()
    {
        using var live = Connect();
        using var tables = live.CreateCommand();
        tables.CommandText = $"SELECT name FROM sqlite_master WHERE type = 'table' AND {OfTheBoard}";
        var lines = new List<string>();
        using var names = tables.ExecuteReader();
        while (names.Read())
        {
            using var rows = live.CreateCommand();
            rows.CommandText = $"SELECT * FROM \"{names.GetString(0)}\"";
            using var reader = rows.ExecuteReader();
            while (reader.Read())
                lines.Add($"{names.GetString(0)}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column)))}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Every record that an id on a card can name, with its table.</summary>
    internal IEnumerable<(string Table, Guid Id)> Ids()
    {
        using var live = Connect();
        string[] tables =
        [
            "Forums", "People", "Members", "Meetings", "AgendaItems", "Participants", "WrittenProcedures", "Consultations", "Deadlines",
            "FoundDeadlines", "Contributions", "ItemGuests", "GuestCadences", "ItemFiles", "AccountClaims", "Invitations", "Presences",
        ];
        foreach (var table in tables)
        {
            using var rows = live.CreateCommand();
            rows.CommandText = $"SELECT {(table == "AccountClaims" ? "ObjectId" : "Id")} FROM \"{table}\"";
            using var reader = rows.ExecuteReader();
            while (reader.Read())
                yield return (table, reader.GetGuid(0));
        }
    }

    private const string OfTheBoard = $"name NOT LIKE 'sqlite_%' AND name NOT LIKE 'SearchIndex%' AND name NOT IN ({NotTheBoards})";

    private static long Number(SqliteConnection live, string query)
    {
        using var command = live.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Connect()
    {
        using var db = Board.Open();
        var live = new SqliteConnection(db.Database.GetConnectionString());
        live.Open();
        return live;
    }
}
