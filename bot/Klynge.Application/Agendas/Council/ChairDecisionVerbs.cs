using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Council;

/// <summary>The buttons of what the chair decides between meetings, and who may press each.</summary>
public static class ChairDecisionVerbs
{
    public static readonly ButtonRight Form = new("chairdecision.form", DecideAsChair.Needs, "where the forum's rules allow it");
    public static readonly ButtonRight Make = new("chairdecision.make", DecideAsChair.Needs, "where the forum's rules allow it; the deputy when the chair is away");
    public static readonly ButtonRight Show = new("chairdecision.show", CallInDecision.Needs, "the closed ones to those who may read closed items");
    public static readonly ButtonRight CallIn = new("chairdecision.callin", Actors.Chair | Actors.Member, "any member with a seat, until the meeting begins") { Needs = CallInDecision.Needs };
}
