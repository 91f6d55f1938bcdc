using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Teams.Routing;

namespace Klynge.Application.Search;

/// <summary><c>søg</c>, the next page of what it found, and a hit opened.</summary>
internal sealed class SearchChat(SearchItems search, MeetingLookup desk) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnCommandOfAll(CommandCatalogue.Search, (turn, visits, command, cancellationToken) => AnswerAsync(turn, visits, command.Words, skip: 0, cancellationToken));
        routes.OnActionOfAll(SearchCard.MoreVerb, OnMoreAsync, CommandCatalogue.Search.InClosedForums);
        routes.OnAction(SearchCard.OpenVerb, OnOpenAsync);
    }

    private Task<ChatReply> OnMoreAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken) =>
        AnswerAsync(turn, visits, WordsOf(action), action.Data.Integer(SearchCard.Skip) ?? 0, cancellationToken);

    private async Task<ChatReply> OnOpenAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        var back = SearchCard.PageButton(Texts.Back, WordsOf(action), action.Data.Integer(SearchCard.Skip) ?? 0);
        return found.TryGet(out var at, out var error) ? ItemCard.Build(at.Visit.View, at.Line, at.Visit.Audience, back) : error;
    }

    private static string WordsOf(InvokedAction action) =>
        DanishText.Shorten(DanishText.Clean(action.Data.Text(SearchCard.Words)), CommandLimits.MaxSearch);

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, IReadOnlyList<Visit> visits, string words, int skip, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal && turn.ConversationForumId is null)
            return new SearchInPrivate();

        var found = await search.HandleAsync(new SearchRequest(visits, words, skip, turn.IsPersonal), cancellationToken);
        return found.TryGet(out var results, out var error) ? SearchCard.Build(results) : error;
    }
}
