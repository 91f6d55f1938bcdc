using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    [Fact]
    public void Reopen_OfATrial_GoesBackToHowFarTheMeetingHadCome()
    {
        var meeting = Planned();
        meeting.SendAgenda(Now);
        meeting.Begin(Now);
        meeting.Finish(Now);

        Assert.True(meeting.Reopen().IsSuccess);

        Assert.Equal((MeetingStatus.AgendaSent, null, null), (meeting.Status, meeting.StartedAt, meeting.EndedAt));
    }

    [Fact]
    public void Reopen_OfACancelledMeeting_IsRefused()
    {
        var meeting = Planned();
        meeting.Cancel(null);

        Assert.IsType<MeetingIsCancelled>(meeting.Reopen().Error);
    }

    [Fact]
    public void Describe_FromAStaleForm_ChangesNothing()
    {
        var meeting = Planned();
        meeting.SendAgenda(Now);

        Assert.IsType<ChangedMeanwhile>(meeting.Describe(PersonId.New(), null, "26/1", null, seenVersion: 1).Error);
        Assert.Null(meeting.ChairId);
    }

    [Fact]
    public void Describe_IsAllowedForAMeetingThatWasHeld()
    {
        var meeting = Planned();
        meeting.Finish(Now);

        Assert.True(meeting.Describe(null, PersonId.New(), null, "77", meeting.Version).IsSuccess);
        Assert.Equal("77", meeting.DocumentNumber);
    }

    [Fact]
    public void Move_ToWhereItIs_IsNoChange_AndToAnotherPlaceAlone_IsOne()
    {
        var meeting = Planned();

        Assert.True(meeting.Move(meeting.Time, "Teams", Now).IsSuccess);
        Assert.Equal(1, meeting.Version);
        Assert.True(meeting.Move(meeting.Time, "Rådhuset", Now).IsSuccess);
        Assert.Equal(("Rådhuset", 2), (meeting.Place, meeting.Version));
    }

    [Fact]
    public void Move_ToATimeThatIsNone_IsRefused_AndTheMeetingStaysWhereItWas()
    {
        var meeting = Planned();
        var before = meeting.Time;

        Assert.IsType<MeetingInThePast>(meeting.Move(before with { Date = new LocalDate(2026, 1, 12) }, null, Now).Error);
        Assert.IsType<MeetingEndsBeforeItStarts>(meeting.Move(before with { End = before.Start }, null, Now).Error);
        Assert.Equal((before, 1), (meeting.Time, meeting.Version));
    }

    [Fact]
    public void Reinstate_GoesBackToHowFarTheMeetingHadCome_UnlessItsTimeHasPassed()
    {
        var planned = Planned();
        planned.Cancel("Sygdom");
        var sent = Planned();
        sent.SendAgenda(Now);
        sent.Cancel("Sygdom");

        Assert.IsType<MeetingInThePast>(planned.Reinstate(Now + Duration.FromDays(30)).Error);
        Assert.Equal((MeetingStatus.Cancelled, "Sygdom"), (planned.Status, planned.CancellationReason));
        Assert.True(planned.Reinstate(Now).IsSuccess);
        Assert.True(sent.Reinstate(Now).IsSuccess);
        Assert.Equal((MeetingStatus.Planned, MeetingStatus.AgendaSent, null), (planned.Status, sent.Status, planned.CancellationReason));
    }

    [Fact]
    public void Describe_OfACancelledMeeting_IsRefused_AndTheSameAgainIsNoChange()
    {
        var meeting = Planned();
        var chair = PersonId.New();
        meeting.Describe(chair, null, "26/1", null, meeting.Version);

        Assert.True(meeting.Describe(chair, null, "26/1", null, seenVersion: 1).IsSuccess);
        Assert.Equal(2, meeting.Version);
        meeting.Cancel(null);
        Assert.IsType<MeetingIsCancelled>(meeting.Describe(null, null, null, null, meeting.Version).Error);
        Assert.Equal(chair, meeting.ChairId);
    }

    /// <summary>The agenda is sent again while the meeting runs: it goes on running.</summary>
    [Fact]
    public void SendAgenda_DuringTheMeeting_LeavesItInProgress()
    {
        var meeting = Planned();
        meeting.Begin(Now);

        Assert.True(meeting.SendAgenda(Now).IsSuccess);
        Assert.Equal(MeetingStatus.InProgress, meeting.Status);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void Resume_IsForTheSameDay(int hours, bool goesOn)
    {
        var meeting = Planned();
        meeting.Begin(Now);
        meeting.Finish(Now);

        Assert.Equal(goesOn, meeting.Resume(Now + Duration.FromHours(hours)).IsSuccess);
        Assert.Equal(goesOn ? MeetingStatus.InProgress : MeetingStatus.Held, meeting.Status);
    }

    private static Meeting Planned() =>
        Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Now).Value;
}
