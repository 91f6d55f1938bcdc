using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>What is done beside an item of a meeting: agreements, contributions, votes, additions, attendance, guests, and who is kept out.</summary>
internal static class ItemActsOfMeeting
{
    internal static void Map(RouteGroupBuilder workspace)
    {
        AgreementActs.Map(workspace);
        FollowUpActs.Map(workspace);
        ContributionActs.Map(workspace);
        VoteActs.Map(workspace);
        BallotActs.Map(workspace);
        PresenceActs.Map(workspace);
        AdditionActs.Map(workspace);
    }
}
