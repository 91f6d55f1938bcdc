using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.WrittenProcedures.Drafting;
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

    /// <summary>Writes down what was agreed at an item, from the meeting's start; it is followed up after the minutes are approved, too.</summary>
    internal bool Agree { get; init; }

    /// <summary>Says whether a sentence of a decision is followed up.</summary>
    internal bool AnswerFound { get; init; }

    /// <summary>Sees to something that was agreed at this meeting, and may say that it is done.</summary>
    internal bool Settle { get; init; }

    /// <summary>Asks others for their text to an item, until the agenda goes out.</summary>
    internal bool Ask { get; init; }

    /// <summary>Lets the meeting vote on cards while it runs.</summary>
    internal bool OpenBallot { get; init; }

    /// <summary>Says who took no part in an item.</summary>
    internal bool Attend { get; init; }

    /// <summary>Keeps single readers out of a closed item.</summary>
    internal bool Exclude { get; init; }

    /// <summary>Writes guests onto an item.</summary>
    internal bool Invite { get; init; }

    /// <summary>Makes a written procedure of an item, where the forum decides in writing.</summary>
    internal bool PutInWriting { get; init; }

    internal static MeetingMay Of(Visit visit, AgendaView view)
    {
        var status = view.Meeting.Status;
        var isAhead = status is MeetingStatus.Planned or MeetingStatus.AgendaSent;
        var isBegun = status is MeetingStatus.InProgress or MeetingStatus.Held;
        var isKept = status != MeetingStatus.Cancelled && !view.IsFinal;
        return new MeetingMay
        {
            Arrange = (isAhead || status == MeetingStatus.InProgress) && May(visit, MoveItem.Needs),
            Attach = isKept && May(visit, AttachFile.NeedsOfOthers),
            Decide = isBegun && !view.IsFinal && May(visit, RecordDecision.Needs),
            Begin = isAhead && May(visit, BeginMeeting.Needs),
            Finish = status == MeetingStatus.InProgress && May(visit, FinishMeeting.Needs),
            CallRoll = status == MeetingStatus.Held && !view.IsFinal && May(visit, RecordRollCall.Needs),
            WriteMinutes = isBegun && !view.IsFinal && May(visit, Minutes.WriteMinutes.Needs),
            Agree = isBegun && May(visit, SetDeadline.Needs),
            AnswerFound = isBegun && May(visit, AnswerFoundDeadline.Needs),
            Ask = view.Meeting is { Status: MeetingStatus.Planned, AgendaSentAt: null } && May(visit, AskContribution.Needs),
            OpenBallot = status == MeetingStatus.InProgress && !view.IsFinal && May(visit, RunItemBallot.Needs),
            Attend = isBegun && !view.IsFinal && May(visit, RecordItemAttendance.Needs),
            Exclude = (isAhead || status == MeetingStatus.InProgress) && May(visit, ExcludeFromItem.Needs),
            Invite = isKept && May(visit, AddGuest.Needs),
            PutInWriting = status != MeetingStatus.Cancelled && visit.Forum.Rules.WrittenProcedures.Allowed && May(visit, SaveProcedureDraft.Needs),
        };
    }

    private static bool May(Visit visit, Permission permission) => visit.Access.May(permission) && !visit.Forum.IsOverFor(permission);
}
