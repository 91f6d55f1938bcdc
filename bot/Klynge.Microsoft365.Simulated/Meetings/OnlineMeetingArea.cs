using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Meetings;

/// <summary>Online meetings, found by their link, and their attendance reports.</summary>
public sealed class OnlineMeetingArea : IFakeArea
{
    private const string FilterStart = "JoinWebUrl eq '";
    private const string Meeting = "/v1.0/users/{user}/onlineMeetings/{meeting}";

    private readonly FakePeople _people;
    private readonly ConcurrentDictionary<string, SimulatedMeeting> _meetings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SimulatedReport>> _reports = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _denied = new(StringComparer.OrdinalIgnoreCase);

    internal OnlineMeetingArea(FakePeople people) => _people = people;

    /// <summary>How many records one answer holds; the rest are on further pages.</summary>
    public int RecordsPerPage { get; set; } = 100;

    public SimulatedMeeting Add(SimulatedMeeting meeting) => _meetings[meeting.JoinUrl] = meeting;

    public SimulatedMeeting? Find(string joinUrl) => _meetings.GetValueOrDefault(joinUrl);

    /// <summary>A run of the meeting has ended and its report is ready. Until the first one, Graph says that there is none.</summary>
    public void AddReport(string joinUrl, SimulatedReport report) => _reports.GetOrAdd(joinUrl, _ => new()).Enqueue(report);

    /// <summary>No application access policy covers this organizer.</summary>
    public void Deny(string organizerId) => _denied[organizerId] = 0;

    public void Map(FakeRoutes routes)
    {
        routes.On("GET", "/v1.0/users/{user}/onlineMeetings", call => In(call, person => FindByLink(call, person))).RequireQuery("$filter");
        routes.On("GET", $"{Meeting}/attendanceReports", call => OfMeeting(call, List));
        routes.On("GET", $"{Meeting}/attendanceReports/{{report}}", call => OfMeeting(call, reports => Read(call, reports))).RequireQuery("$expand");
        routes.On("GET", $"{Meeting}/attendanceReports/{{report}}/attendanceRecords", call => OfMeeting(call, reports => ReadMore(call, reports)))
            .RequireQuery("$skiptoken");
    }

    private IResult In(FakeCall call, Func<FakePerson, IResult> answer) => _people.Find(call.Route("user")) switch
    {
        null => GraphAnswer.Error(StatusCodes.Status404NotFound, "NotFound"),
        { } person when _denied.ContainsKey(person.Id) => GraphAnswer.Error(StatusCodes.Status403Forbidden, "Forbidden", "No application access policy found for this app."),
        { } person => answer(person),
    };

    private IResult FindByLink(FakeCall call, FakePerson organizer)
    {
        var filter = call.Query("$filter")!;
        if (!filter.StartsWith(FilterStart, StringComparison.Ordinal) || !filter.EndsWith('\''))
            return call.Unexpected("another filter than the one on JoinWebUrl");

        var link = filter[FilterStart.Length..^1].Replace("''", "'", StringComparison.Ordinal);
        return Find(link) is { } meeting && meeting.OrganizerId == organizer.Id ? GraphAnswer.Page([Describe(meeting, organizer)]) : GraphAnswer.Page([]);
    }

    private IResult OfMeeting(FakeCall call, Func<IReadOnlyCollection<SimulatedReport>, IResult> answer) => In(call, organizer =>
    {
        var meeting = _meetings.Values.FirstOrDefault(one => one.Id == call.Route("meeting") && one.OrganizerId == organizer.Id);
        return meeting is not null && _reports.TryGetValue(meeting.JoinUrl, out var reports)
            ? answer(reports)
            : GraphAnswer.Error(StatusCodes.Status404NotFound, "NotFound");
    });

    /// <summary>The list has every report, and of none the records.</summary>
    private static IResult List(IReadOnlyCollection<SimulatedReport> reports) => GraphAnswer.Page(reports.Select(report => ReportJson.Write(report)));

    private IResult Read(FakeCall call, IReadOnlyCollection<SimulatedReport> reports)
    {
        if (call.Query("$expand") != "attendanceRecords")
            return call.Unexpected("another expansion than the records");

        if (reports.FirstOrDefault(one => one.Id == call.Route("report")) is not { } report)
            return GraphAnswer.Error(StatusCodes.Status404NotFound, "NotFound");

        var body = ReportJson.Write(report);
        body["attendanceRecords"] = ReportJson.Records(report, 0, RecordsPerPage);
        if (report.Records.Count > RecordsPerPage)
            body["attendanceRecords@odata.nextLink"] = Next(call, "/attendanceRecords", RecordsPerPage);

        return GraphAnswer.Json(body);
    }

    private IResult ReadMore(FakeCall call, IReadOnlyCollection<SimulatedReport> reports)
    {
        var done = int.Parse(call.Query("$skiptoken")!, CultureInfo.InvariantCulture);
        var report = reports.First(one => one.Id == call.Route("report"));
        var next = done + RecordsPerPage < report.Records.Count ? Next(call, string.Empty, done + RecordsPerPage) : null;
        return GraphAnswer.Page(ReportJson.Records(report, done, RecordsPerPage).Select(record => record!.DeepClone()), next);
    }

    private static string Next(FakeCall call, string below, int done) =>
        $"{call.Origin}{call.Http.Request.Path.ToUriComponent()}{below}?$skiptoken={done}";

    private JsonObject Describe(SimulatedMeeting meeting, FakePerson organizer) => new()
    {
        ["id"] = meeting.Id,
        ["subject"] = meeting.Subject,
        ["joinWebUrl"] = meeting.JoinUrl,
        ["joinMeetingIdSettings"] = meeting.JoinMeetingId is { } number
            ? new JsonObject { ["isPasscodeRequired"] = true, ["joinMeetingId"] = number, ["passcode"] = "kode" }
            : null,
        ["chatInfo"] = new JsonObject { ["threadId"] = meeting.ThreadId, ["messageId"] = "0" },
        ["participants"] = new JsonObject
        {
            ["organizer"] = Participant(organizer, "organizer"),
            ["attendees"] = new JsonArray([.. meeting.AttendeeIds.Select(_people.Find).OfType<FakePerson>().Select(person => Participant(person, "attendee"))]),
        },
    };

    private static JsonObject Participant(FakePerson person, string role) => new()
    {
        ["upn"] = person.Email,
        ["role"] = role,
        ["identity"] = new JsonObject { ["user"] = new JsonObject { ["id"] = person.Id, ["displayName"] = null } },
    };
}
