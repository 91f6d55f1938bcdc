using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Meetings.Naming;

/// <summary>A meeting that there is.</summary>
/// <param name="IsOver">Held already; one of today may lie ahead or behind.</param>
public readonly record struct MeetingDay(LocalDate Date, bool IsOver);

/// <summary>Which meetings a command is about when its words fit several.</summary>
public enum MeetingTense
{
    /// <summary>One to come, else one that was: an apology.</summary>
    Ahead,

    /// <summary>Either: an agenda. Where a day fits one behind and one ahead, that is a question.</summary>
    Any,

    /// <summary>One that was held, else one to come: minutes, the roll call.</summary>
    Held,
}

/// <summary>What <see cref="MeetingResolver"/> made of a mention.</summary>
public abstract record MeetingPick
{
    private MeetingPick()
    {
    }

    /// <summary>These meetings; never none, soonest first.</summary>
    public sealed record Found(IReadOnlyList<LocalDate> Dates) : MeetingPick;

    /// <summary>A question with the meetings to choose from.</summary>
    public sealed record Unclear(string Question, IReadOnlyList<LocalDate> Candidates) : MeetingPick;

    /// <summary>No meeting lies in the days that the words name: a sentence that says so.</summary>
    public sealed record None(string Sentence) : MeetingPick;

    /// <summary>No meeting fits a date; the caller says what is wrong with the date, or that there is no meeting on it.</summary>
    public sealed record NoMeeting(DateReading Reading) : MeetingPick;
}

/// <summary>Says which of the meetings that exist are named.</summary>
public static class MeetingResolver
{
    /// <summary>So many to choose from in a question.</summary>
    private const int MaxCandidates = 6;

    public static MeetingPick Resolve(MeetingMention mention, IReadOnlyCollection<MeetingDay> meetings, LocalDate today, MeetingTense tense)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(meetings);
        var choice = new Choice(mention.Words, [.. meetings.OrderBy(meeting => meeting.Date)], today, tense);
        var dates = new SortedSet<LocalDate>();
        var picks = mention.Parts.Select(choice.Of).ToList();
        if (picks.Exists(pick => pick is MeetingPick.Found) && picks.OfType<MeetingPick.NoMeeting>().Select(none => none.Reading).OfType<DateReading.Found>().ToList() is { Count: > 0 } without)
            return Choice.OnlySome([.. without.Select(one => one.Date)], [.. picks.OfType<MeetingPick.Found>().SelectMany(found => found.Dates).Distinct().Order()]);
        foreach (var pick in picks)
        {
            if (pick is not MeetingPick.Found found)
                return pick;
            dates.UnionWith(found.Dates);
        }

        foreach (var part in mention.Except)
        {
            var pick = choice.Of(part);
            if (pick is not MeetingPick.Found found)
                return pick;
            dates.ExceptWith(found.Dates);
        }

