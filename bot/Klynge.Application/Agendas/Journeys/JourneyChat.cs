using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Search;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Journeys;

/// <summary>»sag«: a case by its number, or by words of its title.</summary>
internal sealed class JourneyChat(MeetingLookup desk) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnCommandOfAll(CommandCatalogue.Case, CommandAsync);
        routes.OnActionOfAll(JourneyCard.Show, ShowAsync, CommandCatalogue.Case.InClosedForums);
    }

    private async Task<ChatReply> CommandAsync(ChatTurn turn, IReadOnlyList<Visit> visits, ChatCommand.ShowCase command, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal && turn.ConversationForumId is null)
            return new SearchInPrivate();

        return CaseKey.Read(command.Words, turn.Today.Year) is { } key
            ? await OfKeyAsync(turn, visits, key, action: null, command.Words, cancellationToken)
            : await OfWordsAsync(turn, visits, command.Words, cancellationToken);
    }

    private Task<ChatReply> ShowAsync(ChatTurn turn, IReadOnlyList<Visit> visits, InvokedAction action, CancellationToken cancellationToken)
    {
        var (written, forum) = (DanishText.Shorten(DanishText.Clean(action.Data.Text(JourneyCard.Key)), CommandLimits.MaxName), action.Data.Id<ForumId>(JourneyCard.Of));
        var board = visits.FirstOrDefault(visit => visit.Forum.Id == forum)?.Forum.BoardId;
        return CaseKey.Read(written, turn.Today.Year) is { } key
            ? OfKeyAsync(turn, [.. visits.Where(visit => board is null || visit.Forum.BoardId == board)], key, action, written, cancellationToken)
            : Task.FromResult<ChatReply>(JourneyCard.None(written));
    }

    /// <summary>Each body has a series of its own: where two have the number, it is asked which is meant.</summary>
    private async Task<ChatReply> OfKeyAsync(ChatTurn turn, IReadOnlyList<Visit> visits, CaseKey key, InvokedAction? action, string written, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var found = new List<JourneyView>();
        foreach (var body in visits.GroupBy(visit => visit.Forum.BoardId))
        {
            if (await db.JourneyAsync([.. body.Select(visit => ReaderOf(turn, visit, action))], key, cancellationToken) is { } view)
                found.Add(view);
        }

        return found switch
        {
            [] => JourneyCard.None(written),
            [var only] => JourneyCard.Build(only, action?.Data.Page() ?? 0),
            _ => JourneyCard.Choose(found),
        };
    }

    private async Task<ChatReply> OfWordsAsync(ChatTurn turn, IReadOnlyList<Visit> visits, string words, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var found = await db.FindCasesAsync([.. visits.Select(visit => ReaderOf(turn, visit, action: null))], words, cancellationToken);
        if (found.Count == 0)
            return JourneyCard.None(words);

        if (found.Count > 1)
            return JourneyCard.Choose(found);

        var board = visits.First(visit => visit.Forum.Id == found[0].Stops[0].ForumId).Forum.BoardId;
        return await OfKeyAsync(turn, [.. visits.Where(visit => visit.Forum.BoardId == board)], found[0].Key, action: null, words, cancellationToken);
    }

    private static JourneyReader ReaderOf(ChatTurn turn, Visit visit, InvokedAction? action) => new(visit, MeetingLookup.AudienceOf(turn, visit, action).Closed);
}
