using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Klynge.Application.Documents;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Minutes;

/// <summary>A <see cref="MinutesDocument"/> as it is kept in the database: whole, so that it can be written out again as it came.</summary>
internal static class ImportedDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new DateConverter(), new TimeConverter() },
    };

    internal static string Write(MinutesDocument document) => JsonSerializer.Serialize(document, Options);

    internal static MinutesDocument Read(string json) =>
        JsonSerializer.Deserialize<MinutesDocument>(json, Options) ?? throw new InvalidDataException("Stored minutes hold null.");

    /// <summary>Names the text of a document: equal exactly when it would be written alike.</summary>
    internal static string HashOf(MinutesDocument document) =>
        ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(document with { Warnings = [] }, Options));

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TimeConverter : JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalTimePattern.ExtendedIso.Format(value));
    }
}
