using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council;

/// <summary>
/// A member calls in what the chair has decided, so that the body decides it itself (opinions 04.1.3 and 83.1.1): any member, without a reason,
/// until the meeting that has it on its agenda begins. Neither the chair nor the secretariat can refuse it.
/// </summary>
public sealed class CallInDecision(Writer writer)
{
    /// <summary>What it asks of its caller beside a member's seat; its button asks the same before it is called.</summary>
    public const Permission Needs = Permission.ProposeItem;

    public Task<Result<ChairDecision>> HandleAsync(Caller caller, ForumId forumId, ChairDecisionId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<ChairDecision>(new WriteIntent(nameof(CallInDecision), caller, forumId, SubjectId: id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            if (await scope.Db.ChairDecisions.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == forumId) is not { } decision)
                return new ChairDecisionNotFound();

            var seats = await scope.Db.ActiveSeatsAsync(forumId, scope.Today);
            if (seats.Find(seat => seat.Role.IsMember() && seat.PersonId == scope.Caller.PersonId) is not { } own)
                return new OnlyMembersCallIn(visit.Forum.Name);

            if (decision.IsCalledIn)
                return decision;

            if (await scope.Db.MeetingOfAsync(decision) is { Status: MeetingStatus.InProgress or MeetingStatus.Held })
                return new CallInTooLate();

            decision.CallIn(own.PersonId, own.Person.Name, scope.Now);
            await ChangeItemAsync(scope, decision);
            await scope.TellMembersAsync(seats, ChairDecisionCards.Notice(decision, visit.Forum, visit.Board, ChairDecisionTexts.CalledInHeading));
            return decision;
        }, cancellationToken);

    /// <summary>The item becomes one to decide. What the secretariat has written into it meanwhile stays; off the agenda, it comes back on the next.</summary>
    private static async Task ChangeItemAsync(WriteScope scope, ChairDecision decision)
    {
        var item = decision.ItemId is { } id ? await scope.Db.AgendaItems.FindAsync(id) : null;
        if (item is not { IsOnAgenda: true } || await scope.Db.MeetingOfAsync(decision) is not { } meeting)
        {
            await scope.PlaceAsync(decision);
            return;
        }

        var changed = item.Content with
        {
            Kind = AgendaItemKind.Decision,
            Sections = [.. item.Content.Sections, new AgendaSection(ChairDecisionTexts.CalledInHeading, ChairDecisionTexts.CalledInBy(decision))],
            Recommendations = [.. item.Content.Recommendations.Where(line => line != ChairDecisionTexts.TakeNote), ChairDecisionTexts.DecideAnew],
        };
        item.Edit(changed, item.Version, scope.Now);
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
    }
}
