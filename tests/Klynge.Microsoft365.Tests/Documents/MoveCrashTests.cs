using System.Diagnostics;
using System.Globalization;
using System.Text;
using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Tests.Support;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>
/// A process is killed between two steps of sending a case out with attachments, making it »Lukket sag«, and moving its files; the next one
/// goes on. No file is lost, none is there twice, and none is left among the open ones. Every step with <c>KLYNGE_EVERY_KILL=1</c>, else a
/// share by fixed seeds.
/// </summary>
public sealed class MoveCrashTests : IDisposable
{
    /// <summary>Set for the process that is to be killed: the stand-in, or nothing for a folder; the data folder; and the step.</summary>
    private const string Graph = "KLYNGE_MOVE_GRAPH", Data = "KLYNGE_MOVE_DATA", Step = "KLYNGE_MOVE_STEP";

    private const int Share = 3;

    private static readonly string[] Contents = ["Opsigelsen, første udkast", "Opsigelsen, andet udkast", "Bilaget"];

    /// <summary>In the data folder: the connection string, where the database is not a file beside it.</summary>
    private const string DatabaseFile = "database";

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-move-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static bool IsEvery => Environment.GetEnvironmentVariable("KLYNGE_EVERY_KILL") == "1";

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The program of the process that is killed; by itself there is nothing to do.</summary>
    [Fact]
    public async Task Story_IsTheProgramOfTheProcessThatIsKilled()
    {
        if (Environment.GetEnvironmentVariable(Data) is { } data)
            await NotifyAsync(Environment.GetEnvironmentVariable(Graph), data, int.Parse(Environment.GetEnvironmentVariable(Step)!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Kill_BetweenAnyTwoSteps_LosesNothing_DoublesNothing_AndLeavesNothingOpen(bool inSharePoint, bool onPostgres)
    {
        var steps = await RunAsync(inSharePoint, onPostgres, "whole", killAt: null);
        var random = new Random(14);
        var chosen = IsEvery ? Enumerable.Range(1, steps) : Enumerable.Range(1, steps).OrderBy(_ => random.Next()).Take(Share);
        foreach (var step in chosen)
            await RunAsync(inSharePoint, onPostgres, step.ToString(CultureInfo.InvariantCulture), step);

        Assert.True(steps > 15, $"{steps} steps");
    }

    /// <returns>How many steps the story has.</returns>
    private async Task<int> RunAsync(bool inSharePoint, bool onPostgres, string name, int? killAt)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        if (!onPostgres)
            return await RunAsync(inSharePoint, data, killAt);

        var database = await PostgresServer.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(data, DatabaseFile), database, Ct);
        try
        {
            return await RunAsync(inSharePoint, data, killAt);
        }
        finally
        {
            await PostgresServer.DropAsync(database);
        }
    }

    private static async Task<int> RunAsync(bool inSharePoint, string data, int? killAt)
    {
        await using var standIn = await FakeGraph.StartAsync(cancellationToken: Ct);
        standIn.Drives.Library.WritesIntoWord = true;
        var graph = standIn.Url.ToString();
        await SeedAsync(standIn, data);
        if (killAt is { } step)
            await KillAsync(inSharePoint ? graph : null, graph, data, step);

        var steps = await NotifyAsync(graph, data, killAt: 0, inSharePoint);
        await AssertWholeAsync(standIn, data, inSharePoint, killAt);
        return steps;
    }

    private static async Task KillAsync(string? library, string graph, string data, int step)
    {
        var program = Path.ChangeExtension(typeof(MoveCrashTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program, ["-method", $"{typeof(MoveCrashTests).FullName}.{nameof(Story_IsTheProgramOfTheProcessThatIsKilled)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[Graph] = library is null ? $"{graph}#folder" : graph;
        start.Environment[Data] = data;
        start.Environment[Step] = step.ToString(CultureInfo.InvariantCulture);
        using var victim = Process.Start(start)!;
        var output = await victim.StandardOutput.ReadToEndAsync(Ct);
        await victim.WaitForExitAsync(Ct);
        Assert.True(victim.ExitCode is 137 or 9, $"Step {step} was not reached: {output}");
    }

    private static Task<int> NotifyAsync(string? graph, string data, int killAt)
    {
        var parts = graph!.Split('#');
        return NotifyAsync(parts[0], data, killAt, inSharePoint: parts.Length == 1);
    }

    /// <summary>Goes on from wherever the one before it came to.</summary>
    private static async Task<int> NotifyAsync(string graph, string data, int killAt, bool inSharePoint)
    {
        await using var services = Services(graph, data, inSharePoint, killAt, out var library);
        var contexts = services.GetRequiredService<IDbContextFactory<KlyngeContext>>();
        var caller = new Caller(await SecretaryAsync(contexts));
        if (await ReadAsync() is { Status: ProcedureStatus.Draft } draft)
        {
            var opened = await services.GetRequiredService<OpenWrittenProcedure>().HandleAsync(caller, new(draft.ForumId, draft.Id), Ct);
            Assert.True(opened.IsSuccess, opened.Error?.Text);
        }

        if (await ReadAsync() is { Case.IsClosed: false } open)
        {
            var form = Form(open) with { IsClosed = true, Reason = "Personsag" };
            var amended = await services.GetRequiredService<AmendWrittenProcedure>().HandleAsync(caller, new(open.ForumId, open.Id, form), Ct);
            Assert.True(amended.IsSuccess, amended.Error?.Text);
        }

        await services.GetRequiredService<MoveClosedDocuments>().HandleAsync(Ct);
        return library.Steps;

        async Task<WrittenProcedure> ReadAsync()
        {
            await using var db = await contexts.CreateDbContextAsync(Ct);
            return await db.WrittenProcedures.AsNoTracking().SingleAsync(Ct);
        }
    }

    /// <summary>The second file of each name is what the link leads to by the time that the case is closed.</summary>
    private static async Task SeedAsync(FakeGraph standIn, string data)
    {
        standIn.Drives.Library.Edit("Chefforum/Sager/Opsigelse.docx", Encoding.UTF8.GetBytes(Contents[0]));
        standIn.Drives.Library.Edit("Chefforum/Sager/Bilag.txt", Encoding.UTF8.GetBytes(Contents[2]));
        await using var services = Services(standIn.Url.ToString(), data, inSharePoint: true, killAt: 0, out _);
        var contexts = services.GetRequiredService<IDbContextFactory<KlyngeContext>>();
        await contexts.MigrateAsync(services.GetRequiredService<IClock>(), Ct);
        await using var db = await contexts.CreateDbContextAsync(Ct);
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" };
        var forum = new Forum { BoardId = board.Id, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = SampleRules.Plain };
        var (secretary, chair) = (new Person { Key = "sofie", Name = "Sofie Bech" }, new Person { Key = "karen", Name = "Karen Ravn" });
        db.AddRange(board, forum, secretary, chair, Seat(forum, secretary, Role.Secretariat, 2), Seat(forum, chair, Role.Chair, 1));
        await db.SaveChangesAsync(Ct);
        var deadline = LocalDatePattern.Iso.Format(DanishTime.Today(SystemClock.Instance).PlusDays(30));
        var links = new[] { "Opsigelse.docx", "Bilag.txt" }.Select(name => $"{name[..5]} {DriveArea.AddressOf(standIn.Drives.Library, $"Chefforum/Sager/{name}").AbsoluteUri}");
        var form = new ProcedureForm("Opsigelsen", string.Empty, "Der skal besluttes.", "Godkender", string.Join('\n', links), deadline, "12:00");
        var saved = await services.GetRequiredService<SaveProcedureDraft>().HandleAsync(new Caller(secretary.Id), new(forum.Id, null, null, form), Ct);
        Assert.True(saved.IsSuccess, saved.Error?.Text);
    }

    private static async Task AssertWholeAsync(FakeGraph standIn, string data, bool inSharePoint, int? step)
    {
        Assert.Empty(standIn.Unexpected);
        await using var services = Services(standIn.Url.ToString(), data, inSharePoint, killAt: 0, out _);
        await using var db = await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var files = inSharePoint
            ? standIn.Drives.Library.Files.Where(file => !file.Path.StartsWith("Chefforum/Sager/", StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Content)
            : Directory.EnumerateFiles(Path.Combine(data, "documents"), "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.'))
                .ToDictionary(file => Path.GetRelativePath(Path.Combine(data, "documents"), file).Replace('\\', '/'), File.ReadAllBytes);
        Assert.True(files.Count == 2 && files.Keys.All(path => path.StartsWith("Chefforum/Lukket/", StringComparison.Ordinal)), $"Killed at {step}: {string.Join(", ", files.Keys)}");
        var versions = await db.CaseVersions.AsNoTracking().ToListAsync(Ct);
        Assert.Equal(2, versions.Count);
        foreach (var attachment in versions.SelectMany(version => version.Case.Attachments))
        {
            var moved = await db.OpenCopies.Where(copy => copy.Path == attachment.Path).Select(copy => copy.MovesTo).FirstOrDefaultAsync(Ct);
            Assert.Equal(attachment.Sha256, ContentHash.Of(files[moved ?? attachment.Path!]));
        }

        Assert.Empty(await db.OpenCopies.Where(copy => copy.LeftAt == null).ToListAsync(Ct));
    }

    private static ServiceProvider Services(string graph, string data, bool inSharePoint, int killAt, out MortalLibrary library)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Microsoft365"] = graph, ["Klynge:Pdf:Converter"] = "none" })
            .Build();
        var publicUrl = new Uri("http://localhost:3978");
        var named = Path.Combine(data, DatabaseFile);
        var database = File.Exists(named) ? File.ReadAllText(named) : $"Data Source={Path.Combine(data, "klynge.db")};Pooling=false";
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddKlyngeApplication(new ApplicationSettings(database, data, publicUrl))
            .AddMicrosoft365(Microsoft365Settings.Read(configuration, publicUrl).Value);
        var real = services.Last(service => service.ServiceType == typeof(IDocumentLibrary));
        var mortal = new MortalLibrary(killAt);
        services.AddSingleton<IDocumentLibrary>(provider => mortal.Around(inSharePoint
            ? (IDocumentLibrary)real.ImplementationFactory!(provider)
            : new FolderDocumentLibrary(Path.Combine(data, "documents"))));
        library = mortal;
        return services.BuildServiceProvider();
    }

    private static async Task<PersonId> SecretaryAsync(IDbContextFactory<KlyngeContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync(Ct);
        return (await db.People.SingleAsync(person => person.Key == "sofie", Ct)).Id;
    }

    private static ProcedureForm Form(WrittenProcedure open) => new(
        open.Case.Title,
        string.Empty,
        open.Case.Presentation,
        string.Join('\n', open.Case.Recommendations),
        string.Join('\n', open.Case.Attachments.Select(one => $"{one.Name} {one.Url}")),
        LocalDatePattern.Iso.Format(DanishTime.ToDanish(open.Deadline).Date),
        "12:00");

    private static ForumMember Seat(Forum forum, Person person, Role role, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Chair,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };
}
