namespace Klynge.Functions.Tests.Support;

/// <summary>What the Functions host posts, in the shapes that it is known to use.</summary>
internal static class Payloads
{
    private const string TimerValue = """
        {"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T04:00:00+00:00","LastUpdated":"2026-11-22T04:00:00+00:00","Next":"2026-11-22T04:00:10+00:00"},"IsPastDue":false}
        """;

    private const string Sys = """{"sys":{"MethodName":"Procedures","UtcNow":"2026-11-22T04:00:00Z","RandGuid":"7b1c"}}""";

    internal static string Timer { get; } = $$"""{"Data":{"timer":{{TimerValue}} },"Metadata":{{Sys}} }""";

    internal static string TimerPastDue { get; } = Timer.Replace("\"IsPastDue\":false", "\"IsPastDue\":true", StringComparison.Ordinal);

    /// <summary>A timer that never ran has no status.</summary>
    internal static string TimerWithoutStatus { get; } = $$"""{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false} },"Metadata":{{Sys}} }""";

    /// <summary>Some versions of the host write a trigger's value as a string.</summary>
    internal static string TimerAsString { get; } =
        $$"""{"Data":{"timer":{{System.Text.Json.JsonSerializer.Serialize(TimerValue)}} },"Metadata":{{Sys}} }""";

    internal static string WithoutMetadata { get; } = $$"""{"Data":{"timer":{{TimerValue}} } }""";

    /// <param name="message">JSON.</param>
    internal static string Queue(string message) => $$"""
        {"Data":{"message":{{message}}},"Metadata":{"DequeueCount":"1","Id":"9d8d","InsertionTime":"\"2026-11-22T04:00:00+00:00\"","sys":{"MethodName":"Work"} } }
        """;
}
