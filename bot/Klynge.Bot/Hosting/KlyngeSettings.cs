using Klynge.Application.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Klynge.Bot.Hosting;

/// <summary>The settings that are the host's own, read once at start. The Bot Framework's stand in <c>TeamsBotOptions</c>.</summary>
/// <param name="DataDirectory">Database and documents: <c>Klynge:DataDirectory</c>, default <c>.data</c> in the working folder.</param>
/// <param name="ConnectionString">
/// <c>ConnectionStrings:Klynge</c>: SQLite (<c>Data Source=…</c>) or PostgreSQL (<c>Host=…</c>); by default SQLite in the data directory.
/// </param>
/// <param name="PublicUrl"><c>Klynge:PublicUrl</c>: where people reach the host's own pages; by default the address it listens on.</param>
/// <param name="RequestsPerAddress"><c>Klynge:RequestsPerAddress</c>: calls of pages a minute; 0 for no limit.</param>
/// <param name="RunsJobs"><c>Klynge:RunJobs</c>: this host runs what happens without a person; false where Azure Functions do.</param>
/// <param name="IsLocal">No app id is set, so there is no tenant: embedded parts, the workbench and a sample council.</param>
public sealed record KlyngeSettings(string DataDirectory, string ConnectionString, Uri PublicUrl, int RequestsPerAddress, bool RunsJobs, bool IsLocal)
{
    /// <summary>Where the bot listens unless <c>urls</c> says otherwise: the Bot Framework's customary port.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>A page takes some twenty files, and a whole town hall may come from one address.</summary>
    public const int DefaultRequestsPerAddress = 1200;

    /// <summary>The database as the start block names it; never the connection string, which may hold a secret.</summary>
    public string DatabaseName => DataServices.IsPostgres(ConnectionString)
        ? NameOf(new NpgsqlConnectionStringBuilder(ConnectionString))
        : new SqliteConnectionStringBuilder(ConnectionString).DataSource is { Length: > 0 } file ? $"{file} (SQLite)" : "SQLite";

    /// <summary>
    /// The client id of the managed identity that signs in to a database without a password: the bot's own (<c>UserAssignedMSI</c>), or
    /// the one that it signs in federated by. Null: the surroundings say, as on a developer's machine.
    /// </summary>
    public string? IdentityClientId { get; init; }

    /// <summary><c>Klynge:Channel</c>: what stands between the channel and the bot.</summary>
    public ChannelDoor Channel { get; init; }

    public static KlyngeSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var directory = Path.GetFullPath(configuration["Klynge:DataDirectory"] is { Length: > 0 } set ? set : ".data");
        var connection = configuration.GetConnectionString("Klynge") is { Length: > 0 } given
            ? given
            : new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "klynge.db") }.ToString();
        var listening = configuration["urls"]?.Split(';', StringSplitOptions.TrimEntries)[0];
        var url = configuration["Klynge:PublicUrl"] ?? listening ?? DefaultUrl;
        return new(
            directory,
            connection,
            new Uri(url.Replace("*", "localhost", StringComparison.Ordinal)),
            configuration.GetValue("Klynge:RequestsPerAddress", DefaultRequestsPerAddress),
            !bool.TryParse(configuration["Klynge:RunJobs"], out var runsJobs) || runsJobs,
            string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]))
        {
            IdentityClientId = ManagedIdentity.ClientIdOf(configuration),
            Channel = configuration.GetValue("Klynge:Channel", ChannelDoor.Protocol),
        };
    }

    private static string NameOf(NpgsqlConnectionStringBuilder settings) => $"{settings.Database} på {settings.Host} (PostgreSQL)";
}

/// <summary>Two ways in and out that do the same.</summary>
public enum ChannelDoor
{
    /// <summary>The Activity Protocol by Klynge.Teams alone.</summary>
    Protocol,

    /// <summary>The Bot Framework SDK for .NET, which is archived, by Klynge.BotBuilder.</summary>
    BotBuilder,
}
