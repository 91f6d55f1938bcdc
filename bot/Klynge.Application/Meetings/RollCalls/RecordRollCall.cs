using Klynge.Application.Data;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>
/// Fremmøde: the secretariat confirms who was there, also those who came despite an apology and those who stayed away without, and says
/// who the people are whom nobody recognises in the attendance report. Only this makes a proposal a fact that the minutes print.
/// </summary>
public sealed class RecordRollCall(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordAttendance;

    public Task<Result<RollCall>> HandleAsync(Caller caller, RecordRollCallRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RollCall>(caller, nameof(RecordRollCall), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.Status != MeetingStatus.Held)
                return new MeetingNotHeld();

            var participants = await scope.Db.Participants.Where(participant => participant.MeetingId == at.Meeting.Id).ToListAsync();
            var asked = request.Page is { } page ? RollCallCard.PageOf(participants, one => (one.Order, one.Id.Value), page) : participants;
            foreach (var participant in asked)
                participant.Attended = request.Attended.Contains(participant.Id);

            var presences = await scope.Db.Presences.Where(presence => presence.MeetingId == at.Meeting.Id).ToListAsync();
            await RollCallPeople.RecogniseAsync(scope, at, presences, participants, request.Who ?? []);
            RollCallPeople.NameSubstitutes(participants, presences);
            return new RollCall(
                participants.Count(participant => participant.Attended == true),
                participants.Count(participant => participant is { Attended: true, Apology: true }),
                participants.Count(participant => participant is { Attended: false, Apology: false, SubstituteName: null, Role: not Role.Guest }),
                presences.Count(presence => presence.Match == InvitationMatch.Unknown));
        }, cancellationToken);
}

/// <param name="Attended">The lines of the list of participants that were there; ids of other meetings have no effect.</param>
/// <param name="Who">Who the people are whom the report shows and nobody recognises; null for nothing said.</param>
/// <param name="Page">The page of the list that is answered, from 0; null for the whole list.</param>
public sealed record RecordRollCallRequest(
    ForumId ForumId, MeetingId MeetingId, IReadOnlyCollection<ParticipantId> Attended, IReadOnlyList<PresenceAnswer>? Who = null, int? Page = null);

/// <param name="PresenceId">The line of the report.</param>
/// <param name="Match">
/// <see cref="InvitationMatch.Member"/> for somebody on the list, <see cref="InvitationMatch.Substitute"/> for who stood in for one,
/// <see cref="InvitationMatch.Guest"/>, <see cref="InvitationMatch.Room"/> or <see cref="InvitationMatch.Ignored"/>.
/// </param>
/// <param name="ParticipantId">The line of the list of participants that is meant; null for a guest and for what is ignored.</param>
public sealed record PresenceAnswer(PresenceId PresenceId, InvitationMatch Match, ParticipantId? ParticipantId);

/// <param name="Attended">How many were there.</param>
/// <param name="DespiteApology">Of these, how many had sent an apology.</param>
/// <param name="Missing">How many stayed away without one.</param>
/// <param name="Unknown">How many the report shows whom nobody has recognised yet.</param>
public sealed record RollCall(int Attended, int DespiteApology, int Missing, int Unknown = 0);
