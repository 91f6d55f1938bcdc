using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas;

/// <summary>Writes what was decided on an item, or rewrites it until the minutes are approved.</summary>
public sealed class RecordDecision(Writer writer)
{
    public Task<Result<RecordedDecision>> HandleAsync(Caller caller, RecordDecisionRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecordedDecision>(caller, nameof(RecordDecision), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Permission.RecordDecision);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            var text = DanishText.CleanLines(request.Text);
            if (await RefusalAsync(scope, at, text, request.SeenVersion) is { } refusal)
            {
                return refusal;
            }

            var before = at.Item.Decision;
            if (at.Item.Decide(text, scope.Now).Error is { } undecided)
            {
                return undecided;
            }

            await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new RecordedDecision(at.Meeting.Id, at.Item.Id, at.Item.Number, text, before);
        }, cancellationToken);

    internal static async Task<Error?> RefusalAsync(WriteScope scope, ItemOfForum at, string text, int? seenVersion)
    {
        if (at.Meeting.Status == MeetingStatus.Cancelled)
        {
            return new MeetingIsCancelled();
        }

        if (text.Length > AgendaItemRules.LongestDecision)
        {
            return new DecisionTooLong(text.Length);
        }

        if (seenVersion is { } seen && seen != at.Item.Version)
        {
            return new ChangedMeanwhile();
        }

        return await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == at.Meeting.Id && minutes.Status == MinutesStatus.Approved)
            ? new DecisionIsFinal()
            : null;
    }
}

/// <param name="Text">Empty takes the decision away.</param>
/// <param name="SeenVersion">The item's version that the person had open; null from chat, where nothing was open.</param>
public sealed record RecordDecisionRequest(ForumId ForumId, AgendaItemId ItemId, string? Text, int? SeenVersion = null);

/// <param name="Before">What stood there before; null when nothing did.</param>
public sealed record RecordedDecision(MeetingId MeetingId, AgendaItemId ItemId, int Number, string Text, string? Before);
