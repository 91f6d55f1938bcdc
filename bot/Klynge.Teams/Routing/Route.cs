using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <param name="Name">For spans and measurements, such as <c>card:vote</c>.</param>
internal sealed record Route(string Name, Func<TurnContext, CancellationToken, Task<InvokeResponse>> Handler);
