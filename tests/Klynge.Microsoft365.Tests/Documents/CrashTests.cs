using System.Diagnostics;
using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>A large upload whose process is killed goes on in the next one, on what it left on disk.</summary>
public sealed class CrashTests : IDisposable
{
    /// <summary>Set for the process that is to be killed: the stand-in that it uploads to, and the folder that it keeps its data in.</summary>
    private const string Graph = "KLYNGE_CRASH_GRAPH", Data = "KLYNGE_CRASH_DATA";

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>By itself a plain upload; in the process that the other test starts, the one that is killed half-way.</summary>
    [Fact]
    public async Task Upload_ThatNobodyDisturbs_ArrivesWhole()
    {
        if (Environment.GetEnvironmentVariable(Graph) is { } url)
        {
            await UploadAsync(new Uri(url), Environment.GetEnvironmentVariable(Data)!);
            return;
        }

        await using var standIn = await FakeGraph.StartAsync(cancellationToken: Ct);
        await UploadAsync(standIn.Url, _folder);

        Assert.Equal(Content(), standIn.Drives.Library.Find(SharePointFixture.Minutes.ToString())!.Content);
        Assert.Empty(standIn.Unexpected);
    }

    [Fact]
    public async Task Upload_WhoseProcessIsKilled_GoesOnInTheNext()
    {
        await using var standIn = await FakeGraph.StartAsync(cancellationToken: Ct);
        var (reached, released, parts) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        standIn.Drives.BeforePart = () =>
        {
            if (Interlocked.Increment(ref parts) < 2)
                return Task.CompletedTask;

            reached.TrySetResult();
            return released.Task;
        };
        using (var victim = Start(standIn.Url))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), Ct);
            victim.Kill();
            await victim.WaitForExitAsync(Ct);
        }

        standIn.Drives.BeforePart = null;
        released.SetResult();
        await UploadAsync(standIn.Url, _folder);

        var file = standIn.Drives.Library.Find(SharePointFixture.Minutes.ToString())!;
        Assert.Equal(Content(), file.Content);
        Assert.Empty(file.Earlier);
        Assert.Single(standIn.Requests, request => request.Method == "POST");
        Assert.Single(standIn.Requests, request => request.Headers.GetValueOrDefault("Content-Range")?.StartsWith("bytes 0-", StringComparison.Ordinal) == true);
        Assert.Empty(standIn.Unexpected);
    }

    /// <summary>The tests are a program of their own; this runs the one test of it.</summary>
    private Process Start(Uri url)
    {
        var program = Path.ChangeExtension(typeof(CrashTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program, ["-method", $"{typeof(CrashTests).FullName}.{nameof(Upload_ThatNobodyDisturbs_ArrivesWhole)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[Graph] = url.ToString();
        start.Environment[Data] = _folder;
        return Process.Start(start)!;
    }

    private static async Task UploadAsync(Uri url, string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Microsoft365"] = url.ToString() })
            .Build();
        var publicUrl = new Uri("http://localhost:3978");
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddKlyngeApplication(new ApplicationSettings($"Data Source={Path.Combine(folder, "klynge.db")};Pooling=false", folder, publicUrl))
            .AddMicrosoft365(Microsoft365Settings.Read(configuration, publicUrl).Value)
            .BuildServiceProvider();
        await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().MigrateAsync(services.GetRequiredService<IClock>(), Ct);

        var stored = await services.GetRequiredService<IDocumentLibrary>().StoreAsync(SharePointFixture.Minutes, Content(), seen: null, Ct);

        Assert.IsType<StoreOutcome.Stored>(stored.Value);
    }

    private static byte[] Content()
    {
        var content = new byte[12_000_000];
        new Random(7).NextBytes(content);
        return content;
    }
}
