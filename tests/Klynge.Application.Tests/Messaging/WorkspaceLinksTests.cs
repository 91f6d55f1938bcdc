using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Testing;

namespace Klynge.Application.Tests.Messaging;

/// <summary>»Åbn i Klynge« leads to the card's page: by the tab in Teams, by the plain address elsewhere, and nowhere without a workspace.</summary>
public sealed class WorkspaceLinksTests
{
    private const string App = "7c0d5a3e-1111-4222-8333-444455556666";

    private static readonly string Page = CardPages.Meeting(new MeetingId(Guid.Parse("01970000-0000-7000-8000-000000000001")), 3);

    [Fact]
    public void InTeams_ItOpensTheTab_WithThePageAsItsContext_AndThePlainAddressForAClientWithoutTabs()
    {
        var address = Links("https://klynge.example").AddressOf(Page, "msteams", $"28:{App}")!;

        Assert.Equal($"/l/entity/{App}/arbejdsbord", address.AbsolutePath);
        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal($"https://klynge.example{Page}", query["webUrl"]);
        Assert.Equal(Page, (string?)JsonNode.Parse(query["context"]!)!["subEntityId"]);
    }

    [Theory]
    [InlineData("http://localhost:3978", "msteams", "28:" + App, "http://localhost:3978")]
    [InlineData("https://klynge.example", "webchat", "28:" + App, "https://klynge.example")]
    [InlineData("https://klynge.example", "msteams", "28:not-an-app", "https://klynge.example")]
    [InlineData("https://klynge.example", "msteams", null, "https://klynge.example")]
    [InlineData("https://klynge.example", null, null, "https://klynge.example")]
    public void Elsewhere_ItIsThePlainAddress(string workspace, string? channel, string? bot, string expected) =>
        Assert.Equal(expected + Page, Links(workspace).AddressOf(Page, channel, bot)!.AbsoluteUri);

    [Fact]
    public void WithoutAWorkspace_OrAPage_TheCardStaysAsItIs()
    {
        var card = Card(CardPages.Case(WrittenProcedureId.New()));

        Assert.Same(card, Links(null).On(card, "msteams", $"28:{App}"));
        var pageless = card with { Page = null };
        Assert.Same(pageless, Links("https://klynge.example").On(pageless, "msteams", $"28:{App}"));
        var json = CardJson.ToElement(card);
        Assert.Equal(json.GetRawText(), Links(null).On(json, card.Page, "msteams", $"28:{App}").GetRawText());
        Assert.Equal(json.GetRawText(), Links("https://klynge.example").On(json, page: null, "msteams", $"28:{App}").GetRawText());
    }

    /// <summary>A card that waits as JSON gets the button that it would have had at once.</summary>
    [Fact]
    public void CardThatWaits_GetsTheSameButton()
    {
        var links = Links("https://klynge.example");
        foreach (var (name, card) in WorkspaceLinkSamples.WithPages())
        {
            var (atOnce, later) = (CardJson.ToElement(links.On(card, "msteams", WorkspaceLinkSamples.Bot)), links.On(CardJson.ToElement(card), card.Page, "msteams", WorkspaceLinkSamples.Bot));
            Assert.True(JsonElement.DeepEquals(atOnce, later), name);
        }
    }

    /// <summary>The button stands behind all others, alone in sight where there are none, and no card grows beyond what Teams takes.</summary>
    [Fact]
    public void EveryCardWithAPage_HasOneButtonMore_AndStaysWithinItsSize()
    {
        var (links, pages) = (Links("https://klynge-for-et-sundhedsraad.fjordlandet.example"), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, card) in WorkspaceLinkSamples.WithPages())
        {
            var linked = links.On(card, "msteams", WorkspaceLinkSamples.Bot);
            var open = Assert.IsType<OpenUrlAction>(linked.Actions![^1]);
            Assert.Equal((card.Actions?.Count ?? 0) + 1, linked.Actions!.Count);
            Assert.Equal(card.Actions is { Count: > 0 } ? ActionMode.Secondary : null, open.Mode);
            Assert.True(CardJson.MeasureBytes(linked) <= CardJson.MaxBytes + StandingCard.Room, $"{name}: {CardJson.MeasureBytes(linked)}");
            Assert.StartsWith("https://teams.microsoft.com/l/entity/", open.Url, StringComparison.Ordinal);
            pages.Add(card.Page!.Split('/', '#')[1]);
        }

        Assert.Equal(["frister", "moeder", "sager"], pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tab_IsTheOneOfTheManifest()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "manifest", "manifest.json")))!;

        Assert.Equal(WorkspaceLinks.TabId, (string?)Assert.Single(manifest["staticTabs"]!.AsArray())!["entityId"]);
    }

    private static WorkspaceLinks Links(string? workspace) => new(WorkspaceLinkSamples.Settings(workspace));

    private static AdaptiveCard Card(string page) => new() { Speak = "x", FallbackText = "x", Page = page, Body = [new TextBlock("x")] };
}
