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
