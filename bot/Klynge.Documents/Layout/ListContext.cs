using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Reading;
using Klynge.Documents.Reading.Items;

namespace Klynge.Documents.Layout;

/// <summary>Whether a numbered line stands in a list that has begun: of recommendations, or of anything else.</summary>
internal sealed class ListContext
{
    private int _last = -1;
    private int _before = -1;

    /// <summary>The list belongs to "Det indstilles, at …".</summary>
    public bool IsRecommendation { get; private set; }

    // Below "Det indstilles, at forummet" a "1. godkender budgettet" begins its list; elsewhere "2." goes on only behind a "1.".
    public bool Continues(int number) => IsRecommendation ? number == _before + 1 || _before < 0 : _before >= 0 && number == _before + 1 && number > 1;

    public void Enter(Block block)
    {
        _before = _last;
        if (RecommendationStem.Read(block.Line) is { Rest.Length: 0 } || Vocabulary.Read(block.Line) == LabelKind.Recommendation)
        {
            (IsRecommendation, _last, _before) = (true, 0, -1);
        }
        else if (NumberedHeadings.NumberOf(block) is { } number)
        {
            IsRecommendation &= number == _last + 1;
            _before = IsRecommendation || number == _last + 1 ? _last : -1;
            _last = number;
        }
        else if (block.Kind != BlockKind.Bullet && !(block.Kind == BlockKind.Numbered && block.Level > 0))
        {
            (IsRecommendation, _last, _before) = (false, -1, -1);
        }
    }
}

/// <summary>The bullet or the number at the start of a line.</summary>
internal sealed partial record ListLabel(BlockKind Kind, string Label, int Number, int Indent, string Text)
{
    // "• Budget", "2) Budget", "b. Budget"; "1. maj" is a day, "3. kvartal" a time of the year.
    public static ListLabel? Read(string line)
    {
        var bullet = Bullet().Match(line);
        if (bullet.Success)
            return new ListLabel(BlockKind.Bullet, "", 0, Width(bullet.Groups["indent"]), line[bullet.Length..].Trim());

        var match = Numbered().Match(line);
        if (!match.Success)
            return null;

        var text = line[match.Length..].Trim();
        return MonthAfter().IsMatch(text) ? null : Entry(match, text);
    }

    private static ListLabel Entry(Match match, string text)
    {
        var label = match.Groups["label"].ValueSpan;
        var number = int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return new ListLabel(BlockKind.Numbered, $"{label}{match.Groups["end"].Value}", number, Width(match.Groups["indent"]), text);
    }

    private static int Width(Group indent) => indent.ValueSpan.Length + (3 * indent.ValueSpan.Count('\t'));

    [GeneratedRegex(@"^(?<indent>\s*)([•▪●○◦·‣⁃■□►➢✓✔→❖]|[*–—-](?=\s)|o(?=\s{2,}|\t))\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<indent>\s*)((?<label>\d{1,2})(?<end>[.)])(?=\s|\p{Lu})|(?<label>[a-hj-z])(?<end>\))(?=\s)|(?<label>[a-h])(?<end>\.)(?=\s+(?!eks)[*_<\[]*\p{L}))\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|møde|gang)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAfter();
}
