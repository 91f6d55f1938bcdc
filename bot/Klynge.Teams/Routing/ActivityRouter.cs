using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Klynge.Teams.Activities;
using Activity = Klynge.Teams.Activities.Activity;

namespace Klynge.Teams.Routing;

/// <summary>Which handler takes which activity. Filled once at start; a second claim on a route is an error there and then.</summary>
public sealed class ActivityRouter
{
    private const string CardPrefix = "card:";
    private const string UnknownCard = "card:?";
    private static readonly FrozenSet<string> RoutedTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        ActivityTypes.Message, ActivityTypes.Invoke, ActivityTypes.Event, ActivityTypes.ConversationUpdate,
        ActivityTypes.InstallationUpdate, ActivityTypes.MessageReaction);

    private readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>>> _cards =
        new(StringComparer.Ordinal);

    /// <summary>Every route that is taken: <c>message</c>, <c>event:NAME</c>, <c>invoke:NAME</c>, <c>card:VERB</c>.</summary>
    public IEnumerable<string> Names => _routes.Keys.Concat(_cards.Keys);

    /// <summary>Whatever a person writes, unless it is a pressed button.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnMessage(Func<TurnContext, CancellationToken, Task> handler) => Add(ActivityTypes.Message, handler);

    /// <summary>A button's verb, pressed as <c>Action.Execute</c> or as <c>Action.Submit</c>, or a card's refresh.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnCardAction(
        string verb, Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        return AddCard(CardPrefix + verb, handler);
    }

    /// <summary>A button whose verb nobody registered, such as one on a card from before the last release. Without it: 501.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnUnknownCardAction(Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler) =>
        AddCard(UnknownCard, handler);

    /// <summary>An invoke by its name (<see cref="InvokeNames"/>), with its value.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    /// <exception cref="ArgumentException">The name is the card action's: register its verb.</exception>
    public ActivityRouter OnInvoke(string name, Func<TurnContext, JsonElement, CancellationToken, Task<InvokeResponse>> handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (string.Equals(name, InvokeNames.CardAction, StringComparison.Ordinal))
            throw new ArgumentException("Card actions are registered by their verb.", nameof(name));
        return Add(new Route($"invoke:{name}", (turn, token) => handler(turn, turn.Activity.Value ?? default, token)));
    }

    /// <summary>An event by its name (<see cref="EventNames"/>), with its value.</summary>
    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnEvent(string name, Func<TurnContext, JsonElement, CancellationToken, Task> handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add($"event:{name}", (turn, token) => handler(turn, turn.Activity.Value ?? default, token));
    }

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnConversationUpdate(Func<TurnContext, CancellationToken, Task> handler) =>
        Add(ActivityTypes.ConversationUpdate, handler);

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnInstallationUpdate(Func<TurnContext, CancellationToken, Task> handler) =>
        Add(ActivityTypes.InstallationUpdate, handler);

    /// <exception cref="InvalidOperationException">The route is taken.</exception>
    public ActivityRouter OnMessageReaction(Func<TurnContext, CancellationToken, Task> handler) =>
        Add(ActivityTypes.MessageReaction, handler);

    /// <summary>Leads a turn to its handler.</summary>
    /// <returns>For an invoke its answer, 501 when nobody knows it; for everything else 200, also when nobody wants it.</returns>
    public Task<InvokeResponse> DispatchAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (route, otherwise) = Find(turn.Activity);
        return route is null ? Task.FromResult(otherwise) : RunAsync(route, turn, cancellationToken);
    }

    /// <summary>Whether activities of this type can reach a handler at all.</summary>
    internal static bool Routes(string type) => RoutedTypes.Contains(type);

    private (Route? Route, InvokeResponse Otherwise) Find(Activity activity) => activity.Type switch
    {
        ActivityTypes.Invoke when activity.Name == InvokeNames.CardAction => FindCard(activity),
        ActivityTypes.Invoke => (_routes.GetValueOrDefault($"invoke:{activity.Name}"), InvokeResponse.NotImplemented),
        ActivityTypes.Event => (_routes.GetValueOrDefault($"event:{activity.Name}"), InvokeResponse.Ok),
        ActivityTypes.Message when CardActionRoute.FromMessage(activity) is { } pressed && FindCard(pressed) is { } card
            => (card, InvokeResponse.Ok),
        ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.MessageReaction
            => (_routes.GetValueOrDefault(activity.Type), InvokeResponse.Ok),
        _ => (null, InvokeResponse.Ok),
    };

    private (Route? Route, InvokeResponse Otherwise) FindCard(Activity activity) => CardActionRoute.FromInvoke(activity) is { } action
        ? (FindCard(action), InvokeResponse.NotImplemented)
        : (null, InvokeResponse.BadRequest("The value of a card action needs an action with a verb."));

    private Route? FindCard(InvokedAction action)
    {
        var name = CardPrefix + action.Verb;
        if (!_cards.TryGetValue(name, out var handler) && !_cards.TryGetValue(name = UnknownCard, out handler))
            return null;

        return new Route(name, async (turn, token) =>
        {
            var response = await handler(turn, action, token);
            if (!action.IsFallback)
                return response.ToInvokeResponse();
            await CardActionRoute.SendAsync(turn, response, token);
            return InvokeResponse.Ok with { Outcome = response.StatusCode };
        });
    }

    private static async Task<InvokeResponse> RunAsync(Route route, TurnContext turn, CancellationToken cancellationToken)
    {
        using var span = TeamsTelemetry.Source.StartActivity(route.Name, ActivityKind.Server);
        var (started, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var response = await route.Handler(turn, cancellationToken);
            outcome = response.Outcome < 400 ? "ok" : "refused";
            return response;
        }
        finally
        {
            span?.SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            TeamsTelemetry.Turn(route.Name, outcome, Stopwatch.GetElapsedTime(started));
        }
    }

    private ActivityRouter Add(string name, Func<TurnContext, CancellationToken, Task> handler)
    {
        return Add(new Route(name, RunAsync));

        async Task<InvokeResponse> RunAsync(TurnContext turn, CancellationToken cancellationToken)
        {
            await handler(turn, cancellationToken);
            return InvokeResponse.Ok;
        }
    }

    private ActivityRouter Add(Route route) => _routes.TryAdd(route.Name, route)
        ? this
        : throw new InvalidOperationException($"Two handlers claim the route '{route.Name}'.");

    private ActivityRouter AddCard(string name, Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler) =>
        _cards.TryAdd(name, handler) ? this : throw new InvalidOperationException($"Two handlers claim the route '{name}'.");
}

/// <summary>
/// The handlers of one feature. Register it as a singleton of this interface; every module is mapped once, when the host
/// starts, and two modules that claim the same verb, name or type stop the start.
/// </summary>
public interface IActivityModule
{
    void Map(ActivityRouter router);
}

/// <param name="Name">For spans and measurements, such as <c>card:vote</c>.</param>
internal sealed record Route(string Name, Func<TurnContext, CancellationToken, Task<InvokeResponse>> Handler);
