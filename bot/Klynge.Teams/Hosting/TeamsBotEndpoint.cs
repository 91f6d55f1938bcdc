using Klynge.Teams.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Hosting;

public static class TeamsBotEndpoint
{
    /// <summary>
    /// Takes the channel's activities by POST at <paramref name="path"/>, usually <c>/api/messages</c>. It brings its own
    /// authentication, so it asks for none of the host's.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two handlers claim the same route.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options contradict each other.</exception>
    public static IEndpointConventionBuilder MapTeamsBot(this IEndpointRouteBuilder endpoints, string path)
    {
        // Taken here, so that a conflict of routes or options stops the start and not the first message.
        endpoints.ServiceProvider.GetRequiredService<ActivityRouter>();
        var endpoint = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        return endpoints.MapPost(path, (RequestDelegate)endpoint.HandleAsync).AllowAnonymous().WithDisplayName("Teams bot");
    }
}
