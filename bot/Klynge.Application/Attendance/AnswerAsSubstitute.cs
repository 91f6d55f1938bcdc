using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Attendance;

/// <param name="MemberId">The seat whose substitute the caller is.</param>
/// <param name="Comes">Whether the substitute takes the seat at this meeting.</param>
public sealed record AnswerAsSubstituteRequest(ForumId ForumId, MeetingId MeetingId, MemberId MemberId, bool Comes);

/// <summary>
/// One of the seat's substitutes on record says whether they come. After a no the next in order who can is asked. The secretariat and the
/// member are told, and the agenda shows who comes and whether the forum can decide. The answer can be changed as long as nobody else
/// has been named.
/// </summary>
public sealed class AnswerAsSubstitute(Writer writer)
{
    /// <returns>
    /// Or <see cref="NotAllowed"/> for anybody but the seat's substitutes, <see cref="SubstituteNotNeeded"/>, <see cref="OtherSubstituteComes"/>,
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

        var substitute = place.Seat.SubstitutePeople.First(one => one.Id == scope.Caller.PersonId);
        var (expected, before) = (ApologyWorkflow.ExpectedOf(standing), (standing.SubstituteId, standing.RefusedIds.Contains(substitute.Id)));
        if (standing.AnswerAsSubstitute(substitute, request.Comes, scope.Now).Error is { } refused)
            return refused;

        if (before != (standing.SubstituteId, standing.RefusedIds.Contains(substitute.Id)))
            await TellAsync(scope, place, standing, expected, substitute.Id);

        return place.ToState(standing, isNew: false);
    }

    /// <summary>Asks the next after a no; after a yes of one who could not before, whoever was being asked is told that it is settled.</summary>
    private static async Task TellAsync(WriteScope scope, AttendancePlace place, Apology standing, PersonId? expected, PersonId who)
    {
        if (standing is { SubstituteName: null, IsAsking: false })
            ApologyWorkflow.Ask(scope, place.ToState(standing, isNew: false));

        var state = place.ToState(standing, isNew: false);
        if (standing.SubstituteName is not null && expected is { } other && other != who)
            scope.Notify(other, SubstituteCards.NotNeeded(state));

        await ApologyWorkflow.TellAnswerAsync(scope, state);
    }
}
