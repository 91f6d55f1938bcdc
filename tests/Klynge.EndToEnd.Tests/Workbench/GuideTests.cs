using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Klynge.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>
/// The first five minutes, followed by a person who knows nothing and does only what the guide says: presses its own button, then what
/// it names after »Tryk«. Whatever complains on the way fails the test: a red line on a card, a toast, the console, the bot's log.
/// </summary>
public sealed partial class GuideTests
{
    /// <summary>The guide has a dozen moves; one that is not ticked off would go on for ever.</summary>
    private const int MaxMoves = 20;

    private const string Watch = """
        window.complaints = [];
        const wrong = '.card-error, .failure, .toast.error, .card-note, [role=alert]';
        new MutationObserver(() => document.querySelectorAll(wrong).forEach(one => window.complaints.push(one.textContent)))
          .observe(document, { childList: true, subtree: true });
        """;

    [Theory]
    [InlineData(1400, 900)]
    [InlineData(390, 844)]
    public async Task Guide_FollowedToTheLetter_EndsWithAReferatInDokumenter(int width, int height)
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await chromium.OpenAsync(width, height);
        var complaints = Listen(page);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(bot.Address.ToString());

        var moves = await FollowAsync(page);
        await Press(page, "Vis dokumenter").ClickAsync();
        await PhotographAsync(page, width, "slut");

        Assert.InRange(moves, 8, MaxMoves);
        await Expect(page.Locator(".guide-steps .done")).ToHaveCountAsync(5);
        var referat = page.Locator("#documents a").Filter(new() { HasText = "Referat Chefforum" });
        await Expect(referat).ToBeVisibleAsync();
        var document = await bot.Http.GetByteArrayAsync(new Uri(await referat.First.GetAttributeAsync("href") ?? "", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Indstillingen blev godkendt.", TextOf(document), StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

        await MeetEverybodyAsync(page, width);
        Assert.Empty(await page.EvaluateAsync<string[]>("window.complaints"));
        Assert.Empty(complaints);
        Assert.DoesNotMatch("(?m)^(fail|crit|warn):", bot.Output);
    }

    /// <summary>Who presses »Send« before the connection is open gets no event of the answer: it stands in the chat alone, and the guide reads it there.</summary>
    [Fact]
    public async Task Guide_GoesOn_WhenTheAnswerWasThereBeforeTheConnection()
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await chromium.OpenAsync(1400, 900);
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/workbench/events*", async route =>
        {
            await answered.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(bot.Address.ToString());
        var said = page.Locator("#guide .guide-say");
        var first = await said.InnerTextAsync();
        await page.Locator("#guide .primary").ClickAsync();

        await page.RunAndWaitForResponseAsync(() => page.Locator("#shared .send").ClickAsync(), "**/workbench/api/messages");
        await Expect(said).ToHaveTextAsync(first);
        answered.SetResult();

        await Expect(said).Not.ToHaveTextAsync(first, new() { Timeout = 30_000 });
    }

    /// <summary>»Prøv« puts the guide's text in the field; what somebody had begun to write there is one press away, also when the guide goes on.</summary>
    [Theory]
    [InlineData(1400, 900)]
    [InlineData(390, 844)]
    public async Task Guide_LaysAsideWhatSomebodyHadBegunToWrite(int width, int height)
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await chromium.OpenAsync(width, height);
        await page.GotoAsync(bot.Address.ToString());
        var tryIt = page.Locator("#guide .primary");
        var field = page.Locator("#compose-shared");
        var kept = page.Locator("#shared .kept");
        await tryIt.ClickAsync();
        await Expect(field).ToHaveValueAsync("dagsorden");
        await tryIt.ClickAsync();
        await Expect(kept).ToBeHiddenAsync();

        await field.FillAsync("Hej alle, jeg har et spørgsmål til punkt 3, som jeg gerne vil have svar på før mødet");
        await tryIt.ClickAsync();

        await Expect(field).ToHaveValueAsync("dagsorden");
        await Expect(kept).ToContainTextAsync("Lagt til side: »Hej alle");
        await PhotographAsync(page, width, "lagt-til-side");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Locator("#shared .send").ClickAsync();
        await Expect(field).ToHaveValueAsync(string.Empty);
        await Press(page, "Sæt tilbage").ClickAsync();
        await Expect(field).ToHaveValueAsync("Hej alle, jeg har et spørgsmål til punkt 3, som jeg gerne vil have svar på før mødet");
        await Expect(kept).ToBeHiddenAsync();
    }

    private static string TextOf(byte[] document)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return word.MainDocumentPart!.Document!.InnerText;
    }

    private static async Task<int> FollowAsync(IPage page)
    {
        var said = page.Locator("#guide .guide-say");
        for (var move = 0; move < MaxMoves; move++)
        {
            var text = await said.InnerTextAsync();
            if (await Press(page, "Vis dokumenter").CountAsync() > 0)
                return move;

            await DoAsync(page, text);
            await PhotographAsync(page, page.ViewportSize!.Width, $"{move + 1:00}");
            await Expect(said).Not.ToHaveTextAsync(text, new() { Timeout = 30_000 });
        }

        return MaxMoves;
    }

    /// <summary>The guide's own button, then each button that its sentence names, where it can be seen and nothing lies over it.</summary>
    private static async Task DoAsync(IPage page, string text)
    {
        await page.Locator("#guide .primary").ClickAsync();
        if (text.Contains("Tryk på et punkt", StringComparison.Ordinal))
        {
            var row = page.GetByTitle(ItemRow()).First;
            await Expect(row.GetByText("▸")).ToBeVisibleAsync();
            await row.ClickAsync();
            await Expect(row.GetByText("▾")).ToBeVisibleAsync();
            await Expect(row.GetByText("▸")).ToBeHiddenAsync();
            return;
        }

        var names = Named().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var ringed = page.Locator(".guide-target");
            if (await IsPassedOverAsync(page, text, ringed))
                return;

            await Expect(ringed).ToBeInViewportAsync(new() { Ratio = 1, Timeout = 10_000 });
            await Expect(ringed).ToHaveAccessibleNameAsync(name);
            await ringed.ClickAsync();
        }
    }

    /// <summary>What the bot asks only where it has reason to is passed over by the guide itself where it does not.</summary>
    private static async Task<bool> IsPassedOverAsync(IPage page, string text, ILocator ringed)
    {
        var said = page.Locator("#guide .guide-say");
        await Expect(ringed.Or(said.Filter(new() { HasNotText = text })).First).ToBeVisibleAsync(new() { Timeout = 10_000 });
        return await said.InnerTextAsync() != text;
    }

    /// <summary>Nobody else on the board has got an error either.</summary>
    private static async Task MeetEverybodyAsync(IPage page, int width)
    {
        if (width < 900)
            return;

        var people = page.Locator("#people-list").GetByRole(AriaRole.Option);
        for (var index = 0; index < await people.CountAsync(); index++)
        {
            await people.Nth(index).ClickAsync();
            await page.Locator("#personal .log").WaitForAsync();
            Assert.DoesNotContain("gik galt", await page.Locator("#personal").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                complaints.Add($"{response.Status} {response.Url}");
        };
        return complaints;
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task PhotographAsync(IPage page, int width, string name)
    {
        if (Environment.GetEnvironmentVariable("KLYNGE_STORY_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"guide-{width}-{name}.png") });
    }

    [GeneratedRegex("[Tt]ryk »(?<button>[^«]+)«", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex("^Vis eller skjul punkt", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ItemRow();
}
