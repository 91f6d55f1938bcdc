using Klynge.Application.Agendas.Council;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.Handovers;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.Council;

/// <summary>What the chair decides between meetings: the form, one decision with the way to call the case in, and the list on the forum's page.</summary>
public sealed class ReadChairDecision(IDbContextFactory<KlyngeContext> contexts, Gate gate)
{
    private const int MaxListed = 12;

    public async Task<Result<ChairFormPage>> FormAsync(ChatTurn turn, string key, CancellationToken cancellationToken)
    {
        if (!(await gate.EnterAsync(turn, key, DecideAsChair.Needs, date: null, cancellationToken)).TryGet(out var visit, out var error))
            return error;

        var right = visit.Forum.Rules.ChairDecision;
        return new ChairFormPage(visit.Forum.Key, visit.Forum.Name, visit.Board, right, ChairDecisionId.New())
        {
            IsDeputy = !visit.Access.Own.Any(seat => seat.Role is Role.Chair or Role.CoChair),
            Off = right.Allowed ? null : new RightIsOff(ChairDecisionTexts.Right, visit.Forum.Name, right.Source).Text,
        };
    }

    /// <summary>A closed one is there for those alone who may read closed items.</summary>
    public async Task<Result<ChairDecisionPage>> ShowAsync(ChatTurn turn, string key, ChairDecisionId id, CancellationToken cancellationToken)
    {
        if (!(await gate.EnterAsync(turn, key, CallInDecision.Needs, date: null, cancellationToken)).TryGet(out var visit, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ChairDecisions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.ForumId == visit.Forum.Id, cancellationToken) is not { } decision
            || (decision.IsClosed && !visit.Access.May(Permission.ReadClosedItems)))
        {
            return new ChairDecisionNotFound();
        }

        var meeting = await db.MeetingOfAsync(decision, cancellationToken);
        var isOpen = !decision.IsCalledIn && meeting is not { Status: MeetingStatus.InProgress or MeetingStatus.Held };
        return new ChairDecisionPage(visit.Forum.Key, visit.Forum.Name, visit.Board, decision, meeting)
        {
            MayCallIn = isOpen && visit.Access.Own.Any(seat => seat.Role.IsMember()) && !visit.Forum.IsOverFor(CallInDecision.Needs),
        };
    }

    /// <summary>For the forum's page: what has been decided, and who may decide.</summary>
    internal static async Task<CouncilLinks> LinksAsync(KlyngeContext db, Visit visit, ChatTurn turn, CancellationToken cancellationToken)
    {
        var rules = visit.Forum.Rules;
        var reads = visit.Access.May(CallInDecision.Needs);
        var decisions = reads ? await db.ChairDecisions.AsNoTracking().Where(one => one.ForumId == visit.Forum.Id).OrderByDescending(one => one.MadeAt).Take(MaxListed).ToListAsync(cancellationToken) : [];
        var isOver = visit.IsHistoricFor(HandOver.Needs, turn.Today) || visit.Forum.IsOverFor(HandOver.Needs);
        return new CouncilLinks
        {
            Decisions = [.. decisions.Where(one => !one.IsClosed || visit.Access.May(Permission.ReadClosedItems))],
            MayDecide = rules.ChairDecision.Allowed && visit.Access.May(DecideAsChair.Needs) && !visit.Forum.IsOverFor(DecideAsChair.Needs) && !visit.IsHistoricFor(DecideAsChair.Needs, turn.Today),
            IsWritingOff = !rules.WrittenProcedures.Allowed && rules.ChairDecision.Allowed && reads,
            HandsOver = (visit.Access.May(HandOver.Needs) && !isOver) || (visit.Access.May(ReadHandover.Needs) && await db.Handovers.AnyAsync(one => one.FromForumId == visit.Forum.Id, cancellationToken)),
        };
    }
}

/// <param name="New">The id of the decision that the form makes, so that a form that is sent twice makes one.</param>
public sealed record ChairFormPage(string Key, string Forum, string Board, LegalSwitch Right, ChairDecisionId New)
{
    /// <summary>The reader acts when the chair is away, and says so.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>Why there is no form; null where there is one.</summary>
    public string? Off { get; init; }

    /// <summary>What was typed and not saved; null for a page that was opened.</summary>
    public DecideAsChairRequest? Typed { get; init; }

    public string? Refusal { get; init; }
}

/// <param name="Meeting">Where it stands on an agenda; null while no meeting is planned.</param>
public sealed record ChairDecisionPage(string Key, string Forum, string Board, ChairDecision Decision, Meeting? Meeting)
{
    public bool MayCallIn { get; init; }

    public string? Refusal { get; init; }
}

/// <summary>What the forum's page leads to of a council's rights.</summary>
public sealed record CouncilLinks
{
    public static CouncilLinks None { get; } = new();

    /// <summary>The latest first; closed ones for those who may read them.</summary>
    public IReadOnlyList<ChairDecision> Decisions { get; init; } = [];

    /// <summary>The reader may decide as the chair.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Nothing is decided in writing, so what cannot wait is the chair's: it is said.</summary>
    public bool IsWritingOff { get; init; }

    /// <summary>The reader may hand the forum over, or see that it was.</summary>
    public bool HandsOver { get; init; }
}
