using Klynge.Documents.Layout;
using Klynge.Documents.Markup;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// The recommendations of one item. They come as a list below a label or a sentence ("Direktionen indstiller, at …"), or as a sentence; a list
/// ends with the first paragraph that is no entry of it.
/// </summary>
internal sealed class ItemRecommendations(ItemContext context)
{
    private readonly List<string> _entries = [];
    private bool _underLabel;
    private bool _stemOpen;
    private bool _isList;
    private int _line;

    public IReadOnlyList<string> Entries => [.. _entries.Select(entry => RichText.ReadEntry(entry).ToMarkdown())];

    /// <summary>The label as printed, under which a sentence that says who recommends is kept.</summary>
    public string? Heading { get; private set; }

    public bool IsOpen => _stemOpen || _underLabel;

    /// <summary>The block that was just refused ended the list.</summary>
    public bool HasEnded { get; private set; }

    public void Open(string heading, int line) => (Heading, _underLabel, _stemOpen, _isList, _line, HasEnded) = (heading, true, false, false, line, false);

    public void OpenStem(RecommendationStem stem, bool underLabel, int line)
    {
        if (stem.Rest.Length > 0)
            _entries.Add(stem.Rest);

        (_stemOpen, _isList, _line, HasEnded) = (stem.Rest.Length == 0 || underLabel, stem.Rest.Length > 0, line, false);
    }

    public void Close() => (_underLabel, _stemOpen, _isList, Heading, HasEnded) = (false, false, false, null, false);

    /// <summary>Takes the block as an entry or a part of one; false where it is none, which ends the list.</summary>
    public bool Take(Block block)
    {
        if (block is { IsListEntry: true, Level: > 0 } && _entries.Count > 0)
        {
            _entries[^1] = RichText.Join([_entries[^1], (block with { Level = block.Level - 1 }).ToText()]);
            return true;
        }

        var isEntry = block.IsListEntry || RecommendationVerbs.StartsWithVerb(block.Text);
        if (isEntry || (_underLabel && !_isList && !RequiredReading.IsSentence(block.Text)))
        {
            _isList |= isEntry;
            _entries.Add(block.Text);
            if (!isEntry && (block.Text.Length > 250 || UnnumberedItems.LooksLikeTitle(block)))
                context.Ask("recommendations", block.At, Questions.EndOfRecommendations(block.Text));

            return true;
        }

        HasEnded = true;
        return false;
    }

    public void AskWhatIsMissing(string title)
    {
        if (_entries.Count == 0 && _line > 0)
            context.Ask("recommendations", _line, Questions.NoRecommendations(title));
    }
}
