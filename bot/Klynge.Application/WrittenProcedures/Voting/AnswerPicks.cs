using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>What is chosen for each recommendation in the inputs of a card. It is given back where something is wrong, and goes along to the text of the case.</summary>
/// <param name="Names">Of the answers, in the order of the recommendations; empty where nothing is chosen.</param>
public sealed record AnswerPicks(IReadOnlyList<string> Names)
{
    /// <summary>In the data of a button: how many recommendations the card asks about.</summary>
    internal const string Count = "of";

    /// <summary>In the data of a button: what was chosen when the card was drawn.</summary>
    internal const string Drawn = "drawn";

    /// <summary>In the data of a button: the version of the case whose recommendations the choices are of.</summary>
    internal const string Version = "version";

    private const string Field = "answer-";

    private static readonly Answer[] Choices = [Answer.Approve, Answer.ApproveWithRemarks, Answer.Reject];

    /// <summary>As <see cref="Drawn"/> holds it, without what is empty at the end.</summary>
    internal string Text => string.Join(',', Names).TrimEnd(',');

    internal static string FieldOf(int recommendation) => string.Create(CultureInfo.InvariantCulture, $"{Field}{recommendation}");

    /// <returns>Null where nothing is chosen for this version of the case: the third recommendation may be another one by now.</returns>
    internal static AnswerPicks? Read(ActionData data, ProcedureView view) => data.Integer(Version) is { } seen && seen != view.Version ? null : Read(data);

    /// <returns>Null where nothing is chosen, as on every card of a case that is answered as a whole.</returns>
    internal static AnswerPicks? Read(ActionData data)
    {
        var names = Enumerable.Range(1, CaseText.MaxRecommendations).Select(number => Known(data.Text(FieldOf(number)))).ToList();
        var last = names.FindLastIndex(name => name.Length > 0);
        return last < 0 ? null : new AnswerPicks(names[..(last + 1)]);
    }

    /// <summary>What a seat has answered, as it stands in the inputs; an answer to all of them stands in each.</summary>
    internal static AnswerPicks Of(SeatView seat, int count) => new([.. Enumerable.Range(1, count)
        .Select(number => SeparateAnswers.To(number, seat.Answer, seat.Answers))
        .Select(answer => answer is { } given && SeparateAnswers.IsOfOne(given) ? AnswerNames.Of(given) : string.Empty)]);

    /// <summary>The answer to each recommendation; <paramref name="rest"/> where none is chosen.</summary>
    internal static IReadOnlyList<Answer> Answers(AnswerPicks? picks, int count, Answer rest = default) =>
    [
        .. Enumerable.Range(0, Math.Clamp(count, 0, CaseText.MaxRecommendations))
            .Select(index => picks?.Names.ElementAtOrDefault(index) is { Length: > 0 } name ? AnswerNames.Read(name) : rest),
    ];

    /// <summary>
    /// Whether somebody has chosen something else than the button that they pressed says of all. Not where the choices are as they were drawn: then
    /// the press is what is new.
    /// </summary>
    internal static bool SayOtherwise(AnswerPicks? picks, Answer toAll, ActionData data) =>
        picks is not null && SeparateAnswers.IsOfOne(toAll)
        && picks.Names.Any(name => name.Length > 0 && AnswerNames.Read(name) != toAll)
        && data.Text(Drawn) != picks.Text;

    /// <summary>So that the choices come back with a button that leads away from them.</summary>
    internal static IEnumerable<(string Name, JsonNode Value)> Data(AnswerPicks? picks, ProcedureView view) => picks is null ? [] : picks.Names
        .Select((name, index) => (Field: FieldOf(index + 1), Name: name))
        .Where(one => one.Name.Length > 0)
        .Select(one => (one.Field, (JsonNode)JsonValue.Create(one.Name)))
        .Append((Version, JsonValue.Create(view.Version)));

    /// <summary>The recommendations, each with the choice of an answer below it.</summary>
    /// <param name="most">Characters of all recommendations together; longer ones are shortened, each by its share.</param>
    internal IEnumerable<CardElement> Questions(CaseText text, int most) => text.Recommendations.SelectMany((line, index) => LongText.Entry(index + 1, ToFit(line, text.Recommendations, most))
        .Select((element, at) => at == 0 ? element with { Spacing = Spacing.Medium } : element)
        .Append(Input(index + 1, Texts.AnswerTo(index + 1), Texts.ChooseAnswer) with { Spacing = Spacing.Small }));

    private static string ToFit(string line, IReadOnlyList<string> all, int most) =>
        all.Sum(one => one.Length) <= most ? line : LongText.Beginning(line, most / all.Count);

    /// <summary>The choices alone, for who answers on behalf of another.</summary>
    internal static IEnumerable<CardElement> Exceptions(AnswerPicks? picks, int? count) => Enumerable.Range(1, count ?? 0)
        .Select(number => (picks ?? new AnswerPicks([])).Input(number, Texts.AnswerIfOther(number), Texts.AsTheAnswer));

    private static string Known(string? name) => AnswerNames.Read(name) == default ? string.Empty : name!;

    private ChoiceSetInput Input(int number, string label, string none) =>
        new(FieldOf(number), label, [.. Choices.Select(answer => new Choice(Texts.Name(answer), AnswerNames.Of(answer)))])
        {
            Value = Names.ElementAtOrDefault(number - 1) is { Length: > 0 } name ? name : null,
            Placeholder = none,
        };
}
