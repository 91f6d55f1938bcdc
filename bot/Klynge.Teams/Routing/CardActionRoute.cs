using System.Text.Json;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;

namespace Klynge.Teams.Routing;

/// <summary>Leads both forms of a pressed button, the invoke and the fallback message, to one handler.</summary>
internal static class CardActionRoute
{
    /// <returns>Null when the invoke's value is no card action.</returns>
    public static InvokedAction? FromInvoke(Activity activity)
    {
        var value = Parse(activity.Value);
        if (value?.Action?.Verb is not { Length: > 0 } verb)
            return null;

        return new InvokedAction
        {
            Verb = verb,
            Data = new ActionData(value.Action.Data),
            IsRefresh = string.Equals(value.Trigger, "automatic", StringComparison.OrdinalIgnoreCase),
            CardActivityId = activity.ReplyToId,
        };
    }

    /// <returns>Null when the message is no pressed button.</returns>
    public static InvokedAction? FromMessage(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return null;

        var data = new ActionData(value);
        return data.Text(SubmitAction.VerbProperty) is { Length: > 0 } verb
            ? new InvokedAction { Verb = verb, Data = data, IsFallback = true, CardActivityId = activity.ReplyToId }
            : null;
    }

    /// <summary>
    /// A fallback has no answer to carry the card: in a personal chat it takes the old card's place, elsewhere it is an answer of
    /// its own, since the old card is everybody's.
    /// </summary>
    public static async Task SendAsync(TurnContext turn, CardActionResponse response, CancellationToken cancellationToken)
    {
        if (response is { NewCard: null, Text: { Length: > 0 } text })
            await turn.ReplyAsync(text, cancellationToken);
        if (response.NewCard is not { } card)
            return;

        var shown = turn.IsPersonal ? turn.Activity.ReplyToId : null;
        if (shown is null || !await TryUpdateAsync(turn, shown, card, cancellationToken))
            await turn.ReplyAsync(card, cancellationToken);
    }

    private static async Task<bool> TryUpdateAsync(
        TurnContext turn, string activityId, AdaptiveCard card, CancellationToken cancellationToken)
    {
        try
        {
            await turn.UpdateAsync(activityId, card, cancellationToken);
            return true;
        }
        catch (ConnectorException e) when (e.Failure is ConnectorFailure.Gone || e.IsPassing)
        {
            return false; // As an answer of its own it can come later, too.
        }
    }

    private static CardActionValue? Parse(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element)
            return null;
        try
        {
            return element.Deserialize(ActivityJson.Context.CardActionValue);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
