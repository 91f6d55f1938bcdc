using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

/// <summary>
/// A saved page of an agenda system as lines: headings, list entries and table rows by their tags. What the page does not show (scripts, styles,
/// elements marked as hidden) is no text. Tags are read one after the other, so a page that never closes them costs no more than one that does.
/// </summary>
internal sealed partial class HtmlReader
{
    /// <summary>Elements whose text is not what the page says.</summary>
    private static readonly FrozenSet<string> NoText = FrozenSet.Create(
        StringComparer.Ordinal, "script", "style", "head", "template", "noscript", "nav", "footer", "svg", "button", "select");

    /// <summary>Elements that have no end tag: &lt;br&gt;, &lt;img …&gt;.</summary>
    private static readonly FrozenSet<string> WithoutEnd = FrozenSet.Create(
        StringComparer.Ordinal, "br", "hr", "img", "input", "meta", "link", "col", "source", "wbr");

    /// <summary>Elements that begin a line of their own.</summary>
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.Ordinal,
        "p", "div", "section", "article", "dt", "dd", "hr", "header", "main", "blockquote", "body", "address", "figure", "fieldset", "label");

    private readonly List<SourceLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<(bool IsNumbered, int Number)> _lists = new();
    private List<string>? _cells;
    private string? _skipped;
    private int _depth;
    private int _heading;
    private string _label = "";

    public static bool Is(string text) => text.AsSpan().TrimStart() is ['<', ..] start && (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || (start.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<html", StringComparison.OrdinalIgnoreCase)));

    public static Result<MinutesSource> Read(string text, string name)
    {
        var reader = new HtmlReader();
        var at = 0;
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            reader.AddText(text[at..tag.Index]);
            reader.AddTag(text.Substring(tag.Index, tag.Length));
            at = tag.Index + tag.Length;
        }

        reader.AddText(text[at..]);
        reader.EndRow();
        return reader._lines.TrueForAll(line => line.IsBlank) ? new MinutesFileEmpty(name) : new MinutesSource(name, reader._lines, IsWord: true);
    }

    private void AddText(string text)
    {
        if (_skipped is null && text.Length > 0)
            _text.Append(Blanks().Replace(WebUtility.HtmlDecode(text), " "));
    }

    private void AddTag(string tag)
    {
        var match = Name().Match(tag);
        if (!match.Success)
            return;

        var name = match.Groups["name"].Value.ToLowerInvariant();
        var isEnd = match.Groups["end"].Success;
        if (_skipped is not null)
        {
            SkipTo(name, isEnd, tag);
        }
        else if (!isEnd && IsHidden(name, tag))
        {
            EndLine();
            (_skipped, _depth) = IsVoid(name) || tag.EndsWith("/>", StringComparison.Ordinal) ? (null, 0) : (name, 1);
        }
        else
        {
            Structure(name, isEnd);
        }
    }

    /// <summary>Elements of the same name inside a hidden one belong to it.</summary>
    private void SkipTo(string name, bool isEnd, string tag)
    {
        if (name != _skipped || tag.EndsWith("/>", StringComparison.Ordinal))
            return;

        _depth += isEnd ? -1 : 1;
        _skipped = _depth > 0 ? _skipped : null;
    }

    private void Structure(string name, bool isEnd)
    {
        switch (name)
        {
            case "td" or "th":
                EndCell();
                break;
            case "tr":
                EndRow();
                _cells = isEnd ? null : [];
                break;
            case "br":
                _text.Append('\n');
                break;
            case "ul" or "ol":
                EndLine();
                OpenList(name == "ol", isEnd);
                break;
            case "li":
                EndLine();
                _label = isEnd ? "" : NextLabel();
                break;
            case ['h', >= '1' and <= '6']:
                EndLine();
                _heading = isEnd ? 0 : name[1] - '0';
                break;
            case "table":
                EndRow();
                break;
            case var block when Blocks.Contains(block):
                EndLine();
                break;
            default:
                break;
        }
    }

    private void OpenList(bool isNumbered, bool isEnd)
    {
        if (!isEnd && _lists.Count < 64)
            _lists.Push((isNumbered, 0));
        else if (isEnd && _lists.Count > 0)
            _lists.Pop();
    }

    private string NextLabel()
    {
        if (!_lists.TryPop(out var list))
            return "•";

        _lists.Push((list.IsNumbered, list.Number + 1));
        return list.IsNumbered ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.Number + 1}.") : "•";
    }

    private void EndCell()
    {
        if (_cells is null)
            return;

        if (_text.ToString().Trim() is { Length: > 0 } text)
            _cells.Add(Blanks().Replace(text.Replace('\n', ' '), " "));

        _text.Clear();
    }

    /// <summary>A table may end without its last row's end: the page shows the row all the same.</summary>
    private void EndRow()
    {
        EndCell();
        if (_cells is { Count: > 0 })
            _lines.Add(new SourceLine(string.Join('\t', _cells), IsTableRow: _cells.Count > 1));

        (_cells, _label) = (null, _cells is null ? _label : "");
        EndLine();
    }

    /// <summary>Lines of a cell stand on its one line.</summary>
    private void EndLine()
    {
        if (_cells is not null)
        {
            _text.Append('\n');
            return;
        }

        foreach (var line in _text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            _lines.Add(new SourceLine(line, HeadingLevel: _heading, ListLabel: _label, ListLevel: Math.Max(0, _lists.Count - 1)));
            _label = "";
        }

        _text.Clear();
    }

    private static bool IsHidden(string name, string tag) =>
        NoText.Contains(name) || (tag.Length < 4000 && Hidden().IsMatch(tag));

    private static bool IsVoid(string name) => WithoutEnd.Contains(name);

    [GeneratedRegex(@"<!--.*?-->|<[!?][^>]*>|</?[a-zA-Z][^<>]*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^<(?<end>/)?(?<name>[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\shidden(\s|=|/?>)|aria-hidden\s*=\s*[""']?true|display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[^\S\n]+|(?<=\s)\n|\r", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
