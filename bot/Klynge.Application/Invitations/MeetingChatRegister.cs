using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Common;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>
/// Notes that the bot is in the chat of a meeting and puts the chat into the inbox, so that Teams is asked about the meeting and the board
/// meeting is found. For every turn that may come from such a chat; elsewhere it does nothing.
/// </summary>
public sealed class MeetingChatRegister(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    /// <param name="turn">An authenticated turn.</param>
    /// <param name="again">Also when the chat is known: the bot was installed anew, or a meeting of a series begins.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task NoteAsync(TurnContext turn, bool again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Activity.ChannelData?.Meeting?.Id is not { Length: > 0 } meetingId)
        {
            return;
        }

        var chat = ConversationRegister.IdOf(turn);
        if (again || !await IsKnownAsync(chat, cancellationToken))
        {
            await NoteAsync(chat, meetingId, turn.Reference.ServiceUrl, cancellationToken);
        }
    }

    private async Task<bool> IsKnownAsync(string chat, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MeetingChats.AnyAsync(one => one.ConversationId == chat, cancellationToken);
    }

    private Task<Result<Done>> NoteAsync(string chatId, string meetingId, string serviceUrl, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent("NoteMeetingChat", Caller.System, IsOnRecord: false), async scope =>
        {
            if (await scope.Db.MeetingChats.FindAsync(chatId) is not { } chat)
            {
                chat = new MeetingChat { ConversationId = chatId, TeamsMeetingId = meetingId, ServiceUrl = serviceUrl };
                scope.Db.MeetingChats.Add(chat);
            }

            (chat.TeamsMeetingId, chat.ServiceUrl) = (meetingId, serviceUrl);
            scope.Receive(CalendarInboxKind.Chat, chatId);
            return default(Done);
        }, cancellationToken);
}
