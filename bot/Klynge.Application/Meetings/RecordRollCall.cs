using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>
/// Fremmøde: the secretariat confirms who was there, also those who came despite an apology and those who stayed away without.
/// </summary>
public sealed class RecordRollCall(Writer writer)
{
    public Task<Result<RollCall>> HandleAsync(Caller caller, RecordRollCallRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RollCall>(caller, nameof(RecordRollCall), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Permission.RecordAttendance);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (at.Meeting.Status != MeetingStatus.Held)
            {
                return new MeetingNotHeld();
            }

            var participants = await scope.Db.Participants.Where(participant => participant.MeetingId == at.Meeting.Id).ToListAsync();
            foreach (var participant in participants)
            {
                participant.Attended = request.Attended.Contains(participant.Id);
            }

            return new RollCall(
                participants.Count(participant => participant.Attended == true),
                participants.Count(participant => participant is { Attended: true, Apology: true }),
                participants.Count(participant => participant is { Attended: false, Apology: false }));
        }, cancellationToken);
}

/// <param name="Attended">The lines of the list of participants that were there; ids of other meetings have no effect.</param>
public sealed record RecordRollCallRequest(ForumId ForumId, MeetingId MeetingId, IReadOnlyCollection<Guid> Attended);

/// <param name="Attended">How many were there.</param>
/// <param name="DespiteApology">Of these, how many had sent an apology.</param>
/// <param name="Missing">How many stayed away without one.</param>
public sealed record RollCall(int Attended, int DespiteApology, int Missing);
