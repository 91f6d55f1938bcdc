using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Teams.Hosting;

public static class TeamsBotEndpoint
{
    /// <summary>Takes the channel's activities by POST at <paramref name="path"/>, usually <c>/api/messages</c>.</summary>
    /// <exception cref="InvalidOperationException">Two handlers claim the same route, or the options contradict each other.</exception>
    public static IEndpointConventionBuilder MapTeamsBot(this IEndpointRouteBuilder endpoints, string path) =>
        throw new NotSupportedException();
}
