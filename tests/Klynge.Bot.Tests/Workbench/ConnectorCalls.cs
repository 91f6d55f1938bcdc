using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>Addresses and answers of the connector.</summary>
internal static class ConnectorCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Conversation(string id) => "/workbench/teams/v3/conversations/" + Uri.EscapeDataString(id);

    public static string Activities(string id) => Conversation(id) + "/activities";

    public static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["error"]!["code"];

    public static async Task<JsonArray> TranscriptAsync(WorkbenchHost host, WorkbenchPerson person, string chat) =>
        (await host.Client.GetFromJsonAsync<JsonArray>(
            $"/workbench/api/transcript?person={Uri.EscapeDataString(person.Id)}&chat={Uri.EscapeDataString(chat)}", Token))!;
}
