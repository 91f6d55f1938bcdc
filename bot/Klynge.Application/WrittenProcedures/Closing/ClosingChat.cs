using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Closing;

/// <summary>Reminding of a case by hand, closing it, taking it back and confirming its result; what cannot be undone asks first.</summary>
public sealed class ClosingChat(
    ProcedureReader reader, CloseWrittenProcedure close, WithdrawWrittenProcedure withdraw, ConfirmResult confirm, StoreEvidence evidence, RemindNow remind)
{
    /// <summary>Where a reminder would only be noise nothing went wrong: the person is told why, and nothing is sent.</summary>
    internal async Task<ChatReply> RemindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await remind.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Procedure(), cancellationToken);
        return result.TryGet(out var reminded, out var error) ? ChatReply.Say(Texts.RemindedNow(reminded.People))
            : error is RemindedAlready or NobodyIsDisturbedNow or NobodyToRemind ? ChatReply.Say(error.Text)
            : error;
    }

    internal Task<ChatReply> AskCloseAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        AskAsync(turn, action, seen => ConfirmCard.Close(seen.View), cancellationToken);

    internal Task<ChatReply> AskWithdrawAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        AskAsync(turn, action, seen => ConfirmCard.Withdraw(seen.View), cancellationToken);

    internal async Task<ChatReply> CloseAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await close.HandleAsync(turn.Caller, new(visit.Forum.Id, action.Data.Procedure()), cancellationToken);
        return result.Error is { } error ? error : await ShowAsync(turn, action, cancellationToken);
    }

    internal async Task<ChatReply> WithdrawAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var reason = action.Data.Text(ConfirmCard.ReasonField);
        var result = await withdraw.HandleAsync(turn.Caller, new(visit.Forum.Id, action.Data.Procedure(), reason), cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, action, cancellationToken),
            ReasonForWithdrawalMissing or NoteTooLong => await AskAsync(
                turn, action, seen => ConfirmCard.Withdraw(seen.View, reason, result.Error.Text), cancellationToken),
            _ => result.Error,
        };
    }

    internal async Task<ChatReply> AskConfirmAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View is { Outcome: not null, ConfirmedAt: null } ? ConfirmResultCard.Build(seen.View)
            : seen.View.Outcome is null ? new NotClosedYet()
            : ResultCard.Build(seen.View, seen.MayClose);
    }

    internal async Task<ChatReply> ConfirmAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var note = action.Data.Text(ConfirmResultCard.NoteField);
        var result = await confirm.HandleAsync(turn.Caller, new(visit.Forum.Id, action.Data.Procedure(), note), cancellationToken);
        return result.Error is { } error ? error : await ShowAsync(turn, action, cancellationToken);
    }

    /// <summary>Packs the evidence into the library and leads there.</summary>
    internal async Task<ChatReply> EvidenceAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var stored = await evidence.HandleAsync(turn.Caller, new(visit.Forum.Id, action.Data.Procedure()), cancellationToken);
        if (!stored.TryGet(out var package, out var error))
            return error;

        var found = await reader.FindAsync(turn, action, cancellationToken);
        var told = package.Faults.Count == 0 ? Texts.EvidenceStored : $"{Texts.EvidenceStored} {Texts.EvidenceHasFaults(package.Faults)}";
        return found.TryGet(out var seen, out var missing)
            ? DocumentsCard.Build(seen.View with { Links = [new CaseLink(Texts.OpenEvidence, package.Url), .. seen.View.Links] }, told)
            : missing;
    }

    private async Task<ChatReply> AskAsync(
        ChatTurn turn, InvokedAction action, Func<CaseSeen, Klynge.Teams.Cards.AdaptiveCard> card, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View.IsOpen ? card(seen) : new VotingIsClosed();
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error) ? ResultCard.Build(seen.View, seen.MayClose) : error;
    }
}
