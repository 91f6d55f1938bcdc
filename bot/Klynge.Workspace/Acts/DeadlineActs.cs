using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Workspace;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts;

/// <summary>What is done from the list of deadlines.</summary>
internal static class DeadlineActs
{
    private const string Page = "/frister";

    /// <param name="version">The one that the page showed.</param>
    internal static string Finish(ForumId forum, DeadlineId deadline, int version) => $"{Page}/{forum.Value}/{deadline.Value}/faerdig?version={version}";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.FinishDeadline, FinishAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.UndoDeadline, UndoAsync);
    }

    private static Task<IResult> FinishAsync(string forum, string id, int? version, Visitor visitor, FinishDeadline finish, ReadDeadlines read, CancellationToken cancellationToken)
    {
        var (forumId, deadline) = (new ForumId(WorkspaceEndpoints.IdOf(forum)), new DeadlineId(WorkspaceEndpoints.IdOf(id)));
        return visitor.ActAsync(
            visitor.EnterAsync(PageActs.FinishDeadline, forumId),
            visit => finish.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, deadline, version, cancellationToken),
            (visit, _) => new Told(Page, Application.Deadlines.Texts.Finished(visitor.Turn), Undo(visit.Forum.Id, deadline, version)),
            (_, error) => AgainAsync(visitor, read, error, cancellationToken));
    }

    private static Task<IResult> UndoAsync(string forum, string id, int? version, Visitor visitor, UndoDeadline undo, ReadDeadlines read, CancellationToken cancellationToken)
    {
        var (forumId, deadline) = (new ForumId(WorkspaceEndpoints.IdOf(forum)), new DeadlineId(WorkspaceEndpoints.IdOf(id)));
        return visitor.ActAsync(
            visitor.EnterAsync(PageActs.UndoDeadline, forumId),
            visit => undo.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, deadline, version ?? 0, cancellationToken),
            (_, _) => new Told(Page, Application.Deadlines.Texts.Undone(visitor.Turn)),
            (_, error) => AgainAsync(visitor, read, error, cancellationToken));
    }

    /// <summary>The step after the one that was seen.</summary>
    private static string? Undo(ForumId forum, DeadlineId deadline, int? seen) =>
        seen is { } version ? $"{Page}/{forum.Value}/{deadline.Value}/fortryd?version={version + 1}" : null;

    /// <summary>The list as it stands now, and why nothing was done.</summary>
    private static async Task<IResult> AgainAsync(Visitor visitor, ReadDeadlines read, Error error, CancellationToken cancellationToken) =>
        (await read.HandleAsync(visitor.Turn, forum: null, cancellationToken)).TryGet(out var page, out var unread)
            ? Visitor.Again<Deadlines, DeadlinesPage>(page with { Refusal = error is ChangedMeanwhile ? Application.Deadlines.Texts.ChangedHere : error.Text })
            : await visitor.RefuseAsync(unread);
}
