using Klynge.Application.Data;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <param name="MemberId">The seat that the caller speaks for; null for their own.</param>
public sealed record WithdrawApologyRequest(ForumId ForumId, MeetingId MeetingId, MemberId? MemberId);

/// <summary>Takes an apology back: the member comes after all. The substitute and the secretariat are told; the apology stays on record.</summary>
public sealed class WithdrawApology(Writer writer)
{
    public Task<Result<ApologyState>> HandleAsync(Caller caller, WithdrawApologyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<ApologyState>(
            caller, nameof(WithdrawApology), request.ForumId, scope => WithdrawAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<ApologyState>> WithdrawAsync(WriteScope scope, WithdrawApologyRequest request)
    {
        var found = await AttendanceLookup.FindAsync(scope, request.ForumId, request.MeetingId, request.MemberId);
        if (!found.TryGet(out var place, out var error))
        {
            return error;
        }

        if (place.Apologies.Find(apology => apology.MemberId == place.Seat.Id) is not { } standing)
        {
            // Pressed again it is taken back already; the one that was is shown.
            return await scope.Db.Apologies
                .Where(apology => apology.MeetingId == request.MeetingId && apology.MemberId == place.Seat.Id)
                .OrderByDescending(apology => apology.WithdrawnAt)
                .FirstOrDefaultAsync() is { } withdrawn
                ? place.ToState(withdrawn, isNew: false)
                : new NoApology();
        }

        if (standing.Withdraw(scope.Now).Error is { } refused)
        {
            return refused;
        }

        var state = place.ToState(standing, isNew: false);
        await ApologyDesk.TellAsync(scope, state);
        return state;
    }
}
