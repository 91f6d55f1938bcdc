using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Routing;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>»Ret«, »Slet fristen« and »Påmind nu«.</summary>
internal sealed class DeadlineEditChat(DeadlineLookup desk, EditDeadline edit, RemoveDeadline remove, RemindOfDeadline remind) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(DeadlineVerbs.EditForm, (turn, visit, action, token) => FormAsync(turn, visit, action, wrong: null, token))
        .OnAction(DeadlineVerbs.Edit, EditAsync)
        .OnAction(DeadlineVerbs.Remove, RemoveAsync)
        .OnAction(DeadlineVerbs.Remind, RemindAsync);

    private async Task<ChatReply> RemindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = DeadlineLookup.IdOf(action.Data);
        var result = await remind.HandleAsync(turn.Caller, visit.Forum.Id, id, cancellationToken);
        return result.Error switch
        {
            null => await desk.ShowAsync(turn, visit, id, action, Texts.Reminded(result.Value), cancellationToken),
            DeadlineIsSettled => await desk.ShowAsync(turn, visit, id, action, told: null, cancellationToken),
            NobodyToRemindOfDeadline or ResponsibleOutOfReach or WrittenProcedures.NobodyIsDisturbedNow => ChatReply.Say(result.Error.Text),
            var error => error,
        };
    }

    /// <param name="wrong">What was wrong with what was typed; null for the form as the deadline stands.</param>
    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, Error? wrong, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        // What another has settled meanwhile is shown as it stands; of a case whose words are hidden here there is nothing to correct.
        return view is { IsOpen: true, IsHidden: false }
            ? await desk.EditFormAsync(view, wrong is null ? null : DeadlineForm.Typed(action.Data, wrong), turn.Today, cancellationToken)
            : DeadlineCard.Build(view, turn.Today);
    }

    private async Task<ChatReply> EditAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new EditDeadlineRequest(
            visit.Forum.Id,
            DeadlineLookup.IdOf(action.Data),
            action.Data.Text(DeadlineParts.Title),
            DeadlineForm.DateOf(action.Data),
            PersonInput.Text(action.Data, DeadlineParts.Responsible),
            action.Data.Integer(CardParts.Version),
            action.Data.Text(DeadlineParts.Reminders))
        {
            Time = DeadlineForm.TimeOf(action.Data),
        };
        var result = await edit.HandleAsync(turn.Caller, request, cancellationToken);
        return DeadlineForm.FieldOf(result.Error) is null && result.Error is not Domain.Deadlines.ChangedMeanwhile
            ? await AfterAsync(turn, visit, action, result, Texts.Edited(turn), cancellationToken)
            : await FormAsync(turn, visit, action, result.Error, cancellationToken);
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = DeadlineLookup.IdOf(action.Data);
        var result = await remove.HandleAsync(turn.Caller, visit.Forum.Id, id, action.Data.Integer(CardParts.Version), cancellationToken);
        return await AfterAsync(turn, visit, action, result, Texts.RemovedBy(turn), cancellationToken);
    }

    /// <summary>Settled by another meanwhile, it is shown as it stands.</summary>
    private async Task<ChatReply> AfterAsync(
        ChatTurn turn, Visit visit, InvokedAction action, Result<Done> result, string told, CancellationToken cancellationToken) =>
        result.Error is null or DeadlineIsSettled
            ? await desk.ShowAsync(
                turn, visit, DeadlineLookup.IdOf(action.Data), action, result.IsSuccess ? told : null, cancellationToken)
            : result.Error;
}
