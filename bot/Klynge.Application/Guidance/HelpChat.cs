using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;

namespace Klynge.Application.Guidance;

/// <summary><c>hjælp</c>, what has its place elsewhere, and what was not understood.</summary>
public sealed class HelpChat(HelpQueries queries) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand(CommandRights.Help, ShowAsync)
            .OnCommand(CommandRights.NotHere, (_, command, _) => Task.FromResult<ChatReply>(NotHereCard.Build(command.What)))
            .OnCommand(CommandRights.Unknown, (_, command, _) => Task.FromResult<ChatReply>(UnknownCard.Build(command)));
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, ChatCommand.Help command, CancellationToken cancellationToken)
    {
        var view = await queries.ViewAsync(turn.PersonId, turn.ConversationForumId, cancellationToken);
        return HelpCard.Build(view with { IsShared = !turn.IsPersonal });
    }
}
