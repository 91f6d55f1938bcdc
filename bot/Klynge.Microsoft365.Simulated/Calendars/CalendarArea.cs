using System.Collections.Concurrent;
using System.Globalization;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>Events, calendar views and their delta queries.</summary>
public sealed class CalendarArea : IFakeArea
{
    private const string Immutable = "IdType=\"ImmutableId\"";
    private const int DefaultPage = 10;

    private readonly FakePeople _people;
    private readonly DeltaQuery _delta;
    private readonly ConcurrentDictionary<string, byte> _denied = new(StringComparer.OrdinalIgnoreCase);

    internal CalendarArea(FakePeople people, TimeProvider time)
    {
        _people = people;
        Store = new CalendarStore(time);
        _delta = new DeltaQuery(Store);
    }

    public CalendarStore Store { get; }

    /// <summary>The time zone that events are written in whatever the request prefers, as older mailboxes do; null to do as asked.</summary>
    public string? StubbornZone { get; set; }

    /// <summary>The application access policy does not cover this mailbox.</summary>
    public void Deny(string mailbox) => _denied[mailbox] = 0;

    public void Allow(string mailbox) => _denied.TryRemove(mailbox, out _);

    /// <summary>Every delta token handed out so far is answered with 410.</summary>
    public void ForgetDeltaTokens() => _delta.Forget();

    public void Map(FakeRoutes routes)
    {
        routes.On("GET", "/v1.0/users/{user}/events/{id}", call => In(call, ReadEvent))
            .Query("$select").RequirePrefer(Immutable).Prefer("outlook.timezone=*");
        routes.On("GET", "/v1.0/users/{user}/calendarView", call => In(call, ReadView))
            .RequireQuery("startDateTime", "endDateTime").Query("$select", "$top", "$skip").RequirePrefer(Immutable).Prefer("outlook.timezone=*");
        foreach (var name in new[] { "delta", "delta()" })
        {
            routes.On("GET", $"/v1.0/users/{{user}}/calendarView/{name}", call => In(call, ReadDelta))
                .Query("startDateTime", "endDateTime", "$deltatoken", "$skiptoken")
                .RequirePrefer(Immutable).Prefer("outlook.timezone=*", "odata.maxpagesize=*");
        }
    }

    private IResult In(FakeCall call, Func<FakeCall, FakePerson, IResult> answer) => _people.Find(call.Route("user")) switch
    {
        null => GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorInvalidUser"),
        { } person when _denied.ContainsKey(person.Id) => GraphAnswer.Error(StatusCodes.Status403Forbidden, "ErrorAccessDenied"),
        { } person => answer(call, person),
    };

    private IResult ReadEvent(FakeCall call, FakePerson owner) => Store.Find(owner.Id, call.Route("id")) is { } item
        ? GraphAnswer.Json(EventJson.Write(item, owner, ZoneOf(call), call.Query("$select")))
        : GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorItemNotFound");

    private IResult ReadView(FakeCall call, FakePerson owner)
    {
        if (!TryTime(call.Query("startDateTime"), out var from) || !TryTime(call.Query("endDateTime"), out var until))
            return call.Unexpected("a calendar view between no two instants");

        var top = int.Parse(call.Query("$top") ?? "10", CultureInfo.InvariantCulture);
        var skip = int.Parse(call.Query("$skip") ?? "0", CultureInfo.InvariantCulture);
        var found = Store.Between(owner.Id, from, until);
        var page = found.Skip(skip).Take(top).Select(item => EventJson.Write(item, owner, ZoneOf(call), call.Query("$select")));
        return GraphAnswer.Page(page, skip + top < found.Count ? Link(call, ("$top", $"{top}"), ("$skip", $"{skip + top}")) : null);
    }

    private IResult ReadDelta(FakeCall call, FakePerson owner)
    {
        var size = (call.Header("Prefer") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(value => value.StartsWith("odata.maxpagesize=", StringComparison.Ordinal)) is { } asked
            ? int.Parse(asked.Split('=')[1], CultureInfo.InvariantCulture)
            : DefaultPage;
        return _delta.Answer(call, owner, size, ZoneOf(call));
    }

    private string ZoneOf(FakeCall call) =>
        StubbornZone
        ?? (call.Header("Prefer") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(value => value.StartsWith("outlook.timezone=", StringComparison.Ordinal))?.Split('=')[1].Trim('"')
        ?? "UTC";

    internal static bool TryTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private static string Link(FakeCall call, params (string Name, string Value)[] changes)
    {
        var query = call.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
            query[name] = value;

        return $"{call.Origin}{call.Http.Request.Path.ToUriComponent()}?"
            + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }
}
