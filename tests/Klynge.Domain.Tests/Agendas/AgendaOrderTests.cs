using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

public sealed class AgendaOrderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private static readonly Meeting Meeting =
        Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Now).Value;

    [Theory]
    [InlineData("", 1)]
    [InlineData("ab", 3)]
    [InlineData("abZ", 3)]
    [InlineData("YZ", 1)]
    [InlineData("aYbZ", 4)]
    public void PlaceForNew_IsBeforeTheItemsThatCloseTheAgenda(string agenda, int place) =>
        Assert.Equal(place, AgendaOrder.PlaceForNew(Items(agenda)));

    [Theory]
    [InlineData("Velkomst|Eventuelt", 2)]
    [InlineData("Velkomst|Budget|evt.", 3)]
    [InlineData("Velkomst|Eventuelt og næste møde", 2)]
    [InlineData("Velkomst|Eventuelt/næste møde|Tak for i dag", 2)]
    [InlineData("Velkomst|EVENTUELT.|Budget", 2)]
    [InlineData("Velkomst|5. Eventuelt", 2)]
    [InlineData("Velkomst|Eventuelt, herunder næste møde", 2)]
    [InlineData("Velkomst|Eventuelt køb af bygning", 3)]
    [InlineData("Eventuelle bemærkninger|Evtaler", 3)]
    [InlineData("Eventuelt", 1)]
    public void PlaceForNew_IsBeforeEventueltWhereverItStandsAndHoweverItIsWritten(string agenda, int place)
    {
        AgendaItem[] items =
        [
            .. agenda.Split('|').Select((title, index) => AgendaItem.Add(Meeting, index + 1, new AgendaItemContent { Title = title }, Now)),
        ];

        Assert.Equal(place, AgendaOrder.PlaceForNew(items));
    }

    [Theory]
    [InlineData(1, 1, "2a 3b 4c")]
    [InlineData(2, 2, "1a 3b 4c")]
    [InlineData(4, 4, "1a 2b 3c")]
    [InlineData(0, 1, "2a 3b 4c")]
    [InlineData(99, 4, "1a 2b 3c")]
    public void MakeRoom_MovesWhatStandsThereAndBehind(int number, int free, string after)
    {
        var items = Items("abc");

        Assert.Equal(free, AgendaOrder.MakeRoom(items, number));
        Assert.Equal(after, Show(items));
    }

    [Theory]
    [InlineData(1, -1, "1b 2a 3c")]
    [InlineData(0, -1, "1a 2b 3c")]
    [InlineData(2, 1, "1a 2b 3c")]
    [InlineData(0, 500, "1b 2c 3a")]
    public void Move_KeepsTheNumbersWithoutGaps(int index, int steps, string after)
    {
        var items = Items("abc");

        AgendaOrder.Move(items, items[index], steps);

        Assert.Equal(after, Show(items));
    }

    [Fact]
    public void CloseGaps_NumbersWhatIsLeftFromOne()
    {
        var items = Items("abc");
        items.RemoveAt(0);

        AgendaOrder.CloseGaps(items);

        Assert.Equal("1b 2c", Show(items));
    }

    /// <summary>A letter is an item; a capital one closes the agenda.</summary>
    private static List<AgendaItem> Items(string agenda) =>
    [
        .. agenda.Select((title, index) => AgendaItem.Add(
            Meeting, index + 1, new AgendaItemContent { Title = $"{title}", StandsLast = char.IsUpper(title) }, Now)),
    ];

    private static string Show(IEnumerable<AgendaItem> items) =>
        string.Join(' ', items.OrderBy(item => item.Number).Select(item => $"{item.Number}{item.Content.Title}"));
}
