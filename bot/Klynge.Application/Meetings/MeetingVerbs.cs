namespace Klynge.Application.Meetings;

/// <summary>The verbs of the buttons about meetings.</summary>
public static class MeetingVerbs
{
    public const string List = "meeting.list";
    public const string Schedule = "meeting.schedule";
    public const string Undo = "meeting.undo";
    public const string MoveForm = "meeting.move.form";
    public const string Move = "meeting.move";
    public const string CancelForm = "meeting.cancel.form";
    public const string Cancel = "meeting.cancel";
    public const string DetailsForm = "meeting.details.form";
    public const string Details = "meeting.details";
    public const string Begin = "meeting.begin";
    public const string Finish = "meeting.finish";
    public const string Reopen = "meeting.reopen";
    public const string Resume = "meeting.resume";
    public const string RollCallForm = "meeting.rollcall.form";
    public const string RollCall = "meeting.rollcall";
}
