using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <param name="Form">With what was changed, which everybody who was asked is told.</param>
/// <param name="AcceptedLinks">The links that the form said are not frozen, by their tokens; null for none.</param>
/// <param name="AcceptedSources">As when a case opens.</param>
public sealed record AmendWrittenProcedureRequest(
    ForumId Forum, WrittenProcedureId Procedure, ProcedureForm Form, string? AcceptedLinks = null, string? AcceptedSources = null);

/// <summary>
/// Changes a case that has been sent out: a new version with a new ballot to everybody. The answers so far no longer count and stay on
/// record.
/// </summary>
public sealed class AmendWrittenProcedure(Writer writer, AttachmentFreezer freezer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <returns>How many must answer again.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, AmendWrittenProcedureRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var frozen = await FreezeAsync(caller, request, cancellationToken);
        return await writer.WriteAsync(
            new WriteIntent(nameof(AmendWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            async scope => frozen.Error is { } error ? error : await AmendAsync(scope, request, frozen.Value),
            cancellationToken);
    }

    /// <summary>As when a case opens: files are copied before the write, and for nobody who may not change the case.</summary>
    private async Task<Result<IReadOnlyList<CaseAttachment>>> FreezeAsync(
        Caller caller, AmendWrittenProcedureRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = freezer.Clock.GetCurrentInstant();
        var today = DanishTime.ToDanish(now).Date;
        var allowed = await db.RequireAsync(caller, request.Forum, Permission.OpenWrittenProcedure, today);
        if (!allowed.TryGet(out var forum, out _)
            || await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken) is not { Case.IsClosed: var isClosed }
            || !new ProcedureFormReader(forum, now).Read(request.Form, isClosed || request.Form.IsClosed == true).TryGet(out var read, out _))
        {
            return Array.Empty<CaseAttachment>();
        }

        var target = new AttachmentTarget(forum.Id, forum.Name, read.Text.IsClosed, request.AcceptedSources);
        var reader = await AttachmentReader.OfAsync(contexts, caller, target, today, cancellationToken);
        return await freezer.FreezeAsync(reader, target, read.Text.Attachments, request.AcceptedLinks, cancellationToken);
    }

    private static async Task<Result<int>> AmendAsync(
        WriteScope scope, AmendWrittenProcedureRequest request, IReadOnlyList<CaseAttachment> frozen)
    {
        var allowed = await scope.Db.RequireAsync(scope.Caller, request.Forum, Permission.OpenWrittenProcedure, scope.Today);
        if (!allowed.TryGet(out var forum, out var refusal))
        {
            return refusal;
        }

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
        {
            return new ProcedureNotFound();
        }

        // What was closed when people were asked stays closed; what was forgotten then can be made up for.
        if (!new ProcedureFormReader(forum, scope.Now).Read(request.Form, procedure.Case.IsClosed || request.Form.IsClosed == true).TryGet(out var read, out var invalid))
        {
            return invalid;
        }

        var reason = DanishText.CleanLines(request.Form.Reason);
        var amended = procedure.Amend(forum, AttachmentFreezer.Apply(read.Text, frozen), read.Deadline, reason, scope.Caller.PersonId ?? default, scope.Now);
        if (!amended.TryGet(out var version, out var error))
        {
            return error;
        }

        scope.Db.CaseVersions.Add(version);
        var view = ProcedureView.Of(procedure, forum);
        foreach (var seat in view.Seats)
        {
            scope.Notify(new PersonId(seat.VoterId), BallotCard.Build(view, seat, scope.Now, changed: reason), view.Subject);
        }

        await scope.OfferDeadlinesAsync(forum, procedure.Id, read.Text, item: null);
        await scope.RefreshAsync(new CardKey(ProcedureCardSource.CardKind, view.Id));
        return view.Seats.Count;
    }
}
