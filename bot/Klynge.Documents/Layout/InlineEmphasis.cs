using Klynge.Documents.Files;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Layout;

/// <summary>
/// Gives long texts back what was bold or italic within a line of a text file. Everything that looks for names, dates and labels reads the
/// words without their marks; a line that is found again whole in a text gets them back: "Det er **ikke** afgjort." Where it was joined with
/// the next one or cut, the words stay and the look is lost.
/// </summary>
internal sealed class InlineEmphasis
{
    /// <summary>Shorter lines may stand in the text more than once.</summary>
    private const int ShortestLine = 10;

    private readonly List<(string Plain, string Marked)> _lines = [];

    public static InlineEmphasis In(IEnumerable<SourceLine> lines)
    {
        var emphasis = new InlineEmphasis();
        foreach (var line in lines.Where(line => line.Meant is null && line.Text.Contains('*', StringComparison.Ordinal)))
        {
            var marked = CharacterCleaner.Characters(line.Text);
            marked = CharacterCleaner.Collapse(ListLabel.Read(marked) is { Text.Length: > 0 } label ? label.Text : marked);
            var plain = CharacterCleaner.Clean(marked);
            var isWhole = marked.Trim('*') == plain;
            if (plain != marked && !isWhole && plain.Length >= ShortestLine && !plain.Contains('*', StringComparison.Ordinal))
                emphasis._lines.Add((plain, marked));
        }

        return emphasis;
    }

    public MinutesDocument AddTo(MinutesDocument document) => _lines.Count == 0 ? document : document with
    {
        Sections = [.. document.Sections.Select(AddTo)],
        Items = [.. document.Items.Select(item => item with
        {
            Sections = [.. item.Sections.Select(AddTo)],
            Recommendations = [.. item.Recommendations.Select(AddTo)],
            Decision = item.Decision is { } decision ? AddTo(decision) : null,
        })],
    };

    private MinutesSection AddTo(MinutesSection section) => section with { Text = AddTo(section.Text) };

    private string AddTo(string text)
    {
        foreach (var (plain, marked) in _lines)
        {
            var at = text.IndexOf(plain, StringComparison.Ordinal);
            if (at >= 0)
                text = string.Concat(text.AsSpan(0, at), marked, text.AsSpan(at + plain.Length));
        }

        return text;
    }
}
