using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>
/// Rounds of a calendar view's delta query. The first round gives what stands in the window, each later one what has changed since, with
/// <c>@removed</c> also for what changed outside of it. The tokens are opaque and carry all that the next call needs.
/// </summary>
internal sealed class DeltaQuery(CalendarStore store)
{
    private int _generation;

    public void Forget() => Interlocked.Increment(ref _generation);

    public IResult Answer(FakeCall call, FakePerson owner, int size, string zone)
    {
        var token = call.Query("$skiptoken") ?? call.Query("$deltatoken");
        if (token is not null && call.Request.Query.Count != 1)
            return call.Unexpected("a delta link that was changed");

        if (token is null)
        {
            return CalendarArea.TryTime(call.Query("startDateTime"), out var start) && CalendarArea.TryTime(call.Query("endDateTime"), out var end)
                ? Page(call, owner, size, zone, new Round(_generation, start, end, -1, store.Of(owner.Id).Position, 0))
                : call.Unexpected("a delta query without a window");
        }

        if (Decode(token) is not { } round)
            return GraphAnswer.Error(StatusCodes.Status400BadRequest, "SyncStateInvalid");

        if (round.Generation != _generation)
            return GraphAnswer.Error(StatusCodes.Status410Gone, "SyncStateNotFound");

        var isNew = call.Query("$deltatoken") is not null;
        return Page(call, owner, size, zone, isNew ? round with { From = round.Until, Until = store.Of(owner.Id).Position, Done = 0 } : round);
    }

    private IResult Page(FakeCall call, FakePerson owner, int size, string zone, Round round)
    {
        var mailbox = store.Of(owner.Id);
        var ids = round.From < 0
            ? [.. mailbox.Between(round.Start, round.End).Select(item => item.Id)]
            : mailbox.ChangedBetween(round.From, round.Until);
        var page = ids.Skip(round.Done).Take(size).Select(id => Describe(mailbox.Find(id), id, owner, zone, round)).ToList();
        var path = $"{call.Origin}/v1.0/users/{owner.Id}/calendarView/delta";
        return round.Done + size < ids.Count
            ? GraphAnswer.Page(page, nextLink: $"{path}?$skiptoken={Encode(round with { Done = round.Done + size })}")
            : GraphAnswer.Page(page, deltaLink: $"{path}?$deltatoken={Encode(round)}");
    }

    private static JsonNode Describe(SimulatedEvent? item, string id, FakePerson owner, string zone, Round round)
    {
        if (item?.Overlaps(round.Start, round.End) != true)
            return new JsonObject { ["@removed"] = new JsonObject { ["reason"] = "deleted" }, ["id"] = id };

        return item.Type == "occurrence" ? EventJson.WriteOccurrence(item, zone) : EventJson.Write(item, owner, zone, select: null);
    }

    private static string Encode(Round round) => Uri.EscapeDataString(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(round)));

    private static Round? Decode(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
            return null;

        try
        {
            return JsonSerializer.Deserialize<Round>(Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (JsonException)
        {
            return null; // A token of somebody's own making.
        }
    }

    /// <param name="Generation">Which tokens are still known.</param>
    /// <param name="Start">The window.</param>
    /// <param name="End">The window.</param>
    /// <param name="From">The position of the round before; negative in the first.</param>
    /// <param name="Until">The position that this round brings the caller to.</param>
    /// <param name="Done">How many items earlier pages had.</param>
    private sealed record Round(int Generation, DateTimeOffset Start, DateTimeOffset End, int From, int Until, int Done);
}
