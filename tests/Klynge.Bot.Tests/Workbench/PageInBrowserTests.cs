using System.Text.Json.Nodes;
using Klynge.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workbench;

public sealed class PageInBrowserTests(ChromiumFixture chromium) : BrowserTests(chromium)
{
    [Fact]
    public async Task Message_ToSomeoneElse_ShowsABadgeThatGoesWhenItIsRead()
    {
        var page = await OpenAsync();
        await BecomeAsync(page, SampleBoard.Member);
        var secretary = page.GetByRole(AriaRole.Option).Filter(new() { HasText = SampleBoard.Secretary.Name });

        await Host.Bot.SendAsync(
            $"{Host.Address}workbench/teams",
            await Host.PersonalChatAsync(SampleBoard.Secretary, Token),
            new JsonObject { ["type"] = "message", ["text"] = "Et nyt forslag" });
        await secretary.GetByLabel("1 ulæst besked").WaitForAsync();
        await secretary.ClickAsync();

        await page.GetByText("Et nyt forslag").WaitForAsync();
        await secretary.GetByLabel("1 ulæst besked").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Text_WithHtmlAndForeignLinks_IsShownAsItWasWritten()
    {
        const string Evil = "<img src=x onerror=\"document.title='x'\"> [klik](javascript:alert(1)) **fed** [rigtigt](https://example.org/a)";
        Host.Bot.Answer = async activity =>
        {
            await Host.Bot.SendAsync(activity, new JsonObject { ["type"] = "message", ["text"] = Evil });
            return null;
        };
        var page = await OpenAsync();

        await WriteAsync(page, "personal", "<b>hej</b>");
        var answer = page.Locator("#personal .message.bot .text");
        await answer.WaitForAsync();

        Assert.Equal("<b>hej</b>", await page.Locator("#personal .message.own .text").InnerTextAsync());
        Assert.Equal(0, await answer.Locator("img").CountAsync());
        Assert.Equal("fed", await answer.Locator("strong").InnerTextAsync());
        Assert.Equal("https://example.org/a", await answer.Locator("a").GetAttributeAsync("href"));
        Assert.Equal("Prøvebænk · Klynge", await page.TitleAsync());
    }

    [Fact]
    public async Task People_ByKeyboardAlone_AreFoundAndPlayed()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("plo");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("#whoami").GetByText(SampleBoard.OtherMember.Name).WaitForAsync();
        Assert.Equal(1, await page.Locator("[role=option][tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task Message_ThatTheBotFailsOn_SaysSoAndCanBeTriedAgain()
    {
        Host.Bot.Answer = _ => Task.FromResult<IResult?>(Results.StatusCode(500));
        var page = await OpenAsync();

        await WriteAsync(page, "personal", "dagsorden");
        await page.GetByText("Beskeden nåede ikke frem.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Prøv igen" }).ClickAsync();

        Assert.Equal("dagsorden", await page.Locator("#compose-personal").InputValueAsync());
    }

    [Fact]
    public async Task Guide_Tried_BecomesThePersonAndFillsTheTextIn()
    {
        var page = await OpenAsync();
        await BecomeAsync(page, SampleBoard.Member);

        await page.GetByRole(AriaRole.Button, new() { Name = "Prøv", Exact = true }).ClickAsync();

        Assert.Equal("dagsorden", await page.Locator("#compose-shared").InputValueAsync());
        await page.Locator("#whoami").GetByText(SampleBoard.Secretary.Name).WaitForAsync();
    }

    [Fact]
    public async Task Guide_TextThatTheBotRefuses_IsNotTickedOff()
    {
        Host.Bot.Answer = async activity =>
        {
            await Host.Bot.SendAsync(activity, new JsonObject { ["type"] = "message", ["text"] = "Der er intet møde." });
            return null;
        };
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Prøv", Exact = true }).ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Der er intet møde.", new() { Exact = true }).WaitForAsync();

        Assert.Equal(0, await page.Locator(".guide-steps .done").CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Button, new() { Name = "Prøv", Exact = true }).CountAsync());
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 720)]
    public async Task Toast_OnEveryWidth_LiesOverNothing(int width, int height)
    {
        var page = await OpenAsync(width, height);
        if (width < 900)
            await page.Locator("#tabs").GetByRole(AriaRole.Button, new() { Name = "Mødet" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Mødet starter" }).ClickAsync();
        await page.Locator(".toast").WaitForAsync();

        // What is under the middle of each button of the page is that button.
        var covered = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, a, textarea, select')]
              .filter(one => one.checkVisibility() && !one.closest('.skip, .log, .people-list'))
              .filter(one => {
                const box = one.getBoundingClientRect();
                const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return box.bottom > 0 && box.y < innerHeight && hit && !one.contains(hit);
              })
              .map(one => one.outerHTML)
            """);
        Assert.Empty(covered);
    }

    [Theory]
    [InlineData(375, 740)]
    [InlineData(1280, 720)]
    [InlineData(1600, 900)]
    public async Task Page_OnEveryWidth_NeverScrollsSideways(int width, int height)
    {
        var page = await OpenAsync(width, height);
        var sent = await Host.Bot.SendAsync($"{Host.Address}workbench/teams", SampleBoard.ForumChat, FakeBot.Carrying(SampleCards.Agenda()));
        await page.Locator($"[data-id='{sent}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
