using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Moves a deadline to another day. Where it stood before, who moved it and why stay with it.</summary>
public sealed class PostponeDeadline(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, PostponeDeadlineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(PostponeDeadline), caller, request.ForumId, SubjectId: request.Id.Value), async scope =>
        {
            var found = await scope.DeadlineAsync(request.ForumId, request.Id);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (request.Date is not { } date)
                return new DeadlineDateMissing();

            var limit = new TextLimit(Texts.TheReason, Deadline.MaxReasonLength, Optional: true, Multiline: true);
            if (!DanishText.Clean(request.Reason, limit).TryGet(out var reason, out var tooLong))
                return tooLong;

            var version = at.Deadline.Version;
            var moved = at.Deadline.Postpone(
                date, reason.Length == 0 ? null : reason, request.SeenVersion, scope.Caller.PersonId, scope.Now, scope.Today);
            if (moved.Error is { } refused)
                return refused;

            if (at.Deadline.Version == version)
                return default(Done);

            await scope.ChangedAsync(at.Forum, at.Deadline);
            return default(Done);
        }, cancellationToken);
}

/// <param name="SeenVersion">The version that the person saw.</param>
public sealed record PostponeDeadlineRequest(ForumId ForumId, DeadlineId Id, LocalDate? Date, string? Reason, int? SeenVersion);
