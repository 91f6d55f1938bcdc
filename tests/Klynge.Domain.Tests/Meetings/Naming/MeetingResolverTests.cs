using Klynge.Domain.Meetings.Naming;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Meetings.Naming;

/// <summary>Words against the meetings that there are: one was held on 19 October, two lie ahead, seen from Saturday 28 November 2026.</summary>
public sealed class MeetingResolverTests
{
    private static readonly LocalDate Today = new(2026, 11, 28);

    private static readonly MeetingDay[] Meetings = [Over(2026, 8, 24), Over(2026, 10, 19), Ahead(2026, 12, 21), Ahead(2027, 1, 14)];

    [Theory]
    [InlineData("14.01", "2027-01-14")]
    [InlineData("14.1", "2027-01-14")]
    [InlineData("14.1.", "2027-01-14")]
    [InlineData("14/1.", "2027-01-14")]
    [InlineData("14-1", "2027-01-14")]
    [InlineData("14-1-2027", "2027-01-14")]
    [InlineData("den 14.", "2027-01-14")]
    [InlineData("den fjortende", "2027-01-14")]
    [InlineData("den 21.", "2026-12-21")]
    [InlineData("i januar", "2027-01-14")]
    [InlineData("januar", "2027-01-14")]
    [InlineData("januar 2027", "2027-01-14")]
    [InlineData("januarmødet", "2027-01-14")]
    [InlineData("januar-mødet", "2027-01-14")]
    [InlineData("mødet i januar", "2027-01-14")]
    [InlineData("mødet den 14.", "2027-01-14")]
    [InlineData("mødet d. 14. januar", "2027-01-14")]
    [InlineData("torsdag d. 14. januar kl. 9", "2027-01-14")]
    [InlineData("torsdag i uge 2", "2027-01-14")]
    [InlineData("uge 2", "2027-01-14")]
    [InlineData("næste måned", "2026-12-21")]
    [InlineData("næste møde", "2026-12-21")]
    [InlineData("det næste ordinære møde", "2026-12-21")]
    [InlineData("sidste møde", "2026-10-19")]
    [InlineData("det forrige møde", "2026-10-19")]
    [InlineData("19. oktober", "2026-10-19")]
    [InlineData("mandag d. 19. oktober", "2026-10-19")]
    [InlineData("oktobermødet", "2026-10-19")]
    [InlineData("begge møder", "2026-12-21 2027-01-14")]
    [InlineData("begge to", "2026-12-21 2027-01-14")]
    [InlineData("begge", "2026-12-21 2027-01-14")]
    [InlineData("alle møder", "2026-12-21 2027-01-14")]
    [InlineData("alle møder i 2027", "2027-01-14")]
    [InlineData("alle møder i december", "2026-12-21")]
    [InlineData("alle møder næste år", "2027-01-14")]
    [InlineData("møderne i 2027", "2027-01-14")]
    [InlineData("møder 2027", "2027-01-14")]
    [InlineData("i 2026", "2026-12-21")]
    [InlineData("i hele 2027", "2027-01-14")]
    [InlineData("hele 2027", "2027-01-14")]
    [InlineData("i år", "2026-12-21")]
    [InlineData("i det nye år", "2027-01-14")]
    [InlineData("december og i hele 2027", "2026-12-21 2027-01-14")]
    [InlineData("de næste to møder", "2026-12-21 2027-01-14")]
    [InlineData("21/12 og 14/1", "2026-12-21 2027-01-14")]
    [InlineData("21. december og den 14. januar", "2026-12-21 2027-01-14")]
    [InlineData("mødet i december og mødet i januar", "2026-12-21 2027-01-14")]
    [InlineData("december og januar", "2026-12-21 2027-01-14")]
    [InlineData("december- og januarmødet", "2026-12-21 2027-01-14")]
    public void Resolve_WordsThatFit_AreThoseMeetings(string words, string expected)
    {
        var mention = MeetingMentionReader.Read(words, Today);

        Assert.NotNull(mention);
        Assert.Equal(words.TrimEnd('.'), mention.Words.TrimEnd('.'));
        Assert.Equal(expected, Found(mention, MeetingTense.Ahead, Meetings));
    }

