using System.Text.Json.Nodes;

namespace Klynge.Testing.FunctionsHost;

/// <summary>A function as the worker has told of it.</summary>
public sealed class WorkerFunction
{
    internal WorkerFunction(string id, string name, IEnumerable<string> bindings)
    {
        (Id, Name) = (id, name);
        Bindings = [.. bindings.Select(binding => JsonNode.Parse(binding)!.AsObject())];
        Trigger = Bindings.Single(binding => ((string)binding["type"]!).EndsWith("Trigger", StringComparison.Ordinal));
    }

    public string Name { get; }

    /// <summary>Each with <c>name</c>, <c>type</c>, <c>direction</c> and what is the type's own.</summary>
    public IReadOnlyList<JsonObject> Bindings { get; }

    public JsonObject Trigger { get; }

    /// <summary><c>timerTrigger</c>, <c>queueTrigger</c> or <c>httpTrigger</c>.</summary>
    public string Kind => (string)Trigger["type"]!;

    internal string Id { get; }

    internal string TriggerName => (string)Trigger["name"]!;

    /// <summary>Whether a request with this method and path below <c>/api/</c> is for it.</summary>
    internal bool Takes(HttpMethod method, string path) =>
        Kind == "httpTrigger"
        && string.Equals((string?)Trigger["route"], path, StringComparison.OrdinalIgnoreCase)
        && Trigger["methods"]!.AsArray().Any(one => string.Equals((string?)one, method.Method, StringComparison.OrdinalIgnoreCase));
}
