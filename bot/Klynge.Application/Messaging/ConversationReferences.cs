using Klynge.Teams.Activities;

namespace Klynge.Application.Messaging;

internal static class ConversationReferences
{
    /// <summary>What the connector needs to write into a conversation that was stored.</summary>
    internal static ConversationReference ToReference(this Conversation conversation) => new()
    {
        ServiceUrl = conversation.ServiceUrl,
        ChannelId = conversation.ChannelId,
        Bot = new ChannelAccount { Id = conversation.BotId },
        Conversation = new ConversationAccount
        {
            Id = conversation.Id,
            TenantId = conversation.TenantId,
            ConversationType = conversation.Kind switch
            {
                ConversationKind.Personal => ConversationAccount.Personal,
                ConversationKind.Group => ConversationAccount.GroupChat,
                ConversationKind.Channel => ConversationAccount.Channel,
                _ => throw new InvalidOperationException($"No such kind: {conversation.Kind}."),
            },
        },
    };
}
