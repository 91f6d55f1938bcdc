using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Klynge.Testing;

namespace Klynge.Benchmarks.Starts;

/// <summary>
/// From the start of the process to the first <c>/healthz/ready</c> that answers 200, on SQLite: on a new folder, where the database is
/// made, and on one that is there already. The program is published for this machine first, as it is to a tenant's host, and started with
/// a tenant's settings and in local mode, which makes the sample council, too. <c>cold-start PATH</c>: a <c>Klynge.Bot.dll</c> that is
/// published already.
/// </summary>
internal static class ColdStart
{
    private const int Rounds = 7;
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Tenant = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
        ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
        ["Klynge__PublicUrl"] = "https://klynge.example",
        ["Klynge__DataDirectory"] = ".data",
    };

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is [var named])
            return await MeasureAsync(Path.GetFullPath(named));

        var folder = Directory.CreateTempSubdirectory("klynge-published-").FullName;
        try
        {
            await Publishing.PublishAsync(Path.Combine("bot", "Klynge.Bot"), folder, "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false");
            return await MeasureAsync(Path.Combine(folder, "Klynge.Bot.dll"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string program)
    {
        var tenants = await MeasureAsync("a tenant's", program, Tenant);
        await MeasureAsync("local mode", program, null);
        return tenants < Aim ? 0 : 1;
    }

    /// <returns>How long it takes in the median on a folder that is there.</returns>
    private static async Task<TimeSpan> MeasureAsync(string name, string program, Dictionary<string, string>? environment)
    {
        var (made, found) = (new List<Start>(), new List<Start>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("klynge-start-").FullName;
            made.Add(await StartAsync(program, folder, environment));
            found.Add(await StartAsync(program, folder, environment));
            Directory.Delete(folder, recursive: true);
        }

        Start.Show($"{name}, new folder", made);
        Start.Show($"{name}, folder that is there", found);
        return Start.Median(found);
    }

    private static async Task<Start> StartAsync(string program, string folder, Dictionary<string, string>? environment)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient { Timeout = GiveUp };
        var begun = Stopwatch.GetTimestamp();
        using var process = ProgramRun.StartFrom(program, folder, environment, "--urls", url);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await IsReadyAsync(http, url))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > GiveUp)
                throw new InvalidOperationException("The program did not come up.");

            await pause.WaitForNextTickAsync();
        }

        var start = new Start(Stopwatch.GetElapsedTime(begun), process.TotalProcessorTime);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return start;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string url)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"{url}/healthz/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // Nobody listens yet.
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
