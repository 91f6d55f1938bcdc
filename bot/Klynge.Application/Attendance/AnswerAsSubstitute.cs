using Klynge.Application.Data;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Attendance;

/// <param name="MemberId">The seat whose substitute the caller is.</param>
/// <param name="Comes">Whether the substitute takes the seat at this meeting.</param>
public sealed record AnswerAsSubstituteRequest(ForumId ForumId, MeetingId MeetingId, MemberId MemberId, bool Comes);

/// <summary>
/// The seat's substitute on record says whether they come. The secretariat and the member are told, and the agenda shows who comes and
/// whether the forum can decide. The answer can be changed as long as nobody else has been named.
/// </summary>
public sealed class AnswerAsSubstitute(Writer writer)
{
    /// <returns>
    /// Or <see cref="NotAllowed"/> for anybody but the seat's substitute, <see cref="SubstituteNotNeeded"/>, <see cref="OtherSubstituteComes"/>,
    /// and what a meeting that is over is refused with.
    /// </returns>
    public Task<Result<ApologyState>> HandleAsync(Caller caller, AnswerAsSubstituteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<ApologyState>(
            caller, nameof(AnswerAsSubstitute), request.ForumId, scope => AnswerAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<ApologyState>> AnswerAsync(WriteScope scope, AnswerAsSubstituteRequest request)
    {
        var found = await AttendanceLookup.FindAsSubstituteAsync(scope, request.ForumId, request.MeetingId, request.MemberId);
        if (!found.TryGet(out var place, out var error))
            return error;

        if (place.Apologies.Find(apology => apology.MemberId == place.Seat.Id) is not { } standing)
            return new SubstituteNotNeeded();

        var before = (standing.SubstituteId, standing.RefusedAt is null);
        if (standing.AnswerAsSubstitute(place.Seat.Substitute!, request.Comes, scope.Now).Error is { } refused)
            return refused;

        var state = place.ToState(standing, isNew: false);
        if (before != (standing.SubstituteId, standing.RefusedAt is null))
            await ApologyWorkflow.TellAnswerAsync(scope, state);

        return state;
    }
}
