using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Jobs;
using Klynge.Functions.Invocations;

namespace Klynge.Functions.Jobs;

/// <summary>The queue's messages: <c>{"group":"Procedures"}</c>.</summary>
internal static class WorkMessage
{
    internal const string Queue = "klynge-work";

    private const string Group = "group";

    internal static string Of(JobGroup group) => new JsonObject { [Group] = group.ToString() }.ToJsonString();

    /// <exception cref="InvocationFailedException">It names no group, and nothing was done. Its text is not repeated: anybody may have written it.</exception>
    internal static JobGroup Read(string message)
    {
        var name = NameIn(message);
        return Enum.GetNames<JobGroup>().Contains(name, StringComparer.Ordinal)
            ? Enum.Parse<JobGroup>(name!)
            : throw new InvocationFailedException("The message names no group of jobs. Nothing was done.");
    }

    private static string? NameIn(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(Group, out var name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null; // Some other text.
        }
    }
}
