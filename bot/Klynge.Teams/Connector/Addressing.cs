using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>Puts a conversation's address on a message, and makes the address of a conversation that was just created.</summary>
internal static class Addressing
{
    private const string Teams = "msteams";

    public static Activity Address(Activity activity, ConversationReference to) => activity with
    {
        From = to.Bot,
        Conversation = to.Conversation,
        Recipient = to.Conversation.IsPersonal ? to.User : null,
    };

    public static ConversationReference Reference(string serviceUrl, string tenantId, CreateConversationResponse created, string type) =>
        new()
        {
            ActivityId = created.ActivityId,
            ServiceUrl = serviceUrl,
            ChannelId = Teams,
            Conversation = new ConversationAccount { Id = created.Id, ConversationType = type, TenantId = tenantId },
        };

    public static string IdOf(ConversationReference reference) =>
        reference.Conversation.Id ?? throw new ArgumentException("The conversation has no id.", nameof(reference));
}
