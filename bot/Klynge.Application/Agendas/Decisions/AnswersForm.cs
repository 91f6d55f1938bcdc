using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime.Text;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// The form that answers an item's recommendations one by one, or all of them by one press. An item with many is answered on several pages.
/// </summary>
internal static class AnswersForm
{
    internal const string Text = "text";
    internal const string AllAs = "all";
    internal const string First = "first";

    /// <summary>So many with their choices fit a card.</summary>
    internal const int PageSize = 5;

    private const int MaxLine = 300;

    private static readonly IReadOnlyList<RecommendationOutcome> Outcomes = Enum.GetValues<RecommendationOutcome>();

    private static readonly IReadOnlyList<RecommendationOutcome> OneByAll = [RecommendationOutcome.Approved, RecommendationOutcome.Noted, RecommendationOutcome.Discussed];

    private static readonly string[] TypedFields = ["words", "body"];

    internal static string AnswerField(int number) => Field("answer", number);

    internal static string TextField(int number) => Field("words", number);

    internal static string BodyField(int number) => Field("body", number);

    internal static string UntilField(int number) => Field("until", number);

    /// <param name="first">The number of the first recommendation on the page.</param>
    /// <param name="typed">A decision that is typed and not saved yet, in place of the one that stands.</param>
    /// <param name="told">What has just happened, above the form.</param>
    internal static AdaptiveCard Build(AgendaView view, AgendaLine line, int first = 1, string? typed = null, string? told = null)
    {
        var (meeting, all) = (view.Meeting, line.Content.Recommendations);
        var from = Math.Clamp(first, 1, all.Count);
        var (answers, text) = DecisionText.Read(typed ?? line.Decision, all.Count);
        var shown = all.Select((words, index) => (Number: index + 1, Words: words)).Skip(from - 1).Take(PageSize).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(AnswerTexts.Of(meeting.Forum)),
            FallbackText = AnswerTexts.Of(meeting.Forum),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(AnswerTexts.Heading),
                CardParts.Line(AnswerTexts.Item(line.Number, DanishText.Shorten(line.Content.Title, 120))),
                .. told is null ? [] : new[] { new Container(CardParts.Line(told)) { Style = ContainerStyle.Good } },
                .. all.Count > PageSize ? [CardParts.Subtle(AnswerTexts.PageOf(from, shown[^1].Number, all.Count))] : Array.Empty<CardElement>(),
                .. CardParts.Lines(OneByAll.Select(outcome => AsAll(meeting, line, from, outcome))),
                .. shown.SelectMany(one => Inputs(one.Number, one.Words, answers.FirstOrDefault(answer => answer.Recommendation == one.Number))),
                new TextInput(Text, AnswerTexts.ItemText) { Value = text, IsMultiline = true, Placeholder = AnswerTexts.ItemTextHint },
            ],
            Actions =
            [
                Submit(meeting, line, from, AnswerTexts.Save) with { Style = ActionStyle.Positive },
                CardParts.Button(AnswerTexts.Back, AgendaVerbs.DecideForm, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>What came back: the answers to the recommendations that the page showed.</summary>
    internal static (IReadOnlyList<int> Shown, IReadOnlyList<RecommendationDecision> Answers, int? Unanswered) Read(ActionData data, AgendaLine line)
    {
        var from = Math.Max(data.Integer(First) ?? 1, 1);
        RecommendationOutcome? all = OutcomeOf(data.Text(AllAs));
        var count = line.Content.Recommendations.Count;
        var page = Enumerable.Range(from, PageSize).Where(number => number <= count).ToList();
        var answers = new List<RecommendationDecision>();
        int? unanswered = null;
        var standing = DecisionText.Read(line.Decision, count).Answers.ToDictionary(one => one.Recommendation);
        foreach (var number in all is null ? page : [.. Enumerable.Range(1, count)])
        {
            var (words, body) = (DanishText.Clean(data.Text(TextField(number))), DanishText.Clean(data.Text(BodyField(number))));
            var until = LocalDatePattern.Iso.Parse(DanishText.Clean(data.Text(UntilField(number))));
            if (all is { } alike && !page.Contains(number))
            {
                // On another page: what stands beside its answer stays there.
                answers.Add(new RecommendationDecision(number, alike) { Text = standing.GetValueOrDefault(number)?.Text });
                continue;
            }

            if ((all ?? OutcomeOf(data.Text(AnswerField(number)))) is { } outcome)
                answers.Add(new RecommendationDecision(number, outcome) { Text = words, Body = body, Until = until.Success ? until.Value : null });
            else if (words.Length > 0 || body.Length > 0)
                unanswered ??= number;
        }

        return (all is null ? page : [.. Enumerable.Range(1, count)], answers, unanswered);
    }

    /// <summary>Words for a recommendation that the item has no more: they have no place, and are not to be lost.</summary>
    internal static bool HasStrayWords(ActionData data, IReadOnlyList<int> shown) => data.Names.Any(name =>
        TypedFields.Any(field => name.StartsWith(field, StringComparison.Ordinal)
            && int.TryParse(name[field.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !shown.Contains(number))
        && DanishText.Clean(data.Text(name)).Length > 0);

    private static RecommendationOutcome? OutcomeOf(string? code) =>
        Outcomes.Where(outcome => Code(outcome) == code).Select(outcome => (RecommendationOutcome?)outcome).FirstOrDefault();

    private static string Code(RecommendationOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static string Field(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private static IEnumerable<CardElement> Inputs(int number, string words, RecommendationDecision? answer)
    {
        yield return new TextBlock(CardText.Escape($"{number}. {LongText.Beginning(words, MaxLine)}")) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return new ChoiceSetInput(AnswerField(number), AnswerTexts.Answer(number), [.. Outcomes.Select(outcome => new Choice(AnswerTexts.Outcome(outcome), Code(outcome)))])
        {
            Value = answer is null ? null : Code(answer.Outcome),
            Placeholder = AnswerTexts.NoAnswer,
        };
        yield return new TextInput(TextField(number), AnswerTexts.Text(number)) { Value = answer?.Text, Placeholder = AnswerTexts.TextHint };
        var more = Field("more", number);
        yield return new ActionSet(new ToggleVisibilityAction(AnswerTexts.More(number), more)) { Spacing = Spacing.Small };
        yield return new Container(
            new TextInput(BodyField(number), AnswerTexts.Body(number)) { Value = answer?.Body, Placeholder = AnswerTexts.BodyHint },
            new DateInput(UntilField(number), AnswerTexts.Until(number)) { Value = answer?.Until is { } day ? LocalDatePattern.Iso.Format(day) : null })
        {
            Id = more,
            IsVisible = answer?.Body is null ? false : null,
            Spacing = Spacing.Small,
        };
    }

    private static ExecuteAction AsAll(MeetingView meeting, AgendaLine line, int first, RecommendationOutcome outcome)
    {
        var all = Submit(meeting, line, first, AnswerTexts.All(outcome));
        all.Data![AllAs] = Code(outcome);
        return all;
    }

    private static ExecuteAction Submit(MeetingView meeting, AgendaLine line, int first, string title)
    {
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
        (data[First], data[CardParts.Version]) = (first, line.Version);
        return CardParts.Submit(title, AgendaVerbs.Answers, data, style: null);
    }
}
