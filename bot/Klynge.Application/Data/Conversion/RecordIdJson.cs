using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Domain.Common;

namespace Klynge.Application.Data.Conversion;

/// <summary>An id inside JSON as its bare value, <c>"0199f3c2-…"</c>: what is stored was written so before ids had types.</summary>
internal sealed class RecordIdJson<TId> : JsonConverter<TId>
    where TId : struct, IRecordId
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new() { Value = reader.GetGuid() };

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
