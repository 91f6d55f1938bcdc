using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Workspace.Editing;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Klynge.Workspace.Acts;

/// <summary>The page of an item: saved whole by its form, and kept as it is typed by its script.</summary>
internal static class ItemPageActs
{
    /// <summary>More than the longest draft takes in bytes: what is longer is not read.</summary>
    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static string PageOf(MeetingId meeting, AgendaItemId? item) => $"/moeder/{meeting.Value}/punkter/{(item is { } id ? id.Value.ToString() : "nyt")}";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.SaveItem, SaveAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.AddItem, AddAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.SaveItemDraft, DraftAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.DiscardItemDraft, (string id, string item, bool? nyt, Visitor visitor, DiscardItemDraft discard, CancellationToken cancellationToken) =>
            DiscardAsync(id, item, nyt ?? false, takesBack: false, visitor, discard, cancellationToken));
        WorkspaceEndpoints.Map(workspace, PageActs.TakeBackItemDraft, (string id, string item, bool? nyt, Visitor visitor, DiscardItemDraft discard, CancellationToken cancellationToken) =>
            DiscardAsync(id, item, nyt ?? false, takesBack: true, visitor, discard, cancellationToken));
    }

    /// <summary>How the item stands, as JSON for the page that is open.</summary>
    internal static async Task<IResult> StateAsync(string id, string item, int? version, Visitor visitor, ReadItem read, CancellationToken cancellationToken) =>
        (await read.StateAsync(visitor.Turn, MeetingOf(id), ItemOf(item), version ?? 0, cancellationToken)).TryGet(out var state, out var error)
            ? Results.Json(
                new
                {
                    state.Version,
                    Writers = state.Writers.Count > 0 ? ItemPageTexts.Writers(state.Writers) : string.Empty,
                    Fields = state.Fields.Select(field => new { field.Name, Text = field.Saved, Mark = TypedItem.MarkOf(field.Saved), Doc = field.Kind == ItemFieldKind.LongText ? EditorDocument.Write(field.Saved) : null }),
                },
                Json)
            : await visitor.RefuseAsync(error);

    private static async Task<IResult> SaveAsync(string id, string item, HttpRequest request, Visitor visitor, SaveItem save, CancellationToken cancellationToken)
    {
        var typed = PostedItem.Read(await request.ReadFormAsync(cancellationToken));
        return await AnswerAsync(visitor, await save.EditAsync(visitor.Turn, MeetingOf(id), ItemOf(item), typed, cancellationToken), typed, id);
    }

    private static async Task<IResult> AddAsync(string id, HttpRequest request, Visitor visitor, SaveItem save, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var typed = PostedItem.Read(form);
        return await AnswerAsync(visitor, await save.AddAsync(visitor.Turn, MeetingOf(id), ItemOf(form[PostedItem.Id].ToString()), typed, cancellationToken), typed, id);
    }

    private static async Task<IResult> AnswerAsync(Visitor visitor, Result<ItemSaving> result, TypedItem typed, string meeting) =>
        !result.TryGet(out var saving, out var error) ? await visitor.RefuseAsync(error)
        : saving.Sentence is { } sentence ? visitor.Tell(new Told($"/moeder/{WorkspaceEndpoints.IdOf(meeting)}", sentence))
        : typed.Takes is not null ? await visitor.ShowAsync<ItemEditor, ItemPage>(Task.FromResult<Result<ItemPage>>(saving.Page!))
        : Visitor.Again<ItemEditor, ItemPage>(saving.Page!);

    /// <summary>Keeps one field. 204 with its new version; 412 with what stands there, where another window has written it meanwhile.</summary>
    /// <param name="felt">The field: see <see cref="ItemDraftFields"/>.</param>
    /// <param name="set">The version of the item that was typed over.</param>
    /// <param name="vindue">The window that writes.</param>
    /// <param name="nr">Which of its writings it is.</param>
    private static async Task<IResult> DraftAsync(
        string id, string item, string? felt, int? set, string? vindue, int? nr, HttpRequest request, Visitor visitor, SaveItemDraft save, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not (>= 0 and <= MaxBytes))
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        if (!(await visitor.EnterAsync(PageActs.SaveItemDraft, MeetingOf(id))).TryGet(out var visit, out var refused))
            return await visitor.RefuseAsync(refused);

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var isDocument = request.ContentType?.StartsWith(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) == true;
        if ((isDocument ? EditorDocument.Read(text) : text) is not { } typed)
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        var writing = new DraftWriting(typed, set ?? 0, VersionOf(request), vindue ?? string.Empty, nr ?? 0);
        var result = await save.HandleAsync(visitor.Turn.Caller, new SaveItemDraftRequest(visit.Forum.Id, MeetingOf(id), ItemOf(item), felt ?? string.Empty, writing), cancellationToken);
        if (result.TryGet(out var saved, out var error))
            return Kept(request.HttpContext, saved.Version);

        return error switch
        {
            DraftWrittenElsewhere other => Results.Json(new { other.Version, Text = other.Standing, Doc = isDocument ? EditorDocument.Write(other.Standing) : null }, Json, statusCode: StatusCodes.Status412PreconditionFailed),
            DraftNotTaken => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
            _ => await visitor.RefuseAsync(error),
        };
    }

    private static IResult Kept(HttpContext context, int version)
    {
        context.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
        return Results.NoContent();
    }

    private static int VersionOf(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag) && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static async Task<IResult> DiscardAsync(string id, string item, bool isNew, bool takesBack, Visitor visitor, DiscardItemDraft discard, CancellationToken cancellationToken)
    {
        var act = takesBack ? PageActs.TakeBackItemDraft : PageActs.DiscardItemDraft;
        if (!(await visitor.EnterAsync(act, MeetingOf(id))).TryGet(out var visit, out var refused))
            return await visitor.RefuseAsync(refused);

        var result = await discard.HandleAsync(visitor.Turn.Caller, new DiscardItemDraftRequest(visit.Forum.Id, MeetingOf(id), ItemOf(item), takesBack), cancellationToken);
        if (!result.IsSuccess)
            return await visitor.RefuseAsync(result.Error);

        var page = isNew ? $"{PageOf(MeetingOf(id), null)}?{PostedItem.Id}={ItemOf(item).Value}" : PageOf(MeetingOf(id), ItemOf(item));
        return visitor.Tell(takesBack
            ? new Told(page, ItemPageTexts.TakenBack)
            : new Told(page, ItemPageTexts.Discarded, $"{PageOf(MeetingOf(id), ItemOf(item))}/kladde/fortryd{(isNew ? "?nyt=true" : string.Empty)}"));
    }

    private static MeetingId MeetingOf(string id) => new(WorkspaceEndpoints.IdOf(id));

    private static AgendaItemId ItemOf(string item) => new(WorkspaceEndpoints.IdOf(item));
}
