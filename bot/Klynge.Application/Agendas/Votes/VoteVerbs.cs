using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Votes;

/// <summary>The buttons of a vote on cards, and who may press each.</summary>
public static class VoteVerbs
{
    private const string Voters = "whoever has a vote and takes part in the item, for as long as the vote runs";

    public static readonly ButtonRight OpenForm = new("ballot.open.form", RunItemBallot.Needs);
    public static readonly ButtonRight Open = new("ballot.open", RunItemBallot.Needs);
    public static readonly ButtonRight Close = new("ballot.close", RunItemBallot.Needs);
    public static readonly ButtonRight CallOff = new("ballot.off", RunItemBallot.Needs);
    public static readonly ButtonRight Show = new("ballot.show", Who.Voters, "whoever has a vote and takes part in the item") { Needs = CastItemVote.Needs };
    public static readonly ButtonRight Cast = new("ballot.cast", Who.Voters, Voters) { Needs = CastItemVote.Needs };
}
