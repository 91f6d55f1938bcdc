using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Workspace;

/// <summary>What a meeting's page offers its reader now. Each act is asked for again by its use case, in the write.</summary>
internal sealed record MeetingMay
{
    /// <summary>Orders the items, takes them off and puts them back, answers proposals, sends the agenda.</summary>
    internal bool Arrange { get; init; }

    /// <summary>Gives items bilag, until the minutes are approved: what was shown at the meeting belongs to it.</summary>
    internal bool Attach { get; init; }

    /// <summary>Writes decisions, from the meeting's start until the minutes are approved.</summary>
    internal bool Decide { get; init; }

    internal bool Begin { get; init; }

    internal bool Finish { get; init; }

    internal bool CallRoll { get; init; }

    internal bool WriteMinutes { get; init; }

    internal static MeetingMay Of(Visit visit, AgendaView view)
    {
        var status = view.Meeting.Status;
        var isAhead = status is MeetingStatus.Planned or MeetingStatus.AgendaSent;
        var isBegun = status is MeetingStatus.InProgress or MeetingStatus.Held;
        return new MeetingMay
        {
            Arrange = (isAhead || status == MeetingStatus.InProgress) && May(visit, MoveItem.Needs),
            Attach = status != MeetingStatus.Cancelled && !view.IsFinal && May(visit, AttachFile.NeedsOfOthers),
            Decide = isBegun && !view.IsFinal && May(visit, RecordDecision.Needs),
            Begin = isAhead && May(visit, BeginMeeting.Needs),
            Finish = status == MeetingStatus.InProgress && May(visit, FinishMeeting.Needs),
            CallRoll = status == MeetingStatus.Held && !view.IsFinal && May(visit, RecordRollCall.Needs),
            WriteMinutes = isBegun && !view.IsFinal && May(visit, Minutes.WriteMinutes.Needs),
        };
    }

    private static bool May(Visit visit, Permission permission) => visit.Access.May(permission) && !visit.Forum.IsOverFor(permission);
}
