namespace Klynge.Documents.Reading.Items;

/// <summary>What an item is read with: whose decisions these are, and where its questions go.</summary>
/// <param name="At">The item's place, from 0, as paths count.</param>
/// <param name="Line">Where its heading stands.</param>
internal sealed record ItemContext(int At, int Line, DecisionLabel Decisions, Doubts Doubts)
{
    public void Ask(string fact, int line, string question) => Doubts.Ask($"items[{At}].{fact}", line, question);
}
