using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>From the command or an item to a case that is sent out: form, preview, question.</summary>
public sealed class DraftChat(
    ProcedureReader reader,
    SaveProcedureDraft save,
    OpenWrittenProcedure open,
    WithdrawWrittenProcedure withdraw,
    ProcedurePreview preview,
    IDbContextFactory<KlyngeContext> contexts)
{
    internal static Task<ChatReply> StartAsync(ChatTurn turn, Visit visit, ChatCommand.OpenWrittenProcedure command, CancellationToken cancellationToken) =>
        Task.FromResult(EmptyForm(turn, visit, command.Title));

    internal async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (action.Data.Id<AgendaItemId>(CardIds.Item) is not { } id || !visit.Forum.Rules.WrittenProcedures.Allowed)
            return EmptyForm(turn, visit, action.Data.Text("title"));

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var item = await db.AgendaItems.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.Id == id && candidate.ForumId == visit.Forum.Id && candidate.Status != AgendaItemStatus.Removed && candidate.Status != AgendaItemStatus.OfMeeting, cancellationToken);
        if (item is null)
            return new ItemNotFound();

        // Whoever sends cases out need not be a reader of this one.
        if (await db.CheckNobodyExcludedAsync(id, cancellationToken) is { } excluded)
            return excluded;

        return await db.CaseOfItemAsync(visit.Forum.Id, id, cancellationToken) is { } existing
            ? await ShowExistingAsync(turn, visit.Forum, existing, cancellationToken)
            : FromItem(turn, visit.Forum, item);
    }

    /// <summary>An item has one case: the draft is taken up again, and what is sent out is shown.</summary>
    private async Task<ChatReply> ShowExistingAsync(ChatTurn turn, Forum forum, WrittenProcedure existing, CancellationToken cancellationToken)
    {
        if (existing.Status == ProcedureStatus.Draft)
            return (FormCard.For(forum, turn.Today, existing.Id) with { Revision = existing.Revision }).Build(ProcedureForm.Of(existing.Case, existing.Deadline));

        var found = await reader.FindAsync(turn, forum.Id, existing.Id, cancellationToken);
        return found.TryGet(out var seen, out var error)
            ? SharedProcedureCard.BuildOwn(seen.View, seen.Seat, seen.IsSecretariat, seen.MayClose, seen.Viewers, turn.Now)
            : error;
    }

    /// <summary>What is longer than a case can be is cut on the form, and the form says so.</summary>
    private static ChatReply FromItem(ChatTurn turn, Forum forum, AgendaItem item)
    {
        var form = ProcedureForm.Of(item, forum, turn.Today);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (form.Presentation.Length > CaseText.MaxPresentationLength)
        {
            wrong[ProcedureForm.PresentationField] = Texts.PresentationCut(form.Presentation.Length);
            form = form with { Presentation = DanishText.Shorten(form.Presentation, CaseText.MaxPresentationLength) };
        }

        return (New(turn, forum, item.Id) with { StaysClosed = item.Content.IsClosed }).Build(form, wrong);
    }

    /// <summary>A form that is pressed twice makes one draft: the form knows which.</summary>
    private static FormCard New(ChatTurn turn, Forum forum, AgendaItemId? item = null) =>
        FormCard.For(forum, turn.Today, item: item) with { Draft = WrittenProcedureId.New() };

    internal async Task<ChatReply> SaveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var form = ProcedureForm.Typed(action.Data);
        var (procedure, item) = (action.Data.Id<WrittenProcedureId>(CardIds.Procedure), action.Data.Id<AgendaItemId>(CardIds.Item));
        var request = new SaveProcedureDraftRequest(
            visit.Forum.Id, procedure, item, form)
        {
            New = action.Data.Id<WrittenProcedureId>(FormCard.DraftField),
            SeenRevision = action.Data.Integer(FormCard.RevisionField) ?? 1,
        };
        var saved = await save.HandleAsync(turn.Caller, request, cancellationToken);
        if (saved.Error is DraftInvalid invalid)
            return (FormCard.For(visit.Forum, turn.Today, procedure, item) with { Draft = request.New, Revision = request.SeenRevision }).Build(form, invalid.Fields);

        if (saved.Error is DraftChangedMeanwhile && (request.Procedure ?? request.New) is { } changed)
        {
            var found = await reader.FindAsync(turn, visit.Forum.Id, changed, cancellationToken);
            return found.TryGet(out var seen, out var gone) ? FormCard.For(visit.Forum, turn.Today, seen.View.Id).Against(seen.View, form) : gone;
        }

        return saved.TryGet(out var draft, out var error) ? await preview.ShowAsync(turn, visit.Forum.Id, draft, null, cancellationToken) : error;
    }

    /// <summary>A draft again as it would be sent out.</summary>
    internal async Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View.Status == ProcedureStatus.Draft
            ? await preview.ShowAsync(turn, visit.Forum.Id, action.Data.Procedure(), null, cancellationToken)
            : new AlreadyOpened();
    }

    internal async Task<ChatReply> EditAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var missing))
            return missing;

        return seen.View.Status == ProcedureStatus.Draft
            ? (FormCard.For(visit.Forum, turn.Today, seen.View.Id) with { Revision = seen.View.Revision }).Build(ProcedureForm.Of(seen.View.Case, seen.View.Deadline))
            : new AlreadyOpened();
    }

    internal async Task<ChatReply> OpenAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new OpenWrittenProcedureRequest(visit.Forum.Id, action.Data.Procedure(), action.Data.Text(PreviewCard.AcceptedField), PreviewCard.AcceptedSources(action.Data), action.Data.Integer(FormCard.RevisionField));
        var result = await open.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is DeadlineTooSoon or DeadlineInThePast or AttachmentNotReadable or AttachmentOutOfReach or AttachmentNotCopied
            or AttachmentNotYours or AttachmentIsClosed or LinksNotFrozen or DraftChangedMeanwhile)
        {
            // It is shown again with the reason, so that the deadline can be moved or the link put right.
            return await preview.ShowAsync(turn, request.Forum, request.Procedure, result.Error, cancellationToken);
        }

        if (!result.TryGet(out var opened, out var error))
            return error;

        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var missing) ? OpenedCard.Build(seen.View, opened, turn.Now) : missing;
    }

    internal async Task<ChatReply> DiscardAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (forum, procedure) = (visit.Forum.Id, action.Data.Procedure());
        if (await db.WrittenProcedures.AnyAsync(
            candidate => candidate.Id == procedure && candidate.ForumId == forum && candidate.OpenedAt != null, cancellationToken))
        {
            return new AlreadyOpened();
        }

        var request = new WithdrawWrittenProcedureRequest(forum, procedure, Reason: null);
        var result = await withdraw.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error ? error : ChatReply.Say(Texts.DraftDiscarded);
    }

    /// <summary>Where nothing is decided in writing, what cannot wait may be the chair's to decide.</summary>
    private static ChatReply EmptyForm(ChatTurn turn, Visit visit, string? title)
    {
        var forum = visit.Forum;
        return forum.Rules.WrittenProcedures.Allowed ? New(turn, forum).Build(ProcedureForm.Empty(forum, title, turn.Today))
            : forum.Rules.ChairDecision.Allowed ? ChairDecisionCards.Instead(forum, visit.Board, new WrittenProcedureNotAllowed(forum.Name).Text, visit.Access.May(DecideAsChair.Needs))
            : new WrittenProcedureNotAllowed(forum.Name);
    }
}
