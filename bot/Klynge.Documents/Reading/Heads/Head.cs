using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Items;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Heads;

/// <summary>Reads what stands ahead of the first item: title, facts in lines or tables, lists of people.</summary>
internal sealed class Head(HeadFacts facts, bool inItem = false)
{
    private readonly List<(HeadField Group, string Label)> _empty = [];
    private HeadField _field = inItem ? HeadField.Members : HeadField.None;
    private string _label = "";
    private int _at;

    public void Read(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Row && !inItem)
                ReadRow(block.Text);
            else
                ReadLine(block);
        }

        facts.TakeRolesFromParticipants();
    }

    /// <summary>Takes a line of an item that lists people; false where it says something else.</summary>
    public bool TryRead(Block block)
    {
        _at = block.At;
        var field = HeadVocabulary.Read(block.Text, out var value);
        if (HeadVocabulary.IsGroup(field))
        {
            Open(field, block.Text);
            return value.Length == 0 || facts.Participants.Add(field, value).Count == 0;
        }

        if (GroupHeading.IsOrigin(block.Text) || HeadSentences.ReadAttendance(facts, block.Text, block.At))
            return false;

        return ParticipantEntry.Read(block.Text, Klynge.Domain.Minutes.MinutesRole.Member) is not null && facts.Participants.Add(_field, block.Text).Count == 0;
    }

    private void ReadLine(Block block)
    {
        _at = block.At;
        var line = block.IsListEntry ? block.Text : block.Line;
        var field = HeadVocabulary.Read(line, out var value);
        // A list entry is a person, unless it is only the heading of the next list: "• Afbud".
        field = block.IsListEntry && HeadVocabulary.IsGroup(_field) && !(HeadVocabulary.IsGroup(field) && value.Length == 0) ? HeadField.None : field;
        if (field == HeadField.None || IsPersonWithOffice(field, line, value))
        {
            ReadUnlabelled(block);
            return;
        }

        if (field == HeadField.Kind && value.Length > 0)
        {
            facts.SetTitleLine(line);
            return;
        }

        Open(field, value.Length > 0 ? line[..Math.Max(0, line.IndexOf(value, StringComparison.Ordinal))].Trim(' ', ':', '\t') : line.Trim(' ', ':'));
        if (value.Length > 0)
            Take(value);
    }

    private void ReadUnlabelled(Block block)
    {
        if (HeadVocabulary.IsGroup(_field) && ParticipantEntry.HasRole(block.Text))
            Take(block.Line);
        else if (Closedness.OfSentence(block.Text) is not null || Closedness.OfPart(block.Text) is not null || HeadSentences.Read(facts, block.Text, block.At))
            facts.Keep(null, block.ToText());
        else if (!inItem && facts.ExpectsPlace && HeadSentences.PlaceAfterTime(block.Text) is { } place)
            facts.Set(HeadField.Place, "Sted", place);
        else
            ReadValue(block);
    }

    /// <summary>"Formand Eva Bang" within a list of people is one of them; "Formand: Eva Bang" is a fact.</summary>
    private bool IsPersonWithOffice(HeadField field, string line, string value) =>
        HeadVocabulary.IsGroup(_field)
        && field is HeadField.Chair or HeadField.MinuteTaker
        && value.Length > 0
        && line.AsSpan().IndexOfAny(':', '\t') < 0;

    private void Open(HeadField field, string label)
    {
        if (!HeadVocabulary.IsGroup(field) || !HeadVocabulary.IsGroup(_field))
            _empty.Clear();

        (_field, _label) = (field, label);
        facts.ExpectNoPlace();
        if (field == HeadField.Kind)
        {
            facts.SetTitleLine(label);
            _field = HeadField.None;
        }
        else if (HeadVocabulary.IsGroup(field))
        {
            _empty.Add((field, label));
        }
    }

    private void ReadValue(Block block)
    {
        if (HeadVocabulary.IsGroup(_field) && !(ForumTitle.IsTitle(block.Line) && !inItem))
        {
            Take(block.Line);
        }
        else if (_field != HeadField.None)
        {
            Take(block.Text);
            _field = HeadField.None;
        }
        else if (!inItem && IsTitleLine(block))
        {
            facts.SetTitleLine(block.Line);
        }
        else
        {
            facts.Keep(null, block.ToText());
        }
    }

    private bool IsTitleLine(Block block) =>
        ForumTitle.IsTitle(block.Line)
        || (facts.Forum is null && block.Kind == BlockKind.Paragraph && (ForumTitle.LooksLikeForum(block.Line) || block.HeadingLevel > 0) && block.Line.Length < 120)
        || (facts.Date is null && block.Line.Length < 120 && DanishDate.Find(block.Line) is { } date && IsLittleElse(block.Line, date) && TakeTime(block.Line[BeforeDate(block.Line, date)..]));

    /// <summary>"Onsdag den 4. marts 2027", "Møde den 4. marts 2027 fra kl. 9 til 11".</summary>
    private static bool IsLittleElse(string line, DanishDate date) => date.Start < 2 || date.Length > line.Length / 2 || BeforeDate(line, date) > 0;

    /// <summary>How much of a line are words such as "Møde" or "Ordinært møde" before its date; 0 where something else stands there.</summary>
    private static int BeforeDate(string line, DanishDate date) => date.Start > 0 && !ForumTitle.SaysMore(line[..date.Start], forum: null) ? date.Start : 0;

    /// <summary>A line that is little but the date is the meeting's time without its label.</summary>
    private bool TakeTime(string line)
    {
        facts.Set(HeadField.Time, "Tid", line);
        return true;
    }

    private void Take(string value)
    {
        if (!HeadVocabulary.IsGroup(_field))
        {
            facts.Set(_field, _label, value);
            _field = HeadField.None;
            return;
        }

        // Two labels stand above each other when a table has lost its borders: who is on the list already has sent an apology and is no guest.
        var group = _empty.Count > 1 && _empty.Any(label => label.Group == HeadField.Apologies) && facts.Participants.Knows(value)
            ? HeadField.Apologies
            : _field;
        // "Ulla Rask. Som stedfortræder for Ulla Rask mødte Dorthe Elm": a list, and sentences behind it.
        var sentences = AttendanceSentences.Split(value).ToList();
        if (sentences.Count > 1 && sentences.Skip(1).Any(sentence => AttendanceSentences.Read(sentence).Count > 0))
        {
            foreach (var sentence in sentences.Skip(1))
            {
                HeadSentences.ReadAttendance(facts, sentence, _at);
                facts.Keep(_label, sentence);
            }

            value = sentences[0];
        }

        foreach (var left in facts.Participants.Add(group, value))
            KeepStranger(left);
    }

    /// <summary>What stands among the people and is nobody: kept, and asked about unless it only says where the next ones come from.</summary>
    private void KeepStranger(string text)
    {
        facts.Keep(_label, text);
        if (!GroupHeading.IsOrigin(text) && !ParticipantWords.IsOrganisation(text))
            facts.Doubts.Ask("participants", _at, Questions.NotAPerson(text));
    }

    private void ReadRow(string row)
    {
        var cells = row.Split('\t', StringSplitOptions.TrimEntries);
        var field = HeadVocabulary.FieldOf(cells[0]);
        if (field == HeadField.None)
        {
            ReadLooseCells(cells);
            return;
        }

        Open(field, cells[0].TrimEnd(':'));
        var value = cells.Length > 1 ? cells[1] : "";
        if (value.Length > 0 && field != HeadField.Kind)
            Take(value);

        if (cells.Length > 3 && HeadVocabulary.FieldOf(cells[2]) != HeadField.None)
        {
            ReadRow(string.Join('\t', cells[2..]));
            return;
        }

        foreach (var cell in cells.Skip(2))
            facts.Keep(null, cell);
    }

    private void ReadLooseCells(string[] cells)
    {
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (Vocabulary.Fold(cells[0]) is "navn" or "deltager" or "medlem")
        {
            // The header row of a table of people.
            _field = HeadVocabulary.IsGroup(_field) ? _field : HeadField.Members;
            return;
        }

        if (HeadVocabulary.IsGroup(_field) && filled.Count > 0)
        {
            Take(string.Join(", ", filled));
            return;
        }

        foreach (var line in filled.SelectMany(cell => cell.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            ReadLine(new Block(BlockKind.Paragraph, line));
    }
}

/// <summary>What is left of a line when its date and its times have been read.</summary>
internal static class HeadTime
{
    public static string Rest(string value, ClockTimes? times)
    {
        var text = WithoutDate(value);
        text = times is not null && times.Position + times.Length <= text.Length ? text.Remove(times.Position, times.Length) : text;
        return CharacterCleaner.Collapse(text.Replace('\n', ' ')).Trim(' ', ',', '.', '-', '–', '/', '|', '·', '(', ')', ':', ';');
    }

    public static string WithoutDate(string value) => DanishDate.Find(value) is { } date ? value.Remove(date.Start, date.Length) : value;
}
