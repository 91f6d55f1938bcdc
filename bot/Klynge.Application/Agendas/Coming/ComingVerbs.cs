using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Coming;

/// <summary>The buttons of the coming items, and who may press each. Members read them; what is proposed by others, and all else, is the secretariat's.</summary>
public static class ComingVerbs
{
    public static readonly ButtonRight List = new("coming.list", ComingQueries.Needs, "of closed items no words to those who may not read them");
    public static readonly ButtonRight Show = new("coming.show", AddComingItem.Needs);
    public static readonly ButtonRight Form = new("coming.form", AddComingItem.Needs);
    public static readonly ButtonRight Add = new("coming.add", AddComingItem.Needs);
    public static readonly ButtonRight EditForm = new("coming.edit.form", EditComingItem.Needs);
    public static readonly ButtonRight Edit = new("coming.edit", EditComingItem.Needs);
    public static readonly ButtonRight DropForm = new("coming.drop.form", DropComingItem.Needs);
    public static readonly ButtonRight Drop = new("coming.drop", DropComingItem.Needs);
    public static readonly ButtonRight Return = new("coming.return", ReturnComingItem.Needs);
    public static readonly ButtonRight Accept = new("coming.accept", AcceptComingItem.Needs);
    public static readonly ButtonRight PlaceForm = new("coming.place.form", PlaceComingItem.Needs);
    public static readonly ButtonRight Place = new("coming.place", PlaceComingItem.Needs);
}
