using Klynge.Application.Forums.NewForums;
using Klynge.Application.Workspace;
using Klynge.Domain.Common;
using Klynge.Workspace.Pages.Forums;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts;

/// <summary>Forums from a template: chosen, named, looked at, made.</summary>
internal static class NewForumActs
{
    internal const string TemplateField = "skabelon";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageRights.NewForums, (string key, string? skabelon, Visitor visitor, ReadNewForums read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<NewForumsView, NewForumsPage>(read.ReadAsync(visitor.Turn, key, skabelon, cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageActs.ProposeForums, ProposeAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.MakeForums, MakeAsync);
    }

    private static async Task<IResult> ProposeAsync(string key, HttpRequest request, Visitor visitor, ReadNewForums read, CancellationToken cancellationToken)
    {
        if (!(await visitor.EnterAsync(PageActs.ProposeForums, key)).TryGet(out _, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var posted = await ReadAsync(request, cancellationToken);
        return await AnswerAsync(visitor, read.ProposeAsync(visitor.Turn, key, posted.GetValueOrDefault(TemplateField), posted, cancellationToken), posted.GetValueOrDefault(ForumPost.Step) == ForumPost.Fill);
    }

    private static async Task<IResult> MakeAsync(string key, HttpRequest request, Visitor visitor, ReadNewForums read, CancellationToken cancellationToken)
    {
        if (!(await visitor.EnterAsync(PageActs.MakeForums, key)).TryGet(out _, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var posted = await ReadAsync(request, cancellationToken);
        return await AnswerAsync(visitor, read.ConfirmAsync(visitor.Turn, key, posted.GetValueOrDefault(TemplateField), posted, cancellationToken), isFilledIn: false);
    }

    /// <param name="isFilledIn">Back from what was looked at to the names.</param>
    private static async Task<IResult> AnswerAsync(Visitor visitor, Task<Result<NewForumsPage>> answering, bool isFilledIn)
    {
        if (!(await answering).TryGet(out var page, out var error))
            return await visitor.RefuseAsync(error);

        if (page.Done is { } done)
        {
            return visitor.Tell(new Told(
                ForumLinks.Of(done.Forums[0].Key), done.IsDone ? NewForumTexts.AlreadyThere : NewForumTexts.Made([.. done.Forums.Select(forum => forum.Name)])));
        }

        var shown = isFilledIn ? page with { Proposal = null } : page;
        return shown.Refusal is null
            ? new RazorComponentResult<NewForumsView>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = shown })
            : Visitor.Again<NewForumsView, NewForumsPage>(shown);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) => request.HasFormContentType
        ? (await request.ReadFormAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);
}
