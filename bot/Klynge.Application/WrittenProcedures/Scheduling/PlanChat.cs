using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Scheduling;

/// <summary>Planning when a draft opens by itself, moving that and calling it off; the preview shows how it stands.</summary>
public sealed class PlanChat(ProcedureReader reader, PlanOpening plan, CallOffOpening callOff, ProcedurePreview preview)
{
    internal Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        AskAsync(turn, action, PreviewCard.AcceptedSources(action.Data), typed: null, problem: null, cancellationToken);

    internal async Task<ChatReply> PlanAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var data = action.Data;
        var (date, time, sources) = (data.Text(PlanForm.DateField) ?? string.Empty, data.Text(PlanForm.TimeField) ?? string.Empty, data.Text(PlanForm.SourcesField));
        var request = new PlanOpeningRequest(
            visit.Forum.Id, data.Procedure(), date, time, data.Text(PreviewCard.AcceptedField), sources, data.Integer(FormCard.RevisionField));
        var result = await plan.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            OpeningTimeMissing or OpeningTooSoon or OpeningTooLate or OpeningAfterDeadline =>
                await AskAsync(turn, action, sources, (date, time), result.Error.Text, cancellationToken),
            null or DraftChangedMeanwhile => await preview.ShowAsync(turn, request.Forum, request.Procedure, result.Error, cancellationToken),
            _ => result.Error,
        };
    }

    internal async Task<ChatReply> CallOffAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new CallOffOpeningRequest(visit.Forum.Id, action.Data.Procedure());
        var result = await callOff.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error ? error : await preview.ShowAsync(turn, request.Forum, request.Procedure, problem: null, cancellationToken);
    }

    private async Task<ChatReply> AskAsync(
        ChatTurn turn, InvokedAction action, string? sources, (string Date, string Time)? typed, string? problem, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View.Status == ProcedureStatus.Draft
            ? PlanForm.Build(seen.View, turn.Now, action.Data.Text(PreviewCard.AcceptedField), sources, typed, problem)
            : new AlreadyOpened();
    }
}
