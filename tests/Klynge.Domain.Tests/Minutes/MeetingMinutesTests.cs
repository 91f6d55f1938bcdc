using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Domain.Tests.Minutes;

/// <summary>What was approved stays as it is, and nothing is approved that nobody has read.</summary>
public sealed class MeetingMinutesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 2, 3, 15, 0);

    [Fact]
    public void Approve_NeedsADocumentOfTheTextAsItStands_Once()
    {
        var minutes = new MeetingMinutes { MeetingId = MeetingId.New() };

        Assert.IsType<MinutesNotWritten>(minutes.Approve("a", Now).Error);
        Assert.True(minutes.Store(File("a"), Now).IsSuccess);
        Assert.IsType<MinutesOutOfDate>(minutes.Approve("b", Now).Error);
        Assert.True(minutes.Approve("a", Now).IsSuccess);
        Assert.IsType<MinutesAlreadyApproved>(minutes.Approve("a", Now).Error);
        Assert.Equal((MinutesStatus.Approved, Now), (minutes.Status, minutes.ApprovedAt));
    }

    [Fact]
    public void Store_OfAnotherTextThanWasApproved_IsRefused_AndOfTheSameIsNot()
    {
        var minutes = Approved();

        Assert.IsType<MinutesAlreadyApproved>(minutes.Store(File("b"), Now).Error);
        Assert.True(minutes.Store(File("a") with { Version = "2" }, Now).IsSuccess);
        Assert.Equal(("a", "2"), (minutes.TextHash, minutes.DocumentVersion));
    }

    [Fact]
    public void Import_NeverReplacesMinutesThatWereApprovedHere()
    {
        var minutes = Approved();

        Assert.IsType<MinutesAlreadyApproved>(minutes.Import("{}", isHeld: true, needsReview: false, Now).Error);
        Assert.Null(minutes.ImportedDocument);
    }

    [Theory]
    [InlineData(true, false, MinutesStatus.Approved)]
    [InlineData(false, false, MinutesStatus.Draft)]
    [InlineData(true, true, MinutesStatus.NeedsReview)]
    [InlineData(false, true, MinutesStatus.NeedsReview)]
    public void Import_IsFinalWhereTheMeetingWasHeldAndTheReaderHadNoDoubt(bool isHeld, bool needsReview, MinutesStatus expected)
    {
        var minutes = new MeetingMinutes { MeetingId = MeetingId.New() };

        Assert.True(minutes.Import("{}", isHeld, needsReview, Now).IsSuccess);

        Assert.Equal((expected, false), (minutes.Status, minutes.IsFinal));
        Assert.Equal(expected == MinutesStatus.Approved, minutes.ApprovedAt is not null);
    }

    [Fact]
    public void Minutes_ThatWereReadWithDoubts_AreNotApprovedBeforeSomebodyHasLooked()
    {
        var minutes = new MeetingMinutes { MeetingId = MeetingId.New() };
        minutes.Import("{}", isHeld: true, needsReview: true, Now);
        minutes.Store(File("a"), Now);

        Assert.IsType<MinutesNeedReview>(minutes.Approve("a", Now).Error);
    }

    private static MeetingMinutes Approved()
    {
        var minutes = new MeetingMinutes { MeetingId = MeetingId.New() };
        Assert.True(minutes.Store(File("a"), Now).IsSuccess);
        Assert.True(minutes.Approve("a", Now).IsSuccess);
        return minutes;
    }

    private static MinutesFile File(string text) => new("chefforum/2026/Referat.docx", "00", "1", null, text);
}
