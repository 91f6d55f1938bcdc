using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Minutes;

/// <summary>
/// The JSON form of imported minutes: camelCase, ISO dates, times as HH:mm, absent is null or an empty list.
/// Three properties stand there only when a document has them: <c>title</c>, <c>sections</c> (text before the first item that fits no field)
/// and a participant's <c>substitute</c>.
/// </summary>
public static class MinutesJson
{
    private static readonly MinutesJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Serialize(MinutesDocument document) => JsonSerializer.Serialize(JsonMinutes.From(document), Context.JsonMinutes);

    internal static string? Date(LocalDate? date) => date is { } value ? LocalDatePattern.Iso.Format(value) : null;

    internal static string? Time(LocalTime? time) => time is { } value ? ClockTime.Format(value) : null;

    private static readonly LocalTimePattern ClockTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
}

[JsonSerializable(typeof(JsonMinutes))]
internal sealed partial class MinutesJsonContext : JsonSerializerContext;
