using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;

namespace Klynge.Bot.Manifest;

/// <summary>What Teams offers to write in each kind of chat: the commands that work there, as help has them.</summary>
internal static class ManifestCommands
{
    /// <summary>Of the schema, which the client cuts off at. What does not fit is found by help.</summary>
    internal const int Most = 12;

    /// <summary>Of a scope: those of the lowest rank, in the order of help. A chat of several is taken for a forum's.</summary>
    internal static IReadOnlyList<CommandDescription> Of(string scope, IReadOnlyList<CommandDescription> commands)
    {
        var ranked = commands.Where(command => command.WorksIn(scope == "personal", isForums: true)).OrderBy(command => command.Rank).Take(Most).ToHashSet();
        return [.. commands.Where(ranked.Contains)];
    }

    /// <summary>Puts them into the manifest, and into its English texts.</summary>
    internal static void Add(JsonNode manifest, JsonNode english)
    {
        var bot = manifest["bots"]![0]!;
        var lists = new JsonArray();
        foreach (var (index, scope) in bot["scopes"]!.AsArray().Select(scope => (string)scope!).Index())
        {
            var commands = Of(scope, CommandCatalogue.All);
            lists.Add(new JsonObject
            {
                ["scopes"] = new JsonArray(scope),
                ["commands"] = new JsonArray([.. commands.Select(command => new JsonObject { ["title"] = command.Name, ["description"] = command.Summary })]),
            });
            foreach (var (at, command) in commands.Index())
            {
                english[$"bots[0].commandLists[{index}].commands[{at}].title"] = command.English;
                english[$"bots[0].commandLists[{index}].commands[{at}].description"] = command.EnglishSummary;
            }
        }

        bot["commandLists"] = lists;
    }
}
