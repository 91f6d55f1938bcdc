using Klynge.Application.Ports;
using Klynge.Domain.Attendance;
using Klynge.Microsoft365.Simulated.Meetings;
using Klynge.Microsoft365.Tests.Support;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Attendance;

public sealed class GraphAttendanceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = BoardMeeting.Start.ToDateTimeOffset();

    private GraphFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => BoardMeeting.Add((_fixture = await GraphFixture.StartAsync()).StandIn);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Read_BeforeTheReportIsMade_SaysThatItIsNotReady() =>
        Assert.IsType<ReportNotReady>((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Error);

    [Fact]
    public async Task Read_OfAMeetingThatGraphDoesNotKnow_SaysThatItIsNotReady() =>
        Assert.IsType<ReportNotReady>((await _fixture.Attendance.ReadAsync(BoardMeeting.Key with { JoinUrl = "https://teams.microsoft.com/l/other" }, Ct)).Error);

    [Fact]
    public async Task Read_WithoutThePolicy_SaysWhichPermissionIsMissing()
    {
        _fixture.StandIn.OnlineMeetings.Deny(BoardMeeting.Signe.Id);

        var denied = Assert.IsType<CalendarAccessDenied>((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Error);

        Assert.Equal("OnlineMeetingArtifact.Read.All", denied.Permission);
    }

    [Fact]
    public async Task Read_GivesEveryReportOfAMeetingThatWasRestarted()
    {
        AddReport(0, Person(0, 30));
        AddReport(40, Person(40, 70));

        var reports = (await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Value;

        Assert.Equal([BoardMeeting.Start, BoardMeeting.Start + Duration.FromMinutes(40)], reports.Select(report => report.Start));
        Assert.Equal([Duration.FromMinutes(30), Duration.FromMinutes(30)], reports.Select(report => Assert.Single(Assert.Single(report.Records).Intervals).Duration));
    }

    [Fact]
    public async Task Read_TellsAccountsPhonesAndGuestsApart()
    {
        AddReport(
            0,
            Person(0, 60),
            new SimulatedRecord(BoardMeeting.Omar.Id.ToUpperInvariant(), "Omar Berg", "omar@board.example", [Stay(0, 60)], "#microsoft.graph.communicationsUserIdentity"),
            new SimulatedRecord(null, "+45 33 ** ** **", null, [Stay(0, 60)]),
            new SimulatedRecord(null, "Lise Damgaard", "", [Stay(0, 60)]),
            new SimulatedRecord("8:teamsvisitor:0001", "Bo (gæst)", null, [Stay(0, 60)]),
            new SimulatedRecord(Guid.NewGuid().ToString(), "Eva", null, [Stay(0, 60)], "#microsoft.graph.azureCommunicationServicesUserIdentity"));

        var records = Assert.Single((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Value).Records;

        Assert.Equal(
            [
                (AttendanceKind.Account, BoardMeeting.Lise.Id), (AttendanceKind.Account, BoardMeeting.Omar.Id), (AttendanceKind.Phone, null),
                (AttendanceKind.Anonymous, null), (AttendanceKind.Anonymous, null), (AttendanceKind.Anonymous, null),
            ],
            records.Select(record => (record.Kind, record.ObjectId)));
    }

    [Fact]
    public async Task Read_OfSomebodyWhoOnlyWaitedInTheLobby_HasNoIntervals()
    {
        AddReport(0, new SimulatedRecord(BoardMeeting.Lise.Id, "Lise Damgaard", null, [Stay(5, 5)]), new SimulatedRecord(BoardMeeting.Omar.Id, "Omar Berg", null, []));

        Assert.All(Assert.Single((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Value).Records, record => Assert.Empty(record.Intervals));
    }

    [Fact]
    public async Task Read_OfSomebodyWhoWasThereAtTheEnd_CountsToTheEnd()
    {
        AddReport(0, new SimulatedRecord(BoardMeeting.Lise.Id, "Lise Damgaard", null, [(Start.AddMinutes(20), null)]));

        var interval = Assert.Single(Assert.Single(Assert.Single((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Value).Records).Intervals);

        Assert.Equal(Duration.FromMinutes(40), interval.Duration);
    }

    [Fact]
    public async Task Read_OfMoreRecordsThanAPageHolds_GivesThemAll()
    {
        _fixture.StandIn.OnlineMeetings.RecordsPerPage = 2;
        AddReport(0, [.. Enumerable.Range(0, 5).Select(_ => new SimulatedRecord(Guid.NewGuid().ToString(), "En", null, [Stay(0, 60)]))]);

        Assert.Equal(5, Assert.Single((await _fixture.Attendance.ReadAsync(BoardMeeting.Key, Ct)).Value).Records.Count);
    }

    private void AddReport(int startsAfter, params SimulatedRecord[] records) => _fixture.StandIn.OnlineMeetings.AddReport(BoardMeeting.JoinUrl, new SimulatedReport
    {
        Start = Start.AddMinutes(startsAfter),
        End = Start.AddMinutes(startsAfter + 60),
        Records = records,
    });

    private static SimulatedRecord Person(int from, int until) => new(BoardMeeting.Lise.Id, "Lise Damgaard", "lise@board.example", [Stay(from, until)]);

    private static (DateTimeOffset Join, DateTimeOffset? Leave) Stay(int from, int until) => (Start.AddMinutes(from), Start.AddMinutes(until));
}
