using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>
/// Writes what was decided on an item, or rewrites it until the minutes are approved. An empty text deletes nothing, and a decision that the
/// person has not had open is left alone: <see cref="DecisionStands"/>.
/// </summary>
public sealed class RecordDecision(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    public Task<Result<RecordedDecision>> HandleAsync(Caller caller, RecordDecisionRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecordedDecision>(caller, nameof(RecordDecision), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            var text = DanishText.CleanLines(request.Text);
            if (at.CheckDecidable(text) is { } refusal)
                return refusal;

            if (at.Item.Decide(text, request.SeenVersion, scope.Now).Error is { } undecided)
                return undecided;

            return await scope.DecidedAsync(at);
        }, cancellationToken);
}

/// <param name="SeenVersion">The item's version that the person had open; null from chat, where nothing was open.</param>
public sealed record RecordDecisionRequest(ForumId ForumId, AgendaItemId ItemId, string? Text, int? SeenVersion = null);

/// <param name="Text">What stands there now; null when nothing does.</param>
/// <param name="Change">What <see cref="UndoDecision"/> names to take the change back; null where none was made.</param>
public sealed record RecordedDecision(MeetingId MeetingId, AgendaItemId ItemId, int Number, string? Text, int? Change)
{
    /// <summary>The item was sent to another forum by it.</summary>
    public SentItem? Sent { get; init; }

    /// <summary>It says that the item goes to another body, and it did, or the button is offered.</summary>
    internal bool SaysSent => Sent is not null || (Change is not null && SendByDecision.SaysSo(Text, 0));

    /// <summary>The words that say where to; null where none stand behind those of sending.</summary>
    internal string? Target => SendByDecision.WordsOf(Text);

    internal static RecordedDecision Of(ItemOfForum at) =>
        new(at.Meeting.Id, at.Item.Id, at.Item.Number, at.Item.Decision, at.Item.DecisionChange);
}

internal static class DecisionRules
{
    /// <summary>What follows from a change of what was decided: the case has a number, goes where the decision sends it, and whoever sent it here is told.</summary>
    internal static async Task<RecordedDecision> DecidedAsync(this WriteScope scope, ItemOfForum at)
    {
        await scope.NumberDecidedAsync(at);
        var sent = await scope.SendByDecisionAsync(at);
        await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return RecordedDecision.Of(at) with { Sent = sent };
    }

    /// <summary>Why no decision of the item can change now, whoever asks; null when it can.</summary>
    internal static Error? CheckDecidable(this ItemOfForum at, string? text = null) =>
        at.Meeting.Status == MeetingStatus.Cancelled ? new MeetingIsCancelled()
        : text?.Length > AgendaItemRules.MaxDecisionLength ? new DecisionTooLong(text.Length)
        : at.IsFinal ? new DecisionIsFinal()
        : null;
}

/// <param name="ItemId">The item.</param>
/// <param name="Change">The change that is taken back; null takes the decision itself away.</param>
/// <param name="SeenVersion">For a decision that is taken away: the version that the person had open.</param>
public sealed record UndoDecisionRequest(ForumId ForumId, Domain.Agendas.AgendaItemId ItemId, int? Change, int SeenVersion = 0);

/// <summary>Takes the latest change of a decision back, or the decision away: each has an undo itself, so that no text is lost.</summary>
public sealed class UndoDecision(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    public Task<Result<RecordedDecision>> HandleAsync(Caller caller, UndoDecisionRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecordedDecision>(caller, nameof(UndoDecision), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.CheckDecidable() is { } refusal)
                return refusal;

            var changed = request.Change is { } change
                ? at.Item.UndoDecision(change, scope.Now)
                : at.Item.RemoveDecision(request.SeenVersion, scope.Now);
            if (changed.Error is { } unchanged)
                return unchanged;

            return await scope.DecidedAsync(at);
        }, cancellationToken);
}
