using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Editing;

/// <summary>Sets a deadline in a forum.</summary>
public sealed class SetDeadline(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    public Task<Result<DeadlineId>> HandleAsync(Caller caller, SetDeadlineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<DeadlineId>(caller, nameof(SetDeadline), request.ForumId, async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            var cleaned = DanishText.Clean(request.Title, new TextLimit(Texts.TheTitle, Deadline.MaxTitleLength));
            if (!cleaned.TryGet(out var title, out var invalid))
                return invalid;

            if (request.Date is not { } date)
                return new DeadlineDateMissing();

            var isPast = date < scope.Today || (date == scope.Today && request.Time <= DanishTime.ToDanish(scope.Now).TimeOfDay);
            return isPast ? new DeadlineInThePast() : await SetAsync(scope, visit.Forum, request with { Title = title }, date);
        }, cancellationToken);

    private static async Task<Result<DeadlineId>> SetAsync(WriteScope scope, Forum forum, SetDeadlineRequest request, LocalDate date)
    {
        if (request.New is { } id0 && await scope.Db.Deadlines.SingleOrDefaultAsync(one => one.Id == id0) is { } earlier)
            return earlier.ForumId == forum.Id ? earlier.Id : new DeadlineNotFound();

        var found = await ResponsibleNames.FindAsync(scope.Db, forum.Id, scope.Today, request.Responsible, scope.Caller.PersonId);
        if (!found.TryGet(out var responsible, out var unknown))
            return unknown;

        var item = request.ItemId is { } id
            ? await scope.Db.AgendaItems.SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forum.Id)
            : null;
        if (item is null && (request.ItemId is not null || request.IsAgreement))
            return new ItemNotFound();

        var made = new NewDeadline(forum.Id, request.Title!, date, request.IsAgreement ? DeadlineKind.Agreement : DeadlineKind.Own)
        {
            Time = request.Time,
            Id = request.New,
            Responsible = responsible,
            ItemId = item?.Id,
            MeetingId = item?.MeetingId,
        };
        var deadline = Deadline.Set(made, scope.Caller.PersonId, scope.Now);
        scope.Db.Deadlines.Add(deadline);
        await scope.ChangedAsync(forum, deadline);
        await scope.TellResponsibleAsync(forum, deadline, Responsible.Nobody);
        return deadline.Id;
    }
}

/// <param name="Responsible">A name, a role (»sekretariatet«), »mig«, or a person's id from a form; null or empty for nobody but the secretariat.</param>
public sealed record SetDeadlineRequest(ForumId ForumId, string? Title, LocalDate? Date, string? Responsible, AgendaItemId? ItemId = null)
{
    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }

    /// <summary>The id of the new deadline, so that the same form sent again finds what it set; null for one of its own.</summary>
    public DeadlineId? New { get; init; }

    /// <summary>
    /// It was agreed at the item that is named (»Anna laver et udkast til april«): the next meeting's »Opfølgning« tells what became of it. Without
    /// an item there is no agreement.
    /// </summary>
    public bool IsAgreement { get; init; }
}
