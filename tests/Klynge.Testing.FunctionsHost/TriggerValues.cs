using System.Globalization;
using Klynge.Testing.FunctionsHost.Wire;

namespace Klynge.Testing.FunctionsHost;

/// <summary>What triggers carry, in the shapes that the Functions host uses.</summary>
internal static class TriggerValues
{
    internal const string Timer = """
        {"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-22T04:00:00+00:00","LastUpdated":"2026-11-22T04:00:00+00:00","Next":"2026-11-22T04:00:10+00:00"},"IsPastDue":false}
        """;

    internal static InvocationRequest Request(string id, WorkerFunction function, TypedData value, int attempt)
    {
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = function.Id,
            InputData = { new ParameterBinding { Name = function.TriggerName, Data = value } },
            TraceContext = new() { TraceParent = $"00-{Guid.NewGuid():N}-b7ad6b7169203331-01" },
        };
        if (function.Kind == "queueTrigger")
        {
            request.TriggerMetadata["Id"] = new() { String = Guid.NewGuid().ToString() };
            request.TriggerMetadata["DequeueCount"] = new() { Json = attempt.ToString(CultureInfo.InvariantCulture) };
        }

        return request;
    }

    internal static string? TextOf(TypedData? data) => data?.DataCase switch
    {
        TypedData.DataOneofCase.String => data.String,
        TypedData.DataOneofCase.Json => data.Json,
        TypedData.DataOneofCase.Bytes => data.Bytes.ToStringUtf8(),
        _ => null,
    };
}
