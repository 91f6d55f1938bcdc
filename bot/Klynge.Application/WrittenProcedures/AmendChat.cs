using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Changing a case that is out: the form says what it costs before it is sent.</summary>
public sealed class AmendChat(ProcedureReader reader, AmendWrittenProcedure amend)
{
    internal async Task<ChatReply> FormAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var allowed = await reader.ForumAsync(turn, action.Data.Id("forum"), Permission.OpenWrittenProcedure, cancellationToken);
        if (!allowed.TryGet(out var forum, out var refusal))
        {
            return refusal;
        }

        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
        {
            return error;
        }

        return seen.View.IsOpen
            ? Form(forum, seen.View, turn).Build(ProcedureForm.Of(seen.View.Case, seen.View.Deadline))
            : new VotingIsClosed();
    }

    internal async Task<ChatReply> AmendAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var form = ProcedureForm.Typed(action.Data);
        var request = new AmendWrittenProcedureRequest(
            new ForumId(action.Data.Id("forum") ?? Guid.Empty), new WrittenProcedureId(action.Data.Id("procedure") ?? Guid.Empty), form);
        var result = await amend.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => ChatReply.Say(Texts.SentAgain(result.Value)),
            DraftInvalid invalid => await AskAgainAsync(turn, action, form, invalid.Fields, cancellationToken),
            ReasonForChangeMissing or NoteTooLong => await AskAgainAsync(
                turn,
                action,
                form,
                new Dictionary<string, string>(StringComparer.Ordinal) { [ProcedureForm.ReasonField] = result.Error.Text },
                cancellationToken),
            _ => result.Error,
        };
    }

    private static FormCard Form(Forum forum, ProcedureView view, ChatTurn turn) =>
        FormCard.For(forum, DanishTime.ToDanish(turn.Now).Date, view.Id) with
        {
            AmendWarning = Texts.AmendWarning(view.Seats.Count, view.Answered),
            SendAgain = Texts.SendAgain(view.Seats.Count),
        };

    private async Task<ChatReply> AskAgainAsync(
        ChatTurn turn, InvokedAction action, ProcedureForm form, IReadOnlyDictionary<string, string> wrong, CancellationToken cancellationToken)
    {
        var allowed = await reader.ForumAsync(turn, action.Data.Id("forum"), Permission.OpenWrittenProcedure, cancellationToken);
        if (!allowed.TryGet(out var forum, out var refusal))
        {
            return refusal;
        }

        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error) ? Form(forum, seen.View, turn).Build(form, wrong) : error;
    }
}
