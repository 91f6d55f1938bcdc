namespace Klynge.Teams.Cards;

/// <summary>
/// Lays buttons out so that a phone of 320 px shows their words whole: Teams puts a card's own buttons side by side and cuts what does not
/// fit.
/// </summary>
public static class ButtonLines
{
    /// <summary>So many letters have room on two buttons side by side.</summary>
    private const int LettersOfALine = 28;

    /// <summary>Lines of two, or of one where two do not fit.</summary>
    public static IEnumerable<ActionSet> Of(IEnumerable<CardAction> buttons)
    {
        CardAction? first = null;
        foreach (var button in buttons)
        {
            if (first is null)
            {
                first = button;
            }
            else if (first.Title.Length + button.Title.Length <= LettersOfALine)
            {
                yield return new ActionSet(first, button) { Spacing = Spacing.Small };
                first = null;
            }
            else
            {
                yield return new ActionSet(first) { Spacing = Spacing.Small };
                first = button;
            }
        }

        if (first is not null)
            yield return new ActionSet(first) { Spacing = Spacing.Small };
    }

    /// <summary>The card with its own buttons below its text. What fits in one line stays where it is.</summary>
    public static AdaptiveCard WithButtonsInLines(this AdaptiveCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var lines = Of(card.Actions ?? []).ToList();
        return lines.Count < 2
            ? card
            : card with { Body = [.. card.Body, new Container([.. lines]) { Spacing = Spacing.Medium }], Actions = null };
    }
}
