using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Agendas.Council;

/// <summary>
/// A member who was present at an item, wholly or partly (opinion 03.1.7), stops its decision from being carried out (kommunestyrelsesloven § 23):
/// until the meeting is adjourned, and never what is only procedure (03.1.1, 04.1.2, 99.1.3). Whoever leads the meeting and the secretariat are told.
/// </summary>
public sealed class StopDecision(Writer writer)
{
    /// <summary>What it asks of its caller beside the seat; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ReadAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, CancellationToken cancellationToken) =>
        writer.WriteToMinutesAsync<Done>(nameof(StopDecision), caller, Needs, new ItemAddress(forum, meeting, item), new StopBeforeMeeting(), async (scope, at) =>
        {
            if (CheckOpen(at.Forum, at.Meeting.Status, at.Item.Decision, at.Item.Content.Recommendations.Count) is { } refused)
                return refused;

            if (await AttendedMember.OfAsync(scope.Db, at.Forum, at.Meeting, at.Item.Id, scope.Caller.PersonId) is not { } own)
                return new NotAtTheItem();

            if (at.Item.Content.Stops.Any(one => one.Seat == own.Seat.Id))
                return default(Done);

            var stop = new ExecutionStop(own.Seat.Id, own.Name!, scope.Now) { Party = own.Seat.Party, Source = at.Forum.Rules.StopExecution.Source };
            at.Item.SetStops([.. at.Item.Content.Stops, stop]);
            await scope.TellThoseWhoLeadAsync(at, CouncilTexts.StoppedHeading, CouncilTexts.Printed(stop));
            return default(Done);
        }, cancellationToken);

    /// <summary>Why nobody can stop it now; null where who was there can.</summary>
    internal static Error? CheckOpen(Forum forum, MeetingStatus status, string? decision, int recommendations) =>
        forum.Rules.StopExecution is { Allowed: false, Source: var source } ? new RightIsOff(CouncilTexts.Stop, forum.Name, source)
        : status != MeetingStatus.InProgress ? new StopTooLate()
        : string.IsNullOrWhiteSpace(decision) ? new NothingToStop()
        : RecommendationOutcomes.Unsettled(decision, recommendations) is not null ? new ProcedureCannotBeStopped()
        : null;
}
