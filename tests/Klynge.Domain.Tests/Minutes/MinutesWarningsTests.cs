using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Domain.Tests.Minutes;

public sealed class MinutesWarningsTests
{
    private static readonly MinutesDocument Sound = new()
    {
        Forum = "Chefforum",
        Date = new LocalDate(2026, 2, 4),
        Start = new LocalTime(9, 0),
        End = new LocalTime(11, 0),
        Items = [Item(1, "09:00", "09:30", 30), Item(2, "09:30", "10:00")],
    };

    [Fact]
    public void SoundDocument_HasNoWarnings() => Assert.Empty(MinutesWarnings.For(Sound));

    [Fact]
    public void MissingForumDateAndItems_AreEachTold() => Assert.Equal(3, MinutesWarnings.For(new MinutesDocument()).Count);

    [Fact]
    public void SlotThatDisagreesWithItsMinutes_IsTold() =>
        Assert.Equal("Punkt 1 er sat til kl. 09.00–09.20 (20 min.), men varigheden er angivet til 25 min.", OnlyFor(Item(1, "09:00", "09:20", 25)));

    [Fact]
    public void SlotThatOverlapsTheOneBefore_IsTold() =>
        Assert.Equal("Punkt 2 begynder kl. 09.20, før punkt 1 er slut.", OnlyFor(Item(1, "09:00", "09:30"), Item(2, "09:20", "09:40")));

    [Fact]
    public void SlotOutsideTheMeeting_IsTold() =>
        Assert.Equal("Punkt 1 ligger uden for mødets tid (kl. 10.50–11.10).", OnlyFor(Item(1, "10:50", "11:10")));

    /// <summary>Where no end is printed, the item lasts as long as it says.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(30, false)]
    [InlineData(40, true)]
    [InlineData(null, false)]
    [InlineData(5000, false)]
    public void SlotWithoutAnEnd_LastsItsMinutes(int? minutes, bool overlaps)
    {
        var warnings = MinutesWarnings.For(Sound with { Items = [Item(1, "09:00", minutes: minutes), Item(2, "09:30")] });

        Assert.Equal(overlaps ? ["Punkt 2 begynder kl. 09.30, før punkt 1 er slut."] : [], warnings);
    }

    [Fact]
    public void SlotsWithoutNumberOrEnd_AreCalledByTheirTitle()
    {
        Assert.Equal("»Titel« ligger uden for mødets tid (kl. 08.30).", OnlyFor(Item(1, "08:30") with { Number = null }));
        Assert.Equal("»Titel« begynder kl. 09.20, før »Titel« er slut.", OnlyFor(Item(1, "09:00", "09:30") with { Number = null }, Item(2, "09:20") with { Number = null }));
    }

    [Fact]
    public void MeetingThatEndsBeforeItBegins_IsTold()
    {
        var ends = Sound with { Items = [Item(1)], End = new LocalTime(9, 0) };

        Assert.Contains("09.00", Assert.Single(MinutesWarnings.For(ends)), StringComparison.Ordinal);
        Assert.Empty(MinutesWarnings.For(ends with { End = null }));
    }

    [Fact]
    public void PersonOnTheListTwice_IsTold_UnlessFromTwoPlaces()
    {
        var ida = new MinutesParticipant("Ida Bang", "Havnby Kommune");

        Assert.Equal("»Ida Bang« står mere end én gang på deltagerlisten.", Assert.Single(MinutesWarnings.For(Sound with { Participants = [ida, ida] })));
        Assert.Empty(MinutesWarnings.For(Sound with { Participants = [ida, ida with { Organisation = "Region Havet" }] }));
    }

    [Fact]
    public void SlotThatEndsBeforeItBegins_IsTold() =>
        Assert.Equal("Punkt 1 slutter kl. 09.10, men begynder kl. 09.30.", OnlyFor(Item(1, "09:30", "09:10")));

    [Fact]
    public void NumberUsedTwiceOrLeftOut_IsTold()
    {
        Assert.Equal("Punktnummer 1 er brugt mere end én gang.", OnlyFor(Item(1), Item(1)));
        Assert.Equal("Punkt 3 følger efter punkt 1.", OnlyFor(Item(1), Item(3)));
    }

    private static string OnlyFor(params MinutesItem[] items) => Assert.Single(MinutesWarnings.For(Sound with { Items = items }));

    private static MinutesItem Item(int number, string? start = null, string? end = null, int? minutes = null) => new()
    {
        Number = number,
        Title = "Titel",
        Slot = start is null ? null : new MinutesSlot(Time(start), end is null ? null : Time(end)),
        Minutes = minutes,
    };

    private static LocalTime Time(string text) => new(int.Parse(text.AsSpan(0, 2), null), int.Parse(text.AsSpan(3), null));
}
