using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Guests;

/// <summary>The buttons of guests, and who may press each. Members read the names on the agenda; how a guest is reached is the secretariat's.</summary>
public static class GuestVerbs
{
    public static readonly ButtonRight List = new("guest.list", AddGuest.Needs);
    public static readonly ButtonRight Form = new("guest.form", AddGuest.Needs);
    public static readonly ButtonRight Add = new("guest.add", AddGuest.Needs);
    public static readonly ButtonRight EditForm = new("guest.edit.form", EditGuest.Needs);
    public static readonly ButtonRight Edit = new("guest.edit", EditGuest.Needs);
    public static readonly ButtonRight Remove = new("guest.remove", RemoveGuest.Needs);
    public static readonly ButtonRight InviteForm = new("guest.invite.form", TellGuests.Needs);
    public static readonly ButtonRight Invite = new("guest.invite", TellGuests.Needs);
    public static readonly ButtonRight TellForm = new("guest.tell.form", TellGuests.Needs);
    public static readonly ButtonRight Tell = new("guest.tell", TellGuests.Needs);
    public static readonly ButtonRight Told = new("guest.told", MarkGuestTold.Needs);
}
