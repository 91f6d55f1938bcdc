using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council;

/// <summary>
/// The chair decides a case between meetings, where the forum's rules allow it (kommunestyrelsesloven § 22, stk. 2): what cannot wait, or gives no
/// doubt. In a forum that has co-chairs only, any one of them is its chair. The deputy does when the chair is away, and says so (§ 33). All members
/// are told at once, and the next meeting has it on its agenda.
/// </summary>
public sealed class DecideAsChair(Writer writer)
{
    /// <summary>What it asks of its caller; its button and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.DecideAsChair;

    private static readonly TextLimit Title = new("Sagen", AgendaItemRules.MaxTitleLength);
    private static readonly TextLimit Decision = new("Beslutningen", ChairDecision.MaxDecisionLength, Multiline: true);
    private static readonly TextLimit Reason = new("Begrundelsen", ChairDecision.MaxReasonLength, Multiline: true);

    public Task<Result<MadeDecision>> HandleAsync(Caller caller, DecideAsChairRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(DecideAsChair), caller, request.ForumId, SubjectId: request.New.Value), scope => DecideAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<MadeDecision>> DecideAsync(WriteScope scope, DecideAsChairRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (visit.Forum.Rules.ChairDecision is { Allowed: false, Source: var source })
            return new RightIsOff(ChairDecisionTexts.Right, visit.Forum.Name, source);

        var seats = await scope.Db.ActiveSeatsAsync(request.ForumId, scope.Today);
        if (!ChairOf(seats, scope.Caller.PersonId!.Value, request.ChairIsAway, visit.Forum.Name).TryGet(out var chair, out error))
            return error;

        if (!Read(request, chair, visit.Forum.Rules.ChairDecision.Source, scope).TryGet(out var decision, out error))
            return error;

        if (await scope.Db.ChairDecisions.SingleOrDefaultAsync(one => one.Id == decision.Id) is { } earlier)
            return await RepeatedAsync(scope, earlier, decision, seats);

        scope.Db.ChairDecisions.Add(decision);
        var meeting = await scope.PlaceAsync(decision);
        var card = ChairDecisionCards.Notice(decision, visit.Forum, visit.Board, ChairDecisionTexts.Heading);
        return new MadeDecision(decision, await scope.TellMembersAsync(seats, card), meeting);
    }

    /// <summary>Who is the chair's seat today, of those whom the caller sits in.</summary>
    private static Result<ForumMember> ChairOf(List<ForumMember> seats, PersonId person, bool chairIsAway, string forum)
    {
        var own = seats.FindAll(seat => seat.PersonId == person);
        var chairs = seats.FindAll(seat => seat.Role == Role.Chair);
        if (chairs.Count == 0)
            chairs = seats.FindAll(seat => seat.Role == Role.CoChair);

        if (own.Find(chairs.Contains) is { } chair)
            return chair;

        return own.Find(seat => seat.Role == Role.DeputyChair) is not { } deputy ? new OnlyTheChairDecides(forum)
            : chairs.Count > 0 && !chairIsAway ? new ChairIsThere(DanishFormat.List([.. chairs.Select(seat => seat.Person.Name)]))
            : deputy;
    }

    private static Result<ChairDecision> Read(DecideAsChairRequest request, ForumMember chair, string? source, WriteScope scope)
    {
        if (!DanishText.Clean(request.Title, Title).TryGet(out var title, out var error)
            || !DanishText.Clean(request.Decision, Decision).TryGet(out var decision, out error)
            || !DanishText.Clean(request.Reason, Reason).TryGet(out var reason, out error))
        {
            return error;
        }

        return request.Ground is not { } ground || !Enum.IsDefined(ground) ? new ChairGroundMissing() : new ChairDecision
        {
            Id = request.New == default ? ChairDecisionId.New() : request.New,
            ForumId = request.ForumId,
            Title = title,
            Decision = decision,
            Reason = reason,
            Ground = ground,
            IsClosed = request.IsClosed,
            MadeById = chair.PersonId,
            MadeBy = chair.Person.Name,
            IsOfDeputy = chair.Role == Role.DeputyChair,
            MadeAt = scope.Now,
            Source = source,
        };
    }

    /// <summary>The same form sent again makes no second one, and nobody is told twice.</summary>
    private static async Task<Result<MadeDecision>> RepeatedAsync(WriteScope scope, ChairDecision earlier, ChairDecision again, List<ForumMember> seats)
    {
        var isSame = earlier.ForumId == again.ForumId && earlier.MadeById == again.MadeById
            && (earlier.Title, earlier.Decision, earlier.Reason, earlier.Ground) == (again.Title, again.Decision, again.Reason, again.Ground);
        return isSame
            ? new MadeDecision(earlier, ChairDecisionPeople.Of(seats, scope.Caller).Count, await scope.Db.MeetingOfAsync(earlier))
            : new ChairDecisionAlreadyMade();
    }
}

/// <param name="New">The id of the new decision, so that a form that is sent twice makes one.</param>
/// <param name="ChairIsAway">The deputy says that the chair is away.</param>
public sealed record DecideAsChairRequest(
    ForumId ForumId, ChairDecisionId New, string? Title, string? Decision, string? Reason, ChairGround? Ground, bool IsClosed = false, bool ChairIsAway = false);

/// <param name="People">How many were told.</param>
/// <param name="Meeting">Where it stands on the agenda; null while no meeting is planned.</param>
public sealed record MadeDecision(ChairDecision Decision, int People, Meeting? Meeting);
