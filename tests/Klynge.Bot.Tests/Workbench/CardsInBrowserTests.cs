using System.Text.Json.Nodes;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workbench;

public sealed class CardsInBrowserTests(ChromiumFixture chromium) : BrowserTests(chromium)
{
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
    public async Task Folding_ARowACardOrTheMenu_OutAndIn_SaysNothing()
    {
        var page = await OpenAsync();
        var chat = await Host.PersonalChatAsync(SampleBoard.Secretary, Token);
        await Host.Bot.SendAsync($"{Host.Address}workbench/teams", chat, FakeBot.Carrying(SampleCards.Agenda()));
        var text = page.GetByText("Det indstilles, at Chefforum godkender punkt 1.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Vis punkt 1" }).ClickAsync();
        await text.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Vis punkt 1" }).ClickAsync();
        await text.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tilføj punkt", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Titel" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Flere handlinger" }).ClickAsync();
        await page.GetByText("Aflys mødet").WaitForAsync();

        Assert.Equal(0, await page.Locator(".card-error, .toast, [role=alert]").CountAsync());
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
    public async Task Card_InAChatThatIsReadAnew_KeepsWhatWasTyped()
    {
        var page = await OpenAsync();
        var chat = await Host.PersonalChatAsync(SampleBoard.Member, Token);
        await Host.Bot.SendAsync($"{Host.Address}workbench/teams", chat, new JsonObject { ["type"] = "message", ["text"] = "Stod her før" });
        var held = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("/transcript", StringComparison.Ordinal), async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        await page.RunAndWaitForRequestAsync(() => BecomeAsync(page, SampleBoard.Member), request => request.Url.Contains("/transcript", StringComparison.Ordinal));
        await Host.Bot.SendAsync($"{Host.Address}workbench/teams", chat, FakeBot.Carrying(SampleCards.Ballot()));
        await Remarks(page).FillAsync("Halvt skrevet");
        Assert.Equal(0, await page.GetByText("Stod her før").CountAsync());
        held.SetResult();

        await page.GetByText("Stod her før").WaitForAsync();
        Assert.Equal("Halvt skrevet", await Remarks(page).InputValueAsync());
    }

    private static ILocator Remarks(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Bemærkninger" });
}
