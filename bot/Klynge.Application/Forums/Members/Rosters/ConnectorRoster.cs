using Klynge.Application.Messaging;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;

namespace Klynge.Application.Forums.Members.Rosters;

/// <summary>Asks the channel by the connector.</summary>
/// <param name="connector">Made when it is needed: the command line has no channel.</param>
internal sealed class ConnectorRoster(Func<ConnectorClient> connector) : IChatRoster
{
    public async Task<IReadOnlyList<ChatMember>?> ReadAsync(Conversation chat, CancellationToken cancellationToken)
    {
        // A channel that proves nobody says who is there no more than who speaks.
        if (!Channels.ProvesPeople(chat.ChannelId))
            return null;

        var members = new List<ChatMember>();
        try
        {
            await foreach (var member in connector().GetMembersAsync(chat.ToReference(), cancellationToken))
            {
                if (member.Id is { Length: > 0 } id && id != chat.BotId)
                    members.Add(new ChatMember(member.Name ?? member.Email ?? id, member.Email ?? member.UserPrincipalName, member.AadObjectId ?? member.ObjectId, id));
            }
        }
        catch (ConnectorException)
        {
            return null;
        }

        return members;
    }
}
