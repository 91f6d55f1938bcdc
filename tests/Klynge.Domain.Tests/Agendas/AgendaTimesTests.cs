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
    public void Starts_BehindAnItemOfUnknownLength_AreUnknownUntilASlotSaysTheTime() =>
        Assert.Equal([At(14, 0), null, At(15, 0), At(15, 10)], Starts(Item(null), Item(5), Item(10, At(15, 0)), Item(5)));

    [Fact]
    public void Starts_BehindASlotWithAnEnd_FollowTheSlot() =>
        Assert.Equal([At(14, 0), At(14, 45)], Starts(Item(5, At(14, 0), At(14, 45)), Item(5)));

    [Fact]
    public void Starts_AfterMidnight_AreUnknown() =>
        Assert.Equal([At(14, 0), At(22, 0), null], Starts(Item(480), Item(120), Item(5)));

    [Fact]
    public void Starts_OfNoItems_AreNone() => Assert.Empty(Starts());

    private static IReadOnlyList<LocalTime?> Starts(params AgendaItem[] items) => AgendaTimes.Starts(new LocalTime(14, 0), items);

    private static LocalTime? At(int hour, int minute) => new LocalTime(hour, minute);

    private static AgendaItem Item(int? minutes, LocalTime? start = null, LocalTime? end = null)
    {
        var item = AgendaItem.Add(Meeting, 1, new AgendaItemContent { Title = "Punkt", Minutes = minutes }, Now);
        (item.SlotStart, item.SlotEnd) = (start, end);
        return item;
    }
}
