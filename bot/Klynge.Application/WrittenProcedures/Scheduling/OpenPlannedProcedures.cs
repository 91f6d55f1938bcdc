using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Scheduling;

/// <summary>
/// Opens the drafts whose time has come, also when it came while the process was down: then late, under the rules of the moment that they open
/// in. One that cannot open stays a draft, its author is told why, and nothing of it is lost. Two processes may run it at once, since the second
/// one finds the case open.
/// </summary>
public sealed class OpenPlannedProcedures(Writer writer, OpenWrittenProcedure open, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = OpenWrittenProcedure.Needs;

    /// <summary>How long a library that does not answer is waited for.</summary>
    private static readonly Duration LibraryTimeout = Duration.FromHours(1);

    /// <returns>How many were opened.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var opened = 0;
        foreach (var due in await DueAsync(cancellationToken))
        {
            var caller = Caller.Of(JobRights.OpenPlanned, inNameOf: due.Plan.By);
            var request = new OpenWrittenProcedureRequest(due.Forum, due.Procedure, due.Plan.AcceptedLinks, due.Plan.AcceptedSources, due.Revision)
            {
                PlannedAt = due.At,
            };
            var result = await open.HandleAsync(caller, request, cancellationToken);
            opened += result.IsSuccess ? 1 : 0;
            if (result.Error is { } error && IsFinal(error, due))
                await MissAsync(caller, due, error, cancellationToken);
        }

        return opened;
    }

    /// <summary>Not where the next run finds it as it is then: somebody has just changed or opened it, or the library is away for a while.</summary>
    private bool IsFinal(Error error, DueOpening due) => error switch
    {
        PlanChangedMeanwhile or DraftChangedMeanwhile or AlreadyOpened or ProcedureNotFound or ForumNotFound => false,
        AttachmentOutOfReach or AttachmentNotCopied => clock.GetCurrentInstant() >= due.At + LibraryTimeout,
        _ => true,
    };

    private Task<Result<Done>> MissAsync(Caller caller, DueOpening due, Error error, CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        new WriteIntent(nameof(OpenPlannedProcedures), caller, due.Forum, SubjectId: due.Procedure.Value),
        async scope =>
        {
            var forum = (await scope.EnterAsJobAsync(due.Forum, Needs)).Forum;
            if (await scope.Db.FindProcedureAsync(due.Forum, due.Procedure) is not { Status: ProcedureStatus.Draft } procedure || procedure.OpensAt != due.At)
                return default(Done);

            procedure.MissOpening(error.Text);
            var card = OpeningMissedCard.Build(ProcedureView.Of(procedure, forum), due.At, error.Text);
            foreach (var person in await AuthorsAsync(scope, procedure, due))
                scope.Notify(person, card);

            return default(Done);
        },
        cancellationToken);

    /// <summary>Who wrote the case and who planned its opening, as long as they may open it, and the secretariat.</summary>
    private static async Task<List<PersonId>> AuthorsAsync(WriteScope scope, WrittenProcedure procedure, DueOpening due)
    {
        var people = new List<PersonId>(await scope.Db.SecretariatAsync(due.Forum, scope.Today));
        foreach (var author in new[] { due.Plan.By, procedure.CreatedById }.Where(author => author != default))
        {
            if ((await scope.Db.EnterAsync(new Caller(author), due.Forum, Needs, scope.Today)).IsSuccess)
                people.Add(author);
        }

        return [.. people.Distinct()];
    }

    private async Task<List<DueOpening>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.OpensAt != null && procedure.OpensAt <= now && procedure.Status == ProcedureStatus.Draft
                && db.Forums.Any(forum => forum.Id == procedure.ForumId && !forum.IsClosed))
            .OrderBy(procedure => procedure.OpensAt)
            .ToListAsync(cancellationToken);
        return due.ConvertAll(one => new DueOpening(one.ForumId, one.Id, one.OpensAt!.Value, one.PlannedOpening!, one.Revision));
    }

    private sealed record DueOpening(ForumId Forum, WrittenProcedureId Procedure, Instant At, PlannedOpening Plan, int Revision);
}
