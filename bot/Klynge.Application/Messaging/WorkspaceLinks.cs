using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;

namespace Klynge.Application.Messaging;

/// <summary>The pages of the workspace that show what a card shows; whoever opens one is asked there whether they may.</summary>
public static class CardPages
{
    /// <summary>Deadlines of all of the reader's forums.</summary>
    public const string Deadlines = "/frister";

    /// <param name="number">Of the item to stop at; null for the top.</param>
    public static string Meeting(MeetingId id, int? number = null) =>
        number is { } item ? string.Create(CultureInfo.InvariantCulture, $"/moeder/{id.Value}#punkt-{item}") : $"/moeder/{id.Value}";

    public static string Case(WrittenProcedureId id) => $"/sager/{id.Value}";
}

/// <summary>
/// »Åbn i Klynge« on a card that has a page: in Teams a link that opens the page in the personal tab, elsewhere and on this machine the plain
/// address. Where the workspace has no public address there is no such button. It is put on when the card is sent: who draws a card knows
/// neither the address nor the channel.
/// </summary>
public sealed class WorkspaceLinks(ApplicationSettings settings)
{
    /// <summary>The tab's id in the app's manifest.</summary>
    public const string TabId = "arbejdsbord";

    public const string Title = "Åbn i Klynge";

    /// <summary>How the channel calls a bot: its app's id behind this.</summary>
    private const string BotPrefix = "28:";

    /// <param name="page">Below the workspace's address: <c>/moeder/0197…</c>.</param>
    /// <param name="channelId">Where the card is shown.</param>
    /// <param name="botId">As the channel calls the bot.</param>
    /// <returns>Null where there is no workspace to open.</returns>
    public Uri? AddressOf(string page, string? channelId, string? botId)
    {
        if (settings.Workspace is not { } workspace)
            return null;

        var plain = new Uri(workspace, page);
        return plain.Scheme == Uri.UriSchemeHttps && channelId == Channels.Teams && AppOf(botId) is { } app ? InTeams(app, plain, page) : plain;
    }

    /// <summary>The card with its button behind all others.</summary>
    internal AdaptiveCard On(AdaptiveCard card, string? channelId, string? botId)
    {
        if (card.Page is not { } page || AddressOf(page, channelId, botId) is not { } address)
            return card;

        var open = new OpenUrlAction(Title, address) { Mode = card.Actions is { Count: > 0 } ? ActionMode.Secondary : null };
        return card with { Actions = [.. card.Actions ?? [], open] };
    }

    /// <summary>The same on a card that has been waiting as JSON.</summary>
    internal JsonElement On(JsonElement card, string? page, string? channelId, string? botId)
    {
        if (page is null || AddressOf(page, channelId, botId) is not { } address || JsonObject.Create(card) is not { } json)
            return card;

        var open = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Title, ["url"] = address.AbsoluteUri };
        if (json["actions"] is JsonArray { Count: > 0 } actions)
        {
            open["mode"] = "secondary";
            actions.Add(open);
        }
        else
        {
            json["actions"] = new JsonArray(open);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>The tab is told by its context which of its pages to show; a client that has no tab opens the plain address.</summary>
    private static Uri InTeams(Guid app, Uri plain, string page)
    {
        var context = new JsonObject { ["subEntityId"] = page }.ToJsonString();
        return new Uri($"https://teams.microsoft.com/l/entity/{app}/{TabId}?webUrl={Uri.EscapeDataString(plain.AbsoluteUri)}&context={Uri.EscapeDataString(context)}");
    }

    private static Guid? AppOf(string? botId) =>
        botId?.StartsWith(BotPrefix, StringComparison.Ordinal) == true && Guid.TryParse(botId.AsSpan(BotPrefix.Length), out var app) ? app : null;
}
