using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Consultations;

/// <summary>Asking another forum about a draft, and that forum's remarks.</summary>
public sealed class ConsultationChat(
    ProcedureReader reader, ConsultForum consult, GiveRemarks remarks, IDbContextFactory<KlyngeContext> contexts)
{
    internal async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await DraftAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return ConsultationForm.Build(seen.View, await OthersAsync(seen.View, cancellationToken), turn.Today);
    }

    internal async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await DraftAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        if (!ConsultationForm.Read(action.Data).TryGet(out var read, out var wrong))
            return ConsultationForm.Build(seen.View, await OthersAsync(seen.View, cancellationToken), turn.Today, wrong.Text);

        var request = new ConsultForumRequest(seen.View.ForumId, seen.View.Id, read.Forum, read.Deadline);
        var asked = await consult.HandleAsync(turn.Caller, request, cancellationToken);
        return asked.Error switch
        {
            null => ChatReply.Say(Texts.Consulted(asked.Value)),
            DeadlineInThePast or AlreadyConsulted => ConsultationForm.Build(
                seen.View, await OthersAsync(seen.View, cancellationToken), turn.Today, asked.Error.Text),
            _ => asked.Error,
        };
    }

    internal async Task<ChatReply> RemarkAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new GiveRemarksRequest(action.Data.Id<ConsultationId>(CardIds.Consultation) ?? default, action.Data.Text(BallotCard.RemarksField));
        var result = await remarks.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error ? error : await ShowAsync(turn, action, cancellationToken);
    }

    /// <summary>The case as those who are asked see it, with what the person has sent.</summary>
    internal async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = action.Data.Id<ConsultationId>(CardIds.Consultation) ?? default;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } consultation)
            return new ProcedureNotFound();

        // Closed since they were asked: what it says now is not theirs to read. To another forum it is as if nobody had been asked.
        var procedure = await db.WrittenProcedures.AsNoTracking().SingleAsync(one => one.Id == consultation.ProcedureId, cancellationToken);
        var seats = await db.ActiveSeatsAsync(consultation.ForumId, turn.Today);
        if (procedure.Case.IsClosed || !seats.Exists(seat => seat.IsOf(turn.PersonId)))
            return new ProcedureNotFound();

        if (!seats.Exists(seat => seat.PersonId == turn.PersonId && seat.HasVote))
            return new NotConsulted();

        var forums = await db.Forums.AsNoTracking()
            .Where(forum => forum.Id == procedure.ForumId || forum.Id == consultation.ForumId)
            .ToDictionaryAsync(forum => forum.Id, cancellationToken);
        var mine = await db.ConsultationRemarks.AsNoTracking()
            .Where(row => row.ConsultationId == id && row.PersonId == turn.PersonId).OrderBy(row => row.At).ToListAsync(cancellationToken);
        return ConsultationCard.Build(ConsultationView.Of(consultation, procedure, forums[procedure.ForumId], forums[consultation.ForumId]) with
        {
            Mine = mine.Count == 0 ? null : string.Join("\n\n", mine.Select(row => row.Text)),
            SentAt = mine.LastOrDefault()?.At,
        }, turn.Now);
    }

    private async Task<Result<CaseSeen>> DraftAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found is { IsSuccess: true, Value.View.Status: not ProcedureStatus.Draft } ? new AlreadyOpened() : found;
    }

    private async Task<List<Forum>> OthersAsync(ProcedureView view, CancellationToken cancellationToken)
    {
        var own = view.ForumId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Forums.AsNoTracking().Where(forum => forum.Id != own && !forum.IsClosed)
            .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name).ToListAsync(cancellationToken);
    }
}
