using Klynge.Documents.Layout;
using Klynge.Documents.Markup;
using Klynge.Documents.Reading.People;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Reading.Heads;

/// <summary>What the head of a document has told so far. Text that no field takes is kept as a section.</summary>
internal sealed class HeadFacts
{
    private readonly List<(string? Heading, List<string> Blocks)> _rest = [];
    private bool _isForumLabelled;

    public ParticipantList Participants { get; } = new();

    public Doubts Doubts { get; } = new();

    /// <summary>The line before was the meeting's date or time: an unlabelled place follows it.</summary>
    public bool ExpectsPlace { get; private set; }

    public MinutesKind? Kind { get; private set; }

    public string? Forum { get; private set; }

    public string? Title { get; private set; }

    public DanishDate? Date { get; private set; }

    /// <summary>The date as printed, to be kept where no year can be found for it.</summary>
    public string DateText { get; private set; } = "";

    public LocalTime? Start { get; private set; }

    public LocalTime? End { get; private set; }

    public string? Place { get; private set; }

    public string? Chair { get; private set; }

    public string? MinuteTaker { get; private set; }

    public string? CaseNumber { get; private set; }

    public string? DocumentNumber { get; private set; }

    /// <summary>One section per heading, the text under no heading first.</summary>
    public IReadOnlyList<MinutesSection> Sections =>
    [
        .. _rest
            .GroupBy(entry => entry.Heading, StringComparer.Ordinal)
            .OrderBy(same => same.Key is null ? 0 : 1)
            .Select(same => new MinutesSection(same.Key, RichText.Join(same.SelectMany(entry => entry.Blocks))))
            .Where(section => section.Text.Length > 0),
    ];

    public void Set(HeadField field, string label, string value)
    {
        ExpectsPlace = field == HeadField.Time && Place is null;
        switch (field)
        {
            case HeadField.Forum: SetForum(label, value); break;
            case HeadField.Title: SetTitle(label, value); break;
            case HeadField.Time or HeadField.TimeAndPlace: SetTime(field, label, value); break;
            case HeadField.Place: Place = First(Place, label, value); break;
            case HeadField.Chair: Chair = First(Chair, label, value); break;
            case HeadField.MinuteTaker: MinuteTaker = First(MinuteTaker, label, value); break;
            case HeadField.CaseNumber: SetCaseNumber(label, value); break;
            case HeadField.DocumentNumber: DocumentNumber = First(DocumentNumber, label, value); break;
            case HeadField.CaseAndDocumentNumber: SetNumbers(label, value); break;
            default: Keep(label, value); break;
        }
    }

    /// <summary>The document's title line: its kind, and mostly its forum and date.</summary>
    public void SetTitleLine(string line)
    {
        Kind ??= ForumTitle.KindOf(line);
        ExpectsPlace = TakeDateAndTimes(line) && Place is null;
        var forum = ForumTitle.ForumOf(line);
        if (forum.Length == 0)
            return;

        if (Forum is not null && Place is null && PlaceIn(forum) is { } place && !ForumTitle.LooksLikeForum(forum))
        {
            Place = place;
            return;
        }

        if (Forum is not null)
        {
            Keep(null, ForumTitle.SaysMore(line, Forum) ? line : "");
            return;
        }

        Forum = forum;
        Title = ForumTitle.SaysMore(line, forum) ? line : null;
    }

    /// <summary>Another label stands between the time and whatever comes: "Anna Østergård" below "Deltagere" is no house.</summary>
    public void ExpectNoPlace() => ExpectsPlace = false;

    public void Keep(string? heading, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;

        if (_rest.Count == 0 || _rest[^1].Heading != heading)
            _rest.Add((heading, []));

        _rest[^1].Blocks.Add(text);
    }

    // "Sted: Rådhuset", and "Sted: Teams" further down: the first counts, the second is kept as text.
    private string First(string? known, string label, string value)
    {
        if (known is not null && known != value)
            Keep(label, value);

        return known ?? CharacterCleaner.Collapse(value.Replace('\n', ' '));
    }

