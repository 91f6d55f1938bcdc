using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>A person's secret calendar link: shown once, made anew, taken away. In the personal chat only, since it is a secret.</summary>
internal sealed class CalendarLinkChat(
    DeadlineDesk desk, CreateCalendarLink create, RevokeCalendarLink revoke, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ButtonRights.CalendarLink, Privately(ShowAsync))
        .OnAction(ButtonRights.CalendarLinkCreate, Privately(CreateAsync))
        .OnAction(ButtonRights.CalendarLinkRevoke, Privately(RevokeAsync));

    private static Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> Privately(
        Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler) =>
        (turn, action, cancellationToken) => turn.IsPersonal
            ? handler(turn, action, cancellationToken)
            : Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat));

    private async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(turn, action.Data.Forum(), Permission.ReadDeadlines, action, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
        {
            return error;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stands = await db.CalendarFeeds.AnyAsync(
            feed => feed.ForumId == visit.Forum.Id && feed.PersonId == turn.PersonId && feed.RevokedAt == null, cancellationToken);
        return CalendarLinkCard.Build(visit.Forum, stands);
    }

    private async Task<ChatReply> CreateAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(turn, action.Data.Forum(), Permission.ReadDeadlines, action, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
        {
            return error;
        }

        var result = await create.HandleAsync(turn.Caller, visit.Forum.Id, cancellationToken);
        return result.TryGet(out var link, out var refused) ? CalendarLinkCard.Made(visit.Forum, link) : refused;
    }

    private async Task<ChatReply> RevokeAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await revoke.HandleAsync(turn.Caller, action.Data.Forum(), cancellationToken);
        return result.TryGet(out var revoked, out var error) ? ChatReply.Say(revoked > 0 ? Texts.LinkIsRevoked : Texts.NoLink) : error;
    }
}
