using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Klynge.Testing;

namespace Klynge.Benchmarks.Starts;

/// <summary>
/// From the start of the process to the first <c>/healthz/ready</c> that answers 200, on SQLite: on a new folder, where the database and
/// the sample council are made, and on one that is there already. The program is the one beside this assembly, so run it with
/// <c>-c Release</c>.
/// </summary>
internal static class ColdStart
{
    private const int Rounds = 7;
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    internal static async Task<int> RunAsync()
    {
        var (made, found) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("klynge-start-").FullName;
            made.Add(await StartAsync(folder));
            found.Add(await StartAsync(folder));
            Directory.Delete(folder, recursive: true);
        }

        Show("new folder", made);
        Show("folder that is there", found);
        return Median(found) < Aim ? 0 : 1;
    }

    private static async Task<TimeSpan> StartAsync(string folder)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient { Timeout = GiveUp };
        var begun = Stopwatch.GetTimestamp();
        using var process = ProgramRun.Start(folder, null, "--urls", url);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await IsReadyAsync(http, url))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > GiveUp)
            {
                throw new InvalidOperationException("The program did not come up.");
            }

            await pause.WaitForNextTickAsync();
        }

        var took = Stopwatch.GetElapsedTime(begun);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return took;
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

    private static void Show(string name, List<TimeSpan> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22} median {Median(times).TotalMilliseconds,6:0} ms   fastest {times.Min().TotalMilliseconds,6:0} ms   slowest {times.Max().TotalMilliseconds,6:0} ms"));

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
