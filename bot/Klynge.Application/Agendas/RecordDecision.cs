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

/// <summary>
/// Writes what was decided on an item, or rewrites it until the minutes are approved. An empty text deletes nothing, and a decision that the
/// person has not had open is left alone: <see cref="DecisionStands"/>.
/// </summary>
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
            if (await scope.CheckDecidableAsync(at, text) is { } refusal)
            {
                return refusal;
            }

            if (at.Item.Decide(text, request.SeenVersion, scope.Now).Error is { } undecided)
            {
                return undecided;
            }

            await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return RecordedDecision.Of(at);
        }, cancellationToken);
}

/// <param name="SeenVersion">The item's version that the person had open; null from chat, where nothing was open.</param>
public sealed record RecordDecisionRequest(ForumId ForumId, AgendaItemId ItemId, string? Text, int? SeenVersion = null);

/// <param name="Text">What stands there now; null when nothing does.</param>
/// <param name="Change">What <see cref="UndoDecision"/> names to take the change back; null where none was made.</param>
public sealed record RecordedDecision(MeetingId MeetingId, AgendaItemId ItemId, int Number, string? Text, int? Change)
{
    internal static RecordedDecision Of(ItemOfForum at) =>
        new(at.Meeting.Id, at.Item.Id, at.Item.Number, at.Item.Decision, at.Item.DecisionChange);
}

internal static class DecisionRules
{
    /// <summary>Why no decision of the item can change now, whoever asks; null when it can.</summary>
    internal static async Task<Error?> CheckDecidableAsync(this WriteScope scope, ItemOfForum at, string? text = null)
    {
        if (at.Meeting.Status == MeetingStatus.Cancelled)
        {
            return new MeetingIsCancelled();
        }

        if (text?.Length > AgendaItemRules.LongestDecision)
        {
            return new DecisionTooLong(text.Length);
        }

        return await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == at.Meeting.Id && minutes.Status == MinutesStatus.Approved)
            ? new DecisionIsFinal()
            : null;
    }
}
