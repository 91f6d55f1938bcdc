using System.Diagnostics;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Benchmarks.Starts;

/// <summary>
/// From the start of the functions' worker until its host has loaded every function, and until the first timer has run, which brings the
/// database up to date. <c>worker-start PATH</c>: a package that is published already.
/// </summary>
internal static class WorkerStart
{
    private const int Rounds = 7;
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(1.5);

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is [var named])
            return await MeasureAsync(Path.GetFullPath(named));

        var folder = Directory.CreateTempSubdirectory("klynge-published-").FullName;
        try
        {
            await Publishing.PublishAsync(Path.Combine("functions", "Klynge.Functions"), folder);
            return await MeasureAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string package)
    {
        var (loaded, made, found) = (new List<Start>(), new List<Start>(), new List<Start>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("klynge-start-").FullName;
            var (ready, first) = await StartAsync(package, folder);
            loaded.Add(ready);
            made.Add(first);
            found.Add((await StartAsync(package, folder)).First);
            Directory.Delete(folder, recursive: true);
        }

        Start.Show("functions loaded", loaded);
        Start.Show("first timer run, new folder", made);
        Start.Show("first timer run, folder is there", found);
        return Start.Median(loaded) < Aim ? 0 : 1;
    }

    private static async Task<(Start Ready, Start First)> StartAsync(string package, string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var worker = await FakeFunctionsHost.StartAsync(package, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Klynge"] = $"Data Source={Path.Combine(folder, "klynge.db")}",
            ["Klynge__DataDirectory"] = folder,
            ["Klynge__PublicUrl"] = "https://klynge.example/",
            ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
        });
        var ready = new Start(Stopwatch.GetElapsedTime(begun), worker.ProcessorTime);
        var answer = await worker.TickAsync("Procedures", CancellationToken.None);
        return answer.Status == InvocationStatus.Succeeded
            ? (ready, new Start(Stopwatch.GetElapsedTime(begun), worker.ProcessorTime))
            : throw new InvalidOperationException($"The timer failed: {answer.Error}");
    }
}
