using Klynge.Documents.Layout;
using Klynge.Documents.Markup;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>Sorts the blocks of one item into its parts. What no part takes stays in the section that is open.</summary>
internal sealed class ItemBody
{
    private const int MaxAttachmentLength = 200;
    private const int LinesOfMarks = 4;

    private readonly ItemContext _context;
    private readonly string _title;
    private readonly List<(string? Heading, List<string> Blocks)> _sections = [];
    private readonly ItemRecommendations _recommendations;
    private readonly List<string> _attachments = [];
    private readonly ItemDecision _decision;
    private LabelKind _open = LabelKind.Section;
    private string? _heading;
    private ItemTitle _facts;
    private bool? _closed;

    private ItemBody(ItemContext context, string heading, ItemTitle title, bool? closed)
    {
        (_context, _title, _facts, _closed) = (context, heading, title, closed);
        _recommendations = new ItemRecommendations(context);
        _decision = new ItemDecision(context);
    }

    public static MinutesItem Read(ItemHeading heading, IReadOnlyList<Block> prelude, IReadOnlyList<Block> blocks, ItemContext context)
    {
        var (marked, closed, mark) = Closedness.OfTitle(heading.Title);
        var title = ItemTitle.Read(marked);
        var body = new ItemBody(context, heading.Title, title, closed);
        foreach (var block in prelude.Where(block => Closedness.OfPart(block.Line) is null))
            body.ToSection(block, null);

        if (mark.Length > 0)
            body.ToSection(new Block(BlockKind.Paragraph, mark), null);

        var decisions = Decisions.In(blocks);
        for (var at = RepeatsTitle(heading, blocks) ? 1 : 0; at < blocks.Count; at++)
            body.Add(blocks[at], decisions.RoleOf(at), at);

        return body.Build(heading, Closedness.OfTitle(title.Title));
    }

    /// <summary>Minutes systems print the title of an item again as the first line of its case: "Punkt 4: Ny kran - 25 min", "Ny kran - 25 min".</summary>
    private static bool RepeatsTitle(ItemHeading heading, IReadOnlyList<Block> blocks) =>
        blocks is [{ Kind: BlockKind.Paragraph } first, ..] && IsSame(first.Text, heading.Title);

    private static bool IsSame(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string title) => title.Trim(' ', '.', ':');

    private MinutesItem Build(ItemHeading heading, (string Title, bool? IsClosed, string Mark) title)
    {
        var sections = _sections
            .Select(section => new MinutesSection(section.Heading, RichText.Join(section.Blocks)))
            .Where(section => section.Text.Length > 0)
            .ToList();
        _recommendations.AskWhatIsMissing(title.Title);
        var (attachments, required) = RequiredReading.Read(_attachments, sections, _context);
        return new MinutesItem
        {
            Number = heading.Number,
            Title = title.Title,
            Presenter = _facts.Presenter,
            Slot = _facts.Slot,
            Minutes = _facts.Minutes,
            IsClosed = _closed ?? title.IsClosed ?? heading.IsClosed ?? false,
            Sections = sections,
            Recommendations = _recommendations.Entries,
            Attachments = attachments,
            RequiredReading = required,
            Decision = _decision.Text,
        };
    }

    // "Indstilling" opens a part, "Bilag" the next; what no label opens goes on in the one that is open.
    private void Add(Block block, DecisionRole role, int at)
    {
        if (role == DecisionRole.RunningHead || (at < 2 && TakeFacts(block.Line)) || (at < LinesOfMarks && TakeClosedness(block.Line)))
            return;

        var heading = block.Line;
        var rest = "";
        var kind = block.Kind == BlockKind.Bullet ? LabelKind.None : Vocabulary.Read(block, out heading, out rest);
        if (role == DecisionRole.Section || kind == LabelKind.Section || (kind == LabelKind.Decision && _context.Decisions.IsOfAnotherMeeting(heading)))
        {
            OpenSection(block, heading, rest);
        }
        else if (kind == LabelKind.None && block.HeadingLevel > 0)
        {
            (_open, _heading) = (LabelKind.Section, block.Line);
            _recommendations.Close();
        }
        else if (kind == LabelKind.None || !OpenLabel(kind, heading, rest, block))
        {
            Take(block);
        }
    }

    // "(Lukket punkt)" right below the heading.
    private bool TakeClosedness(string line)
    {
        if (Closedness.OfLine(line) is not { } closed)
            return false;

        // The word stays as text: it is the paper's own, and no part of what was decided.
        _closed = closed;
        ToSection(new Block(BlockKind.Paragraph, line), null);
        return true;
    }

