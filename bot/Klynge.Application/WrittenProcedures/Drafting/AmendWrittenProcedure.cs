using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <param name="Form">With what was changed, which everybody who was asked is told.</param>
/// <param name="AcceptedLinks">The links that the form said are not frozen, by their tokens; null for none.</param>
/// <param name="AcceptedSources">As when a case opens.</param>
/// <param name="SeenRevision">The <see cref="WrittenProcedure.Revision"/> that the form was drawn from; null where it does not say.</param>
/// <param name="OnlyDeadline">The person pressed the button that moves the deadline alone: nobody is to answer again.</param>
public sealed record AmendWrittenProcedureRequest(
    ForumId Forum, WrittenProcedureId Procedure, ProcedureForm Form, string? AcceptedLinks = null, string? AcceptedSources = null,
    int? SeenRevision = null, bool OnlyDeadline = false);

/// <summary>What a change of an open case came to.</summary>
/// <param name="Seats">How many are asked.</param>
public sealed record AmendedCase(AmendEffect Effect, int Seats);

public enum AmendEffect
{
    /// <summary>Nothing was changed, as when the same form is sent twice.</summary>
    Unchanged,

    /// <summary>A new version: everybody must answer again.</summary>
    SentAgain,

    /// <summary>Another deadline and nothing else: the answers stand.</summary>
    DeadlineMoved,
}

/// <summary>
/// Changes a case that has been sent out: a new version with a new ballot to everybody, and the answers so far no longer count and stay on
/// record. A form with nothing but another deadline moves the deadline, and the answers stand.
/// </summary>
public sealed class AmendWrittenProcedure(Writer writer, AttachmentFreezer freezer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.OpenWrittenProcedure;

    public async Task<Result<AmendedCase>> HandleAsync(Caller caller, AmendWrittenProcedureRequest request, CancellationToken cancellationToken)
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
        var entered = await db.EnterAsync(caller, request.Forum, Needs, today);
        if (!entered.TryGet(out var visit, out _)
            || await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken) is not { Case.IsClosed: var isClosed }
            || !new ProcedureFormReader(visit.Forum, now).Read(request.Form, isClosed || request.Form.IsClosed == true).TryGet(out var read, out _))
        {
            return Array.Empty<CaseAttachment>();
        }

        // With nothing but another deadline the voters have what was frozen for them; with nothing at all a file may have been changed.
        if (await db.FindProcedureAsync(request.Forum, request.Procedure) is { Status: ProcedureStatus.Open } open
            && (request.OnlyDeadline || (open.Case.AsksTheSame(read.Text) && open.Deadline != read.Deadline)))
        {
            return Array.Empty<CaseAttachment>();
        }

        var target = new AttachmentTarget(visit.Forum.Id, visit.Forum.Name, read.Text.IsClosed, request.AcceptedSources, request.Procedure);
        var reader = await AttachmentReader.OfAsync(contexts, caller, target, today, cancellationToken);
        return await freezer.FreezeAsync(reader, target, read.Text.Attachments, request.AcceptedLinks, cancellationToken);
    }

    private static async Task<Result<AmendedCase>> AmendAsync(
        WriteScope scope, AmendWrittenProcedureRequest request, IReadOnlyList<CaseAttachment> frozen)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        // What was closed when people were asked stays closed; what was forgotten then can be made up for.
        if (!new ProcedureFormReader(visit.Forum, scope.Now).Read(request.Form, procedure.Case.IsClosed || request.Form.IsClosed == true).TryGet(out var read, out var invalid))
            return invalid;

        if (await scope.LostCopyAsync(frozen) is { } lost)
            return lost;

        var text = AttachmentFreezer.Apply(read.Text, frozen);
        return (procedure.Case.AsksTheSame(read.Text), procedure.Deadline == read.Deadline) switch
        {
            (true, true) when procedure.Status == ProcedureStatus.Open && (request.OnlyDeadline || !HasOtherFiles(procedure.Case, text)) =>
                new AmendedCase(AmendEffect.Unchanged, procedure.Roll.Count),
            _ when procedure.Status == ProcedureStatus.Open && request.SeenRevision is { } seen && seen != procedure.Revision => new CaseChangedMeanwhile(),
            (true, false) => await MoveAsync(scope, visit.Forum, procedure, read.Deadline, request),
            (false, _) when request.OnlyDeadline => new TextIsChangedToo(),
            _ => await SendAgainAsync(scope, visit.Forum, procedure, text, read.Deadline, request),
        };
    }

    /// <summary>A file at the same link that is another one by now.</summary>
    private static bool HasOtherFiles(CaseText standing, CaseText text) =>
        standing.Attachments.Zip(text.Attachments).Any(pair => pair.Second.Sha256 is { } hash && hash != pair.First.Sha256);

    private static async Task<Result<AmendedCase>> MoveAsync(
        WriteScope scope, Forum forum, WrittenProcedure procedure, Instant deadline, AmendWrittenProcedureRequest request)
    {
        var (before, reason) = (procedure.Deadline, DanishText.CleanLines(request.Form.Reason) is { Length: > 0 } text ? text : null);
        if (procedure.MoveDeadline(forum, deadline, reason, scope.Caller.PersonId ?? default, scope.Now).Error is { } error)
            return error;

        var view = ProcedureView.Of(procedure, forum).AsOf(await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today));
        foreach (var seat in view.Seats.Where(seat => seat is { Answer: null, IsFormer: false }))
            scope.Notify(seat.VoterId, DeadlineMovedCard.Build(view, before, reason, scope.Now), view.Subject);

        await scope.RefreshAsync(ProcedureCardSource.Key(view.Id));
        return new AmendedCase(AmendEffect.DeadlineMoved, view.Seats.Count);
    }

    private static async Task<Result<AmendedCase>> SendAgainAsync(
        WriteScope scope, Forum forum, WrittenProcedure procedure, CaseText text, Instant deadline, AmendWrittenProcedureRequest request)
    {
        var reason = DanishText.CleanLines(request.Form.Reason);
        if (!procedure.Amend(forum, text, deadline, reason, scope.Caller.PersonId ?? default, scope.Now).TryGet(out var version, out var error))
            return error;

        scope.Db.CaseVersions.Add(version);
        if (text.IsClosed)
        {
            await scope.LeaveOpenPlaceAsync(procedure);
            await scope.CloseMatterAsync(procedure);
        }

        var view = ProcedureView.Of(procedure, forum).AsOf(await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today));
        foreach (var seat in view.Seats.Where(seat => !seat.IsFormer))
            scope.SendBallot(view, seat, changed: reason);

        await scope.OfferDeadlinesAsync(forum, procedure.Id, text, item: null);
        await scope.RefreshAsync(ProcedureCardSource.Key(view.Id));
        return new AmendedCase(AmendEffect.SentAgain, view.Seats.Count);
    }
}
