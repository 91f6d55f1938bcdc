using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Bot.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Forums;

/// <summary>
/// A secretary in a real browser makes a cluster's four forums from the template, puts its seats into the table, and ticks somebody of the chat;
/// on screen and phone. axe-core listens at each step.
/// </summary>
public sealed class NewForumStoryTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Secretary_MakesAClusterFromItsTemplate_AndFillsItsSeats(int width, ColorScheme scheme)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var page = await OpenAsync(host, width, scheme);
        await page.GetByRole(AriaRole.Link, new() { Name = "Opret fora fra en skabelon" }).ClickAsync();
        await LookAsync(page, $"nye-1-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sundhedsklynge" }).ClickAsync();
        foreach (var (label, name) in new[] { ("Driftsforum", "Driftsforum Øst"), ("Fagligt strategisk niveau", "Fagligt niveau Øst"), ("Direktørforum", "Direktørforum Øst"), ("Politisk niveau", "") })
            await page.GetByLabel($"Navn på »{label}«").FillAsync(name);

        await page.GetByRole(AriaRole.Button, new() { Name = "Se, hvad der bliver oprettet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv, hvad »Politisk niveau« skal hedde.");
        await Assertions.Expect(page.GetByLabel("Navn på »Driftsforum«")).ToHaveValueAsync("Driftsforum Øst");
        await LookAsync(page, $"nye-2-{width}");
        await page.GetByLabel("Navn på »Politisk niveau«").FillAsync("Politisk niveau Øst");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se, hvad der bliver oprettet" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Trin 1, lige under Fagligt niveau Øst.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kilde: Klyngebekendtgørelsen: mindst 4 møder om året.");
        await page.Locator("summary").First.ClickAsync();
        await LookAsync(page, $"nye-3-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opret" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Driftsforum Øst, Fagligt niveau Øst, Direktørforum Øst og Politisk niveau Øst er oprettet.");
        Assert.Equal("/fora/driftsforum-oest", new Uri(page.Url).AbsolutePath);
        Assert.Equal(1, await page.Locator("table.seats tbody tr").CountAsync());
        await LookAsync(page, $"nye-4-{width}");
        await FillAsync(page, width);
        await page.Context.CloseAsync();
    }

    /// <summary>The chat as Prøvebænk tells of it, over the connector.</summary>
    [Theory]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Secretary_TicksSomebodyOfTheChat_LooksAtIt_AndGivesThemASeat(int width, ColorScheme scheme)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct))
        {
            // The chat of another forum, so that some have no seat here, and some who have are not there.
            var forums = await db.Forums.ToDictionaryAsync(forum => forum.Key, forum => forum.Id, StringComparer.Ordinal, Ct);
            await db.Conversations.Where(chat => chat.ForumId == forums["chefforum"]).ExecuteUpdateAsync(set => set.SetProperty(chat => chat.IsGone, true), Ct);
            await db.Conversations.Where(chat => chat.ForumId == forums["driftsforum"])
                .ExecuteUpdateAsync(set => set.SetProperty(chat => chat.ForumId, forums["chefforum"]).SetProperty(chat => chat.ServiceUrl, $"http://localhost:{host.Client.BaseAddress!.Port}/workbench/teams"), Ct);
        }

        var page = await OpenAsync(host, width, scheme);
        await page.GetByRole(AriaRole.Link, new() { Name = "Hent fra chatten" }).ClickAsync();
        await LookAsync(page, $"chat-1-{width}");
        var somebody = page.GetByRole(AriaRole.Group).Filter(new() { HasText = "kendt i rådet" }).First;
        await Assertions.Expect(page.GetByRole(AriaRole.Group).Filter(new() { HasText = "ikke i chatten mere" }).First).ToBeVisibleAsync();
        await somebody.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se forslaget" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv, hvilken organisation");
        await Assertions.Expect(somebody.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await somebody.GetByLabel("Organisation").FillAsync("Egholt Kommune");
        await somebody.GetByLabel("Rolle").SelectOptionAsync("observatør");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se forslaget" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("(observatør, Egholt Kommune");
        await LookAsync(page, $"chat-2-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ret det sådan" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Det er rettet");
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, int width)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Indsæt tabel eller fil" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sundhedsklynge" }).ClickAsync();
        var table = page.GetByLabel("Tabellen med overskrifter");
        var seats = await table.InputValueAsync();
        Assert.StartsWith("Navn;Rolle;Organisation;Sektor\n;medformand;Regionen;region\n", seats, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se forslaget" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Linje 2: navnet mangler.");
        await LookAsync(page, $"nye-5-{width}");
        string[] people = ["Ida Lund", "Bo Friis", "Åse Lund", "Eva Holm"];
        await table.FillAsync(people.Aggregate(seats, (text, name) => text[..text.IndexOf("\n;", StringComparison.Ordinal)] + $"\n{name};" + text[(text.IndexOf("\n;", StringComparison.Ordinal) + 2)..]));
        await page.GetByRole(AriaRole.Button, new() { Name = "Se forslaget" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ny: Ida Lund i Driftsforum Øst (medformand, Regionen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ret det sådan" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.seats tbody tr")).ToHaveCountAsync(5);
    }

    private async Task<IPage> OpenAsync(RunningHost host, int width, ColorScheme scheme)
    {
        var page = await (await chromium.LaunchedAsync()).OpenAsync(width, 900, scheme);
        var secretary = await ForumActsOfEverybodyTests.PersonAsync(host, Role.Secretariat);
        await page.Context.AddCookiesAsync([new() { Name = "klynge.person", Value = Uri.EscapeDataString(secretary), Url = host.Client.BaseAddress!.AbsoluteUri }]);
        await page.GotoAsync(new Uri(host.Client.BaseAddress, "/fora/chefforum").AbsoluteUri);
        return page;
    }

    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KLYNGE_PAGE_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });

        var script = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards", "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(RequiredTool.OrSkip(File.Exists(script) ? script : null, "This test needs axe-core: run npm ci in tests/Klynge.Application.Tests/Cards."), Ct));
        var faults = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))");
        Assert.Empty(faults.EnumerateArray().Select(fault => fault.GetString()));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name);
    }
}