    // "Kl. 13.10-13.30 · v/ Lene Skov" right below the heading.
    private bool TakeFacts(string line)
    {
        if (ItemTitle.ReadFacts(line) is { } facts && !Contradicts(facts))
        {
            _facts = new ItemTitle("", _facts.Presenter ?? facts.Presenter, _facts.Slot ?? facts.Slot, _facts.Minutes ?? facts.Minutes);
            return true;
        }

        _facts = _facts with { Presenter = _facts.Presenter ?? ItemTitle.IntroducerOf(line) };
        return false;
    }

    /// <summary>The heading already says who or when, and says it differently: then the line stays as text.</summary>
    private bool Contradicts(ItemTitle facts) =>
        (facts.Presenter is not null && _facts.Presenter is not null && facts.Presenter != _facts.Presenter)
        || (facts.Slot is not null && _facts.Slot is not null && facts.Slot != _facts.Slot)
        || (facts.Minutes is not null && _facts.Minutes is not null && facts.Minutes != _facts.Minutes);

    private bool OpenLabel(LabelKind kind, string heading, string rest, Block block)
    {
        if (kind == LabelKind.Recommendation && RecommendationStem.Read(block.Line) is not null)
            return false;

        _open = kind;
        _recommendations.Close();
        if (kind == LabelKind.Recommendation)
            _recommendations.Open(heading, block.At);

        if (kind == LabelKind.Decision)
            _decision.Open(heading, isKnown: block.Opens != LabelKind.None, block.At);

        // "Beslutning for Punkt 3: Ny kran": what stands behind the label is the item's title once more.
        if (kind == LabelKind.Decision && IsSame(rest, _title))
            return true;

        if (rest.Length > 0 && kind == LabelKind.Attachments)
        {
            _attachments.Add(rest);
            _open = LabelKind.Section;
        }
        else if (rest.Length > 0)
        {
            Take(new Block(BlockKind.Paragraph, rest) { At = block.At });
        }

        return true;
    }

    private void OpenSection(Block block, string heading, string rest)
    {
        (_open, _heading) = (LabelKind.Section, heading);
        _recommendations.Close();
        if (rest.Length > 0)
            Take(block with { Kind = BlockKind.Paragraph, Text = rest, Opens = LabelKind.None });
    }

    // "Det indstilles, at forummet" opens the list of recommendations, whatever part is open but the decision.
    private void Take(Block block)
    {
        if (block.Kind != BlockKind.Bullet && _open != LabelKind.Decision && RecommendationStem.Read(block.Line) is { } stem)
        {
            OpenStem(stem, block.At);
            return;
        }

        if (_recommendations.IsOpen && _recommendations.Take(block))
            return;

        if (_recommendations.HasEnded)
        {
            // "Beskrivelse af sagen" after the list: a heading that nobody knows opens a section of its own.
            _heading = UnnumberedItems.LooksLikeTitle(block) && block.Line.Split(' ').Length <= 5 ? block.Line : _heading;
            _open = LabelKind.Section;
            _recommendations.Close();
            if (_heading == block.Line)
                return;
        }

        if (_open == LabelKind.Attachments && IsAttachment(block))
            _attachments.Add(block.Kind == BlockKind.Row ? block.Text : block.Kind == BlockKind.Numbered && block.Number == 0 ? block.Line : block.Text);
        else if (_open == LabelKind.Decision)
            _decision.Add(block);
        else
            ToSection(block, _heading);
    }

    private void OpenStem(RecommendationStem stem, int line)
    {
        if (stem.Kept.Length > 0)
            ToSection(new Block(BlockKind.Paragraph, stem.Kept), _recommendations.Heading ?? _heading);

        _recommendations.OpenStem(stem, underLabel: _open == LabelKind.Recommendation, line);
        _open = _open is LabelKind.Attachments ? LabelKind.Section : _open;
    }

    // "Budget 2027.pdf", "Bilag 1: Notat."; not "Udvalget behandler bilagene på mødet i maj."
    private static bool IsAttachment(Block block) =>
        block.IsListEntry || (block.Text.Length <= MaxAttachmentLength && !RequiredReading.IsSentence(block.Text)
            && (!block.Text.EndsWith('.') || block.Text.StartsWith("Bilag", StringComparison.OrdinalIgnoreCase)));

    private void ToSection(Block block, string? heading)
    {
        _open = _open == LabelKind.Attachments ? LabelKind.Section : _open;
        var at = _sections.FindLastIndex(section => section.Heading == heading);
        if (at < 0)
        {
            _sections.Insert(heading is null ? 0 : _sections.Count, (heading, []));
            at = heading is null ? 0 : _sections.Count - 1;
        }

        _sections[at].Blocks.Add(block.ToText());
    }
}
