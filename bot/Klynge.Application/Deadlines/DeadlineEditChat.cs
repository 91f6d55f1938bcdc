using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Deadlines;

/// <summary>»Ret«, »Slet fristen« and »Påmind nu«.</summary>
internal sealed class DeadlineEditChat(DeadlineDesk desk, EditDeadline edit, RemoveDeadline remove, RemindOfDeadline remind) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(DeadlineVerbs.EditForm, (turn, action, token) => FormAsync(turn, action, wrong: null, token))
        .OnAction(DeadlineVerbs.Edit, EditAsync)
        .OnAction(DeadlineVerbs.Remove, RemoveAsync)
        .OnAction(DeadlineVerbs.Remind, RemindAsync);

    private async Task<ChatReply> RemindAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, id) = (action.Data.Forum(), DeadlineDesk.IdOf(action.Data));
        var result = await remind.HandleAsync(turn.Caller, forum, id, cancellationToken);
        return result.Error switch
        {
            null => await desk.ShowAsync(turn, forum, id, action, Texts.Reminded(result.Value), cancellationToken),
            DeadlineIsSettled => await desk.ShowAsync(turn, forum, id, action, told: null, cancellationToken),
            NobodyToRemindOfDeadline or ResponsibleOutOfReach or WrittenProcedures.NobodyIsDisturbedNow => ChatReply.Say(result.Error.Text),
            var error => error,
        };
    }

    /// <param name="wrong">What was wrong with what was typed; null for the form as the deadline stands.</param>
    private async Task<ChatReply> FormAsync(ChatTurn turn, InvokedAction action, Error? wrong, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(turn, action.Data.Forum(), Permission.ManageDeadlines, cancellationToken);
        if (!entered.TryGet(out _, out var refused))
            return refused;

        var found = await desk.FindAsync(turn, action.Data.Forum(), DeadlineDesk.IdOf(action.Data), action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        // What another has settled meanwhile is shown as it stands; of a case whose words are hidden here there is nothing to correct.
        return view is { IsOpen: true, IsHidden: false }
            ? await desk.EditFormAsync(view, wrong is null ? null : DeadlineForm.Typed(action.Data, wrong), turn.Today, cancellationToken)
            : DeadlineCard.Build(view, turn.Today);
    }

    private async Task<ChatReply> EditAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new EditDeadlineRequest(
            action.Data.Forum(),
            DeadlineDesk.IdOf(action.Data),
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
            ? await AfterAsync(turn, action, result, Texts.Edited(turn), cancellationToken)
            : await FormAsync(turn, action, result.Error, cancellationToken);
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, id) = (action.Data.Forum(), DeadlineDesk.IdOf(action.Data));
        var result = await remove.HandleAsync(turn.Caller, forum, id, action.Data.Integer(CardParts.Version), cancellationToken);
        return await AfterAsync(turn, action, result, Texts.RemovedBy(turn), cancellationToken);
    }

    /// <summary>Settled by another meanwhile, it is shown as it stands.</summary>
    private async Task<ChatReply> AfterAsync(
        ChatTurn turn, InvokedAction action, Result<Done> result, string told, CancellationToken cancellationToken) =>
        result.Error is null or DeadlineIsSettled
            ? await desk.ShowAsync(
                turn, action.Data.Forum(), DeadlineDesk.IdOf(action.Data), action, result.IsSuccess ? told : null, cancellationToken)
            : result.Error;
}
