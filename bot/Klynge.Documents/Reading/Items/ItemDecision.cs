using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Markup;
using Klynge.Documents.Reading.People;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>The text of one item's decision, and what makes it doubtful: a second label, or a line that looks like the heading of something else.</summary>
internal sealed partial class ItemDecision(ItemContext context)
{
    private readonly List<string> _blocks = [];
    private bool _isOpened;

    public string? Text => RichText.Join(_blocks) is { Length: > 0 } text ? text : null;

    /// <param name="heading">The label as printed.</param>
    /// <param name="isKnown">It stands under most items, so its words say nothing of this one.</param>
    /// <param name="line">Where it stands.</param>
    public void Open(string heading, bool isKnown, int line)
    {
        if (!isKnown && context.Decisions.SaysMore(heading))
            _blocks.Add(heading);

        if (_isOpened && _blocks.Count > 0)
            context.Ask("decision", line, Questions.LabelInDecision(heading));

        _isOpened = true;
    }

    public void Add(Block block)
    {
        if (_blocks.Count > 0 && block.BlankBefore && MayBeHeading(block))
            context.Ask("decision", block.At, Questions.LabelInDecision(block.Line));

        _blocks.Add(block.ToText());
    }

    private static bool MayBeHeading(Block block) =>
        UnnumberedItems.LooksLikeTitle(block)
        && block.Line.Split(' ').Length <= 4
        && RecommendationOutcomes.Of(block.Line) is null
        && AttendanceSentences.Read(block.Line).Count == 0
        && !Verb().IsMatch(block.Line);

    [GeneratedRegex(@"\b(blev|er|var|har|havde|skal|vil|kan|deltog|stemte|ønsker|\p{Ll}{3,}(ede|edes|tages))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();
}
