using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Rights;

namespace Klynge.Application.Meetings;

/// <summary>The buttons about meetings, and who may press each.</summary>
public static class MeetingVerbs
{
    public static readonly ButtonRight Undo = new("meeting.undo", UndoMeeting.Needs);
    public static readonly ButtonRight MoveForm = new("meeting.move.form", MoveMeeting.Needs);
    public static readonly ButtonRight Move = new("meeting.move", MoveMeeting.Needs);
    public static readonly ButtonRight CancelForm = new("meeting.cancel.form", CancelMeeting.Needs);
    public static readonly ButtonRight Cancel = new("meeting.cancel", CancelMeeting.Needs);
    public static readonly ButtonRight DetailsForm = new("meeting.details.form", DescribeMeeting.Needs);
    public static readonly ButtonRight Details = new("meeting.details", DescribeMeeting.Needs);
    public static readonly ButtonRight Begin = new("meeting.begin", BeginMeeting.Needs);
    public static readonly ButtonRight Finish = new("meeting.finish", FinishMeeting.Needs);

    /// <summary>Shows how far a meeting is, for a card that asks whether it has begun, ended or been cancelled.</summary>
    public static readonly ButtonRight Stands = new("meeting.stands", BeginMeeting.Needs);

    public static readonly ButtonRight Reopen = new("meeting.reopen", ReopenMeeting.Needs);
    public static readonly ButtonRight Resume = new("meeting.resume", ReopenMeeting.Needs);
    public static readonly ButtonRight RollCallForm = new("meeting.rollcall.form", RecordRollCall.Needs);
    public static readonly ButtonRight RollCall = new("meeting.rollcall", RecordRollCall.Needs);
}
