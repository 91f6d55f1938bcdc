using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// Writes what was answered to each recommendation of an item, as the words of its decision (<see cref="DecisionText"/>): undo, minutes,
/// search and import have the answers by that.
/// </summary>
public sealed class AnswerRecommendations(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    public Task<Result<RecordedDecision>> HandleAsync(Caller caller, AnswerRecommendationsRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecordedDecision>(caller, nameof(AnswerRecommendations), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!TextOf(at.Item, request).TryGet(out var text, out var unwritten))
                return unwritten;

            if (at.CheckDecidable(text) is { } refusal)
                return refusal;

            // Another wording of the recommendations may have taken their numbers; the same press once more says the same.
            if (request.SeenVersion != at.Item.Version && text != at.Item.Decision)
                return new ChangedMeanwhile();

            if (at.Item.Decide(text, request.SeenVersion, scope.Now).Error is { } undecided)
                return undecided;

            return await scope.DecidedAsync(at);
        }, cancellationToken);

    private static Result<string> TextOf(AgendaItem item, AnswerRecommendationsRequest request)
    {
        var count = item.Content.Recommendations.Count;
        if (count == 0 || request.Shown.Concat(request.Answers.Select(one => one.Recommendation)).Any(number => number < 1 || number > count))
            return new ChangedMeanwhile();

        var kept = DecisionText.Read(item.Decision, count).Answers.Where(one => !request.Shown.Contains(one.Recommendation));
        return DecisionText.Write(kept.Concat(request.Answers), count, DanishText.CleanLines(request.Text));
    }
}

/// <param name="Shown">The recommendations that the form showed, by number: the answers to others stay.</param>
/// <param name="Answers">One at the most to each that was shown; without one it has none any more.</param>
/// <param name="Text">What is said of the item as a whole.</param>
/// <param name="SeenVersion">The item's version that the person had open.</param>
public sealed record AnswerRecommendationsRequest(
    ForumId ForumId, AgendaItemId ItemId, IReadOnlyCollection<int> Shown, IReadOnlyList<RecommendationDecision> Answers, string? Text, int SeenVersion);
