using System.Text.Json.Nodes;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>
/// Two people had the same text open and the other one saved first. Neither text is lost: the person's own stands in the form, where »Gem« is
/// now a choice made knowingly, and what is saved stands above it with the button that takes it instead.
/// </summary>
/// <param name="Saved">What is saved, field by field, where it is not what was typed.</param>
/// <param name="UseSaved">Opens the form with what is saved.</param>
internal sealed record EditConflict(IReadOnlyList<(string Label, string Text)> Saved, ExecuteAction UseSaved)
{
    /// <summary>Enough to tell two versions apart; the form with what is saved has it whole.</summary>
    private const int MaxShownLength = 400;

    /// <param name="verb">Opens the form with what is saved.</param>
    /// <param name="fields">»Titel«, as it is saved, as it was typed.</param>
    internal static EditConflict Of(ButtonRight verb, JsonObject data, params IEnumerable<(string Label, string? Saved, string? Typed)> fields) => new(
        [
            .. fields
                .Where(field => DanishText.CleanLines(field.Saved) != DanishText.CleanLines(field.Typed))
                .Select(field => (field.Label, DanishText.CleanLines(field.Saved))),
        ],
        CardParts.Button(Texts.UseSaved, verb, data));

    internal Container ToElement() => new(
    [
        CardParts.Line(Texts.SavedMeanwhile),
        .. Saved.SelectMany(field => new CardElement[]
        {
            new TextBlock(CardText.Escape(field.Label)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            CardParts.Line(field.Text.Length == 0 ? Texts.EmptyField : DanishText.Shorten(field.Text, MaxShownLength)) with { Spacing = Spacing.None },
        }),
        new ActionSet(UseSaved) { Spacing = Spacing.Small },
    ])
    {
        Style = ContainerStyle.Warning,
    };
}
