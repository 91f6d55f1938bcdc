using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

/// <summary>A line that may begin an item, in one of the many ways that items are numbered.</summary>
/// <param name="Style">How it is numbered ("punkt:", "n.", "n/"): a document keeps to one, so a list or a quoted agenda in another is told apart.</param>
/// <param name="IsSure">The number is marked as one. "4 Borgere har klaget" is a sentence where "4 Borgerråd" is an item.</param>
/// <param name="Length">How many blocks the heading takes: the title may stand on the next line.</param>
internal sealed partial record HeadingCandidate(int Number, string Title, string Style, bool IsSure, int Length = 1)
{
    private const int MaxHeadingLength = 300;

    public static HeadingCandidate? Read(IReadOnlyList<Block> blocks, int at)
    {
        var block = blocks[at];
        if (block.Kind == BlockKind.Bullet || block.Line.Length > MaxHeadingLength)
            return null;

        return Named(blocks, at) ?? Numbered(block);
    }

    /// <summary>The number by which a line begins that is surely one of a list or of a heading; null for everything else.</summary>
    public static HeadingCandidate? Numbered(Block block)
    {
        if (block.Kind == BlockKind.Numbered)
            return block is { Number: > 0, Level: 0 } ? new HeadingCandidate(block.Number, block.Text, $"n{block.Label[^1]}", IsSure: true) : null;

        var match = block.Kind == BlockKind.Bullet || block.Line.Length > MaxHeadingLength ? Match.Empty : Prefix().Match(block.Line.Replace('\t', ' '));
        if (!match.Success)
            return null;

        var sure = match.Groups["sure"].Success || block.HeadingLevel > 0 || block.IsBold || block.Line.Contains('\t', StringComparison.Ordinal);
        var title = $"{match.Groups["time"].Value} {match.Groups["title"].Value}".Trim();
        return new HeadingCandidate(Int(match), title, $"n{match.Groups["end"].Value.Trim()}", sure);
    }

    /// <summary>"Punkt 3: Title", "Pkt. 3 – Title", "Ad 3) Title", "Ad. 3. Title", "Sag nr. 3 Title", "§ 3 Title", "Nr. 3 Title".</summary>
    private static HeadingCandidate? Named(IReadOnlyList<Block> blocks, int at)
    {
        var match = PunktHeading().Match(blocks[at].Line.Replace('\n', ' ').Replace('\t', ' '));
        if (!match.Success)
            return null;

        var title = match.Groups["title"].Value.Trim();
        var separator = match.Groups["sep"].Value;
        var style = $"{match.Groups["word"].Value.ToLowerInvariant()}{separator}";
        if (title.Length == 0 && at + 1 < blocks.Count && !Vocabulary.IsLabel(blocks[at + 1].Line))
            return new HeadingCandidate(Int(match), blocks[at + 1].Line, style, IsSure: true, Length: 2);

        return title.Length > 0 && (separator.Length > 0 || ((char.IsUpper(title[0]) || title[0] == '(') && !title.EndsWith('.')))
            ? new HeadingCandidate(Int(match), title, style, IsSure: true)
            : null;
    }

    private static int Int(Match match) => int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?<time>(kl\.?\s*)?\d{1,2}[.:]\d{2}\s*[-–]\s*(kl\.?\s*)?\d{1,2}[.:]\d{2})[:\s]+)?((?<sure>(?<n>\d{1,3})(?<end>[.)])\s+|(?<n>\d{1,2})(?<end>\.0)\.?:?\s+(?=\p{Lu})|(?<n>\d{1,2})(?<end>/)\s*(?=\p{Lu}\p{Ll})|(?<n>\d{1,2})\s*(?<end>[-–:])\s+(?=\p{Lu}))|(?<n>\d{1,2})(?<end>\s+)(?=\p{Lu}|\([ÅåLl](ben|ukke)))(?<title>\S.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?<word>punkt|pkt\.?|dagsordenspunkt|dagsordenpunkt|sag|ad\.? punkt|ad\.? pkt\.?|ad\.?|§|nr\.)\s*(nr\.?\s*)?(?<n>\d{1,3})(?![\d/]|[-.]\d|\.? (januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))\s*(?<sep>[:.)\-–—]?)\s*(?<title>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PunktHeading();
}
