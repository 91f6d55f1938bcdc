using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.Items;

namespace Klynge.Documents.Layout;

/// <summary>Makes paragraphs, list entries and rows out of cleaned lines.</summary>
internal sealed class BlockBuilder(LineHealing healing, bool isWord)
{
    private readonly List<Block> _blocks = [];
    private readonly Stack<int> _indents = new();
    private Block? _open;
    private string _lastLine = "";
    private bool _blank = true;
    private bool _gap;

    public static List<Block> Build(IReadOnlyList<SourceLine> lines, bool isWord)
    {
        var healing = new LineHealing(isWord ? [] : [.. lines.Select(line => line.Text)]);
        var builder = new BlockBuilder(healing, isWord);
        foreach (var line in lines)
            builder.Add(line);

        builder.Close();
        return builder._blocks;
    }

    private void Add(SourceLine line)
    {
        if (line.IsBlank)
        {
            _gap |= line.Text == PageFurniture.Gap;
            _blank = true;
            return;
        }

        var text = Trimmed(line);
        if (!isWord && Continues(line, text))
        {
            _open = _open! with { Text = LineHealing.Join(_open.Text, text) };
        }
        else
        {
            Close();
            _open = Open(line, text) with { BlankBefore = _blank, At = line.Number };
        }

        (_lastLine, _blank, _gap) = (text, false, false);
    }

    private static string Trimmed(SourceLine line) => line.Text.Contains('\t', StringComparison.Ordinal) || line.Text.Contains('\n', StringComparison.Ordinal)
        ? string.Join('\n', line.Text.Split('\n').Select(part => part.Trim(' ')).Where(part => part.Trim().Length > 0)).Trim('\n', ' ')
        : CharacterCleaner.Collapse(line.Text);

    // "Forummet drøftede budgettet for" and "2027 og blev enige om …": a line that the page broke goes on in the next.
    private bool Continues(SourceLine line, string text)
    {
        if (_open is null || _open.Kind == BlockKind.Row || text.Contains('\t', StringComparison.Ordinal) || line.HeadingLevel > 0)
            return false;

        var acrossPages = _gap && char.IsLower(text[0]) && !LineHealing.EndsSentence(_lastLine) && _lastLine.Length > 20;
        if (_blank && !acrossPages && !(_gap && LineHealing.EndsInHyphen(_lastLine)))
            return false;

        if (IsHeadLabel(text) || Vocabulary.Read(text) != LabelKind.None || Vocabulary.IsLabel(_open.Line) || RecommendationStem.Read(text) is not null)
            return false;

        if (ListLabel.Read(line.Text) is { } label && !IsTextInDisguise(label))
            return false;

        if (text.StartsWith("at ", StringComparison.Ordinal) && (_open.Text.StartsWith("at ", StringComparison.Ordinal) || RecommendationStem.Opens(_lastLine)))
            return false;

        var entryGoesOn = _open.IsListEntry && char.IsLower(text[0]) && !LineHealing.EndsSentence(_lastLine);
        return acrossPages || entryGoesOn || healing.GoesOn(_lastLine, text);
    }

    private static bool IsHeadLabel(string text) => text.Contains(':', StringComparison.Ordinal) && HeadVocabulary.Read(text, out _) != HeadField.None;

    /// <summary>A line that only begins with a number because the sentence broke there ("… hvert / 4. år").</summary>
    private bool IsTextInDisguise(ListLabel label) =>
        label.Kind == BlockKind.Numbered
        && label.Text.Length > 0
        && char.IsLower(label.Text[0])
        && label.Number != _open!.Number + 1
        && !LineHealing.EndsSentence(_lastLine)
        && healing.IsFull(_lastLine, label.Label);

    // "Navn\tOrganisation" is a row, "3. Budget" an entry of a list, anything else a paragraph.
    private Block Open(SourceLine line, string text)
    {
        if (line.IsTableRow || (text.Contains('\t', StringComparison.Ordinal) && line.ListLabel.Length == 0 && ListLabel.Read(line.Text) is null))
            return new Block(BlockKind.Row, text) { IsBold = line.IsBold };

        var block = line.ListLabel.Length > 0 ? FromWordList(line, text) : FromText(line, text);
        if (block.IsListEntry && line.ListLabel.Length == 0)
            return block with { Level = LevelOf(block.Indent), HeadingLevel = line.HeadingLevel, IsBold = line.IsBold };

        if (!block.IsListEntry)
            _indents.Clear();

        return block with { HeadingLevel = line.HeadingLevel, IsBold = line.IsBold };
    }

    // Word counted "1." ahead of "Budget"; any other sign of its own is a bullet.
    private static Block FromWordList(SourceLine line, string text)
    {
        var numbered = ListLabel.Read($"{line.ListLabel} x");
        return numbered is { Kind: BlockKind.Numbered }
            ? new Block(BlockKind.Numbered, text) { Label = numbered.Label, Number = numbered.Number, Level = line.ListLevel }
            : new Block(BlockKind.Bullet, text) { Level = line.ListLevel };
    }

    private static Block FromText(SourceLine line, string text) => ListLabel.Read(line.Text) is { Text.Length: > 0 } label
        ? new Block(label.Kind, CharacterCleaner.Collapse(label.Text)) { Label = label.Label, Number = label.Number, Indent = label.Indent }
        : new Block(BlockKind.Paragraph, text);

    // Indents of 0, 4, 2 and 0 blanks are the levels 0, 1, 1 and 0: below the nearest entry that stands further left.
    private int LevelOf(int indent)
    {
        while (_indents.Count > 0 && _indents.Peek() > indent)
            _indents.Pop();

        if (_indents.Count == 0 || _indents.Peek() < indent)
            _indents.Push(indent);

        return Math.Min(_indents.Count - 1, 8);
    }

    private void Close()
    {
        if (_open is not null)
            _blocks.Add(_open);

        _open = null;
    }
}
