using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.Items;
using Klynge.Documents.Reading.People;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading;

/// <summary>What only the whole document shows to be doubtful: numbers that jump, an item without the decision that the others have, a missing date.</summary>
internal sealed class DocumentDoubts(MinutesDocument document, HeadFacts facts)
{
    private readonly Doubts _doubts = facts.Doubts;

    /// <param name="headings">The items as they were found.</param>
    /// <param name="lines">Where each stands in the source.</param>
    /// <param name="contents">The entries of the table of contents.</param>
    public void Ask(IReadOnlyList<ItemHeading> headings, IReadOnlyList<int> lines, IReadOnlyList<string> contents)
    {
        OfHead();
        OfPeople();
        OfNumbers(lines);
        OfTitles(lines);
        OfContents(headings, contents);
        OfDecisions(headings, lines);
    }

    private void OfHead()
    {
        if (document.Forum is null)
            _doubts.Ask("forum", 1, Questions.NoForum);
        else if (!ForumTitle.LooksLikeForum(document.Forum))
            _doubts.Ask("forum", 1, Questions.Forum(document.Forum));

        if (document.Date is not { } date)
            _doubts.Ask("date", 1, Questions.NoDate);
        else if (facts.Date?.Weekday is { } weekday && weekday != date.DayOfWeek)
            _doubts.Ask("date", 1, Questions.Weekday(facts.DateText));

        var spare = document.Sections.Any(section => ClockTimes.FindSlot(section.Text) is not null);
        if (document.Start is null && spare)
            _doubts.Ask("start", 1, Questions.OtherTimes);

        if (document.Items.Count == 0)
            _doubts.Ask("items", 1, Questions.NoItems);
    }

    private void OfPeople()
    {
        var people = document.Participants;
        var speaks = document.Sections.Any(section => section.Text.Contains("eltag", StringComparison.Ordinal) || section.Text.Contains("edlem", StringComparison.Ordinal));
        if (people.Count == 0 && document.Kind == MinutesKind.Minutes && speaks)
            _doubts.Ask("participants", 1, Questions.NoPeople);

        var whole = people.Count(person => person.Name.Contains(' ', StringComparison.Ordinal));
        foreach (var person in people.Where(person => whole * 2 > people.Count && !person.Name.Contains(' ', StringComparison.Ordinal) && !ParticipantWords.IsInitials(person.Name)))
            _doubts.AskAbout(person.Name, "name", 1, Questions.Person(person.Name));
    }

    private void OfNumbers(IReadOnlyList<int> lines)
    {
        var expected = 1;
        for (var at = 0; at < document.Items.Count; at++)
        {
            if (document.Items[at].Number is not { } number)
                continue;

            if (number != expected)
                _doubts.Ask("items", lines[at], Questions.Numbers(number));

            expected = number + 1;
        }
    }

    /// <summary>A list of the items that was taken for the items themselves: then they come again, with their text.</summary>
    private void OfTitles(IReadOnlyList<int> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < document.Items.Count; at++)
        {
            var title = document.Items[at].Title;
            if (!seen.TryAdd(ItemHeadings.Key(title), at) && (IsEmpty(document.Items[at]) || IsEmpty(document.Items[seen[ItemHeadings.Key(title)]])))
                _doubts.Ask("items", lines[at], Questions.Repeated(title));
        }
    }

    private static bool IsEmpty(MinutesItem item) => item.Decision is null && item.Sections.Count == 0 && item.Recommendations.Count == 0;

    private void OfContents(IReadOnlyList<ItemHeading> headings, IReadOnlyList<string> contents)
    {
        var found = headings.Select(heading => ItemHeadings.Key(heading.Title)).ToList();
        foreach (var entry in contents.Where(entry => contents.Count > 1 && !found.Exists(title => IsSame(title, ItemHeadings.Key(entry)))))
            _doubts.Ask("items", 1, Questions.Contents(entry));
    }

    /// <summary>The contents may spell a word otherwise, or stop where the line was full: most of the words are enough.</summary>
    private static bool IsSame(string title, string entry)
    {
        if (title == entry)
            return true;

        var (words, wanted) = (title.Split(' '), entry.Split(' '));
        return wanted.Length > 2 && words.Intersect(wanted, StringComparer.Ordinal).Count() * 10 >= Math.Max(words.Length, wanted.Length) * 7;
    }

    /// <summary>Where most items have a decision, one without has probably lost it to a label that nobody knows.</summary>
    private void OfDecisions(IReadOnlyList<ItemHeading> headings, IReadOnlyList<int> lines)
    {
        var decided = document.Items.Count(item => item.Decision is not null);
        if (decided == 0 && document.Items.Count > 1 && facts.Kind == MinutesKind.Minutes)
            _doubts.Ask("items", lines[0], Questions.NoDecisions);

        for (var at = 0; at < document.Items.Count; at++)
        {
            var item = document.Items[at];
            var isEmpty = item.Sections.All(section => Closedness.OfLine(section.Text) is not null) && item.Recommendations.Count == 0;
            if (decided * 2 > document.Items.Count && item.Decision is null && !isEmpty && !AttendanceItem.IsOne(headings[at]) && !UnnumberedItems.IsClosing(item.Title))
                _doubts.Ask($"items[{at}].decision", lines[at], Questions.NoDecision(item.Title));
        }
    }
}
