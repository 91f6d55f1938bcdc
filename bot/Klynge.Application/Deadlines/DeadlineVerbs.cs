namespace Klynge.Application.Deadlines;

/// <summary>The verbs of the deadlines' buttons.</summary>
public static class DeadlineVerbs
{
    public const string List = "deadline.list";
    public const string Show = "deadline.show";
    public const string Form = "deadline.form";
    public const string Set = "deadline.set";
    public const string Finish = "deadline.finish";
    public const string PostponeForm = "deadline.postpone.form";
    public const string Postpone = "deadline.postpone";
    public const string EditForm = "deadline.edit.form";
    public const string Edit = "deadline.edit";
    public const string Remove = "deadline.remove";
    public const string Undo = "deadline.undo";
    public const string Remind = "deadline.remind";
    public const string Found = "deadline.found";
    public const string Accept = "deadline.accept";
    public const string Dismiss = "deadline.dismiss";
    public const string UndoDismiss = "deadline.dismiss.undo";
    public const string Wheel = "wheel.show";
    public const string WheelForm = "wheel.form";
    public const string WheelAdd = "wheel.add";
    public const string WheelAskRemove = "wheel.remove.ask";
    public const string WheelRemove = "wheel.remove";
    public const string Calendar = "calendar.link";
    public const string CalendarCreate = "calendar.link.create";
    public const string CalendarRevoke = "calendar.link.revoke";
}
