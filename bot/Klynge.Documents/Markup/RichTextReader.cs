using Klynge.Documents.Layout;
using Klynge.Domain.Calendar;

namespace Klynge.Documents.Markup;

/// <summary>
/// Reads the blocks line by line. This is no parser of CommonMark, which takes »3. maj« for the third entry of a list, loses the b of »b)«
/// and the tabs of a pasted table: people write minutes, and the labels they type stay as they typed them.
/// </summary>
internal sealed class RichTextReader(string text)
{
    private const int MaxLevel = 8;

    private readonly string[] _lines = DanishText.CleanLines(text).Split('\n');
    private readonly List<RichBlock> _blocks = [];
    private readonly List<string> _open = [];
    private readonly Stack<int> _indents = new();
    private ListLabel? _label;
    private int _level;
    private bool _isAfterBlank;

    public RichText Read()
    {
        for (var at = 0; at < _lines.Length;)
            at += Take(at);

        Close();
        return new RichText(_blocks);
    }

    /// <returns>How many lines were read.</returns>
    private int Take(int at)
    {
        var line = _lines[at];
        if (line.Length == 0)
        {
            _isAfterBlank = true;
            return 1;
        }

        if (HeadingOf(line) is { } heading)
        {
            Add(new RichHeading(InlineReader.ReadBlock(heading, from: 1)));
        }
        else if (ListLabel.Read(line) is { Text.Length: > 0 } label)
        {
            Close();
            (_label, _level) = (label, LevelOf(label.Indent));
            _open.Add(label.Text);
        }
        else if (TableLines.Read(_lines.AsSpan(at), out var length) is { } table)
        {
            Add(table);
            _isAfterBlank = false;
            return length;
        }
        else
        {
            AddText(line);
        }

        _isAfterBlank = false;
        return 1;
    }

    private static string? HeadingOf(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('#');
        return marks is > 0 and <= 6 && char.IsWhiteSpace(line[marks]) && line.AsSpan(marks).Trim().Length > 0 ? line[marks..].Trim() : null;
    }

    /// <summary>A line below another one goes on in its block; one that is indented after a blank line is still part of the list's entry.</summary>
    private void AddText(string line)
    {
        if (_isAfterBlank && !(_label is not null && line[0] == ' '))
            Close();

        if (_open.Count == 0)
            _indents.Clear();

        _open.Add(line.Trim());
    }

    private int LevelOf(int indent)
    {
        while (_indents.Count > 0 && _indents.Peek() > indent)
            _indents.Pop();

        if (_indents.Count == 0 || _indents.Peek() < indent)
            _indents.Push(indent);

        return Math.Min(_indents.Count - 1, MaxLevel);
    }

    private void Add(RichBlock block)
    {
        Close();
        _indents.Clear();
        _blocks.Add(block);
    }

    private void Close()
    {
        if (_open.Count > 0)
        {
            var spans = InlineReader.ReadBlock(string.Join('\n', _open), from: _label is null ? 0 : 1);
            _blocks.Add(_label is null ? new RichParagraph(spans) : new RichEntry(_level, _label.Label, spans));
        }

        _open.Clear();
        _label = null;
    }
}
