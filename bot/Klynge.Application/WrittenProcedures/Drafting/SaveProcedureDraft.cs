using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <param name="Procedure">The draft to rewrite; null for a new one.</param>
/// <param name="Item">The item that is to be treated in writing; null for a case of its own.</param>
public sealed record SaveProcedureDraftRequest(
    ForumId Forum, WrittenProcedureId? Procedure, AgendaItemId? Item, ProcedureForm Form)
{
    /// <summary>The id of the new draft, so that the same form sent again corrects the draft that it made; null for one of its own.</summary>
    public WrittenProcedureId? New { get; init; }

    /// <summary>The draft's <see cref="WrittenProcedure.Revision"/> that the form was drawn from; null where there was no form.</summary>
    public int? SeenRevision { get; init; }
}

/// <summary>Writes a case down as a draft (kladde), which nobody has been told of.</summary>
public sealed class SaveProcedureDraft(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.OpenWrittenProcedure;

    public Task<Result<WrittenProcedureId>> HandleAsync(
        Caller caller, SaveProcedureDraftRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(SaveProcedureDraft), caller, request.Forum, SubjectId: request.Procedure?.Value),
            scope => SaveAsync(scope, request),
            cancellationToken);

    private static async Task<Result<WrittenProcedureId>> SaveAsync(WriteScope scope, SaveProcedureDraftRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (!visit.Forum.Rules.WrittenProcedures.Allowed)
            return new WrittenProcedureNotAllowed(visit.Forum.Name);

        var item = await ItemAsync(scope, request);
        if (request.Item is not null && item is null)
            return new ItemNotFound();

        var named = request.Procedure ?? request.New;
        var draft = named is { } id ? await scope.Db.FindProcedureAsync(request.Forum, id) : null;
        if (draft is null && (request.Procedure is not null || await scope.Db.WrittenProcedures.AnyAsync(one => one.Id == request.New)))
            return new ProcedureNotFound();

        // A closed item makes a closed case, whatever the form says: it was sent out as closed with the agenda.
        item ??= draft?.AgendaItemId is { } from ? await scope.Db.AgendaItems.SingleOrDefaultAsync(one => one.Id == from) : null;
        if (item is { Content.IsClosed: true } && await scope.Db.CheckNobodyExcludedAsync(item.Id) is { } excluded)
            return excluded;

        var isClosed = item?.Content.IsClosed == true || (request.Form.IsClosed ?? draft?.Case.IsClosed ?? false);
        if (!new ProcedureFormReader(visit.Forum, scope.Now).Read(request.Form, isClosed).TryGet(out var read, out var invalid))
            return invalid;

        var saved = draft is null ? Add(scope, request, read) : Edit(visit.Forum, draft, read, request.SeenRevision);
        if (saved.TryGet(out var procedure, out _))
            await scope.OfferDeadlinesAsync(visit.Forum, procedure, read.Text, item);

        return saved;
    }

    private static Task<AgendaItem?> ItemAsync(WriteScope scope, SaveProcedureDraftRequest request) => scope.Db.AgendaItems
        .SingleOrDefaultAsync(item => item.Id == request.Item && item.ForumId == request.Forum
            && item.Status != AgendaItemStatus.Removed && item.Status != AgendaItemStatus.Declined && item.Status != AgendaItemStatus.OfMeeting);

    private static Result<WrittenProcedureId> Add(WriteScope scope, SaveProcedureDraftRequest request, (CaseText Text, NodaTime.Instant Deadline) read)
    {
        var draft = new WrittenProcedure
        {
            Id = request.New ?? WrittenProcedureId.New(),
            ForumId = request.Forum,
            AgendaItemId = request.Item,
            CreatedById = scope.Caller.PersonId ?? default,
            CreatedAt = scope.Now,
            Case = read.Text,
            Deadline = read.Deadline,
        };
        scope.Db.WrittenProcedures.Add(draft);
        return draft.Id;
    }

    private static Result<WrittenProcedureId> Edit(Forum forum, WrittenProcedure draft, (CaseText Text, NodaTime.Instant Deadline) read, int? seen)
    {
        var before = draft.Case;
        if (draft.Edit(read.Text, read.Deadline, seen).Error is { } error)
            return error;

        draft.ReviewPlan(forum, before);
        return draft.Id;
    }
}
