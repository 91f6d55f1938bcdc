using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Teams.Routing;

namespace Klynge.Application.Search;

/// <summary><c>søg</c>, and the next page of what it found.</summary>
public sealed class SearchChat(SearchItems search) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnCommand(CommandRights.Search, (turn, command, cancellationToken) => AnswerAsync(turn, command.Words, skip: 0, cancellationToken));
        routes.OnAction(ButtonRights.SearchMore, OnMoreAsync);
    }

    private Task<ChatReply> OnMoreAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var words = DanishText.Shorten(DanishText.Clean(action.Data.Text("words")), CommandLimits.MaxSearch);
        return AnswerAsync(turn, words, action.Data.Integer("skip") ?? 0, cancellationToken);
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, string words, int skip, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal && turn.ConversationForumId is null)
        {
            return new SearchInPrivate();
        }

        var request = new SearchRequest(words, skip, turn.IsPersonal ? null : turn.ConversationForumId);
        var found = await search.HandleAsync(turn.PersonId, request, cancellationToken);
        return found.TryGet(out var results, out var error) ? SearchCard.Build(results) : error;
    }
}
