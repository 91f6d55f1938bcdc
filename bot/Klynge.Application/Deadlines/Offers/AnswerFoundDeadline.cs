using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>The secretariat says whether a sentence is a deadline. What it accepts becomes one; what it dismisses is not asked again.</summary>
public sealed class AnswerFoundDeadline(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAnnualWheel;

    public Task<Result<Done>> HandleAsync(Caller caller, AnswerFoundDeadlineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(AnswerFoundDeadline), caller, request.ForumId, SubjectId: request.FoundId.Value), async scope =>
        {
            // As the annual wheel, for the secretariat alone: it was asked.
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            var found = await scope.Db.FoundDeadlines
                .SingleOrDefaultAsync(one => one.Id == request.FoundId && one.ForumId == request.ForumId);
            if (found is null)
                return new DeadlineNotFound();

            if (found.IsAnswered)
                return new FoundDeadlineAnswered();

            return request.IsDeadline
                ? await AcceptAsync(scope, visit.Forum, found, found.Date ?? request.Date, request.Target)
                : found.Answer(deadline: null, scope.Caller.PersonId, scope.Now);
        }, cancellationToken);

    private static async Task<Result<Done>> AcceptAsync(WriteScope scope, Forum forum, FoundDeadline found, LocalDate? date, ForumId? target)
    {
        if (date is not { } day)
            return new DeadlineDateMissing();

        if (day < scope.Today)
            return new DeadlineInThePast();

        // An agreement is called what was said; »Ret« makes it shorter.
        var title = found.Agreement is null ? found.Title : DanishText.Shorten(found.Sentence, Deadline.MaxTitleLength);

        // The item may have been replaced by another import since; the deadline stands without it then.
        var item = await scope.Db.AgendaItems
            .SingleOrDefaultAsync(one => one.Id == found.ItemId && one.ForumId == forum.Id && one.Status == AgendaItemStatus.Accepted);
        // Words that name nobody here leave it to the secretariat, as the card has said.
        var named = await ResponsibleNames.FindAsync(scope.Db, forum.Id, scope.Today, found.Responsible, self: null);
        var made = new NewDeadline(forum.Id, title, day, found.Agreement is null ? DeadlineKind.Found : DeadlineKind.Agreement)
        {
            Time = found.Time,
            Responsible = named.TryGet(out var responsible, out _) ? responsible : Responsible.Nobody,
            ItemId = item?.Id,
            MeetingId = item?.MeetingId,
            ProcedureId = found.ProcedureId,
            Quote = found.Sentence,
        };
        var deadline = Deadline.Set(made, scope.Caller.PersonId, scope.Now);
        scope.Db.Deadlines.Add(deadline);
        await scope.ChangedAsync(forum, deadline);
        await scope.TellResponsibleAsync(forum, deadline, Responsible.Nobody);
        if ((await scope.FeedAsync(forum, found, deadline, target)).Error is { } unfed)
            return unfed;

        return found.Answer(deadline.Id, scope.Caller.PersonId, scope.Now);
    }
}

/// <param name="Date">The day, for a sentence that names none.</param>
public sealed record AnswerFoundDeadlineRequest(ForumId ForumId, FoundDeadlineId FoundId, bool IsDeadline, LocalDate? Date)
{
    /// <summary>The forum among whose coming items a promise goes; null for none.</summary>
    public ForumId? Target { get; init; }
}

/// <summary>»Ikke en frist« was a slip: the sentence is a question again.</summary>
public sealed class UndoDismissal(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAnnualWheel;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, FoundDeadlineId foundId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(UndoDismissal), caller, forumId, SubjectId: foundId.Value), async scope =>
        {
            // As the answer itself.
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out _, out var error))
                return error;

            var found = await scope.Db.FoundDeadlines.SingleOrDefaultAsync(one => one.Id == foundId && one.ForumId == forumId);
            return found is null ? new DeadlineNotFound() : found.TakeDismissalBack();
        }, cancellationToken);
}
