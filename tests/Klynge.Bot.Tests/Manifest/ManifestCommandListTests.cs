using System.Text.Json;
using Klynge.Application.Chat.Commands;
using Klynge.Bot.Manifest;
using Klynge.Domain.Forums;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>What Teams offers to write is what the bot reads, in every scope and in both languages.</summary>
public sealed class ManifestCommandListTests(ManifestPackageFixture package) : IClassFixture<ManifestPackageFixture>
{
    /// <summary>Of the schema, which the client cuts off at.</summary>
    private const int MaxCommands = 12;

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    private static IEnumerable<int> Lists => Enumerable.Range(0, Scopes.Length);

    private JsonElement Bot => package.Json("manifest.json").GetProperty("bots")[0];

    [Fact]
    public void Bot_IsInAllThreeScopes_WithACommandListEach()
    {
        Assert.Equal(Scopes, Strings(Bot.GetProperty("scopes")));
        Assert.Equal(Scopes, Bot.GetProperty("commandLists").EnumerateArray().Select(list => Assert.Single(Strings(list.GetProperty("scopes")))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Commands_OfAScope_AreOfTheCatalogue_InItsWordsAndOrder(int list)
    {
        var commands = Commands(list);

        Assert.Equal(CommandCatalogue.All.Where(command => commands.Exists(item => item.Title == command.Name)).Select(Shown), commands);
        Assert.InRange(commands.Count, 1, MaxCommands);
    }

    /// <summary>What does not fit is found by »hjælp«, which is in every list.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Commands_OfAScope_AreTheFirstByRank_OfThoseThatWorkThere(int list)
    {
        var titles = Commands(list).ConvertAll(command => command.Title);
        var working = CommandCatalogue.All.Where(command => command.WorksIn(Scopes[list] == "personal", isForums: true)).ToList();

        Assert.Equal(Math.Min(MaxCommands, working.Count), titles.Count);
        Assert.Contains("hjælp", titles);
        Assert.True(
            working.Where(command => titles.Contains(command.Name)).Max(command => command.Rank)
            <= working.Where(command => !titles.Contains(command.Name)).Min(command => command.Rank));
    }

    /// <summary>A new command goes into the lists by its rank alone.</summary>
    [Fact]
    public void NewCommand_OfARank_TakesThePlaceOfTheLast()
    {
        var made = new Command<ChatCommand.ListMeetings>(Permission.ReadAgenda)
        {
            Name = "vejret",
            English = "weather",
            Usage = "vejret",
            Summary = "Se vejret til mødet",
            EnglishSummary = "See the weather of the meeting",
            Example = "vejret",
            Rank = 3,
            Read = (_, _, _, _) => new ChatCommand.ListMeetings(null),
        };
        var before = ManifestCommands.Of("team", CommandCatalogue.All);

        Assert.Equal([.. before.Where(command => command != before.MaxBy(one => one.Rank)), made], ManifestCommands.Of("team", [.. CommandCatalogue.All, made]));
    }

    [Fact]
    public void EnglishCommands_AreTheAliasesOfTheCatalogue()
    {
        var english = package.Json("en.json");

        Assert.All(
            from list in Lists from item in Commands(list).Index() select (Key: Key(list, item.Index, "title"), item.Item.Title),
            title => Assert.Equal(CommandCatalogue.Named(title.Title).English, english.GetProperty(title.Key).GetString()));
    }

    [Fact]
    public void English_HasEveryTextOfTheManifest_AndNoOther()
    {
        string[] others = ["$schema", "name.short", "name.full", "description.short", "description.full", "staticTabs[0].name"];
        var commands = from list in Lists
                       from item in Commands(list).Index()
                       from text in new[] { "title", "description" }
                       select Key(list, item.Index, text);

        Assert.Equal(others.Concat(commands).Order(), package.Json("en.json").EnumerateObject().Select(text => text.Name).Order());
        Assert.DoesNotContain(package.Json("en.json").EnumerateObject(), text => string.IsNullOrWhiteSpace(text.Value.GetString()));
    }

    [Theory]
    [InlineData("name", "short", 30)]
    [InlineData("name", "full", 100)]
    [InlineData("description", "short", 80)]
    [InlineData("description", "full", 4000)]
    public void Texts_AreNoLongerThanTeamsShows(string part, string length, int most)
    {
        var danish = package.Json("manifest.json").GetProperty(part).GetProperty(length).GetString()!;
        var english = package.Json("en.json").GetProperty($"{part}.{length}").GetString()!;

        Assert.InRange(danish.Length, 1, most);
        Assert.InRange(english.Length, 1, most);
    }

    private List<(string Title, string Description)> Commands(int list) =>
        [.. Bot.GetProperty("commandLists")[list].GetProperty("commands").EnumerateArray()
            .Select(command => (command.GetProperty("title").GetString()!, command.GetProperty("description").GetString()!))];

    private static (string Title, string Description) Shown(CommandDescription command) => (command.Name, command.Summary);

    private static string Key(int list, int index, string text) => $"bots[0].commandLists[{list}].commands[{index}].{text}";

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);
}
