using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Council;

/// <summary>The buttons of a member's rights at an item, and who may press each.</summary>
public static class CouncilVerbs
{
    private const string Attended = "a member who took part in the item, where the forum's rules allow it";

    public static readonly ButtonRight DissentForm = new("dissent.form", Who.Voters, Attended) { Needs = StateDissent.Needs };
    public static readonly ButtonRight Dissent = new("dissent.save", Who.Voters, Attended) { Needs = StateDissent.Needs };
    public static readonly ButtonRight TakeBackDissent = new("dissent.remove", Who.Voters, Attended) { Needs = StateDissent.Needs };
    public static readonly ButtonRight StopForm = new("stop.form", Who.Voters, Attended) { Needs = StopDecision.Needs };
    public static readonly ButtonRight Stop = new("stop.execution", Who.Voters, Attended) { Needs = StopDecision.Needs };
}
