using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Benchmarks.Pages;

/// <summary>
/// The workspace in its real host, looked at in a real browser and by many at once: how soon the page of a meeting of sixty items is
/// painted, how long two hundred members wait who open it within ten seconds, and what open pages cost the host.
/// </summary>
internal static class PagesBenchmark
{
    private const int Readers = 200;
    private const int Rounds = 5;
    private const int OpenPages = 20;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    internal static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-pages-").FullName;
        try
        {
            var meeting = await PagesBoard.CreateAsync(Path.Combine(folder, ".data"), Readers);
            await using var bot = await BotProcess.StartAsync(folder);
            var people = await PeopleAsync(bot.Http);
            await ReadTogetherAsync(bot, meeting, people, "first time");
            for (var round = 1; round <= Rounds; round++)
                await ReadTogetherAsync(bot, meeting, people, string.Create(CultureInfo.InvariantCulture, $"round {round}"));

            await using var chromium = await Chromium.LaunchAsync();
            await PaintAsync(chromium, bot.Http, new Uri(bot.Address, meeting));
            await HoldAsync(chromium, bot, new Uri(bot.Address, $"{meeting}/punkter/nyt"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Whom one can be in local mode, as the cookie names them.</returns>
    private static async Task<List<string>> PeopleAsync(HttpClient http)
    {
        var board = await http.GetFromJsonAsync<JsonElement>("workbench/api/board");
        return [.. board.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("id").GetString()!)];
    }

    private static async Task ReadTogetherAsync(BotProcess bot, string meeting, List<string> people, string name)
    {
        var processor = bot.ProcessorTime;
        var waits = await Task.WhenAll(people.Take(Readers).Select((person, index) => OpenAsync(bot.Address, meeting, person, Within * index / Readers)));
        var sorted = waits.Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Length} members open the agenda in {Within.TotalSeconds:0} s, {name,-10}   p50 {At(sorted, 0.5),5:0} ms   p95 {At(sorted, 0.95),5:0} ms   p99 {At(sorted, 0.99),5:0} ms   processor {(bot.ProcessorTime - processor).TotalMilliseconds / sorted.Length,4:0.0} ms each"));
    }

    /// <summary>As a member does: the page, its style and its script, by a connection of one's own.</summary>
    private static async Task<double> OpenAsync(Uri address, string meeting, string person, TimeSpan after)
    {
        await Task.Delay(after);
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person)}");
        var begun = Stopwatch.GetTimestamp();
        var page = await http.GetStringAsync(new Uri(meeting, UriKind.Relative));
        return page.Contains("indsats 60", StringComparison.Ordinal)
            ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds
            : throw new InvalidOperationException("That was not the whole agenda.");
    }

    private static async Task PaintAsync(Chromium chromium, HttpClient http, Uri address)
    {
        var paints = new List<double>();
        for (var round = 0; round < Rounds + 1; round++)
        {
            var page = await chromium.OpenAsync(1400, 900);
            await page.GotoAsync(address.ToString());
            await page.WaitForFunctionAsync("performance.getEntriesByName('first-contentful-paint').length > 0");
            paints.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            await page.Context.CloseAsync();
        }

        var bytes = (await http.GetByteArrayAsync(address)).Length;
        var warm = paints.Skip(1).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first paint of the meeting's page ({bytes / 1024} KiB): the first {paints[0]:0} ms, then median {At(warm, 0.5):0} ms, slowest {warm[^1]:0} ms"));
    }

    private static async Task HoldAsync(Chromium chromium, BotProcess bot, Uri editor)
    {
        var before = bot.MemoryMiB;
        var pages = new List<IPage>();
        for (var count = 0; count < OpenPages; count++)
        {
            var page = await chromium.OpenAsync(1400, 900);
            await page.GotoAsync(editor.ToString());
            pages.Add(page);
        }

        await Task.Delay(Rest);
        var open = bot.MemoryMiB;
        foreach (var page in pages)
            await page.Context.CloseAsync();

        await Task.Delay(Rest);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"host with no page open {before} MiB, with {OpenPages} editors open {open} MiB ({(double)(open - before) / OpenPages:0.0} MiB each), after they closed {bot.MemoryMiB} MiB"));
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
