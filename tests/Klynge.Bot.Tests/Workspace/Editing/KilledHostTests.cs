using System.Text.RegularExpressions;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>The real program, killed while somebody types and started again on the same data.</summary>
public sealed partial class KilledHostTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typed_WhileTheHostIsKilledTwice_LosesNoLetter()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-typed-");
        var bot = await BotProcess.StartAsync(folder.FullName);
        try
        {
            var meeting = Meeting().Match(await bot.Http.GetStringAsync(new Uri("/arbejdsbord", UriKind.Relative), Ct)).Value;
            var address = new Uri(bot.Address, $"{meeting}/punkter/nyt");
            var window = await ItemWindow.OpenAsync(await chromium.LaunchedAsync(), address);
            await window.Page.Locator("[name=title]").FillAsync("Skrevet mellem to drab");
            await window.BeginAsync();
            await window.TypeAsync("Før det første.");
            for (var kill = 1; kill <= 2; kill++)
            {
                await bot.KillAsync();
                await window.TypeAsync($" Mens den var nede {kill}.");
                await Assertions.Expect(window.Status).ToContainTextAsync("Serveren svarer ikke", new() { Timeout = 20_000 });
                var port = bot.Address.Port;
                await bot.DisposeAsync();
                bot = await BotProcess.StartAsync(folder.FullName, port: port);
                await window.TypeAsync($" Efter {kill}.");
                await window.IsKeptAsync();
            }

            const string All = "Før det første. Mens den var nede 1. Efter 1. Mens den var nede 2. Efter 2.";
            Assert.Equal(All, await window.TextAsync());
            var again = await window.ReopenAsync();
            Assert.Equal(All, await again.TextAsync());
            Assert.Equal("Skrevet mellem to drab", await again.Page.InputValueAsync("[name=title]"));
            await again.SaveAsync();
            await Assertions.Expect(again.Page.Locator(".told")).ToContainTextAsync("Skrevet mellem to drab");
            await Assertions.Expect(again.Page.Locator("main")).ToContainTextAsync(All);
        }
        finally
        {
            await bot.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("/moeder/[0-9a-f-]{36}")]
    private static partial Regex Meeting();
}
