using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Tests.Simulated;

internal static class HttpJson
{
    internal static async Task<JsonNode> GetFromJsonAsync(this HttpClient http, string path) =>
        (await http.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;
}
