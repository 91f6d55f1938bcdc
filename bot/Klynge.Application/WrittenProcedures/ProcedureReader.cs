using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Finds the case that a card names, for somebody who may see it.</summary>
public sealed class ProcedureReader(Gate gate, IDbContextFactory<KlyngeContext> contexts, ProcedureLinks links)
{
    /// <summary>The case of a card's data, to somebody on its roll or in its forum; drafts only to those who may open them.</summary>
    internal Task<Result<CaseSeen>> FindAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken) => FindAsync(
        turn, action.Data.Forum(), action.Data.Procedure(), cancellationToken);

    internal async Task<Result<CaseSeen>> FindAsync(ChatTurn turn, ForumId forum, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ViewProcedureAsync(forum, id, cancellationToken) is not { } view)
            return new ProcedureNotFound();

        var access = (await gate.VisitAsync(turn, forum, cancellationToken))!.Access;
        if (view.IsOpen)
            view = view.AsOf(await db.ActiveSeatsAsync(forum, turn.Today));

        var seat = view.SeatOf(turn.PersonId);
        var isFormer = seat is not null && !await db.AnswersInAsync(turn.PersonId, forum, id, turn.Today);
        var needed = CaseRights.NeededFor(view.WasSentOut, view.Case.IsClosed);
        if ((seat is null || isFormer) && !access.May(needed))
            return isFormer ? new NoLongerSubstitute(seat!.Name) : new ProcedureNotFound();

        seat = isFormer ? null : seat;

        var viewers = await ProcedureCardSource.ViewersAsync(db, view, turn.Today, cancellationToken);
        var voters = view.Status == ProcedureStatus.Draft ? await db.CountVotersAsync(forum, turn.Today) : view.Seats.Count;
        if (view.Status == ProcedureStatus.Closed)
            view = view with { Links = await links.OfAsync(db, id, cancellationToken) };

        return new CaseSeen(view, seat, access.IsSecretariat, access.May(Permission.CloseWrittenProcedure), viewers, voters);
    }
}

/// <summary>A case and what the one who looks at it may do.</summary>
/// <param name="Seat">The seat that the person votes for; null for none.</param>
/// <param name="Viewers">Who gets a view of their own of the shared card.</param>
/// <param name="Voters">How many are asked, or would be.</param>
internal sealed record CaseSeen(
    ProcedureView View, SeatView? Seat, bool IsSecretariat, bool MayClose, IReadOnlyList<string> Viewers, int Voters);
