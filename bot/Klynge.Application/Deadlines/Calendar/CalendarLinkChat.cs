using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>A person's secret calendar link: shown once, made anew, taken away. In the personal chat only, since it is a secret.</summary>
internal sealed class CalendarLinkChat(
    Gate gate, CreateCalendarLink create, RevokeCalendarLink revoke, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.CalendarLink, (turn, visit, _, token) => ShowAsync(turn, visit.Forum, told: null, token))
        .OnAction(DeadlineVerbs.Calendar, Privately(ShowAsync))
        .OnAction(DeadlineVerbs.CalendarCreate, Privately(CreateAsync))
        .OnAction(DeadlineVerbs.CalendarRevoke, RevokeAsync);

    private static Func<ChatTurn, Visit, InvokedAction, CancellationToken, Task<ChatReply>> Privately(
        Func<ChatTurn, Forum, string?, CancellationToken, Task<ChatReply>> handler) =>
        (turn, visit, _, cancellationToken) => turn.IsPersonal
            ? handler(turn, visit.Forum, null, cancellationToken)
            : Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat));

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Forum forum, string? told, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stands = await db.CalendarFeeds.AsNoTracking()
            .Where(feed => feed.ForumId == forum.Id && feed.PersonId == turn.PersonId && feed.RevokedAt == null)
            .Select(feed => (NodaTime.Instant?)feed.CreatedAt)
            .SingleOrDefaultAsync(cancellationToken);
        return CalendarLinkCard.Build(forum, stands is { } at ? DanishTime.ToDanish(at).Date : null, told);
    }

    private async Task<ChatReply> CreateAsync(ChatTurn turn, Forum forum, string? told, CancellationToken cancellationToken)
    {
        var result = await create.HandleAsync(turn.Caller, forum.Id, cancellationToken);
        return result.TryGet(out var link, out var refused) ? CalendarLinkCard.Made(forum, link) : refused;
    }

    private async Task<ChatReply> RevokeAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
            return ChatReply.Say(Texts.OnlyInPersonalChat);

        var result = await revoke.HandleAsync(turn.Caller, action.Data.Forum(), cancellationToken);
        if (!result.TryGet(out var revoked, out var error))
            return error;

        // Who has left the forum may take their link away, and gets no card with a way to a new one.
        var told = revoked > 0 ? CalendarTexts.LinkIsRevoked : CalendarTexts.NoLink;
        var entered = await gate.EnterAsync(turn, action.Data.Forum(), CreateCalendarLink.Needs, cancellationToken);
        return entered.TryGet(out var visit, out _) ? await ShowAsync(turn, visit.Forum, told, cancellationToken) : ChatReply.Say(told);
    }
}
