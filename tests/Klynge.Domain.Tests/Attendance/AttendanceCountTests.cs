using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using NodaTime;
using Interval = NodaTime.Interval;

namespace Klynge.Domain.Tests.Attendance;

public sealed class AttendanceCountTests
{
    private const string Id = "3f2b0000-0000-4000-8000-000000000001";
    private static readonly Instant Two = Instant.FromUtc(2026, 2, 3, 13, 0);
    private static readonly Interval Meeting = new(At(-15), At(135));

    [Fact]
    public void TwoDevicesOfOnePerson_CountOnce()
    {
        var counted = Count(Report("a", Account("Mads", (0, 60)), Account("Mads", (30, 90))));

        Assert.Equal(90, Assert.Single(counted).Minutes);
    }

    [Fact]
    public void AMeetingThatWasRestarted_IsAddedUp()
    {
        var counted = Count(
            Report("a", Account("Mads", (0, 20))) with { End = At(20) },
            Report("b", Account("Mads", (25, 60))) with { Start = At(25) });

        Assert.Equal(55, Assert.Single(counted).Minutes);
    }

    [Fact]
    public void TheSameReportTwice_CountsOnce()
    {
        var report = Report("a", Account("Mads", (0, 20)));

        Assert.Equal(20, Assert.Single(Count(report, report)).Minutes);
    }

    [Fact]
    public void TheReportOfAnotherOccurrence_DoesNotCount()
    {
        var other = Report("b", Account("Mads", (0, 60))) with { Start = Two + Duration.FromDays(7), End = Two + Duration.FromDays(7.1) };

        Assert.Empty(Count(other));
    }

    [Fact]
    public void WhoTriedTheSoundBeforeTheMeeting_WasNotInIt() =>
        Assert.Equal(0, Assert.Single(Count(Report("a", Account("Mads", (-90, -60))) with { Start = At(-90) })).Minutes);

    [Fact]
    public void WhoCameNoFurtherThanTheLobby_HasNoMinutes() =>
        Assert.Equal(0, Assert.Single(Count(Report("a", Account("Mads")))).Minutes);

    [Fact]
    public void AnAccountAndItsEmail_AreOnePerson()
    {
        var withoutId = new AttendanceRecord(null, "MADS@x.example ", "Mads", AttendanceKind.Account, [Between(40, 50)]);

        var person = Assert.Single(Count(Report("a", Account("Mads", (0, 10)), withoutId)));

        Assert.Equal(("mads@x.example", Id, 20), (person.Address, person.ObjectId, person.Minutes));
    }

    [Fact]
    public void APhone_IsNobodyWhoIsSignedIn()
    {
        var phone = new AttendanceRecord(null, null, "+45 20 ** ** 12", AttendanceKind.Phone, [Between(0, 30)]);
        var named = new AttendanceRecord(null, null, "Mads", AttendanceKind.Anonymous, [Between(0, 30)]);

        var counted = Count(Report("a", Account("Mads", (0, 10)), phone, named));

        Assert.Equal([10, 30, 30], counted.Select(one => one.Minutes).Order());
        Assert.Equal(3, counted.Select(one => one.Address).Distinct().Count());
    }

    private static readonly Arbitrary<(int From, int Length)[]> Intervals = (
        from start in Gen.Choose(-60, 200)
        from length in Gen.Choose(0, 80)
        select (start, length)).ArrayOf().ToArbitrary();

    [Fact]
    public void AnyIntervals_OverAnyDevicesAndReports_CountEachMinuteOnce() => Prop.ForAll(Intervals, intervals =>
    {
        var reports = intervals.Select((one, index) => Report(
            $"r{index % 3}-{index}", Account("Mads", (one.From, one.From + one.Length))) with
        { Start = At(-60), End = At(300) });
        var minutes = intervals.SelectMany(one => Enumerable.Range(one.From, one.Length)).Where(minute => minute is >= -15 and < 135);

        Assert.Equal(minutes.Distinct().Count(), AttendanceCount.Of(reports, Meeting).Sum(one => one.Minutes));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false, 10, AttendanceProposal.Came)]
    [InlineData(false, 9, AttendanceProposal.TooShort)]
    [InlineData(false, 0, AttendanceProposal.LobbyOnly)]
    [InlineData(false, null, AttendanceProposal.StayedAway)]
    [InlineData(true, 10, AttendanceProposal.CameDespiteApology)]
    [InlineData(true, 9, AttendanceProposal.Absent)]
    [InlineData(true, null, AttendanceProposal.Absent)]
    public void Proposal_FollowsTheApologyAndTheMinutes(bool apology, int? minutes, AttendanceProposal expected) =>
        Assert.Equal(expected, AttendanceRules.Propose(apology, minutes, needed: 10));

    /// <summary>An apology and a trace of the person say more than that a room was there.</summary>
    [Theory]
    [InlineData(false, null, AttendanceProposal.MaybeInRoom)]
    [InlineData(true, null, AttendanceProposal.Absent)]
    [InlineData(false, 4, AttendanceProposal.TooShort)]
    [InlineData(false, 90, AttendanceProposal.Came)]
    public void Proposal_OfOneWhoSaidYesToAMeetingWithARoom(bool apology, int? minutes, AttendanceProposal expected) =>
        Assert.Equal(expected, AttendanceRules.Propose(apology, minutes, needed: 10, mayBeInRoom: true));

    [Theory]
    [InlineData(10, 120, 10)]
    [InlineData(10, 12, 6)]
    [InlineData(10, 0, 1)]
    [InlineData(90, 120, 60)]
    public void MinutesNeeded_AreNeverMoreThanHalfOfTheMeeting(int forum, int length, int needed) =>
        Assert.Equal(needed, AttendanceRules.MinutesNeeded(forum, new Interval(Two, At(length))));

    [Theory]
    [InlineData(0, 120, -15, 135)]
    [InlineData(-60, 150, -15, 165)]
    [InlineData(5, 40, -15, 135)]
    [InlineData(null, 140, -15, 155)]
    [InlineData(120, 123, -15, 138)]
    [InlineData(-3000, -2940, -3015, -2925)]
    [InlineData(null, -2880, -3015, -2865)]
    public void Window_IsThePlannedTime_UnlessTheMeetingWasHeldAtAnother(int? started, int ended, int from, int to)
    {
        var meeting = Domain.Meetings.Meeting.Schedule(
            ForumId.New(), new(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)), null, At(-5000)).Value;
        if (started is { } minute)
            meeting.Begin(At(minute));

        meeting.Finish(At(ended));

        Assert.Equal(new Interval(At(from), At(to)), AttendanceRules.Window(meeting, []));
        if (ended < 0)
            Assert.Equal(Meeting, AttendanceRules.Window(meeting, [Report("a", Account("Mads", (0, 60)))]));
    }

    private static IReadOnlyList<CountedPresence> Count(params AttendanceReport[] reports) => AttendanceCount.Of(reports, Meeting);

    private static AttendanceReport Report(string id, params AttendanceRecord[] records) => new(id, Two, At(120), records);

    private static AttendanceRecord Account(string name, params (int From, int To)[] intervals) =>
        new(Id, "mads@x.example", name, AttendanceKind.Account, [.. intervals.Select(one => Between(one.From, one.To))]);

    private static Interval Between(int from, int to) => new(At(from), At(to));

    private static Instant At(int minute) => Two + Duration.FromMinutes(minute);
}
