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

    /// <summary>The item in brackets is taken off first, then what stands behind the arrow happens: »-x« off, »x« added, »x&gt;n« moved to n.</summary>
    [Theory]
    [InlineData("a b [c] Eventuelt", "", "a b [c] Eventuelt")]
    [InlineData("a b [c] Eventuelt", "-a", "b [c] Eventuelt")]
    [InlineData("a b [c] Eventuelt", "-a -b", "[c] Eventuelt")]
    [InlineData("a b [c] Eventuelt", "Eventuelt>1", "[c] Eventuelt a b")]
    [InlineData("a b [c] Eventuelt", "x", "a b [c] x Eventuelt")]
    [InlineData("a [b] c Eventuelt", "c>1", "c [b] a Eventuelt")]
    [InlineData("a [b] c", "", "a [b] c")]
    [InlineData("a b [c]", "-a", "b [c]")]
    [InlineData("a Eventuelt [c]", "", "a [c] Eventuelt")]
    [InlineData("a [b] Eventuelt Evt.", "", "a [b] Eventuelt Evt.")]
    [InlineData("a b [c] Evt. Eventuelt", "-a", "b [c] Evt. Eventuelt")]
    [InlineData("a b [Eventuelt]", "", "a b [Eventuelt]")]
    [InlineData("a b [Eventuelt]", "x", "a b x [Eventuelt]")]
    [InlineData("a b [Eventuelt]", "-a -b", "[Eventuelt]")]
    [InlineData("a [Eventuelt] TAK", "", "a [Eventuelt] TAK")]
    [InlineData("a [Eventuelt] TAK", "x", "a x [Eventuelt] TAK")]
    [InlineData("a [Evt.] Eventuelt", "", "a [Evt.] Eventuelt")]
    [InlineData("a Eventuelt [TAK]", "", "a Eventuelt [TAK]")]
    [InlineData("a Eventuelt [TAK]", "x -a", "x Eventuelt [TAK]")]
    [InlineData("a b [ORDET] Eventuelt", "x", "a b x [ORDET] Eventuelt")]
    [InlineData("a b [ORDET] Eventuelt", "-a", "b [ORDET] Eventuelt")]
    [InlineData("a b [ORDET] Eventuelt", "-a -b", "[ORDET] Eventuelt")]
    [InlineData("a Eventuelt [NYT]", "", "a [NYT] Eventuelt")]
    public void PlaceForReturned_IsWhereItStood_AndNeverBehindEventuelt(string agenda, string meanwhile, string after)
    {
        StandingItem[] standing =
        [
            new("ORDET", AgendaItemKind.Information, StandsLast: true),
            new("Eventuelt", AgendaItemKind.Discussion, StandsLast: true),
            new("TAK", AgendaItemKind.Information, StandsLast: true),
        ];
        var items = agenda.Split(' ').Select((title, index) => Named(title.Trim('[', ']'), index + 1)).ToList();
        var returned = items[Array.FindIndex(agenda.Split(' '), title => title[0] == '[')];
        returned.Remove(Now);
        items.Remove(returned);
        AgendaOrder.CloseGaps(items);
        foreach (var change in meanwhile.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Change(items, change);

        returned.Restore(AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForReturned(items, returned, standing)));

        Assert.Equal(after, string.Join(' ', items.Append(returned).OrderBy(item => item.Number)
            .Select(item => item == returned ? $"[{item.Content.Title}]" : item.Content.Title)));
    }

    [Theory]
    [InlineData("c")]
    [InlineData("Evt.")]
    public void PlaceForReturned_OfWhatHasNoPlaceOnRecord_IsWhereANewOneGoes(string title)
    {
        var items = "a b Eventuelt".Split(' ').Select((one, index) => Named(one, index + 1)).ToList();
        var returned = AgendaItem.Propose(Meeting, new AgendaItemContent { Title = title }, PersonId.New(), Now);
        returned.Remove(Now);

        returned.Restore(AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForReturned(items, returned, [])));

        Assert.Equal($"1a 2b 3{title} 4Eventuelt", Show(items.Append(returned)));
    }

    private static void Change(List<AgendaItem> items, string change)
    {
        if (change[0] == '-')
        {
            items.RemoveAll(item => item.Content.Title == change[1..]);
            AgendaOrder.CloseGaps(items);
        }
        else if (change.Split('>') is [var moved, var to])
        {
            var item = items.Single(one => one.Content.Title == moved);
            AgendaOrder.Move(items, item, int.Parse(to, System.Globalization.CultureInfo.InvariantCulture) - item.Number);
        }
        else
        {
            items.Add(Named(change, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items))));
        }
    }

    /// <summary>An item; one whose whole title is in capitals closes the agenda.</summary>
    private static AgendaItem Named(string title, int number) =>
        AgendaItem.Add(Meeting, number, new AgendaItemContent { Title = title, StandsLast = title.All(char.IsUpper) }, Now);

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
