using System.Globalization;
using Klynge.Application.Agendas.Decisions;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using NodaTime.Text;

namespace Klynge.Workspace.Acts;

/// <summary>The answers to an item's recommendations as the page sends them: one by one with their words, or all alike by one press.</summary>
internal static class PostedAnswers
{
    /// <summary>More recommendations than any item has: what is posted beyond is a card's or a stranger's.</summary>
    private const int Max = 60;

    internal static string Answer(int number) => Field("svar", number);

    internal static string Words(int number) => Field("ord", number);

    internal static string Body(int number) => Field("hvem", number);

    internal static string Until(int number) => Field("senest", number);

    /// <param name="count">How many recommendations the item has now; the use case asks whether the version that was seen has as many.</param>
    internal static Result<AnswerRecommendationsRequest> Read(ForumId forum, PostedForm form, int count)
    {
        if (form.Pressed(2) is { } alike)
        {
            return Outcome(alike) is { } outcome && form.PressedNumber(1) is { } seen
                ? new AnswerRecommendationsRequest(
                    forum, form.ItemId, [.. Enumerable.Range(1, count)], [.. Enumerable.Range(1, count).Select(number => new RecommendationDecision(number, outcome))], Text: null, seen)
                : new Domain.Meetings.ChangedMeanwhile();
        }

        var answers = new List<RecommendationDecision>();
        for (var number = 1; number <= Max; number++)
        {
            var (words, body) = (DanishText.Clean(form.Typed(Words(number))), DanishText.Clean(form.Typed(Body(number))));
            if (number > count && words.Length + body.Length > 0)
                return new Domain.Meetings.ChangedMeanwhile(); // Words for a recommendation that the item has no more are not to be lost.

            if (Outcome(form.Typed(Answer(number))) is { } outcome && number <= count)
                answers.Add(new RecommendationDecision(number, outcome) { Text = words, Body = body, Until = Day(form.Typed(Until(number))) });
            else if (words.Length + body.Length > 0)
                return new OutcomeMissing(number);
        }

        return new AnswerRecommendationsRequest(forum, form.ItemId, [.. Enumerable.Range(1, count)], answers, form.Typed(PostedForm.Text), form.Number(PostedForm.Version) ?? 0);
    }

    private static NodaTime.LocalDate? Day(string? written) => LocalDatePattern.Iso.Parse(DanishText.Clean(written)) is { Success: true } day ? day.Value : null;

    private static RecommendationOutcome? Outcome(string? written) =>
        Enum.TryParse<RecommendationOutcome>(written, out var outcome) && Enum.IsDefined(outcome) && outcome.ToString() == written ? outcome : null;

    private static string Field(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
