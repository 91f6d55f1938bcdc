using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Consultations;

/// <param name="Forum">The case's own forum.</param>
/// <param name="Asked">The forum that is asked for its remarks.</param>
public sealed record ConsultForumRequest(ForumId Forum, WrittenProcedureId Procedure, ForumId Asked, Instant Deadline);

/// <summary>Asks another forum for its remarks on a draft, by a deadline of its own and without a vote.</summary>
public sealed class ConsultForum(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.OpenWrittenProcedure;

    /// <returns>How many people were asked.</returns>
    public Task<Result<int>> HandleAsync(Caller caller, ConsultForumRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(ConsultForum), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => AskAsync(scope, request),
            cancellationToken);

    private static async Task<Result<int>> AskAsync(WriteScope scope, ConsultForumRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        if (procedure.Case.IsClosed)
            return new ClosedCaseStaysHere();

        if (await scope.Db.Forums.SingleOrDefaultAsync(candidate => candidate.Id == request.Asked && !candidate.IsClosed) is not { } asked)
            return new ForumNotFound();

        if (await scope.Db.Consultations.AnyAsync(row => row.ProcedureId == procedure.Id && row.ForumId == asked.Id))
            return new AlreadyConsulted(asked.Name);

        var result = Consultation.Ask(procedure, asked, request.Deadline, scope.Caller.PersonId ?? default, scope.Now);
        if (!result.TryGet(out var consultation, out var error))
            return error;

        scope.Db.Consultations.Add(consultation);
        var members = (await scope.Db.ActiveSeatsAsync(asked.Id, scope.Today)).Where(seat => seat.HasVote).ToList();
        var card = ConsultationCard.Build(ConsultationView.Of(consultation, procedure, visit.Forum, asked), scope.Now);
        members.ForEach(seat => scope.Notify(seat.PersonId, card));
        return members.Count;
    }
}

/// <summary>Who was heard about a case learns what it came to, also when a draft is discarded: their remarks were asked for.</summary>
internal static class HeardForums
{
    /// <param name="told">Those who get the result anyway.</param>
    internal static async Task NotifyAsync(WriteScope scope, WrittenProcedure procedure, Forum forum, IReadOnlyCollection<PersonId> told)
    {
        if (procedure.Case.IsClosed)
            return; // It was closed after they were heard: neither what it is about nor what came of it leaves the forum.

        var people = told.ToHashSet();
        foreach (var consultation in await scope.Db.Consultations.Where(row => row.ProcedureId == procedure.Id).OrderBy(row => row.AskedAt).ToListAsync())
        {
            var asked = await scope.Db.Forums.SingleAsync(candidate => candidate.Id == consultation.ForumId);
            var card = Card(forum, asked, procedure);
            foreach (var seat in await scope.Db.AskedAsync(consultation, scope.Now))
            {
                if (people.Add(seat.PersonId))
                    scope.Notify(seat.PersonId, card);
            }
        }
    }

    /// <summary>The result without the votes, which are the forum's own.</summary>
    private static AdaptiveCard Card(Forum forum, Forum asked, WrittenProcedure procedure)
    {
        var outcome = procedure.Outcome!.Value;
        var line = Texts.HeardResult(forum.Name, outcome, procedure.Outcomes);
        return new()
        {
            Speak = $"{NoticeTitle.Of(procedure.Case)}. {line}",
            FallbackText = $"{NoticeTitle.Of(procedure.Case)}. {line}",
            IsConfidential = procedure.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(forum.Name, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(procedure.Case.Title),
                new TextBlock(CardText.Escape(line)) { Weight = TextWeight.Bolder },
                .. procedure.WithdrawalReason is { } why ? [new TextBlock(CardText.Escape(why)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
                ProcedureParts.Note(Texts.HeardCase(asked.Name)),
            ],
        };
    }
}
