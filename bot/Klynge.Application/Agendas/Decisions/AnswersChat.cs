using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>The form that answers recommendations one by one.</summary>
internal sealed class AnswersChat(MeetingLookup desk, AnswerRecommendations answerRecommendations) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.AnswersForm, ShowAsync)
        .OnAction(AgendaVerbs.Answers, AnswerAsync);

    /// <summary>A decision that is typed in the form of decisions comes along.</summary>
    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var item, out var error))
            return error;

        var input = DecisionInput.Read(action.Data, item.Visit.View, ofButton: true);
        if (input.IsUnsaved && input.Loaded is { } loaded && loaded.Id != item.Line.Id)
            return new DecisionNotSaved(loaded.Number);

        return AnswersForm.Build(item.Visit.View, item.Line, action.Data.Integer(AnswersForm.First) ?? 1, input.IsUnsaved ? input.Typed : null);
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var item, out var error))
            return error;

        var (shown, answers, unanswered) = AnswersForm.Read(action.Data, item.Line);
        if (unanswered is { } number)
            return new OutcomeMissing(number);

        if (AnswersForm.HasStrayWords(action.Data, shown))
            return new ChangedMeanwhile();

        var request = new AnswerRecommendationsRequest(
            visit.Forum.Id, item.Line.Id, shown, answers, action.Data.Text(AnswersForm.Text), action.Data.Integer(CardParts.Version) ?? 0);
        var result = await answerRecommendations.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var saved, out var refusal))
            return refusal;

        var after = await FindAsync(turn, visit, action, cancellationToken);
        if (!after.TryGet(out var now, out var gone))
            return gone;

        if (Next(now.Line, shown) is { } next)
            return AnswersForm.Build(now.Visit.View, now.Line, next, told: AnswerTexts.Saved(now.Line.Number));

        var note = new DecisionNote(Texts.Decided(saved.Number, saved.Text), saved);
        return saved.Text is { } text && Texts.SendsToWriting(text)
            ? DecisionForm.InWriting(now.Visit.View.Meeting, note)
            : saved.SaysSent && now.Visit.Audience.Manages
            ? DecisionForm.SentOn(now.Visit.View.Meeting, note)
            : DecisionForm.Build(now.Visit.View, told: note);
    }

    /// <summary>The next page, where something on it has no answer yet.</summary>
    private static int? Next(AgendaLine line, IReadOnlyList<int> shown)
    {
        var count = line.Content.Recommendations.Count;
        var answered = RecommendationOutcomes.Read(line.Decision, count).Select(one => one.Recommendation).ToHashSet();
        var next = shown.Count == 0 ? 1 : shown[^1] + 1;
        return next <= count && Enumerable.Range(next, count - next + 1).Any(number => !answered.Contains(number)) ? next : null;
    }

    private async Task<Result<ItemVisit>> FindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var item, out var error) ? error
            : item.Line.IsHidden ? new ItemIsClosedHere()
            : item.Line.Content.Recommendations.Count == 0 ? new NoRecommendations(item.Line.Number)
            : item;
    }
}
