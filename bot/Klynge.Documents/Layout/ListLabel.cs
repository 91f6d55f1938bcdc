using System.Globalization;
using System.Text.RegularExpressions;

namespace Klynge.Documents.Layout;

/// <summary>The bullet or the number at the start of a line.</summary>
internal sealed partial record ListLabel(BlockKind Kind, string Label, int Number, int Indent, string Text)
{
    public static ListLabel? Read(string line)
    {
        var bullet = Bullet().Match(line);
        if (bullet.Success)
        {
            return new ListLabel(BlockKind.Bullet, "", 0, Width(bullet.Groups["indent"]), line[bullet.Length..].Trim());
        }

        var match = Numbered().Match(line);
        if (!match.Success)
        {
            return null;
        }

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

    [GeneratedRegex(@"^(?<indent>\s*)((?<label>\d{1,2})(?<end>[.)])(?=\s|\p{Lu})|(?<label>[a-hj-z])(?<end>\))(?=\s)|(?<label>[a-h])(?<end>\.)(?=\s+(?!eks)\p{L}))\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|møde|gang)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAfter();
}
