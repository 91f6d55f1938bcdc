using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Seats;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>Asks whoever votes for a seat.</summary>
internal static class BallotNotice
{
    /// <param name="scope">The write that the ballot is part of.</param>
    /// <param name="view">The case.</param>
    /// <param name="seat">The seat that is asked.</param>
    /// <param name="changed">What was changed since the seat was asked before; null for a case that is new to it.</param>
    internal static void SendBallot(this WriteScope scope, ProcedureView view, SeatView seat, string? changed = null) =>
        scope.Notify(seat.VoterId, BallotCard.Build(view, seat, scope.Now, changed: changed), view.Subject, ProcedureParts.WholeText(view.Case));
}
