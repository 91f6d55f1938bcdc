using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.Meetings;

/// <summary>The buttons about meetings, and who may press each.</summary>
public static class MeetingVerbs
{
    public static readonly ButtonRight Undo = new("meeting.undo", Permission.ManageMeetings);
    public static readonly ButtonRight MoveForm = new("meeting.move.form", Permission.ManageMeetings);
    public static readonly ButtonRight Move = new("meeting.move", Permission.ManageMeetings);
    public static readonly ButtonRight CancelForm = new("meeting.cancel.form", Permission.ManageMeetings);
    public static readonly ButtonRight Cancel = new("meeting.cancel", Permission.ManageMeetings);
    public static readonly ButtonRight DetailsForm = new("meeting.details.form", Permission.ManageMeetings);
    public static readonly ButtonRight Details = new("meeting.details", Permission.ManageMeetings);
    public static readonly ButtonRight Begin = new("meeting.begin", Permission.ManageMeetings);
    public static readonly ButtonRight Finish = new("meeting.finish", Permission.ManageMeetings);

    /// <summary>Shows how far a meeting is, for a card that asks whether it has begun, ended or been cancelled.</summary>
    public static readonly ButtonRight Stands = new("meeting.stands", Permission.ManageMeetings);

    public static readonly ButtonRight Reopen = new("meeting.reopen", Permission.ManageMeetings);
    public static readonly ButtonRight Resume = new("meeting.resume", Permission.ManageMeetings);
    public static readonly ButtonRight RollCallForm = new("meeting.rollcall.form", Permission.RecordAttendance);
    public static readonly ButtonRight RollCall = new("meeting.rollcall", Permission.RecordAttendance);
}
