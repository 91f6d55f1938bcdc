using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Corrects what a deadline is called, its day, or who sees to it.</summary>
public sealed class EditDeadline(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    public Task<Result<Done>> HandleAsync(Caller caller, EditDeadlineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(EditDeadline), caller, request.ForumId, SubjectId: request.Id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out _, out var error))
                return error;

            var found = await scope.DeadlineAsync(request.ForumId, request.Id);
            if (!found.TryGet(out var at, out var missing))
                return missing;

            var read = await ReadAsync(scope, at.Deadline, request);
            if (!read.TryGet(out var edit, out var invalid))
                return invalid;

            var version = at.Deadline.Version;
            var before = at.Deadline.Responsible;
            var edited = at.Deadline.Edit(edit, request.SeenVersion, scope.Caller.PersonId, scope.Now, scope.Today);
            if (edited.Error is { } refused)
                return refused;

            if (at.Deadline.Version == version)
                return default(Done);

            await scope.ChangedAsync(at.Forum, at.Deadline);
            await scope.TellResponsibleAsync(at.Forum, at.Deadline, before);
            return default(Done);
        }, cancellationToken);

    private static async Task<Result<DeadlineEdit>> ReadAsync(WriteScope scope, Deadline deadline, EditDeadlineRequest request)
    {
        // The form of one that follows from something else has no title.
        var written = deadline.Origin is null ? request.Title : deadline.Title;
        if (!DanishText.Clean(written, new TextLimit(Texts.TheTitle, Deadline.MaxTitleLength)).TryGet(out var title, out var invalid))
            return invalid;

        if (request.Date is not { } date)
            return new DeadlineDateMissing();

        var named = await ResponsibleAsync(scope, deadline, request.Responsible);
        if (!named.TryGet(out var responsible, out var unknown))
            return unknown;

        if (DanishText.Clean(request.Reminders).Length == 0)
            return new DeadlineEdit(title, date, responsible) { Time = request.Time };

        return ReminderDays.Parse(request.Reminders).TryGet(out var days, out var unreadable)
            ? new DeadlineEdit(title, date, responsible, days) { Time = request.Time }
            : unreadable;
    }

    /// <summary>Whoever it is stays, also after they have left the forum.</summary>
    private static async Task<Result<Responsible>> ResponsibleAsync(WriteScope scope, Deadline deadline, string? written) =>
        DanishText.Clean(written) == ResponsibleNames.ChoiceOf(deadline.Responsible)
            ? deadline.Responsible
            : await ResponsibleNames.FindAsync(scope.Db, deadline.ForumId, scope.Today, written, scope.Caller.PersonId);
}

/// <param name="Responsible">As for <see cref="SetDeadlineRequest"/>.</param>
/// <param name="SeenVersion">The version that the person saw.</param>
/// <param name="Reminders">How many days before, with commas; null or empty for the forum's plan.</param>
public sealed record EditDeadlineRequest(
    ForumId ForumId, DeadlineId Id, string? Title, LocalDate? Date, string? Responsible, int? SeenVersion, string? Reminders = null)
{
    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }
}
