using Klynge.Application.Forums;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>What whoever leads a written procedure does with it from its page.</summary>
internal static class CaseActs
{
    internal const string ReasonField = "reason";
    internal const string NoteField = "note";
    internal const string AcceptedField = "links";

    /// <summary>The page shows a draft. It decides what is said afterwards, and nothing else.</summary>
    internal const string DraftField = "draft";

    private const string Home = "/arbejdsbord";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.OpenCase, OpenAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.WithdrawCase, WithdrawAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemindOfCase, (string id, Visitor visitor, RemindNow remind, ReadCase read, CancellationToken cancellationToken) => DoAsync(
            new(id, PageActs.RemindOfCase, visitor, read, cancellationToken),
            (visit, procedure) => remind.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, procedure, cancellationToken),
            reminded => Words.RemindedNow(reminded.People)));
        WorkspaceEndpoints.Map(workspace, PageActs.CloseCase, (string id, Visitor visitor, CloseWrittenProcedure close, ReadCase read, CancellationToken cancellationToken) => DoAsync(
            new(id, PageActs.CloseCase, visitor, read, cancellationToken),
            (visit, procedure) => close.HandleAsync(visitor.Turn.Caller, new(visit.Forum.Id, procedure), cancellationToken),
            Words.ClosedByYou));
        WorkspaceEndpoints.Map(workspace, PageActs.ConfirmCase, ConfirmAsync);
    }

    private static async Task<IResult> OpenAsync(string id, Visitor visitor, OpenWrittenProcedure open, ReadCase read, CancellationToken cancellationToken)
    {
        var data = await visitor.FieldsAsync();
        return await DoAsync(
            new(id, PageActs.OpenCase, visitor, read, cancellationToken),
            (visit, procedure) => open.HandleAsync(
                visitor.Turn.Caller,
                new OpenWrittenProcedureRequest(visit.Forum.Id, procedure, data.Text(AcceptedField), PreviewCard.AcceptedSources(data), data.Integer(CaseFormActs.RevisionField)),
                cancellationToken),
            Sent);
    }

    private static string Sent(ProcedureOpened opened) => string.Join(' ', new[]
    {
        Words.Sent(opened.Voters),
        opened.Unreachable.Count > 0 ? Words.Unreachable(opened.Unreachable) : null,
        opened.MailOnly.Count > 0 ? Words.MailOnly(opened.MailOnly) : null,
    }.OfType<string>());

    /// <summary>A draft is thrown away without a word; of an open case everybody is told why.</summary>
    private static async Task<IResult> WithdrawAsync(string id, Visitor visitor, WithdrawWrittenProcedure withdraw, ReadCase read, CancellationToken cancellationToken)
    {
        var data = await visitor.FieldsAsync();
        var (reason, isDraft) = (data.Text(ReasonField), data.Flag(DraftField) == true);
        return await DoAsync(
            new(id, PageActs.WithdrawCase, visitor, read, cancellationToken) { Typed = reason, Next = isDraft ? Home : null },
            (visit, procedure) => withdraw.HandleAsync(visitor.Turn.Caller, new(visit.Forum.Id, procedure, reason), cancellationToken),
            _ => isDraft ? Words.DraftDiscarded : WorkspaceTexts.CaseWithdrawn);
    }

    private static async Task<IResult> ConfirmAsync(string id, Visitor visitor, ConfirmResult confirm, ReadCase read, CancellationToken cancellationToken)
    {
        var note = (await visitor.FieldsAsync()).Text(NoteField);
        return await DoAsync(
            new(id, PageActs.ConfirmCase, visitor, read, cancellationToken) { Typed = note },
            (visit, procedure) => confirm.HandleAsync(visitor.Turn.Caller, new(visit.Forum.Id, procedure, note), cancellationToken),
            _ => WorkspaceTexts.CaseConfirmed);
    }

    private static Task<IResult> DoAsync<T>(CaseAct act, Func<Visit, WrittenProcedureId, Task<Result<T>>> use, Func<T, string> told)
        where T : notnull
    {
        var procedure = CaseFormActs.CaseOf(act.Id);
        return act.Visitor.ActAsync(
            act.Visitor.EnterAsync(act.Right, procedure),
            visit => use(visit, procedure),
            (_, result) => new Told(act.Next ?? CaseLinks.Of(procedure), told(result)),
            (_, error) => AgainAsync(act, procedure, error));
    }

    /// <summary>The page as it stands now, with why nothing was done and what was typed.</summary>
    private static async Task<IResult> AgainAsync(CaseAct act, WrittenProcedureId procedure, Error error) =>
        (await act.Read.HandleAsync(act.Visitor.Turn, procedure, act.CancellationToken, error)).TryGet(out var page, out var unread)
            ? Visitor.Again<WrittenCase, CasePage>(page with { Noted = act.Typed is { Length: > 0 } typed ? (act.Right.Pattern, typed) : null })
            : await act.Visitor.RefuseAsync(unread);

    /// <param name="Id">As the address has it.</param>
    private sealed record CaseAct(string Id, Application.Rights.PageAct Right, Visitor Visitor, ReadCase Read, CancellationToken CancellationToken)
    {
        internal string? Typed { get; init; }

        /// <summary>Where it leads; null to the case.</summary>
        internal string? Next { get; init; }
    }
}
