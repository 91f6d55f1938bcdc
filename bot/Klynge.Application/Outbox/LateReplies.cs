using System.Text.Json;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Common;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;

namespace Klynge.Application.Outbox;

/// <summary>Answers that Teams does not take at once go by the outbox, in their place among the messages of the conversation.</summary>
public sealed class LateReplies(Writer writer) : ILateReplies
{
    /// <exception cref="TurnUnavailableException">It is not kept: the channel brings the activity again.</exception>
    public async Task SaveAsync(TurnContext turn, Activity message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(message);
        var reply = new LateReply(ActivityJson.Serialize(message), turn.Reference.Conversation.Id!, turn.ThreadId);
        try
        {
            await writer.WriteAsync<Done>(OutboxClaims.Intent, scope =>
            {
                scope.Add(new OutboxMessage
                {
                    Kind = OutboxKind.Post,
                    ConversationId = ConversationRegister.IdOf(turn),
                    Payload = JsonSerializer.Serialize(new OutgoingMessage(message.Text ?? message.Summary ?? string.Empty, Reply: reply)),
                    CreatedAt = scope.Now,
                    DueAt = scope.Now,
                });
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            throw new TurnUnavailableException(new NotSaved().Text, exception);
        }
    }
}