        return dates.Count > 0 ? new MeetingPick.Found([.. dates]) : choice.None();
    }

    private sealed class Choice(string words, List<MeetingDay> meetings, LocalDate today, MeetingTense tense)
    {
        private List<LocalDate> Ahead { get; } =
            [.. meetings.Where(meeting => meeting.Date >= today && !meeting.IsOver).Select(meeting => meeting.Date).Distinct()];

        private List<LocalDate> Behind { get; } =
            [.. meetings.Where(meeting => meeting.Date < today || meeting.IsOver).Select(meeting => meeting.Date).Distinct()];

        public MeetingPick Of(MeetingPart part) => part switch
        {
            MeetingPart.Day day => OfDay(day),
            MeetingPart.DayOfMonth { Number: var number } => OfDayOfMonth(number),
            MeetingPart.Month { Number: var number, Year: var year } => OfMonth(date => date.Month == number && (year is null || date.Year == year)),
            MeetingPart.Next { Count: var count } => Ahead.Count >= count ? Found(Ahead.Take(count)) : Unknown(),
            MeetingPart.AfterNext => Ahead.Count > 1 ? Found([Ahead[1]]) : Unknown(),
            MeetingPart.Latest => Behind.Count > 0 ? Found(Behind.TakeLast(1)) : Unknown(),
            MeetingPart.Span { From: var from, To: var to } => OneSide(Fitting(date => date >= from && date <= to)) is { Count: > 0 } within ? Found(within) : None(),
            MeetingPart.Both { When: var when } => Ahead.FindAll(when.Contains) is { Count: 2 } both ? Found(both) : Unknown(),
            MeetingPart.All { When: var when } => Ahead.FindAll(when.Contains) is { Count: > 0 } all ? Found(all) : when.IsAnyTime ? Unknown() : None(),
            _ => throw new InvalidOperationException($"No such part: {part.GetType().Name}."),
        };

        private MeetingPick OfDay(MeetingPart.Day day)
        {
            var fits = Fitting(day.Dates.Contains);
            var isPlain = day.Ahead is DateReading.Found or DateReading.Past;
            return fits.Count switch
            {
                0 when tense == MeetingTense.Ahead && day.Ahead.Form == DateForm.Week && meetings.Count > 0 => None(),
                0 when tense == MeetingTense.Ahead && day.Ahead.Form == DateForm.Weekday && OnWeekday(day) is { Count: > 0 } others
                    => new MeetingPick.Unclear(NamingTexts.NotThatDay(words, others), others),
                0 => new MeetingPick.NoMeeting(tense == MeetingTense.Held && day.Dates.Count > 0 ? AsHeld(day) : day.Ahead),
                1 when tense == MeetingTense.Ahead && day.Ahead is DateReading.Ambiguous { Contradicting: { } said, Question: var question } && fits[0].DayOfWeek != said => new MeetingPick.Unclear(question, fits),
                1 => Found(fits),
                _ when isPlain && tense != MeetingTense.Any && day.Dates.Count == 2 => Found(fits.Take(1)),
                _ => Which(fits),
            };
        }

        private DateReading AsHeld(MeetingPart.Day day) => day.Ahead is DateReading.Impossible
            ? day.Ahead
            : DateScope.Found(day.Dates.Where(date => date <= today).DefaultIfEmpty(day.Dates[0]).Max(), DateForm.Day, hasYear: false);

        // "den 14." is the very next 14th when a meeting is held on it; else one of the later ones, if there is but one.
        private MeetingPick OfDayOfMonth(int number)
        {
            var fits = Fitting(date => date.Day == number);
            var next = new DateScope(today, tense == MeetingTense.Held ? DateLean.Back : DateLean.Ahead).DayOfMonth(number);
            if (tense != MeetingTense.Any && next is DateReading.Found nearest && fits.Contains(nearest.Date))
                return Found([nearest.Date]);
            var wanted = OneSide(fits);
            return wanted.Count switch
            {
                0 => Unknown(),
                1 => Found(wanted),
                _ => Which(wanted),
            };
        }

        private MeetingPick OfMonth(Predicate<LocalDate> isIn)
        {
            var fits = OneSide(Fitting(isIn));
            if (fits.Count == 0)
                return Unknown();
            var month = fits.FindAll(date => date.ToYearMonth() == fits[0].ToYearMonth());
            return month.Count == 1 ? Found(month) : Which(month);
        }

        /// <summary>All that fit, the likeliest first.</summary>
        private List<LocalDate> Fitting(Predicate<LocalDate> fits)
        {
            var (ahead, behind) = (Ahead.FindAll(fits), Behind.FindAll(fits));
            behind.Reverse();
            return [.. (tense == MeetingTense.Held ? behind.Concat(ahead) : ahead.Concat(behind)).Distinct()];
        }

        private List<LocalDate> OneSide(List<LocalDate> fits)
        {
            var first = tense == MeetingTense.Held ? Behind : Ahead;
            var side = fits.FindAll(first.Contains);
            return side.Count > 0 ? side : fits;
        }

        private static MeetingPick.Found Found(IEnumerable<LocalDate> dates) => new([.. dates.Order()]);

        // "den 14/1 og den 15/1", and no meeting is held on the 15th: neither half is done unasked.
        public static MeetingPick.Unclear OnlySome(IReadOnlyList<LocalDate> without, IReadOnlyList<LocalDate> held) =>
            new(NamingTexts.OnlySome(without, held), [.. held.Take(MaxCandidates)]);

        private static MeetingPick.Unclear Which(IEnumerable<LocalDate> dates)
        {
            var candidates = dates.Take(MaxCandidates).Order().ToList();
            return new MeetingPick.Unclear(NamingTexts.WhichOf(candidates), candidates);
        }

        public MeetingPick.None None() => new(NamingTexts.NoneThen(words));

        // "på mandag" where no meeting is held then: the one ahead that is on a Monday may be meant.
        private List<LocalDate> OnWeekday(MeetingPart.Day day) =>
            [.. Ahead.FindAll(date => day.Dates.Any(one => one.DayOfWeek == date.DayOfWeek)).Take(MaxCandidates)];

        private MeetingPick.Unclear Unknown()
        {
            var candidates = (tense == MeetingTense.Held ? Behind.AsEnumerable().Reverse() : Ahead).Take(MaxCandidates).Order().ToList();
            return new MeetingPick.Unclear(NamingTexts.NoneFits(words, candidates, tense), candidates);
        }
    }
}
