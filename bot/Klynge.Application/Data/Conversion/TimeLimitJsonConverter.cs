using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Data.Conversion;

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
