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

    private static Meeting Planned() =>
        Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Now).Value;
}