    [Theory]
    [InlineData("resten af året", "2026-12-21")]
    [InlineData("resten af 2027", "2027-01-14")]
    [InlineData("resten af måneden", "")]
    [InlineData("resten af december", "2026-12-21")]
    [InlineData("i resten af januar", "2027-01-14")]
    [InlineData("fra 1. november til 1. januar", "2026-12-21")]
    [InlineData("fra og med 1. januar", "2027-01-14")]
    [InlineData("fra 1. december og fremefter", "2026-12-21 2027-01-14")]
    public void Resolve_AStretchOfTime_IsTheMeetingsInIt(string words, string expected)
    {
        var pick = MeetingResolver.Resolve(MeetingMentionReader.Read(words, Today)!, Meetings, Today, MeetingTense.Ahead);

        Assert.Equal(expected, string.Join(' ', (pick as MeetingPick.Found)?.Dates.Select(LocalDatePattern.Iso.Format) ?? []));
    }

    /// <summary>Nothing fits: the answer names what there is, be it one meeting or none.</summary>
    [Theory]
    [InlineData("martsmødet", MeetingTense.Ahead, 0, "Der er ingen kommende møder.")]
    [InlineData("martsmødet", MeetingTense.Ahead, 1, "Det eneste kommende møde er torsdag d. 14. januar 2027.")]
    [InlineData("martsmødet", MeetingTense.Held, 0, "Der er ikke holdt noget møde endnu.")]
    [InlineData("martsmødet", MeetingTense.Held, 1, "Det seneste møde var onsdag d. 14. januar 2026.")]
    [InlineData("næste møde", MeetingTense.Ahead, 0, "Der er ingen kommende møder.")]
    [InlineData("mødet efter næste", MeetingTense.Ahead, 1, "Det eneste kommende møde er torsdag d. 14. januar 2027.")]
    [InlineData("sidste møde", MeetingTense.Held, 0, "Der er ikke holdt noget møde endnu.")]
    [InlineData("alle møder", MeetingTense.Ahead, 0, "Der er ingen kommende møder.")]
    public void Resolve_WhereNothingFits_SaysWhatThereIs(string words, MeetingTense tense, int count, string says)
    {
        var meetings = new[] { tense == MeetingTense.Held ? Over(2026, 1, 14) : Ahead(2027, 1, 14) }.Take(count).ToArray();

        Assert.EndsWith(says, Unclear(words, tense, meetings).Question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud")]
    [InlineData("mødet")]
    [InlineData("14")]
    [InlineData("på grund af ferie")]
    [InlineData("næste punkt")]
    [InlineData("sidste punkt")]
    [InlineData("alle punkter")]
    [InlineData("januarudsalg")]
    [InlineData("2027")]
    [InlineData("i 1027")]
    [InlineData("i 2027-planen")]
    [InlineData("")]
    public void Read_OtherWords_AreNoMention(string words) => Assert.Null(MeetingMentionReader.Read(words, Today));

    [Theory]
    [InlineData("21/12 ferie", "21/12")]
    [InlineData("21/12 og Bo kommer", "21/12")]
    [InlineData("januarmødet, jeg er syg", "januarmødet")]
    [InlineData("begge møder pga. ferie", "begge møder")]
    [InlineData("den 14. stedfortræder Bo Friis", "den 14.")]
    public void Read_WordsBehindIt_AreLeftAlone(string words, string read) =>
        Assert.Equal(read, MeetingMentionReader.Read(words, Today)!.Words);

    [Theory]
    [InlineData("14. januar", MeetingTense.Held, "2026-01-14")]
    [InlineData("14. januar", MeetingTense.Ahead, "2027-01-14")]
    [InlineData("januar", MeetingTense.Held, "2026-01-14")]
    [InlineData("den 14.", MeetingTense.Held, "2026-01-14")]
    public void Resolve_OneBehindAndOneAhead_FollowsTheCommand(string words, MeetingTense tense, string expected) =>
        Assert.Equal(expected, Found(MeetingMentionReader.Read(words, Today)!, tense, [Over(2026, 1, 14), Ahead(2027, 1, 14)]));

    [Fact]
    public void Resolve_OneBehindAndOneAheadForAnAgenda_AsksWhich() =>
        Assert.Equal(
            "Hvilket møde mener du: onsdag d. 14. januar 2026 eller torsdag d. 14. januar 2027?",
            Unclear("14. januar", MeetingTense.Any, Over(2026, 1, 14), Ahead(2027, 1, 14)).Question);

    [Theory]
    [InlineData("i januar")]
    [InlineData("januarmødet")]
    public void Resolve_TwoInTheMonth_AsksWhich(string words) =>
        Assert.Equal(
            [new LocalDate(2027, 1, 7), new LocalDate(2027, 1, 28)],
            Unclear(words, MeetingTense.Ahead, Ahead(2027, 1, 7), Ahead(2027, 1, 28), Ahead(2028, 1, 6)).Candidates);

    [Fact]
    public void Resolve_BothOfThree_AsksWhich() =>
        Assert.Equal(3, Unclear("begge møder", MeetingTense.Ahead, Ahead(2027, 1, 7), Ahead(2027, 1, 28), Ahead(2027, 2, 4)).Candidates.Count);

    [Fact]
    public void Resolve_BothInAMonth_AreThoseOfThatMonth()
    {
        var meetings = new[] { Ahead(2026, 12, 21), Ahead(2027, 1, 7), Ahead(2027, 1, 28) };
        Assert.Equal("2027-01-07 2027-01-28", Found(MeetingMentionReader.Read("begge møder i januar 2027", Today)!, MeetingTense.Ahead, meetings));
        Assert.Equal("2027-01-07 2027-01-28", Found(MeetingMentionReader.Read("alle møder i januar", Today)!, MeetingTense.Ahead, meetings));
        Assert.Equal(3, Unclear("begge møder i december", MeetingTense.Ahead, meetings).Candidates.Count);
    }

    [Fact]
    public void Resolve_MonthWithoutAMeeting_SaysWhichThereAre() =>
        Assert.Equal(
            "Jeg kan ikke finde det møde, du mener med »martsmødet«. Mener du mandag d. 21. december 2026 eller torsdag d. 14. januar 2027?",
            Unclear("martsmødet", MeetingTense.Ahead, Meetings).Question);

    [Fact]
    public void Resolve_DateWithoutAMeeting_IsLeftToTheCommand() =>
        Assert.IsType<MeetingPick.NoMeeting>(MeetingResolver.Resolve(MeetingMentionReader.Read("15. januar", Today)!, Meetings, Today, MeetingTense.Ahead));

    [Fact]
    public void Resolve_MeetingOfToday_IsNextUntilItIsOver()
    {
        var mention = MeetingMentionReader.Read("næste møde", Today)!;

        Assert.Equal("2026-11-28", Found(mention, MeetingTense.Ahead, [new MeetingDay(Today, IsOver: false), Ahead(2026, 12, 21)]));
        Assert.Equal("2026-12-21", Found(mention, MeetingTense.Ahead, [new MeetingDay(Today, IsOver: true), Ahead(2026, 12, 21)]));
    }

    private static MeetingDay Over(int year, int month, int day) => new(new LocalDate(year, month, day), IsOver: true);

    private static MeetingDay Ahead(int year, int month, int day) => new(new LocalDate(year, month, day), IsOver: false);

    private static string Found(MeetingMention mention, MeetingTense tense, MeetingDay[] meetings)
    {
        var found = Assert.IsType<MeetingPick.Found>(MeetingResolver.Resolve(mention, meetings, Today, tense));
        return string.Join(' ', found.Dates.Select(LocalDatePattern.Iso.Format));
    }

    private static MeetingPick.Unclear Unclear(string words, MeetingTense tense, params MeetingDay[] meetings) =>
        Assert.IsType<MeetingPick.Unclear>(MeetingResolver.Resolve(MeetingMentionReader.Read(words, Today)!, meetings, Today, tense));
}
