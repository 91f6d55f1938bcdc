using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Workspace;
using Klynge.Domain.Forums;
using Klynge.Workspace.Pages;
using Klynge.Workspace.Pages.Forums;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts;

/// <summary>A forum's members and rules: the forms, what they would do, and the confirmation.</summary>
internal static class ForumActs
{
    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageRights.ForumMember, Form(ForumFormKind.AddMember));
        WorkspaceEndpoints.Map(workspace, PageRights.ForumTable, (string key, string? skabelon, Visitor visitor, ForumForms forms, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ForumFormView, ForumFormPage>(forms.ReadAsync(visitor.Turn, key, ForumFormKind.Table, seat: null, cancellationToken, skabelon)));
        WorkspaceEndpoints.Map(workspace, PageRights.ForumRoster, Form(ForumFormKind.Roster));
        WorkspaceEndpoints.Map(workspace, PageRights.ForumRules, Form(ForumFormKind.Rules));
        WorkspaceEndpoints.Map(workspace, PageRights.ForumSeat, SeatForm(ForumFormKind.EditSeat));
        WorkspaceEndpoints.Map(workspace, PageRights.ForumSeatEnd, SeatForm(ForumFormKind.EndSeat));
        WorkspaceEndpoints.Map(workspace, PageActs.ProposeForum, ProposeAsync).WithMetadata(new RequestSizeLimitAttribute(ForumPost.MaxBytes));
        WorkspaceEndpoints.Map(workspace, PageActs.ChangeForum, ConfirmAsync).WithMetadata(new RequestSizeLimitAttribute(ForumPost.MaxBytes));
    }

    private static Delegate Form(ForumFormKind kind) => (string key, Visitor visitor, ForumForms forms, CancellationToken cancellationToken) =>
        visitor.ShowAsync<ForumFormView, ForumFormPage>(forms.ReadAsync(visitor.Turn, key, kind, seat: null, cancellationToken));

    private static Delegate SeatForm(ForumFormKind kind) => (string key, string id, Visitor visitor, ForumForms forms, CancellationToken cancellationToken) =>
        visitor.ShowAsync<ForumFormView, ForumFormPage>(forms.ReadAsync(visitor.Turn, key, kind, new MemberId(WorkspaceEndpoints.IdOf(id)), cancellationToken));

    private static async Task<IResult> ProposeAsync(string key, HttpRequest request, Visitor visitor, ForumForms forms, ReadForum read, CancellationToken cancellationToken)
    {
        if (!(await visitor.EnterAsync(PageActs.ProposeForum, key)).TryGet(out _, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var posted = await ReadAsync(request, cancellationToken);
        if (await ForumPost.ReadAsync(posted, cancellationToken) is not { } typed)
            return await AgainAsync(key, visitor, read, cancellationToken);

        var result = posted[ForumPost.Step] == ForumPost.Fill
            ? await forms.FillAsync(visitor.Turn, key, typed, cancellationToken)
            : await forms.ProposeAsync(visitor.Turn, key, typed, cancellationToken);
        return result.TryGet(out var form, out var error) ? Show(form) : await visitor.RefuseAsync(error);
    }

    private static async Task<IResult> ConfirmAsync(string key, HttpRequest request, Visitor visitor, ForumForms forms, ReadForum read, CancellationToken cancellationToken)
    {
        if (!(await visitor.EnterAsync(PageActs.ChangeForum, key)).TryGet(out _, out var refusal))
            return await visitor.RefuseAsync(refusal);

        if (await ForumPost.ReadAsync(await ReadAsync(request, cancellationToken), cancellationToken) is not { } typed)
            return await AgainAsync(key, visitor, read, cancellationToken);

        if (!(await forms.ConfirmAsync(visitor.Turn, key, typed, cancellationToken)).TryGet(out var form, out var error))
            return await visitor.RefuseAsync(error);

        return form.Done is { } done ? visitor.Tell(new Told(ForumLinks.Of(form.Key), ForumTexts.Done(done))) : Show(form);
    }

    private static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;

    /// <summary>The form as it is now: what hinders it is said with what was typed.</summary>
    private static IResult Show(ForumFormPage form) => form.Problems.Count > 0
        ? Visitor.Again<ForumFormView, ForumFormPage>(form)
        : new RazorComponentResult<ForumFormView>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = form });

    /// <summary>The forum's page, for what no form of ours sends.</summary>
    private static async Task<IResult> AgainAsync(string key, Visitor visitor, ReadForum read, CancellationToken cancellationToken) =>
        (await read.HandleAsync(visitor.Turn, key, cancellationToken)).TryGet(out var page, out var error)
            ? Visitor.Again<ForumOverview, ForumPage>(page with { Refusal = ForumTexts.UnknownForm })
            : await visitor.RefuseAsync(error);
}
