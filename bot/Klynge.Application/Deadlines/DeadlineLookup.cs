using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>What the commands and buttons of deadlines look up before they answer.</summary>
internal sealed class DeadlineLookup(IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>The deadline's card, as the person reads it.</summary>
    /// <param name="caution">Why nothing was done; null where it was, or for a look.</param>
    internal async Task<ChatReply> ShowAsync(
        ChatTurn turn, Visit visit, DeadlineId id, InvokedAction? action, string? told, CancellationToken cancellationToken, string? caution = null)
    {
        var found = await FindAsync(turn, visit, id, action, cancellationToken);
        return found.TryGet(out var view, out var error) ? DeadlineCard.Build(view, turn.Today, told, caution) : error;
    }

    internal async Task<Result<DeadlineView>> FindAsync(
        ChatTurn turn, Visit visit, DeadlineId id, InvokedAction? action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DeadlineAsync(visit.Forum, id, DeadlineReader.Of(visit, turn, action), cancellationToken) is { } view ? view : new DeadlineNotFound();
    }

    /// <param name="areOwn">Only those that the person is to see to: by name, or by a role that they have.</param>
    internal async Task<DeadlinesOfForum> ListAsync(Visit visit, DeadlineReader reader, bool areOwn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Func<Deadline, bool>? own = areOwn ? deadline =>
            visit.Access.IsResponsible(deadline.Responsible.IsOfSecretariat ? Responsible.Of(Role.Secretariat) : deadline.Responsible) : null;
        var (open, views) = await db.OpenDeadlinesAsync(visit.Forum, reader, DeadlineListCard.Most, own, cancellationToken);
        return new DeadlinesOfForum(visit.Forum.Id, visit.Forum.Name, open, views, visit.Access.May(Permission.ManageDeadlines), areOwn);
    }

    /// <summary>The forum's agreements that are open.</summary>
    internal async Task<DeadlinesOfForum> AgreementsAsync(Visit visit, DeadlineReader reader, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (open, views) = await db.OpenDeadlinesAsync(visit.Forum, reader, DeadlineListCard.Most, deadline => deadline.Kind == DeadlineKind.Agreement, cancellationToken);
        return new DeadlinesOfForum(visit.Forum.Id, visit.Forum.Name, open, views, visit.Access.May(Permission.ManageDeadlines))
        {
            AreAgreements = true,
            Rules = await db.StandingRulesAsync(visit.Forum.Id, new ClosedReader(reader.ReadsClosed, reader.Access?.PersonId), cancellationToken),
            EndsRules = reader.Access is { } access && access.May(EndRule.Needs),
        };
    }

    internal async Task<Result<Responsible>> ResponsibleAsync(Visit visit, string? written, ChatTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ResponsibleNames.FindAsync(db, visit.Forum.Id, turn.Today, written, turn.PersonId);
    }

    /// <summary>What waits for the person's answer as a secretary.</summary>
    internal async Task<WaitingAnswers> WaitingAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await WaitingAnswers.LoadAsync(db, turn.Today, turn.Now)).GetValueOrDefault(turn.PersonId, WaitingAnswers.None);
    }

    /// <summary>Those of some deadlines that are the forum's and open.</summary>
    internal async Task<IReadOnlyList<DeadlineView>> StillOpenAsync(Visit visit, DeadlineReader reader, IReadOnlyList<DeadlineId> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var shown = ids.ToHashSet();
        return (await db.OpenDeadlinesAsync(visit.Forum, reader, shown.Count, deadline => shown.Contains(deadline.Id), cancellationToken)).First;
    }

    internal async Task<AdaptiveCard> FormAsync(Visit visit, DeadlineForm form, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return DeadlineForms.New(visit.Forum, visit.Board, await db.ActiveSeatsAsync(visit.Forum.Id, today), form with { Id = form.Id ?? DeadlineId.New() });
    }

    /// <param name="form">As it was typed; null for what stands there.</param>
    internal async Task<AdaptiveCard> EditFormAsync(DeadlineView view, DeadlineForm? form, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var shown = form ?? new DeadlineForm(view.Title, view.Date, view.ResponsibleChoice) { Time = view.Time, Reminders = view.Reminders?.Text };
        return DeadlineForms.Edit(view, await db.ActiveSeatsAsync(view.ForumId, today), shown, today);
    }

    internal static DeadlineId IdOf(ActionData data) => data.Id<DeadlineId>(DeadlineParts.Id) ?? default;
}