    // "Forum: Chefforum" outranks the "Chefforum for børn" of a title; the title is kept where it says more.
    private void SetForum(string label, string value)
    {
        var forum = ForumTitle.ForumOf(value);
        var better = Forum is null || (!_isForumLabelled && ForumTitle.LooksLikeForum(forum));

        // "MØDE ONSDAG DEN 4. MARTS 2027 KL. 13.00" names no forum.
        var isDate = TakeDateAndTimes(value) && forum.Length == 0;
        if (isDate || !better)
        {
            Keep(label, isDate && !ForumTitle.SaysMore(value, forum: null) ? "" : value);
            return;
        }

        Keep(null, Forum is not null && !forum.Contains(Forum, StringComparison.OrdinalIgnoreCase) ? Forum : "");
        Title ??= ForumTitle.SaysMore(value, forum) ? CharacterCleaner.Collapse(value.Replace('\n', ' ')) : null;
        (Forum, _isForumLabelled) = (forum.Length > 0 ? forum : value, true);
    }

    private void SetTitle(string label, string value)
    {
        if (Title is not null)
            Keep(label, value);

        Title ??= value;
    }

    // "Tid: 4. marts 2025 kl. 13-15, Rådhuset", "Slut: 15.00".
    private void SetTime(HeadField field, string label, string value)
    {
        var dated = TakeDate(value);
        var times = ClockTimes.Find(HeadTime.WithoutDate(value));
        var ends = Vocabulary.Fold(label) is "slut" or "sluttidspunkt" or "møde slut";
        if (times is not null && ends)
            End ??= times.Start;
        else if (times is not null)
            (Start, End) = (Start ?? times.Start, End ?? times.End);

        var rest = HeadTime.Rest(value, times);
        if (rest.Length > 0 && Place is null && (field == HeadField.TimeAndPlace || PlaceIn(rest) is not null))
            Place = PlaceIn(rest) ?? rest;
        else
            Keep(label, times is null && !dated ? value : rest);
    }

    /// <summary>"kl. 8.15 - 9.45, lokale B2": what is left of a time may be the place.</summary>
    private static string? PlaceIn(string rest) => MeetingSentences.PlaceOf(rest) ?? (MeetingSentences.IsPlace(rest) ? rest : null);

    /// <summary>Takes what a sentence says of the meeting; false where it says nothing.</summary>
    public bool TakeSentence(string sentence)
    {
        var (start, end, held) = (MeetingSentences.StartOf(sentence), MeetingSentences.EndOf(sentence), MeetingSentences.HeldOf(sentence));
        (Start, End) = (Start ?? start, End ?? end);
        if (held is null)
            return start is not null || end is not null;

        var dated = TakeDate(held);
        var times = ClockTimes.FindSlot(HeadTime.WithoutDate(held));
        (Start, End) = (Start ?? times?.Start, End ?? times?.End);
        var place = MeetingSentences.PlaceOf(HeadTime.Rest(held, times));
        Place ??= place;
        ExpectsPlace = Place is null;
        return dated || times is not null || place is not null;
    }

    /// <returns>Whether there is a date; times without one are not the meeting's.</returns>
    private bool TakeDateAndTimes(string line)
    {
        var dated = TakeDate(line);
        if (dated && ClockTimes.FindSlot(HeadTime.WithoutDate(line)) is { } times)
            (Start, End) = (Start ?? times.Start, End ?? times.End);

        return dated;
    }

    private bool TakeDate(string text)
    {
        if (DanishDate.Find(text) is not { } date)
            return false;

        if (Date is null || (Date.Year is null && date.Year is not null))
            (Date, DateText) = (date, text.Substring(date.Start, date.Length));

        return true;
    }

    /// <summary>"26/118 Fortroligt": what follows the number is none of it, and is kept.</summary>
    private void SetCaseNumber(string label, string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var hasMore = space > 0 && value[..space].Any(char.IsAsciiDigit) && char.IsLetter(value[^1]) && value[space..].All(sign => char.IsLetter(sign) || sign == ' ');
        CaseNumber = First(CaseNumber, label, hasMore ? value[..space] : value);
        Keep(null, hasMore ? value[(space + 1)..] : "");
    }

    private void SetNumbers(string label, string value)
    {
        var parts = value.Split(" / ", 2, StringSplitOptions.TrimEntries);
        CaseNumber = First(CaseNumber, label, parts[0]);
        if (parts.Length > 1)
            DocumentNumber = First(DocumentNumber, label, parts[1]);
    }

    /// <summary>A person may be marked as chair or minute-taker behind the name instead of on a line of its own.</summary>
    public void TakeRolesFromParticipants()
    {
        Chair ??= Participants.ChairOfMeeting;
        MinuteTaker ??= Participants.MinuteTaker;
    }
}
