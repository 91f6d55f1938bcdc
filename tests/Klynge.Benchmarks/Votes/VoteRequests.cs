using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Benchmarks.Votes;

/// <summary>
/// The requests of the run: voter after voter answers, and changes the answer in the next round, so that every request is a new
/// activity and a new row.
/// </summary>
internal sealed class VoteRequests(Uri address, string token, WrittenProcedure procedure, IReadOnlyList<string> voters)
{
    private readonly string _head =
        $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\nContent-Length: ";

    private long _number;

    /// <summary>A new activity each time, over all rounds: one that was sent before would be answered from memory.</summary>
    internal ReadOnlyMemory<byte> Next()
    {
        var number = Interlocked.Increment(ref _number);
        var voter = voters[(int)(number % voters.Count)];
        var body = Encoding.UTF8.GetBytes(Activity(number, voter));
        return (byte[])[.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_head}{body.Length}\r\n\r\n")), .. body];
    }

    private string Activity(long number, string voter) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"invoke","name":"adaptiveCard/action","id":"f:{{{number}}}-{{{_run}}}","channelId":"msteams","serviceUrl":"{{{SigningChannel.ServiceUrl}}}",
        "from":{"id":"29:{{{voter}}}","aadObjectId":"{{{voter}}}"},"conversation":{"id":"a:{{{voter}}}","conversationType":"personal","tenantId":"{{{SigningChannel.TenantId}}}"},
        "recipient":{"id":"28:{{{SigningChannel.AppId}}}"},"value":{"action":{"type":"Action.Execute","verb":"procedure.vote","data":{{{_data[(number / voters.Count) % 2]}}}},"trigger":"manual"}}
        """);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private readonly string[] _data = [Data(procedure, "approve", null), Data(procedure, "remarks", "Husk at tage almen praksis med.")];

    private static string Data(WrittenProcedure procedure, string answer, string? remarks) => new JsonObject
    {
        ["forum"] = procedure.ForumId.Value.ToString(),
        ["procedure"] = procedure.Id.Value.ToString(),
        ["version"] = procedure.Version,
        ["answer"] = answer,
        ["remarks"] = remarks,
    }.ToJsonString();
}
