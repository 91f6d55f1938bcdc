using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;

namespace Klynge.Application.Guidance;

/// <summary><c>hjælp</c>, what has its place elsewhere, and what was not understood.</summary>
public sealed class HelpChat(HelpQueries queries) : IChatFeature
{
    /// <summary>Words that are no command have no row in the catalogue.</summary>
    public static readonly CommandRight<ChatCommand.NotHere> NotHere = new(Who.OnRecord);

    /// <inheritdoc cref="NotHere"/>
    public static readonly CommandRight<ChatCommand.Unknown> Unknown = new(Who.OnRecord);

    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand(CommandCatalogue.Help, ShowAsync)
            .OnCommand(NotHere, (_, command, _) => Task.FromResult<ChatReply>(NotHereCard.Build(command.What)))
            .OnCommand(Unknown, (_, command, _) => Task.FromResult<ChatReply>(UnknownCard.Build(command)));
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, ChatCommand.Help command, CancellationToken cancellationToken) =>
        HelpCard.Build(await queries.ViewAsync(turn.PersonId, turn.ConversationForumId, turn.IsPersonal, cancellationToken));
}
