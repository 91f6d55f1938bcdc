using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>The buttons of guests who come by turns, and who may press each.</summary>
public static class TurnVerbs
{
    public static readonly ButtonRight List = new("turn.list", ChangeTurns.Needs);
    public static readonly ButtonRight Form = new("turn.form", ChangeTurns.Needs);
    public static readonly ButtonRight Add = new("turn.add", ChangeTurns.Needs);
    public static readonly ButtonRight Remove = new("turn.remove", ChangeTurns.Needs);
    public static readonly ButtonRight Use = new("turn.use", UseTurn.Needs);
    public static readonly ButtonRight Skip = new("turn.skip", UseTurn.Needs);
}
