using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>The buttons about who is inhabil at an item, and who may press each.</summary>
public static class ImpartialityVerbs
{
    private const string Raisers = "a member until the meeting is over; the secretariat until its minutes are approved";

    public static readonly ButtonRight Show = new("impartiality.show", Who.Proposers, Raisers) { Needs = RaiseImpartiality.Needs };
    public static readonly ButtonRight Form = new("impartiality.form", Who.Proposers, Raisers) { Needs = RaiseImpartiality.Needs };
    public static readonly ButtonRight Raise = new("impartiality.raise", Who.Proposers, Raisers) { Needs = RaiseImpartiality.Needs };
    public static readonly ButtonRight Decide = new("impartiality.decide", DecideImpartiality.Needs, "what the body has decided");
}
