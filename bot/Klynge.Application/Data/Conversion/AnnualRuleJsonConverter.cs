using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Application.Deadlines;
using Klynge.Domain.Deadlines;

namespace Klynge.Application.Data.Conversion;

/// <summary>A rule of the annual wheel as people write it: <c>"sidste fredag i måneden"</c>.</summary>
internal sealed class AnnualRuleJsonConverter : JsonConverter<AnnualRule>
{
    public override AnnualRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AnnualRuleText.Parse(reader.GetString()).TryGet(out var rule, out var error) ? rule : throw new JsonException(error.Code);

    public override void Write(Utf8JsonWriter writer, AnnualRule value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
