using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Consultations;

/// <summary>
/// Brings the remarks to the secretariat and to whoever asked for them, once everybody in the asked forums has answered or the deadlines
/// have passed. Told once for the forums that were asked together; one that is asked later is told of by itself.
/// </summary>
public sealed class EndConsultations(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <returns>How many cases had a consultation that ended.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var (forum, procedure) in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(EndConsultations), Caller.Of(JobRights.EndConsultations), forum, SubjectId: procedure.Value);
            var result = await writer.WriteAsync<bool>(intent, async scope => await EndAsync(scope, forum, procedure), cancellationToken);
            ended += result.Value ? 1 : 0;
        }

        return ended;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Procedure)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var running = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => db.Consultations.Any(row => row.ProcedureId == procedure.Id && row.ToldAt == null))
            .Select(procedure => new { procedure.ForumId, procedure.Id })
            .ToListAsync(cancellationToken);
        var due = new List<(ForumId, WrittenProcedureId)>();
        foreach (var row in running)
        {
            if (await OverAsync(db, row.Id, now) is not null)
                due.Add((row.ForumId, row.Id));
        }

        return due;
    }

    private static async Task<bool> EndAsync(WriteScope scope, ForumId forumId, WrittenProcedureId id)
    {
        await scope.EnterAsJobAsync(forumId, Needs);
        if (await OverAsync(scope.Db, id, scope.Now) is not { } over
            || await scope.Db.ViewProcedureAsync(forumId, id, CancellationToken.None) is not { } view)
        {
            return false;
        }

        over.ForEach(row => row.Consultation.MarkTold(scope.Now));
        if (view.Outcome == Outcome.Withdrawn)
            return true;

        var card = ConsultationEndedCard.Build(view, [.. over.Select(row => row.Answers)]);
        var people = (await scope.Db.SecretariatAsync(forumId, scope.Today)).Concat(over.Select(row => row.Consultation.AskedById));
        foreach (var person in people.Distinct())
            scope.Notify(person, card);

        return true;
    }

    /// <returns>The consultations that nobody has been told of; null while one of them runs, or when there is none.</returns>
    private static async Task<List<(Consultation Consultation, ConsultationAnswers Answers)>?> OverAsync(
        KlyngeContext db, WrittenProcedureId procedure, Instant now)
    {
        var over = new List<(Consultation, ConsultationAnswers)>();
        foreach (var consultation in await db.Consultations.Where(row => row.ProcedureId == procedure && row.ToldAt == null).OrderBy(row => row.AskedAt).ToListAsync())
        {
            var (isOver, answers) = await db.AnswersAsync(consultation, now);
            if (!isOver)
                return null;

            over.Add((consultation, answers));
        }

        return over.Count == 0 ? null : over;
    }
}

/// <summary>How many of those who were asked in a forum sent remarks.</summary>
/// <param name="Deadline">Until when they can.</param>
public sealed record ConsultationAnswers(string Forum, int Answered, int Asked, Instant Deadline = default);
