using System.Text.Json;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>Which handler takes which activity. Filled once at start; a second claim on the same route is an error there and then.</summary>
public sealed class ActivityRouter
{
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnMessage(Func<TurnContext, CancellationToken, Task> handler) => throw new NotSupportedException();

    /// <summary>A button's verb, pressed as <c>Action.Execute</c> or as <c>Action.Submit</c>.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnCardAction(
        string verb, Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler) =>
        throw new NotSupportedException();

    /// <summary>An invoke by its name (<see cref="InvokeNames"/>), with its value.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnInvoke(
        string name, Func<TurnContext, JsonElement, CancellationToken, Task<InvokeResponse>> handler) =>
        throw new NotSupportedException();

    /// <summary>An event by its name (<see cref="EventNames"/>), with its value.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnEvent(string name, Func<TurnContext, JsonElement, CancellationToken, Task> handler) =>
        throw new NotSupportedException();

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnConversationUpdate(Func<TurnContext, CancellationToken, Task> handler) => throw new NotSupportedException();

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnInstallationUpdate(Func<TurnContext, CancellationToken, Task> handler) => throw new NotSupportedException();

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnMessageReaction(Func<TurnContext, CancellationToken, Task> handler) => throw new NotSupportedException();

    /// <summary>Leads a turn to its handler.</summary>
    /// <returns>For an invoke its answer, 501 when nobody knows it; for everything else 200, also when nobody wants it.</returns>
    public Task<InvokeResponse> DispatchAsync(TurnContext turn, CancellationToken cancellationToken) => throw new NotSupportedException();
}
