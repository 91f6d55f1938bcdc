using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Klynge.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>The page in a real browser, against a fake bot. Every test also fails on an error in the browser's console.</summary>
public sealed class PageInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private WorkbenchHost? _host;

    private WorkbenchHost Host => _host!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ = NpmModules.AdaptiveCards();
        await chromium.LaunchedAsync();
        _host = await WorkbenchHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Card_InTheForumsChat_IsRefreshedForTheSecretaryAlone()
    {
        Host.Bot.Answer = async activity =>
        {
            if ((string?)activity["type"] == "invoke")
                return FakeBot.Card(SampleCards.Agenda("Sekretariatets udgave"));
            await Host.Bot.SendAsync(activity, FakeBot.Carrying(SampleCards.Agenda()));
            return null;
        };
        var page = await OpenAsync();

        await WriteAsync(page, "shared", "dagsorden");
        await page.GetByText("Sekretariatets udgave").WaitForAsync();
        await BecomeAsync(page, SampleBoard.Member);

        await page.GetByText("Alle ser dette kort").WaitForAsync();
        Assert.Equal(0, await page.GetByText("Sekretariatets udgave").CountAsync());
    }

    [Fact]
    public async Task Action_Refused_KeepsWhatWasTypedAndThenIsAnswered()
    {
        Host.Bot.Answer = async activity =>
        {
            if ((string?)activity["type"] != "invoke")
            {
                await Host.Bot.SendAsync(activity, FakeBot.Carrying(SampleCards.Ballot()));
                return null;
            }

            var data = activity["value"]!["action"]!["data"]!;
            return (string?)data["vote"] == "reject"
                ? FakeBot.Refusal("Afstemningen lukkede d. 30. april kl. 12.00.")
                : FakeBot.Card(SampleCards.Ballot($"Du godkendte: {data["remarks"]}"));
        };
        var page = await OpenAsync();

        await WriteAsync(page, "personal", "stemme");
        await Remarks(page).FillAsync("Jeg savner et budget");
        await page.GetByRole(AriaRole.Button, new() { Name = "Godkender ikke" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByText("Afstemningen lukkede").WaitForAsync();
        Assert.Equal("Jeg savner et budget", await Remarks(page).InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Godkender", Exact = true }).ClickAsync();

        await page.GetByText("Du godkendte: Jeg savner et budget").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Alert).CountAsync());
    }

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
    public async Task Card_UpdatedWhileSomeoneTypes_KeepsWhatWasTyped()
    {
        var page = await OpenAsync();
        var chat = await Host.PersonalChatAsync(SampleBoard.Secretary, Token);
        var activity = new JsonObject
        {
            ["serviceUrl"] = $"{Host.Address}workbench/teams",
            ["conversation"] = new JsonObject { ["id"] = chat },
        };
        var id = await Host.Bot.SendAsync(activity, FakeBot.Carrying(SampleCards.Ballot()));
        await Remarks(page).FillAsync("Halvt skrevet");

        await Host.Bot.UpdateAsync(activity, id, FakeBot.Carrying(SampleCards.Ballot("8 af 13 har svaret")));

        await page.GetByText("8 af 13 har svaret").WaitForAsync();
        Assert.Equal("Halvt skrevet", await Remarks(page).InputValueAsync());
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

    private async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        var page = await (await chromium.LaunchedAsync()).OpenAsync(width, height);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A refused message is told by the page itself; the server that goes away at the end is no complaint either.
            if (message.Type == "error" && !message.Location.Contains("/workbench/events", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        await page.GotoAsync(Host.Address.AbsoluteUri);
        await page.Locator("#personal .empty").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static ILocator Remarks(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Bemærkninger" });

    private static async Task WriteAsync(IPage page, string pane, string text)
    {
        await page.FillAsync($"#compose-{pane}", text);
        await page.PressAsync($"#compose-{pane}", "Enter");
    }

    private static async Task BecomeAsync(IPage page, WorkbenchPerson person)
    {
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = person.Name }).ClickAsync();
        await page.Locator("#whoami").GetByText(person.Name).WaitForAsync();
    }
}
