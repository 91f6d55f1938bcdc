using System.Text.Json.Nodes;

namespace Klynge.Functions.Protocol;

/// <summary>What a function answers the Functions host with: values for its outgoing bindings.</summary>
/// <param name="Failed">The invocation counts as failed, though it ran to its end; a queue's message comes again.</param>
internal sealed record InvocationAnswer(bool Failed = false)
{
    /// <summary>By the binding's name in <c>function.json</c>.</summary>
    internal JsonObject Outputs { get; init; } = [];

    /// <summary>Always a body: the host waits for ever on an empty one.</summary>
    internal JsonObject ToJson(IEnumerable<string> logs) => new()
    {
        [nameof(Outputs)] = Outputs.DeepClone(),
        ["Logs"] = new JsonArray([.. logs.Select(line => JsonValue.Create(line))]),
        ["ReturnValue"] = null,
    };
}
