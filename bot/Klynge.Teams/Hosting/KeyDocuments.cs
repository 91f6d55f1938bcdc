using System.Text.Json.Serialization;

namespace Klynge.Teams.Hosting;

internal sealed record MetadataDocument([property: JsonPropertyName("jwks_uri")] Uri? KeysAddress);

internal sealed record KeysDocument([property: JsonPropertyName("keys")] IReadOnlyList<KeyDocument>? Keys);

internal sealed record KeyDocument
{
    [JsonPropertyName("kid")]
    public string? Kid { get; init; }

    [JsonPropertyName("endorsements")]
    public IReadOnlyList<string>? Endorsements { get; init; }
}

[JsonSerializable(typeof(MetadataDocument))]
[JsonSerializable(typeof(KeysDocument))]
internal sealed partial class KeyDocumentsContext : JsonSerializerContext;
