using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Forums.People;

/// <summary>
/// A field for one person of a list. A short list stands in the card; in a long one the client searches while somebody types, and clients
/// that cannot have a second field for the name.
/// </summary>
internal static class PersonInput
{
    /// <summary>A choice is about 130 bytes of the card, and a card may have four such fields.</summary>
    internal const int MaxListed = 60;

    private const string TypedSuffix = "Name";

    /// <summary>A longer text is no name; it is refused whole, and stays in the field as it was typed.</summary>
    internal const int MaxName = 100;

    /// <param name="input">The field with the choices that come before the people.</param>
    /// <param name="after">The choices that come after them.</param>
    /// <param name="typed">What was typed when it was refused.</param>
    /// <param name="maxListed">Where other lists take room on the card, so many at the most.</param>
    /// <param name="typedLabel">Of the field for the name, where it is not in place of the choice.</param>
    internal static IEnumerable<CardElement> Of(
        ChoiceSetInput input, PeopleSource source, IReadOnlyList<Choice> people, IReadOnlyList<Choice>? after = null, string? typed = null, int maxListed = MaxListed,
        string typedLabel = "Eller skriv navnet (så gælder det)")
    {
        if (people.Count <= maxListed)
        {
            yield return input with { Choices = [.. input.Choices, .. people, .. after ?? []] };
            yield break;
        }

        yield return input with
        {
            Choices = [.. input.Choices, .. people.Where(one => one.Value == input.Value), .. after ?? []],
            Search = new DataQuery(source.Dataset),
            Style = ChoiceInputStyle.Filtered,
            Placeholder = input.Placeholder ?? "Søg efter et navn",
            IsRequired = false, // The name can stand in the other field.
            ErrorMessage = null,
        };
        yield return new TextInput(input.Id + TypedSuffix, typedLabel) { Value = typed, Spacing = Spacing.Small };
    }

    /// <summary>The name that was typed; null for none.</summary>
    internal static string? Typed(ActionData data, string field) =>
        DanishText.Clean(data.Text(field + TypedSuffix)) is { Length: > 0 } typed ? typed : null;

    /// <summary>What stands in either field; null for nothing.</summary>
    internal static string? Text(ActionData data, string field) => Typed(data, field) ?? data.Text(field);

    /// <summary>The fields of a card whose names are a prefix and an id, which were answered in one way or the other.</summary>
    internal static IEnumerable<TId> Answered<TId>(ActionData data, string prefix)
        where TId : struct, IRecordId => data.Names
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => name.EndsWith(TypedSuffix, StringComparison.Ordinal) ? name[prefix.Length..^TypedSuffix.Length] : name[prefix.Length..])
        .Select(CardIds.Read<TId>).OfType<TId>()
        .Where(id => Text(data, prefix + CardIds.Write(id)) is { Length: > 0 })
        .Distinct();
}
