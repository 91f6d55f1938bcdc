using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agreements;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agreements;

/// <summary>A standing rule holds no more, or does so again.</summary>
public sealed class EndRule(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    /// <param name="holds">True takes the end back.</param>
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, StandingRuleId id, bool holds, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(EndRule), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            var row = await scope.Db.Rules(forumId).SingleOrDefaultAsync(one => one.Rule.Id == id);
            if (row is null || !await scope.Db.MayReadAsync(row, ClosedReader.Of(visit.Access)))
                return new StandingRuleNotFound();

            var rule = await scope.Db.StandingRules.SingleAsync(one => one.Id == id);
            if (holds)
                rule.Resume();
            else
                rule.End(scope.Caller.PersonId, scope.Now);

            return default(Done);
        }, cancellationToken);
}

/// <summary>Of one that there is not as well as of another forum's.</summary>
public sealed record StandingRuleNotFound()
    : Error("Reglen står der ikke længere. Skriv »aftaler« for at se, hvad der er aftalt.");

internal static class RuleQueries
{
    /// <summary>The rules of a forum whose agreement was not dropped or undone, those that have ended among them.</summary>
    internal static IQueryable<RuleRow> Rules(this KlyngeContext db, ForumId forum) =>
        from rule in db.StandingRules
        join agreement in db.Deadlines on rule.AgreementId equals agreement.Id
        from item in db.AgendaItems.Where(one => one.Id == agreement.ItemId).DefaultIfEmpty()
        where rule.ForumId == forum && agreement.Status != DeadlineStatus.Removed
        select new RuleRow { Rule = rule, Item = item };

    /// <summary>Those that hold, the oldest first.</summary>
    internal static async Task<IReadOnlyList<RuleView>> StandingRulesAsync(this KlyngeContext db, ForumId forum, ClosedReader reader, CancellationToken cancellationToken)
    {
        var views = new List<RuleView>();
        foreach (var row in (await db.Rules(forum).AsNoTracking().Where(row => row.Rule.EndedAt == null).ToListAsync(cancellationToken)).OrderBy(row => row.Rule.MadeAt))
        {
            var isHidden = !await db.MayReadAsync(row, reader);
            views.Add(new RuleView(row.Rule.Id, isHidden ? AgreementTexts.ClosedRule : row.Rule.Text, row.Rule.IsOfMinutes, isHidden));
        }

        return views;
    }

    /// <summary>Whether its words are for the reader: it stands in an open item, or in a closed one that they may read.</summary>
    internal static async Task<bool> MayReadAsync(this KlyngeContext db, RuleRow row, ClosedReader reader) =>
        row.Item is not { Content.IsClosed: true, Id: var item }
        || (reader.MayRead && !(reader.Person is { } person && await db.ItemExclusions.AnyAsync(one => one.ItemId == item && one.PersonId == person)));
}

internal sealed record RuleRow
{
    internal required StandingRule Rule { get; init; }

    /// <summary>In whose decision it stands; null where that is not known.</summary>
    internal required AgendaItem? Item { get; init; }
}

/// <summary>A rule as one person reads it.</summary>
/// <param name="IsOfMinutes">It says where minutes go.</param>
/// <param name="IsHidden">It stands in a closed item that the reader may not read.</param>
internal sealed record RuleView(StandingRuleId Id, string Text, bool IsOfMinutes, bool IsHidden);
