using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas;

/// <summary>»dagsorden«: the one shared card in the forum's own chat, the person's own card everywhere else.</summary>
internal sealed class AgendaChat(MeetingLookup desk) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Agenda, ShowAsync)
        .OnCommand(CommandCatalogue.WhoComes, WhoComesAsync)
        .OnAction(AgendaVerbs.Show, ShowAsync)
        .OnAction(AgendaVerbs.Full, ShowFullAsync);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, ChatCommand.ShowAgenda command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit.Forum, command.Date, cancellationToken);
        if (!found.TryGet(out var meeting, out var missing))
            return missing;

        return !turn.IsPersonal && turn.ConversationForumId == visit.Forum.Id
            ? ChatReply.ShowShared(AgendaCards.Key(meeting))
            : await CardAsync(turn, visit, meeting, action: null, cancellationToken);
    }

    /// <summary>»hvem kommer«: the lines of attendance that stand at the foot of the agenda.</summary>
    private async Task<ChatReply> WhoComesAsync(ChatTurn turn, Visit visit, ChatCommand.WhoComes command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit.Forum, command.Date, cancellationToken);
        if (!found.TryGet(out var meeting, out var missing))
            return missing;

        var agenda = await desk.AgendaAsync(turn, visit, meeting, action: null, cancellationToken);
        return agenda.TryGet(out var at, out var gone) ? AttendanceLines.Card(at.View) : gone;
    }

    private Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        CardAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);

    private async Task<ChatReply> ShowFullAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        return found.TryGet(out var at, out var error) ? AgendaTextCard.Build(at.View, action.Data.Page()) : error;
    }

    private async Task<ChatReply> CardAsync(
        ChatTurn turn, Visit visit, MeetingId meeting, InvokedAction? action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, meeting, action, cancellationToken);
        return found.TryGet(out var at, out var error)
            ? Own(AgendaCard.Build(at.View, at.Audience, action?.Data.Page() ?? 0), meeting, action?.Data.Page() ?? 0)
            : error;
    }

    /// <summary>The later pages of a long agenda are looked at and left: only the first is kept up to date.</summary>
    private static ChatReply Own(AdaptiveCard card, MeetingId meeting, int page) =>
        page == 0 ? ChatReply.ShowOwn(card, AgendaCards.Key(meeting)) : card;
}
