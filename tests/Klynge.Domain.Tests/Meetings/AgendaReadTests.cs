using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Meetings;

public sealed class AgendaReadTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 8, 0);

    private readonly AgendaRead _read = AgendaRead.First(ForumId.New(), MeetingId.New(), PersonId.New(), Morning);

    [Fact]
    public void FirstReading_MarksNothing()
    {
        Assert.Null(_read.MarksFrom);
        Assert.Null(_read.MarksAt(Morning + Duration.FromMinutes(5)));
    }

    [Fact]
    public void ReadAgainLater_MarksWhatCameSinceTheLastTime()
    {
        var noon = Morning + Duration.FromHours(4);

        Assert.Equal(Morning, _read.MarksAt(noon));
        Assert.True(_read.Open(noon));
        Assert.Equal((noon, (Instant?)Morning), (_read.ReadAt, _read.MarksFrom));
    }

    /// <summary>Whoever reloads the page, or comes back from a document, sees the marks still.</summary>
    [Fact]
    public void ReadOnWithinTheSameReading_KeepsTheMarks()
    {
        var noon = Morning + Duration.FromHours(4);
        _read.Open(noon);

        Assert.True(_read.Open(noon + Duration.FromMinutes(20)));
        Assert.True(_read.Open(noon + Duration.FromMinutes(45)));
        Assert.Equal(Morning, _read.MarksFrom);
    }

    [Fact]
    public void OpenedAnewWithinAMinute_IsNothingToKeep()
    {
        Assert.False(_read.Open(Morning + Duration.FromSeconds(59)));
        Assert.Equal(Morning, _read.ReadAt);
        Assert.True(_read.Open(Morning + Duration.FromMinutes(1)));
    }
}
