using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Data.Conversion;

/// <summary>Stores an immutable record, or a list of them, as JSON text in one column: it is read and written whole, never queried into.</summary>
internal static class JsonColumn
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TimeLimitJsonConverter(), new AnnualRuleJsonConverter(), new RecordIdJson<PersonId>(), new RecordIdJson<AttachmentId>(), new InstantJsonConverter(), new LocalDateJsonConverter(), new LocalTimeJsonConverter() },
    };

    internal static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(value => Write(value), text => Read<T>(text), new ValueComparer<T>(
            (left, right) => Equals(left, right) || Write(left) == Write(right),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
        return property;
    }

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"A column of {typeof(T).Name} holds null.");
}

/// <summary>An instant as <c>"2026-02-03T08:15:30.1234567Z"</c>.</summary>
internal sealed class InstantJsonConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

/// <summary>A Danish date as <c>"2026-02-03"</c>.</summary>
internal sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

/// <summary>A Danish clock time as <c>"14:20:00"</c>.</summary>
internal sealed class LocalTimeJsonConverter : JsonConverter<LocalTime>
{
    public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(LocalTimePattern.ExtendedIso.Format(value));
}

/// <summary>A rule of the annual wheel as people write it: <c>"sidste fredag i måneden"</c>.</summary>
internal sealed class AnnualRuleJsonConverter : JsonConverter<AnnualRule>
{
    public override AnnualRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AnnualRuleText.Parse(reader.GetString()).TryGet(out var rule, out var error) ? rule : throw new JsonException(error.Code);

    public override void Write(Utf8JsonWriter writer, AnnualRule value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A time limit as <c>{"count":5,"unit":"workdays","at":"24:00"}</c>; valid by construction on the way back, too.</summary>
internal sealed class TimeLimitJsonConverter : JsonConverter<TimeLimit>
{
    public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var shape = JsonSerializer.Deserialize<Shape>(ref reader, options) ?? throw new JsonException("A time limit is missing.");
        ClockTime? at = shape.At is null ? null : ClockTime.TryParse(shape.At, out var time) ? time : throw new JsonException("No clock time.");
        return TimeLimit.Create(shape.Count, shape.Unit, at).TryGet(out var limit, out var error) ? limit : throw new JsonException(error.Code);
    }

    public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Shape(value.Count, value.Unit, value.At?.ToString()), options);

    private sealed record Shape(int Count, TimeLimitUnit Unit, string? At);
}
