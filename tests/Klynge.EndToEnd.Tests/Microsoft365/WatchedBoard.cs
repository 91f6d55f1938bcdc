using System.Globalization;
using Klynge.EndToEnd.Tests.Support;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>
/// The real program on the sample council, and Graph beside it in the test's own process, so that Graph stays when the program is killed.
/// Some meetings are linked to events in the secretary's calendar.
/// </summary>
internal sealed class WatchedBoard : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-burst-");

    private readonly Dictionary<string, string> _settings;

    private WatchedBoard(FakeGraph graph, IEnumerable<KeyValuePair<string, string>> settings) =>
        (Graph, _settings) = (graph, new(settings) { ["Microsoft365"] = graph.Url.ToString() });

    public FakeGraph Graph { get; }

    public Channel Channel { get; private set; } = null!;

    public string Mailbox { get; private set; } = string.Empty;

    /// <summary>The e-mail addresses of who is invited to every meeting, each with the id of the seat.</summary>
    public IReadOnlyList<(string Email, string Seat)> Invited { get; private set; } = [];

    /// <summary>The meetings' ids on the board with those of their events.</summary>
    public IReadOnlyList<(string Meeting, string Event)> Meetings { get; private set; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="meetings">How many meetings are planned and called in Outlook.</param>
    /// <param name="settings">Of the program, by environment, beside what connects it.</param>
    public static async Task<WatchedBoard> StartAsync(int meetings, params IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var board = new WatchedBoard(await FakeGraph.StartAsync(cancellationToken: Ct), settings);
        await board.StartBotAsync(null);
        for (var index = 1; index < meetings; index++)
            await board.Channel.SayAsync(Channel.Secretary, $"nyt møde chefforum {index}. februar 2027 kl. 9-11");

        board.Link();
        Assert.True(board.Meetings.Count >= meetings, $"Only {board.Meetings.Count} meetings were planned.");
        await UntilAsync(() => board.Graph.Subscriptions.All.Count == 1, TimeSpan.FromSeconds(90));
        return board;
    }

    /// <summary>Kills the program as <c>kill -9</c> does and starts it again where Graph knows it.</summary>
    public async Task RestartAsync()
    {
        var port = Channel.Bot.Address.Port;
        await Channel.Bot.KillAsync();
        await Channel.DisposeAsync();
        await StartBotAsync(port);
    }

    /// <summary>The seats with an apology that stands, for a meeting.</summary>
    public IReadOnlyList<string> Standing(string meeting) =>
        Read("""SELECT "MemberId" FROM "Apologies" WHERE "MeetingId" = @p0 AND "WithdrawnAt" IS NULL ORDER BY "MemberId" """, meeting);

    public int InboxCount() => int.Parse(
        Channel.Query("""SELECT count(*) FROM "CalendarInbox" WHERE "Kind" = 1""")!, CultureInfo.InvariantCulture);

    public static async Task UntilAsync(Func<bool> isSo, TimeSpan patience)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        timeout.CancelAfter(patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!isSo())
            await pause.WaitForNextTickAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await Graph.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.Empty(Graph.Unexpected);
    }

    private async Task StartBotAsync(int? port) => Channel = await Channel.StartAsync(_folder.FullName, _settings, port);

    private void Link()
    {
        foreach (var row in ReadRows("""SELECT "EntraObjectId", "Name", "Email" FROM "People" WHERE "EntraObjectId" IS NOT NULL"""))
            Graph.People.Add(new FakePerson(row[0], row[1], row[2]));

        Mailbox = Read("""SELECT "EntraObjectId" FROM "People" WHERE "Key" = @p0""", Channel.Secretary).Single();
        Invited = [.. ReadRows(
            """
            SELECT p."Email", m."Id" FROM "Members" m JOIN "People" p ON p."Id" = m."PersonId"
            WHERE m."ForumId" = @p0 AND m."HasVote" = 1 AND m."To" IS NULL AND p."Email" IS NOT NULL
            """,
            Channel.ForumId()).Select(row => (row[0], row[1]))];
        Meetings = [.. ReadRows(
            """SELECT "Id", "Date", "Start" FROM "Meetings" WHERE "ForumId" = @p0 AND "Status" IN (1, 2)""", Channel.ForumId())
            .Select(row => (row[0], Add(row[1], row[2])))];
        foreach (var (meeting, item) in Meetings)
        {
            Execute(
                """INSERT INTO "CalendarLinks" ("MeetingId", "Mailbox", "EventId", "IsGone") VALUES (@p0, @p1, @p2, 0)""", meeting, Mailbox, item);
        }
    }

    private string Add(string date, string start)
    {
        var local = DateTime.Parse($"{date} {start}", CultureInfo.InvariantCulture);
        var at = new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen").GetUtcOffset(local));
        return Graph.Calendars.Store.Add(Mailbox, new SimulatedEvent
        {
            Subject = "Chefforum",
            Start = at.ToUniversalTime(),
            End = at.ToUniversalTime().AddHours(2),
            Location = "Teams",
            Attendees = [.. Invited.Select(one => new SimulatedAttendee(one.Email, "Indkaldt"))],
        }).Id;
    }

    private List<string> Read(string sql, params object[] values) => [.. ReadRows(sql, values).Select(row => row[0])];

    private List<string[]> ReadRows(string sql, params object[] values)
    {
        using var db = Channel.Open();
        using var command = Command(db, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);

        return rows;
    }

    private void Execute(string sql, params object[] values)
    {
        using var db = Channel.Open();
        using var command = Command(db, sql, values);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection db, string sql, object[] values)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"@p{index}", values[index]);

        return command;
    }
}
