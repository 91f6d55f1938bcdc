using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;
using Klynge.Functions.Protocol;

namespace Klynge.Functions.Work;

/// <summary>Runs a group of jobs at once, because another function said that there is work, in place of at the next beat of its timer.</summary>
internal sealed class WorkFunction(JobRunner jobs) : IFunction
{
    public string Name => "Work";

    /// <summary>What another function puts into the queue.</summary>
    internal static string MessageFor(JobGroup group) => new JsonObject { ["group"] = group.ToString() }.ToJsonString();

    public async Task<InvocationAnswer> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var group = GroupOf(BindingValue.Unwrap(invocation.Data("message")));
        await jobs.HastenAsync(group, cancellationToken);
        return JobReport.Of(await jobs.RunDueAsync(group, cancellationToken));
    }

    /// <summary>What <see cref="MessageFor"/> writes; the bare name will do.</summary>
    private static JobGroup GroupOf(JsonElement message)
    {
        var name = message.ValueKind == JsonValueKind.Object && message.TryGetProperty("group", out var named) ? named : message;
        return name.ValueKind == JsonValueKind.String && Enum.GetNames<JobGroup>().Contains(name.GetString(), StringComparer.Ordinal)
            ? Enum.Parse<JobGroup>(name.GetString()!)
            : throw new BadHttpRequestException("The message names no group of jobs.");
    }
}
