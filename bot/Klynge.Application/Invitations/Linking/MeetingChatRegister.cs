using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Invitations.Linking;

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
            return;

        var chat = ConversationRegister.IdOf(turn);
        if (again || !await IsKnownAsync(chat, cancellationToken))
            await NoteAsync(chat, meetingId, turn.Reference.ServiceUrl, cancellationToken);
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

/// <summary>
/// A meeting in whose chat the bot is, with what Teams says of it. It is kept because the forum may be known only later, and because Teams
/// tells a bot in the chat more of a meeting than anybody else.
/// </summary>
public sealed class MeetingChat
{
    public required string ConversationId { get; init; }

    /// <summary>The channel's id of the meeting, which its events carry.</summary>
    public required string TeamsMeetingId { get; set; }

    /// <summary>Where the channel is asked.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>Entra object id of the organizer, lower case; null until Teams has been asked, and where it does not say (another tenant).</summary>
    public string? OrganizerId { get; set; }

    /// <summary>Exactly as Teams wrote it.</summary>
    public string? JoinUrl { get; set; }

    public string? Title { get; set; }

    /// <summary>When the meeting is planned to begin; of a series, the occurrence that Teams had in mind. Null for »Mød nu«.</summary>
    public Instant? Start { get; set; }

    public Instant? End { get; set; }
}

/// <summary>A board meeting and the event that calls it, all tracked by the write that holds them.</summary>
/// <param name="IsNew">The meeting was put on record by this write, so nobody can know of it.</param>
internal sealed record LinkedMeeting(Forum Forum, Meeting Meeting, CalendarLink Link, bool IsNew = false)
{
    /// <summary>What cards head the meeting by, also while it is not in the database yet.</summary>
    internal async Task<MeetingView> ViewAsync(KlyngeContext db) => new()
    {
        Id = Meeting.Id,
        ForumId = Forum.Id,
        Forum = Forum.Name,
        Board = await db.Boards.Where(board => board.Id == Forum.BoardId).Select(board => board.Name).SingleAsync(),
        Time = Meeting.Time,
        Status = Meeting.Status,
        Version = Meeting.Version,
        Place = Meeting.Place,
        JoinUrl = Meeting.JoinUrl,
        AgendaSentAt = Meeting.AgendaSentAt,
        ChangesToldAt = Meeting.ChangesToldAt,
        CancellationReason = Meeting.CancellationReason,
    };
}
