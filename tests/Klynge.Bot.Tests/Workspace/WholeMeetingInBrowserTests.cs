using System.Diagnostics;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>
/// A meeting from nothing to its minutes, on its pages alone, every word typed and every press counted: ten items, two tables, three bilag, a
/// decision for each recommendation, who came and who was inhabil, two agreements. Two items with all of that in the ordinary run, ten in
/// <c>tests/run long</c>.
/// </summary>
public sealed class WholeMeetingInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    /// <summary>What a secretary is to need at the most.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private static readonly string[] Titles =
    [
        "Fælles indkøb af hjælpemidler", "Udskrivning til eget hjem", "Kompetencer i akutpladserne", "Digital post til pårørende",
        "Nyt fra arbejdsgruppen om rygning", "Budget for de fælles midler", "Årshjul for næste år", "Besøg fra nabokommunen", "Samarbejdet med frivillige", "Nye lokaler",
    ];

    private int _presses;
    private int _keys;

    private static bool IsWhole => Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Meeting_IsMadeHeldAndWrittenDown_InsideTheTimeThatASecretaryHas()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.ScheduleAsync();
        var browser = await chromium.LaunchedAsync();
        var context = await browser.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 }, Locale = "da-DK", ReducedMotion = ReducedMotion.Reduce });
        await context.AddCookiesAsync([new() { Name = "klynge.person", Value = Uri.EscapeDataString(at.Secretary.Id), Url = at.Host.Client.BaseAddress!.AbsoluteUri }]);
        var page = await context.NewPageAsync();
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(new Uri(at.Host.Client.BaseAddress!, $"/moeder/{at.Meeting.Value}").AbsoluteUri);

        var standing = (await at.ItemsAsync()).ConvertAll(item => item.Id);
        for (var number = 1; number <= (IsWhole ? 10 - standing.Count : 2); number++)
            await WriteItemAsync(page, number);

        var items = await at.ItemsAsync();
        var written = items.FindAll(item => !standing.Contains(item.Id)).ConvertAll(item => item.Number);
        for (var bilag = 1; bilag <= 3; bilag++)
            await AttachAsync(page, written[bilag % written.Count], $"Bilag {bilag}.pdf");

        await SendAsync(page);
        await PressAsync(page, "Mødet starter");
        await PressAsync(page, "Ja, mødet er begyndt");
        await ToldAsync(page, "Mødet er begyndt.");
        foreach (var item in items)
            await DecideAsync(page, item, written.IndexOf(item.Number));

        await EndAsync(page);
        clock.Stop();

        await CheckAsync(at, items.Count, written[0]);
        var line = $"{_presses} presses, {_keys} keystrokes, {clock.Elapsed.TotalSeconds:F0} s for {items.Count} items, {written.Count} of them written";
        TestContext.Current.SendDiagnosticMessage(line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Most);
        Assert.InRange(_presses, 10, 40 + (items.Count * 20));
    }

    /// <summary>Title, kind, who presents it, minutes, a case presentation, in two items with a table, and two recommendations where something is asked for.</summary>
    private async Task WriteItemAsync(IPage page, int number)
    {
        await PressAsync(page, "Tilføj punkt", AriaRole.Link);
        await page.WaitForSelectorAsync("#punkt[data-ready=true]");
        await TypeAsync(page, "[name=title]", Titles[number - 1]);
        await TypeAsync(page, "[name=minutes]", "15");
        await page.Locator(".ProseMirror").First.ClickAsync();
        _presses++;
        await KeysAsync(page, $"Siden sidst er der samlet tal fra de fire kommuner. Udviklingen er den samme alle steder, og der er brug for en fælles retning, før arbejdet går videre. Punkt {number} lægger op til en drøftelse af, hvem der gør hvad, og hvornår det skal være færdigt.");
        if (number <= 2)
            await TableAsync(page);

        if (number < 9)
            await TypeAsync(page, "[name=recommendations]", "Godkender retningen for arbejdet\nTager orienteringen til efterretning");

        await page.Locator(".actions button").ClickAsync();
        _presses++;
        await Assertions.Expect(page.Locator("ol.agenda h2", new() { HasText = Titles[number - 1] })).ToBeVisibleAsync();
    }

    /// <summary>Three columns of three rows: the arrow leads from one cell to the next.</summary>
    private async Task TableAsync(IPage page)
    {
        await PressKeyAsync(page, "Enter");
        await PressAsync(page, "Tabel");
        foreach (var (cell, index) in new[] { "Kommune", "2025", "2026", "Nord", "12", "14", "Syd", "9", "11" }.Select((cell, index) => (cell, index)))
        {
            await KeysAsync(page, cell);
            if (index < 8)
                await PressKeyAsync(page, "ArrowRight");
        }
    }

    private async Task AttachAsync(IPage page, int number, string name)
    {
        await PressAsync(page, $"Tilføj bilag: punkt {number}", AriaRole.Link);
        await page.SetInputFilesAsync("#bilag-fil", new FilePayload { Name = name, MimeType = "application/pdf", Buffer = "%PDF-1.7 tal"u8.ToArray() });
        _presses += 2; // The field, and the file in the window that the browser opens.
        await PressAsync(page, "Læg ved: forventes læst");
        await ToldAsync(page, "er lagt ved punkt");
    }

    private async Task SendAsync(IPage page)
    {
        await PressAsync(page, "Udsend dagsorden", AriaRole.Link);
        await PressAsync(page, "Se den som medlem", AriaRole.Link);
        await PressAsync(page, "Tilbage til udsendelsen", AriaRole.Link);
        await page.Locator("#udsend form button").ClickAsync();
        _presses++;
        await ToldAsync(page, "Dagsordenen er sendt til");
    }

    /// <summary>
    /// Down the page once: each recommendation in the first item that was written, all by one press in the others; in words or by a phrase where
    /// nothing was recommended.
    /// </summary>
    /// <param name="written">Which of those that were written it is; less than 0 for a standing item.</param>
    private async Task DecideAsync(IPage page, AgendaItem item, int written)
    {
        var number = item.Number;
        if (item.Content.Recommendations.Count == 0 && number > 1)
        {
            await PressAsync(page, $"Orienteringen blev taget til efterretning.: punkt {number}");
        }
        else if (item.Content.Recommendations.Count == 0)
        {
            await PressAsync(page, $"Skriv beslutning: punkt {number}", AriaRole.Link);
            await TypeAsync(page, "#beslutning-tekst", "Forummet takkede for gennemgangen.");
            await PressAsync(page, "Gem beslutning");
        }
        else if (written == 0)
        {
            await PressAsync(page, $"Svar på hver indstilling: punkt {number}", AriaRole.Link);
            await ChooseAsync(page, "[name=svar1]", "Approved");
            await TypeAsync(page, "[name=ord1]", "Med virkning fra 1. maj.");
            await ChooseAsync(page, "[name=svar2]", "Noted");
            await PressAsync(page, "Gem svarene");
        }
        else
        {
            await PressAsync(page, $"{(item.Content.Recommendations.Count == 1 ? "Godkendt" : "Alle: godkendt")}: punkt {number}");
        }

        await ToldAsync(page, $"Punkt {number}:");

        // What was done is read where it was pressed, and what comes next is there, too.
        await Assertions.Expect(page.Locator(".told")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator($"#punkt-{number} .acts[role=group]").Last).ToBeInViewportAsync();
        if (written is not (0 or 1))
            return;

        await PressAsync(page, $"Ny aftale: punkt {number}", AriaRole.Link);
        await TypeAsync(page, "#aftale-hvad", $"Samle kommunernes svar nr. {number}");
        await TypeAsync(page, "[name=anden]", "mig");
        await page.Locator("[name=dato]").FillAsync(LocalDatePattern.Iso.Format(DanishTime.Today(SystemClock.Instance).PlusDays(30)));
        _keys += 8;
        await PressAsync(page, "Gem aftalen");
        await ToldAsync(page, $"Aftalen er skrevet ved punkt {number}.");
        if (written == 0)
            await RecuseAsync(page, number);
    }

    private async Task RecuseAsync(IPage page, int number)
    {
        await PressAsync(page, $"Fremmøde: punkt {number}", AriaRole.Link);
        await ChooseAsync(page, "#fremmoede-punkt select >> nth=0", "Recused");
        await PressAsync(page, "Gem");
        await ToldAsync(page, "var inhabil");
    }

    private async Task EndAsync(IPage page)
    {
        await PressAsync(page, "Mødet slutter");
        await PressAsync(page, "Ja, mødet er slut");
        await ToldAsync(page, "Mødet er slut.");
        await PressAsync(page, "Fremmøde", AriaRole.Link);
        foreach (var box in await page.Locator("#fremmoede input[type=checkbox]:not(:checked)").AllAsync())
        {
            await box.CheckAsync();
            _presses++;
        }

        await PressAsync(page, "Gem fremmøde");
        await ToldAsync(page, "Fremmødet er gemt");
        await PressAsync(page, "Skriv referat");
        await ToldAsync(page, "Referatet er");
    }

    private static async Task CheckAsync(MeetingScenario at, int count, int first)
    {
        var items = await at.ItemsAsync();
        Assert.Equal((count, 3), (items.Count, items.Sum(item => item.Content.Attachments.Count)));
        Assert.All(items, item => Assert.NotNull(item.Decision));
        Assert.Equal(2, items.Count(item => item.Content.Sections.Any(section => section.Text.Contains("| Nord | 12 | 14 |", StringComparison.Ordinal))));
        Assert.Contains("Indstilling 1 blev godkendt. Med virkning fra 1. maj.", items[first - 1].Decision, StringComparison.Ordinal);
        Assert.Contains("Indstilling 2 blev taget til efterretning.", items[first - 1].Decision, StringComparison.Ordinal);
        await using var db = await at.OpenAsync();
        Assert.Equal(2, await db.Deadlines.CountAsync(one => one.MeetingId == at.Meeting && one.Kind == DeadlineKind.Agreement && one.ResponsibleId == at.SecretaryId, Ct));
        Assert.Equal(items[first - 1].Id, Assert.Single(await at.AbsencesAsync()).ItemId);
        Assert.True(await db.Participants.CountAsync(one => one.MeetingId == at.Meeting && one.Attended == true, Ct) > 5);
        Assert.True(await db.DocumentUploads.AnyAsync(one => one.MeetingId == at.Meeting, Ct));
    }

    /// <summary>The minutes are made while the page waits: on a busy machine that takes longer than the browser would wait by itself.</summary>
    private static Task ToldAsync(IPage page, string words) => Assertions.Expect(page.Locator(".told p")).ToContainTextAsync(words, new() { Timeout = 60_000 });

    private async Task PressAsync(IPage page, string name, AriaRole role = AriaRole.Button)
    {
        await page.GetByRole(role, new() { Name = name, Exact = true }).ClickAsync();
        _presses++;
    }

    private async Task ChooseAsync(IPage page, string field, string value)
    {
        await page.Locator(field).SelectOptionAsync(value);
        _presses += 2;
    }

    private async Task TypeAsync(IPage page, string field, string text)
    {
        await page.Locator(field).ClickAsync();
        _presses++;
        await KeysAsync(page, text);
    }

    private async Task KeysAsync(IPage page, string text)
    {
        await page.Keyboard.TypeAsync(text);
        _keys += text.Length;
    }

    private async Task PressKeyAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        _keys++;
    }
}
