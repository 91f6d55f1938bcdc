using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Tests.Support;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>The product's services as the host puts them together, on a database of their own and before the stand-in.</summary>
internal sealed class SharePointFixture : IAsyncDisposable
{
    internal static readonly DocumentPath Minutes = DocumentPath.ForMinutes("Chefforum", new LocalDate(2026, 2, 3));

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly string _database;
    private readonly ServiceProvider _services;

    private SharePointFixture(GraphFixture graph, Dictionary<string, string?> settings, string? database = null, TimeProvider? time = null)
    {
        Graph = graph;
        _database = database ?? Path.Combine(_folder, "klynge.db");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddKlyngeApplication(new ApplicationSettings($"Data Source={_database}", _folder, new Uri("http://localhost:3978")))
            .AddMicrosoft365(graph.Settings)
            .AddSingleton(time ?? TimeProvider.System);
        _services = services.BuildServiceProvider();
    }

    internal GraphFixture Graph { get; }

    internal DriveArea Drives => Graph.StandIn.Drives;

    internal IDocumentLibrary Library => _services.GetRequiredService<IDocumentLibrary>();

    internal static Task<SharePointFixture> StartAsync(params (string Key, string? Value)[] settings) => StartAsync(TimeProvider.System, settings);

    /// <param name="time">What limits and pauses are measured by: a <see cref="ManualTimer"/> where PDF is made, which may take longer than an answer.</param>
    internal static async Task<SharePointFixture> StartAsync(TimeProvider time, params (string Key, string? Value)[] settings)
    {
        var fixture = new SharePointFixture(
            await GraphFixture.StartAsync(),
            settings.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            time: time);
        await fixture.Get<IDbContextFactory<KlyngeContext>>().MigrateAsync(fixture.Get<IClock>(), TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <summary>Another host of the same bot: one database, and a data directory of its own. It is disposed of first.</summary>
    internal AnotherHost StartAnother() => new(new SharePointFixture(Graph, [], _database));

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Files of the stand-in's library by the path that the product uses.</summary>
    internal SimulatedFile? File(DocumentPath path) => Drives.Library.Find(path.ToString());

    /// <summary>Stores the minutes and says that the outcome is a <typeparamref name="T"/>.</summary>
    internal async Task<T> StoreAsync<T>(string content, string? seen = null)
        where T : StoreOutcome =>
        Assert.IsType<T>((await Library.StoreAsync(Minutes, System.Text.Encoding.UTF8.GetBytes(content), seen, TestContext.Current.CancellationToken)).Value);

    internal sealed class AnotherHost(SharePointFixture fixture) : IAsyncDisposable
    {
        internal IDocumentLibrary Library => fixture.Library;

        public async ValueTask DisposeAsync()
        {
            await fixture._services.DisposeAsync();
            Directory.Delete(fixture._folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Graph.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
