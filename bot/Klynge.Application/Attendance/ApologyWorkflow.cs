using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Attendance;

/// <summary>What happens with an apology wherever it comes from: words, a card, or an answer in the calendar.</summary>
internal static class ApologyWorkflow
{
    /// <summary>Puts a new apology on record for a seat that has none.</summary>
    internal static Apology Add(WriteScope scope, AttendancePlace place, ApologySource source)
    {
        var apology = Apology.Register(place.Meeting.Id, place.Seat.Id, source, scope.Now);
        scope.Db.Apologies.Add(apology);
        place.Apologies.Add(apology);
        return apology;
    }

    /// <summary>Several apologies in one transaction, each with its forum: a refusal of one leaves all as they were.</summary>
    internal static Task<Result<IReadOnlyList<ApologyState>>> AllOrNoneAsync<TRequest>(
        Writer writer,
        Caller caller,
        string useCase,
        IReadOnlyList<TRequest> requests,
        Func<TRequest, ForumId> forumOf,
        Func<WriteScope, TRequest, Task<Result<ApologyState>>> handle,
        CancellationToken cancellationToken)
    {
        ForumId? forum = requests.Select(forumOf).Distinct().ToList() is [var only] ? only : null;
        return writer.WriteAsync<IReadOnlyList<ApologyState>>(caller, useCase, forum, async scope =>
        {
            var states = new List<ApologyState>();
            foreach (var request in requests)
            {
                if (!(await handle(scope, request)).TryGet(out var state, out var error))
                    return error;

                states.Add(state);
            }

            return states;
        }, cancellationToken);
    }

    /// <summary>Tells everybody whom a registered or withdrawn apology concerns, apart from the member.</summary>
    /// <param name="knows">The substitute who was named before: of another reason they need not hear.</param>
    internal static async Task NotifyAsync(WriteScope scope, ApologyState state, PersonId? knows = null)
    {
        await scope.RefreshAsync(AgendaCards.Key(state.Meeting.Id));
        await scope.NotifySecretariatAsync(state.Forum.Id, ApologyCards.ForSecretariat(state));
        if ((state.Apology.Stands ? state.Apology.SubstituteId : ExpectedOf(state.Apology)) is { } substitute && substitute != knows)
            scope.Notify(substitute, ApologyCards.ForSubstitute(state));
    }

    /// <summary>Asks the first of the seat's substitutes who can come, where there is one.</summary>
    internal static void Ask(WriteScope scope, ApologyState state)
    {
        if (state.Next is { } substitute)
        {
            state.Apology.Ask(substitute.Id);
            scope.Notify(substitute.Id, SubstituteCards.Ask(state));
        }
    }

    /// <summary>Tells the secretariat and the member what the substitute has answered.</summary>
    internal static async Task TellAnswerAsync(WriteScope scope, ApologyState state)
    {
        await scope.RefreshAsync(AgendaCards.Key(state.Meeting.Id));
        await scope.NotifySecretariatAsync(state.Forum.Id, SubstituteCards.ForSecretariat(state));
        scope.Notify(state.Seat.PersonId, SubstituteCards.ForMember(state));
    }

    /// <summary>Who on record counts on coming instead, or thinks about it.</summary>
    internal static PersonId? ExpectedOf(Apology apology) =>
        apology.SubstituteId ?? (apology is { RefusedAt: null, SubstituteName: null } ? apology.AskedId : null);
}
