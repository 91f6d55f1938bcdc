using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

public sealed class AgendaTimesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private static readonly Meeting Meeting =
        Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Now).Value;

    [Fact]
    public void Starts_FollowFromTheLengthsBefore() =>
        Assert.Equal([At(14, 0), At(14, 5), At(14, 25)], Starts(Item(5), Item(20), Item(null)));

    [Fact]
    public void Starts_BehindAnItemWithoutALength_GoOnAtTheEarliestUntilASlotSaysTheTime() =>
        Assert.Equal(
            [(At(14, 0), false), (At(14, 0), true), (At(14, 5), true), (At(15, 0), false), (At(15, 10), false)],
            AgendaTimes.Of(Time(), [Item(null), Item(5), Item(10), Item(10, At(15, 0)), Item(5)]).Starts.Select(start => (start.At, start.IsEarliest)));

    [Theory]
    [InlineData(new[] { 60, 60 }, 0, false)]
    [InlineData(new[] { 60, 61 }, 1, false)]
    [InlineData(new[] { 0, 100, 35 }, 15, true)]
    [InlineData(new[] { 480, 480 }, 840, false)]
    [InlineData(new int[0], 0, false)]
    public void Overrun_IsWhatTheItemsTakeBeyondTheEndOfTheMeeting(int[] minutes, int over, bool isAtLeast)
    {
        var times = AgendaTimes.Of(Time(new LocalTime(16, 0)), [.. minutes.Select(length => Item(length == 0 ? null : length))]);

        Assert.Equal(over == 0 ? null : new AgendaOverrun(over, isAtLeast), times.Overrun);
        Assert.Null(AgendaTimes.Of(Time(), [Item(480), Item(480)]).Overrun);
    }

    [Fact]
    public void Overrun_CountsTheSlotThatEndsLast() =>
        Assert.Equal(
            new AgendaOverrun(10, IsAtLeast: false),
            AgendaTimes.Of(Time(new LocalTime(16, 0)), [Item(5, At(15, 0), At(16, 10)), Item(5, At(15, 0), At(15, 30))]).Overrun);

    [Fact]
    public void Starts_BehindASlotWithAnEnd_FollowTheSlot() =>
        Assert.Equal([At(14, 0), At(14, 45)], Starts(Item(5, At(14, 0), At(14, 45)), Item(5)));

    [Fact]
    public void Starts_AfterMidnight_AreUnknown() =>
        Assert.Equal([At(14, 0), At(22, 0), null], Starts(Item(480), Item(120), Item(5)));

    [Fact]
    public void Starts_OfNoItems_AreNone() => Assert.Empty(Starts());

    private static IReadOnlyList<LocalTime?> Starts(params AgendaItem[] items) => [.. AgendaTimes.Of(Time(), items).Starts.Select(start => start.At)];

    private static MeetingTime Time(LocalTime? end = null) => new(new LocalDate(2026, 2, 3), new LocalTime(14, 0), end);

    private static LocalTime? At(int hour, int minute) => new LocalTime(hour, minute);

    private static AgendaItem Item(int? minutes, LocalTime? start = null, LocalTime? end = null)
    {
        var item = AgendaItem.Add(Meeting, 1, new AgendaItemContent { Title = "Punkt", Minutes = minutes }, Now);
        (item.SlotStart, item.SlotEnd) = (start, end);
        return item;
    }
}
