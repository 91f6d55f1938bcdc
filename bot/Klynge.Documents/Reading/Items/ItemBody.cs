using Klynge.Documents.Layout;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>Sorts the blocks of one item into its parts. What no part takes stays in the section that is open.</summary>
internal sealed class ItemBody
{
    private const int LongestAttachment = 200;

    private readonly List<(string? Heading, List<string> Blocks)> _sections = [];
    private readonly List<string> _recommendations = [];
    private readonly List<string> _attachments = [];
    private readonly List<string> _decision = [];
    private LabelKind _open = LabelKind.Section;
    private string? _heading;
    private string? _recommendationHeading;
    private bool _stemOpen;
    private ItemTitle _facts = new("", null, null, null);

    public static MinutesItem Read(ItemHeading heading, IReadOnlyList<Block> blocks)
    {
        var title = ItemTitle.Read(heading.Title);
        var body = new ItemBody { _facts = title };
        var decisions = Decisions.In(blocks);
        for (var at = 0; at < blocks.Count; at++)
            body.Add(blocks[at], decisions.RoleOf(at), isFirst: at < 2);

        return body.Build(heading.Number, title.Title);
    }

    private MinutesItem Build(int? number, string title)
    {
        var sections = _sections
            .Select(section => new MinutesSection(section.Heading, MinutesText.Join(section.Blocks)))
            .Where(section => section.Text.Length > 0);
        var decision = MinutesText.Join(_decision);
        return new MinutesItem
        {
            Number = number,
            Title = title,
            Presenter = _facts.Presenter,
            Slot = _facts.Slot,
            Minutes = _facts.Minutes,
            IsClosed = title.Contains("lukket punkt", StringComparison.OrdinalIgnoreCase) || title.Contains("(lukket)", StringComparison.OrdinalIgnoreCase),
            Sections = [.. sections],
            Recommendations = _recommendations,
            Attachments = _attachments,
            Decision = decision.Length > 0 ? decision : null,
        };
    }

    private void Add(Block block, DecisionRole role, bool isFirst)
    {
        var line = block.Line;
        if (role == DecisionRole.RunningHead || (isFirst && TakeFacts(line)))
            return;

        var kind = block.Kind == BlockKind.Bullet ? LabelKind.None : Vocabulary.Read(line, out _, out _);
        if (role == DecisionRole.Section)
        {
            OpenSection(block, line);
        }
        else if (kind == LabelKind.None && block.HeadingLevel > 0)
        {
            (_open, _heading, _stemOpen) = (LabelKind.Section, line, false);
        }
        else if (kind == LabelKind.None || !OpenLabel(block, kind, line))
        {
            Take(block);
        }
    }

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

    private bool OpenLabel(Block block, LabelKind kind, string line)
    {
        Vocabulary.Read(line, out var heading, out var rest);
        if (kind == LabelKind.Section)
        {
            OpenSection(block, line);
            return true;
        }

        if (kind == LabelKind.Recommendation && RecommendationStem.Read(line) is not null)
            return false;

        (_open, _stemOpen) = (kind, false);
        _recommendationHeading = kind == LabelKind.Recommendation ? heading : null;
        if (kind == LabelKind.Decision && !IsPlainDecision(heading))
            _decision.Add(heading);

        if (rest.Length > 0 && kind == LabelKind.Attachments)
        {
            _attachments.Add(rest);
            _open = LabelKind.Section;
        }
        else if (rest.Length > 0)
        {
            Take(new Block(BlockKind.Paragraph, rest));
        }

        return true;
    }

    /// <summary>"Beslutning i Chefforum d. 3. maj" says more than that a decision follows, so the words stay.</summary>
    private static bool IsPlainDecision(string heading) => !heading.Contains(' ', StringComparison.Ordinal) || Vocabulary.Fold(heading) is "referat og beslutning" or "referat af punktet";

    private void OpenSection(Block block, string line)
    {
        Vocabulary.Read(line, out var heading, out var rest);
        (_open, _heading, _stemOpen) = (LabelKind.Section, heading, false);
        if (rest.Length > 0)
            Take(block with { Kind = BlockKind.Paragraph, Text = rest });
    }

    private void Take(Block block)
    {
        if (block.Kind != BlockKind.Bullet && _open != LabelKind.Decision && RecommendationStem.Read(block.Line) is { } stem)
        {
            OpenStem(stem);
            return;
        }

        if (_stemOpen || _open == LabelKind.Recommendation)
        {
            TakeRecommendation(block);
        }
        else if (_open == LabelKind.Attachments && IsAttachment(block))
        {
            _attachments.Add(block.Kind == BlockKind.Row ? block.Text : block.Kind == BlockKind.Numbered && block.Number == 0 ? block.Line : block.Text);
        }
        else if (_open == LabelKind.Decision)
        {
            _decision.Add(block.ToText());
        }
        else
        {
            ToSection(block, _heading);
        }
    }

    private void OpenStem(RecommendationStem stem)
    {
        if (stem.Kept.Length > 0)
            ToSection(new Block(BlockKind.Paragraph, stem.Kept), _recommendationHeading ?? _heading);

        if (stem.Rest.Length > 0)
            _recommendations.Add(stem.Rest);

        var closed = stem.Rest.Length > 0 && _open != LabelKind.Recommendation;
        (_stemOpen, _open) = (!closed, _open == LabelKind.Attachments ? LabelKind.Section : _open);
    }

    private void TakeRecommendation(Block block)
    {
        var entry = block.IsListEntry || _open == LabelKind.Recommendation || RecommendationVerbs.StartsWithVerb(block.Text);
        if (!entry)
        {
            (_stemOpen, _open) = (false, LabelKind.Section);
            Take(block);
        }
        else if (block is { IsListEntry: true, Level: > 0 } && _recommendations.Count > 0)
        {
            _recommendations[^1] = MinutesText.Join([_recommendations[^1], block.ToText()]);
        }
        else
        {
            _recommendations.Add(block.Text);
        }
    }

    private static bool IsAttachment(Block block) =>
        block.IsListEntry || (block.Text.Length <= LongestAttachment && (!block.Text.EndsWith('.') || block.Text.StartsWith("Bilag", StringComparison.OrdinalIgnoreCase)));

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
