using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <param name="AcceptedLinks">The links that the preview said are not frozen, by their tokens; null for none.</param>
/// <param name="AcceptedSources">The links that the secretariat has said yes to fetching from outside the forum's library, by their tokens.</param>
/// <param name="SeenRevision">The <see cref="WrittenProcedure.Revision"/> that the preview showed: nobody sends out what they have not read; null where it does not say.</param>
public sealed record OpenWrittenProcedureRequest(
    ForumId Forum, WrittenProcedureId Procedure, string? AcceptedLinks = null, string? AcceptedSources = null, int? SeenRevision = null)
{
    /// <summary>The time at which the case was planned to open by itself; null where somebody sends it out.</summary>
    public Instant? PlannedAt { get; init; }
}

/// <param name="Voters">How many were asked.</param>
/// <param name="Chats">How many chats of the forum show the shared card.</param>
/// <param name="Unreachable">Voters to whom the bot cannot write, by name.</param>
/// <param name="MailOnly">Voters of another organisation, whom it can only send a mail, by name.</param>
public sealed record ProcedureOpened(int Voters, int Chats, IReadOnlyList<string> Unreachable, IReadOnlyList<string> MailOnly);

/// <summary>Sends a draft out: everybody with a vote gets the ballot in personal chat, and the forum's chats the shared card.</summary>
public sealed class OpenWrittenProcedure(Writer writer, AttachmentFreezer freezer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.OpenWrittenProcedure;

    public async Task<Result<ProcedureOpened>> HandleAsync(
        Caller caller, OpenWrittenProcedureRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var frozen = await FreezeAsync(caller, request, cancellationToken);
        return await writer.WriteAsync(
            new WriteIntent(nameof(OpenWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            async scope => frozen.Error is { } error ? error : await OpenAsync(scope, request, frozen.Value),
            cancellationToken);
    }

    /// <summary>Files are copied before the write, which waits for nothing but the database.</summary>
    private async Task<Result<IReadOnlyList<CaseAttachment>>> FreezeAsync(
        Caller caller, OpenWrittenProcedureRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var view = await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken);
        var today = Klynge.Domain.Calendar.DanishTime.Today(freezer.Clock);
        if (view is not { Status: ProcedureStatus.Draft }
            || !(await db.EnterAsync(caller, request.Forum, Needs, today)).IsSuccess)
        {
            return Array.Empty<CaseAttachment>();
        }

        var target = new AttachmentTarget(request.Forum, view.Forum, view.Case.IsClosed, request.AcceptedSources, request.Procedure);
        var reader = await AttachmentReader.OfAsync(contexts, caller, target, today, cancellationToken);
        return await freezer.FreezeAsync(reader, target, view.Case.Attachments, request.AcceptedLinks, cancellationToken);
    }

    private static async Task<Result<ProcedureOpened>> OpenAsync(
        WriteScope scope, OpenWrittenProcedureRequest request, IReadOnlyList<CaseAttachment> frozen)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        if (request.PlannedAt is { } planned && await CheckPlanAsync(scope, procedure, planned) is { } changed)
            return changed;

        if (procedure.Status == ProcedureStatus.Open && procedure.OpenedById == scope.Caller.PersonId)
        {
            var sent = ProcedureView.Of(procedure, visit.Forum);
            var shown = await scope.Db.Conversations.CountAsync(chat => chat.ForumId == visit.Forum.Id && !chat.IsGone);
            return await OpenedAsync(scope, sent, shown);
        }

        if (procedure.Status == ProcedureStatus.Draft && request.SeenRevision is { } seen && seen != procedure.Revision)
            return new DraftChangedMeanwhile();

        // The item may have been closed since the draft was saved.
        if (procedure.AgendaItemId is { } item && await scope.Db.CheckNobodyExcludedAsync(item) is { } excluded)
            return excluded;

        if (await scope.LostCopyAsync(frozen) is { } lost)
            return lost;

        var seats = await scope.Db.ActiveSeatsAsync(request.Forum, scope.Today);
        var text = AttachmentFreezer.Apply(procedure.Case, frozen);
        if (!procedure.Open(visit.Forum, seats, text, scope.Caller.PersonId ?? default, scope.Now, PeopleLabels.Of(seats)).TryGet(out var version, out var error))
            return error;

        scope.Db.CaseVersions.Add(version);
        scope.Db.RollEntries.AddRange(procedure.Roll);
        scope.Record(new RowChange(CaseFacts.Entity, procedure.Id.Value, Before: null, [(CaseFacts.Forum, visit.Forum.Name)]));
        if (text.IsClosed)
        {
            await scope.LeaveOpenPlaceAsync(procedure);
            await scope.CloseMatterAsync(procedure);
        }

        return await NotifyAsync(scope, visit.Forum, procedure, seats, request.PlannedAt is not null);
    }

    /// <summary>It opens by itself only as it was planned, and for somebody who could still send it out.</summary>
    private static async Task<Error?> CheckPlanAsync(WriteScope scope, WrittenProcedure procedure, Instant planned)
    {
        if (procedure.Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        if (procedure.OpensAt != planned || planned > scope.Now)
            return new PlanChangedMeanwhile();

        var planner = new Caller(procedure.PlannedOpening!.By);
        return (await scope.Db.EnterAsync(planner, procedure.ForumId, Needs, scope.Today)).IsSuccess ? null : new PlannerMayNotOpen();
    }

    /// <param name="isPlanned">Nobody sees an answer to their press, so who planned it is told like the others.</param>
    private static async Task<ProcedureOpened> NotifyAsync(
        WriteScope scope, Forum forum, WrittenProcedure procedure, IReadOnlyList<ForumMember> seats, bool isPlanned)
    {
        var view = ProcedureView.Of(procedure, forum) with
        {
            ConsultationRemarks = await scope.Db.ConsultationRemarksAsync(procedure.Id, CancellationToken.None),
        };
        view = view.AsOf(seats);
        foreach (var seat in view.Seats)
            scope.SendBallot(view, seat);

        var chats = await scope.PublishAsync(ProcedureCardSource.Key(view.Id), forum.Id);
        var opened = await OpenedAsync(scope, view, chats);
        var card = OpenedCard.Build(view, opened, scope.Now);
        await scope.NotifySecretariatAsync(forum.Id, card);
        if (isPlanned && procedure.OpenedById is { } planner)
            scope.Notify(planner, card);

        return opened;
    }

    private static async Task<ProcedureOpened> OpenedAsync(WriteScope scope, ProcedureView view, int chats)
    {
        var reach = await VoterReachability.OfAsync(scope.Db, view);
        return new ProcedureOpened(view.Seats.Count, chats, reach.Unreachable, reach.MailOnly);
    }
}
