using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Rights;

namespace Klynge.Application.Deadlines;

/// <summary>The deadlines' buttons, and who may press each.</summary>
public static class DeadlineVerbs
{
    public static readonly ButtonRight List = new("deadline.list", DeadlineQueries.Needs);
    public static readonly ButtonRight Show = new("deadline.show", DeadlineQueries.Needs);
    public static readonly ButtonRight Form = new("deadline.form", SetDeadline.Needs);
    public static readonly ButtonRight Set = new("deadline.set", SetDeadline.Needs);
    public static readonly ButtonRight Finish = new("deadline.finish", Who.With(DeadlineScope.NeedsOfOthers), "and whoever is responsible for the deadline") { Needs = DeadlineScope.Needs };
    public static readonly ButtonRight PostponeForm = new("deadline.postpone.form", Who.With(DeadlineScope.NeedsOfOthers), "and whoever is responsible for the deadline") { Needs = DeadlineScope.Needs };
    public static readonly ButtonRight Postpone = new("deadline.postpone", Who.With(DeadlineScope.NeedsOfOthers), "and whoever is responsible for the deadline") { Needs = DeadlineScope.Needs };
    public static readonly ButtonRight EditForm = new("deadline.edit.form", EditDeadline.Needs);
    public static readonly ButtonRight Edit = new("deadline.edit", EditDeadline.Needs);
    public static readonly ButtonRight Remove = new("deadline.remove", RemoveDeadline.Needs);
    public static readonly ButtonRight Undo = new("deadline.undo", Who.With(DeadlineScope.NeedsOfOthers), "and whoever is responsible for the deadline") { Needs = DeadlineScope.Needs };
    public static readonly ButtonRight Remind = new("deadline.remind", RemindOfDeadline.Needs);
    public static readonly ButtonRight Found = new("deadline.found", AnswerFoundDeadline.Needs);
    public static readonly ButtonRight Accept = new("deadline.accept", AnswerFoundDeadline.Needs);
    public static readonly ButtonRight Dismiss = new("deadline.dismiss", AnswerFoundDeadline.Needs);
    public static readonly ButtonRight UndoDismiss = new("deadline.dismiss.undo", UndoDismissal.Needs);
    public static readonly ButtonRight Wheel = new("wheel.show", DeadlineQueries.Needs);
    public static readonly ButtonRight WheelForm = new("wheel.form", ChangeAnnualWheel.Needs);
    public static readonly ButtonRight WheelAdd = new("wheel.add", ChangeAnnualWheel.Needs);
    public static readonly ButtonRight WheelAskRemove = new("wheel.remove.ask", ChangeAnnualWheel.Needs);
    public static readonly ButtonRight WheelRemove = new("wheel.remove", ChangeAnnualWheel.Needs);
    public static readonly ButtonRight Calendar = new("calendar.link", CreateCalendarLink.Needs, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarCreate = new("calendar.link.create", CreateCalendarLink.Needs, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarRevoke = new("calendar.link.revoke", Who.OnRecord, "their own link, also after they have left the forum");
}
