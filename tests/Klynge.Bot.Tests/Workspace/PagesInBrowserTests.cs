using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>
/// The pages in a real browser: axe-core hears and sees nothing wrong in light and dark, nothing runs past the edge of a phone, and the
/// browser has refused nothing by the page's own policy. <c>KLYNGE_PAGE_PICTURES</c> names a folder for pictures of what was looked at.
/// </summary>
public sealed class PagesInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Audit = """
        async () => {
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
          return result.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
        }
        """;

    /// <summary>Of radio buttons one is a stop, and of a toolbar one button, from which the arrows lead on; what is folded away, and a link in a text that is written, is none.</summary>
    private const string Stops = """
        () => {
          const isFirst = (radio) => [...document.getElementsByName(radio.name)].find((one) => one.checked) === radio
            || (![...document.getElementsByName(radio.name)].some((one) => one.checked) && document.getElementsByName(radio.name)[0] === radio);
          return [...document.querySelectorAll('main :is(a[href], button, select, textarea, input, summary, [tabindex], [contenteditable=true])')].filter((one) =>
            one.tabIndex >= 0 && !one.disabled && one.checkVisibility() && !one.closest('details:not([open]) > :not(summary)')
            && !one.parentElement.closest('[contenteditable=true]') && (one.type !== 'radio' || isFirst(one))).length;
        }
        """;

    private const string LongWord = "Sundhedsberedskabskoordinationsgruppemedlemsskabsansøgning";

    /// <summary>Each width and each scheme; with <c>KLYNGE_EVERY_PAGE=1</c> each in each.</summary>
    private static IEnumerable<(ColorScheme Scheme, int Width)> Looks =>
        Environment.GetEnvironmentVariable("KLYNGE_EVERY_PAGE") == "1"
            ? new[] { ColorScheme.Light, ColorScheme.Dark }.SelectMany(scheme => new[] { 1400, 820, 390 }.Select(width => (scheme, width)))
            : [(ColorScheme.Light, 1400), (ColorScheme.Dark, 820), (ColorScheme.Light, 390)];

    /// <summary>The small forms of an item, which are made of what the others are made of, are looked at where pictures are taken or everything is tried.</summary>
    private static bool IsEveryForm => new[] { "KLYNGE_PAGE_PICTURES", "KLYNGE_EVERY_PAGE" }.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_IsReadAloudAndSeen_InLightAndDark_OnScreenAndPhone()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var pages = await PagesAsync(host);
        var browser = await chromium.LaunchedAsync();
        var faults = new List<string>();
        foreach (var (scheme, width) in Looks)
        {
            var page = await browser.OpenAsync(width, 900, scheme);
            page.Console += (_, message) =>
            {
                if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                    faults.Add($"{page.Url}: {message.Text}");
            };
            foreach (var (name, address) in pages)
                faults.AddRange((await LookAsync(page, host, name, address, $"{scheme}-{width}")).Select(fault => $"{name} {scheme} {width}: {fault}"));

            await page.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>High contrast has its own colours: nothing that only a ground said is lost, and what has the focus shows.</summary>
    [Fact]
    public async Task EveryPage_InHighContrast_KeepsItsWordsAndItsFocus()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await (await chromium.LaunchedAsync()).OpenAsync(1400, 900);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        foreach (var (name, address) in await PagesAsync(host))
            Assert.Empty(await LookAsync(page, host, name, address, "HighContrast-1400"));

        await page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("none", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
    }

    [Fact]
    public async Task Keyboard_ComesPastTheNavigation_AndToEverythingOnAPage()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await (await chromium.LaunchedAsync()).OpenAsync(1400, 900);
        foreach (var (_, address) in await PagesAsync(host))
        {
            await page.GotoAsync(new Uri(host.Client.BaseAddress!, address).AbsoluteUri);
            await IsReadyAsync(page);
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("Gå til indholdet", await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()"));
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal("indhold", await page.EvaluateAsync<string>("() => document.activeElement.id"));

            var stops = await page.EvaluateAsync<int>(Stops);

            // A date has a stop for each of its parts.
            for (var press = 0; press < stops * 5 && await page.Locator("main [data-reached]").CountAsync() < stops; press++)
            {
                await page.Keyboard.PressAsync("Tab");
                await page.EvaluateAsync("() => document.activeElement.closest('main')?.contains(document.activeElement) && document.activeElement.setAttribute('data-reached', '')");
            }

            Assert.Equal(stops, await page.Locator("main [data-reached]").CountAsync());
        }
    }

    /// <summary>Whoever is chosen in Prøvebænk is who the workspace is drawn for.</summary>
    [Fact]
    public async Task PersonChosenInTheWorkbench_IsWhoTheWorkspaceIsDrawnFor()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await (await chromium.LaunchedAsync()).OpenAsync(1400, 900);
        await page.GotoAsync(host.Client.BaseAddress!.AbsoluteUri);
        await page.Locator(".person[aria-selected=false]").Nth(4).ClickAsync();
        var chosen = await page.Locator("#whoami .person-name").InnerTextAsync();

        await page.GotoAsync(new Uri(host.Client.BaseAddress, "/arbejdsbord").AbsoluteUri);

        await Assertions.Expect(page.Locator(".whoami")).ToContainTextAsync($"Du er {chosen}");
    }

    internal static async Task<IReadOnlyList<string>> LookAsync(IPage page, RunningHost host, string name, string address, string picture)
    {
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, address).AbsoluteUri);
        await IsReadyAsync(page);
        if (Environment.GetEnvironmentVariable("KLYNGE_PAGE_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{picture}.png"), FullPage = true });

        // Given to the browser's own tools, which the page's policy does not bind.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe(), Ct));
        var faults = (await page.EvaluateAsync<JsonElement>(Audit)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return beyond > 0 ? [.. faults, $"{beyond} px beyond the edge"] : faults;
    }

    /// <summary>A page with a script is looked at when that has made of it what people see.</summary>
    private static async Task IsReadyAsync(IPage page)
    {
        if (await page.Locator("#punkt").CountAsync() > 0)
            await page.WaitForSelectorAsync("#punkt[data-ready=true]");
    }

    private static string Axe()
    {
        var script = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards", "node_modules", "axe-core", "axe.min.js");
        return RequiredTool.OrSkip(File.Exists(script) ? script : null, "This test needs axe-core: run npm ci in tests/Klynge.Application.Tests/Cards.");
    }

    /// <summary>Each kind of page with something of every kind on it, and the one that says no.</summary>
    private static async Task<IReadOnlyList<(string Name, string Address)>> PagesAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        var meeting = await db.Meetings.Where(one => one.ForumId == forum.Id && db.AgendaItems.Any(item => item.MeetingId == one.Id)).OrderByDescending(one => one.Date).FirstAsync(Ct);
        var item = await db.AgendaItems.Where(one => one.MeetingId == meeting.Id && one.Number > 1).OrderBy(one => one.Number).FirstAsync(Ct);
        item.Content = item.Content with
        {
            Sections = [new("Sagsfremstilling", $"Tallene:\n\n| Post | Beløb |\n|---|---:|\n| Personale | 1.250.000 |\n| {LongWord} | 7 |\n\n- først det ene\n- så det **andet**\n\nLæs [mere](https://example.dk).")],
            Attachments = [new AgendaAttachment("Budget 2027.xlsx", "https://example.dk/budget.xlsx") { IsRequiredReading = true }],
            LateReason = "eftersendt, fordi tallene først kom i går",
        };
        await db.SaveChangesAsync(Ct);
        var seat = (await db.Members.Where(one => one.ForumId == forum.Id).OrderBy(one => one.Order).FirstAsync(Ct)).Id.Value;
        return
        [
            ("mit-bord", "/arbejdsbord"), ("frister", "/frister"), ("soeg", "/soeg?q=borger"), ("soeg-tom", "/soeg"), ("soeg-afgraenset", "/soeg?q=borger+sundhed&slags=beslutning&fradag=2099-01-01&udfald=postponed&person=Karen+Ravn&forum=chefforum"), ("moede", $"/moeder/{meeting.Id.Value}"),
            ("punkt", $"/moeder/{meeting.Id.Value}/punkter/{item.Id.Value}"), ("nyt-punkt", $"/moeder/{meeting.Id.Value}/punkter/nyt"),
            .. await MeetingPagesAsync(db, meeting.Id, item),
            ("sag", $"/sager/{await DraftAsync(host, db, forum)}"), ("sag-sendt", $"/sager/{await SentCaseAsync(host, db, forum)}"), ("sag-ny", "/sager/ny?forum=chefforum"), ("forum", "/fora/chefforum"), ("forum-medlem", "/fora/chefforum/medlem"),
            ("forum-plads", $"/fora/chefforum/plads/{seat}"), ("forum-afslut", $"/fora/chefforum/plads/{seat}/afslut"), ("forum-tabel", "/fora/chefforum/tabel"), ("forum-chat", "/fora/chefforum/chat"),
            ("fora-klynge", "/fora/chefforum/nye?skabelon=klynge"), ("sag-aendr", $"/sager/{await SentCaseAsync(host, db, forum)}/aendr"), ("forum-regler", "/fora/chefforum/regler"),
            ("drift", "/drift?kaede=true"), ("afvist", $"/moeder/{Guid.NewGuid()}"),
        ];
    }

    /// <summary>The forms of a meeting that is ahead, and those of one that was held.</summary>
    private static async Task<IReadOnlyList<(string Name, string Address)>> MeetingPagesAsync(KlyngeContext db, MeetingId ahead, AgendaItem item)
    {
        var answered = await db.AgendaItems.Where(one => one.ForumId == item.ForumId && one.MeetingId != ahead).OrderBy(one => one.Number).ToListAsync(Ct);
        var several = answered.First(one => one.Content.Recommendations.Count > 1);
        var held = $"/moeder/{several.MeetingId.Value}";
        return
        [
            ("moede-udsend", $"/moeder/{ahead.Value}?vis=udsend"), ("moede-medlem", $"/moeder/{ahead.Value}?vis=medlem"),
            ("moede-nyt-bilag", $"/moeder/{ahead.Value}?vis=nyt-bilag&punkt={item.Id.Value}"),
            ("moede-ret-bilag", $"/moeder/{ahead.Value}?vis=ret-bilag&punkt={item.Id.Value}&bilag={item.Content.Attachments[0].Key().Value}"),
            ("moede-holdt", held), ("moede-fremmoede", $"{held}?vis=fremmoede"),
            ("moede-beslutning", $"{held}?vis=beslutning&punkt={several.Id.Value}"), ("moede-svar", $"{held}?vis=svar&punkt={several.Id.Value}"),
            ("moede-aftale", $"{held}?vis=aftale&punkt={several.Id.Value}"), ("moede-afstemning", $"{held}?vis=afstemning&punkt={several.Id.Value}"),
            ("moede-fremmoede-punkt", $"{held}?vis=fremmoede-punkt&punkt={several.Id.Value}"), ("moede-bidrag", $"/moeder/{ahead.Value}?vis=bidrag&punkt={item.Id.Value}"),
            .. IsEveryForm ? new[] { ("moede-tilfoejelse", $"{held}?vis=tilfoejelse&punkt={several.Id.Value}"), ("moede-gaest", $"{held}?vis=gaest&punkt={several.Id.Value}"), ("moede-punkt", $"{held}?punkt={several.Id.Value}") } : [],
        ];
    }

    private static async Task<Guid> DraftAsync(RunningHost host, KlyngeContext db, Forum forum) =>
        (await WriteCaseAsync(host, forum, await FirstAsync(host, db), "Udkast til aftale https://example.dk/aftale.pdf")).Value;

    /// <summary>One that is being answered.</summary>
    private static async Task<Guid> SentCaseAsync(RunningHost host, KlyngeContext db, Forum forum)
    {
        var caller = await FirstAsync(host, db);
        var id = await WriteCaseAsync(host, forum, caller, attachments: string.Empty);
        var opened = await host.Services.GetRequiredService<OpenWrittenProcedure>().HandleAsync(caller, new OpenWrittenProcedureRequest(forum.Id, id), Ct);
        Assert.Null(opened.Error);
        return id.Value;
    }

    /// <summary>Whom Prøvebænk begins with, and so who looks at the pages.</summary>
    private static async Task<Caller> FirstAsync(RunningHost host, KlyngeContext db)
    {
        var board = await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct);
        var first = board.People.Single(person => person.Id == board.Forums[0].Seats.OrderBy(seat => seat.Role).First().PersonId);
        return new Caller((await db.People.SingleAsync(person => person.EntraObjectId == first.AadObjectId, Ct)).Id);
    }

    private static async Task<WrittenProcedureId> WriteCaseAsync(RunningHost host, Forum forum, Caller caller, string attachments)
    {
        var form = ProcedureForm.Empty(forum, "Fælles indkøb af hjælpemidler", DanishTime.Today(SystemClock.Instance)) with
        {
            Summary = "De fire kommuner køber ind sammen fra 1. maj.",
            Presentation = $"Aftalen løber i to år.\n\n- første år\n- andet år\n\n{LongWord}",
            Recommendations = "Godkender aftalen\nTager orienteringen til efterretning",
            Attachments = attachments,
        };
        var draft = await host.Services.GetRequiredService<SaveProcedureDraft>().HandleAsync(caller, new SaveProcedureDraftRequest(forum.Id, null, null, form), Ct);
        Assert.True(draft.TryGet(out var id, out var error), error?.Text);
        return id;
    }
}
