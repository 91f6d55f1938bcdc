using System.Net.Mime;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Workspace.Acts;
using Klynge.Workspace.Acts.AtItems;
using Klynge.Workspace.MeetingParts;
using Klynge.Workspace.Pages;
using Klynge.Workspace.Parts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Workspace;

/// <summary>Puts the workspace on the host. Every page is mapped by its row of the table of rights, behind the sign-in and the gate.</summary>
public static class WorkspaceEndpoints
{
    public static void MapWorkspace(this IEndpointRouteBuilder endpoints, WorkspaceHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var all = endpoints.MapGroup(string.Empty);
        ((IEndpointConventionBuilder)all).Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => AnswerAsync(context, next, host);
        });
        WorkspaceFiles.Map(all);
        host.MapSignIn?.Invoke(all);
        var workspace = all.MapGroup(string.Empty).RequireAuthorization().AddEndpointFilter(Visitor.EnterAsync);
        MapPages(workspace);
        DeadlineActs.Map(workspace);
        ItemPageActs.Map(workspace);
        AgendaActs.Map(workspace);
        AttachmentActs.Map(workspace);
        DecisionActs.Map(workspace);
        ItemActsOfMeeting.Map(workspace);
        ForumActs.Map(workspace);
        NewForumActs.Map(workspace);
        CouncilActs.Map(workspace);
        CaseFormActs.Map(workspace);
        CaseActs.Map(workspace);
        AnswerActs.Map(workspace);
        AmendActs.Map(workspace);
        RecordActs.Map(workspace);
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        Map(pages, PageRights.Board, (Visitor visitor, ReadBoard read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<MyBoard, BoardPage>(read.HandleAsync(visitor.Turn, cancellationToken)));
        Map(pages, PageRights.Deadlines, (string? forum, Visitor visitor, ReadDeadlines read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<Deadlines, DeadlinesPage>(read.HandleAsync(visitor.Turn, KeyOf(forum), cancellationToken)));
        Map(pages, PageRights.Search, SearchAddress.ShowAsync);
        Map(pages, PageRights.Meeting, (string id, string? vis, string? punkt, string? bilag, string? post, Visitor visitor, ReadMeeting read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<Agenda, MeetingPage>(read.HandleAsync(visitor.Turn, new MeetingId(IdOf(id)), MeetingAddress.Read(vis, punkt, bilag, post), cancellationToken)));
        Map(pages, PageRights.AgendaDocument, (string id, Visitor visitor, ReadAgendaDocument read, CancellationToken cancellationToken) =>
            visitor.HandOutAsync(read.HandleAsync(visitor.Turn, new MeetingId(IdOf(id)), cancellationToken)));
        Map(pages, PageRights.NewItem, (string id, string? som, Visitor visitor, ReadItem read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ItemEditor, ItemPage>(read.NewAsync(visitor.Turn, new MeetingId(IdOf(id)), som is null ? null : new AgendaItemId(IdOf(som)), typed: null, cancellationToken)));
        Map(pages, PageRights.Item, (string id, string item, Visitor visitor, ReadItem read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ItemEditor, ItemPage>(read.ItemAsync(visitor.Turn, new MeetingId(IdOf(id)), new AgendaItemId(IdOf(item)), typed: null, cancellationToken)));
        Map(pages, PageRights.ItemState, ItemPageActs.StateAsync);
        Map(pages, PageRights.Case, (string id, Visitor visitor, ReadCase read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<WrittenCase, CasePage>(read.HandleAsync(visitor.Turn, new WrittenProcedureId(IdOf(id)), cancellationToken)));
        Map(pages, PageRights.Forum, (string key, Visitor visitor, ReadForum read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ForumOverview, ForumPage>(read.HandleAsync(visitor.Turn, key, cancellationToken)));
        Map(pages, PageRights.Operations, (bool? kaede, Visitor visitor, ReadOperations read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<Operations, OperationsPage>(read.HandleAsync(visitor.Turn, kaede ?? false, cancellationToken)));
        Map(pages, PageRights.Document, (string? link, Visitor visitor, ReadDocument read, CancellationToken cancellationToken) =>
            visitor.SendOnAsync(read.HandleAsync(visitor.Turn, link, cancellationToken)));
    }

    /// <summary>The row goes with the endpoint: by it a refusal is put on record.</summary>
    internal static void Map(RouteGroupBuilder pages, PageRight right, Delegate handler) => pages.MapGet(right.Pattern, handler).WithMetadata(right);

    /// <summary>What is done from a page; the row goes with the endpoint.</summary>
    internal static RouteHandlerBuilder Map(RouteGroupBuilder workspace, PageAct act, Delegate handler) => workspace.MapMethods(act.Pattern, [act.Method], handler).WithMetadata(act);

    /// <summary>What is no id is nobody's: it is answered as an id of nothing.</summary>
    internal static Guid IdOf(string written) => Guid.TryParse(written, out var id) ? id : Guid.Empty;

    private static string? KeyOf(string? chosen) => string.IsNullOrEmpty(chosen) ? null : chosen;

    /// <summary>Around every endpoint of the workspace, so that none can be without its headers, and no post without its antiforgery token.</summary>
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, WorkspaceHost host)
    {
        WorkspaceHeaders.Set(context.Response.Headers, host.FramedBy);
        if (host.Refuses?.Invoke(context) is { } sentence)
        {
            await SayAsync(context, StatusCodes.Status403Forbidden, sentence);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && await RefusePostAsync(context) is { } refused)
        {
            await SayAsync(context, refused.Status, refused.Sentence);
            return;
        }

        await next(context);
    }

    /// <summary>The token stands in the form, so what is too large to be read is refused here.</summary>
    private static async Task<(int Status, string Sentence)?> RefusePostAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? null : (StatusCodes.Status400BadRequest, WorkspaceTexts.NotFromItsOwnPage);
        }
        catch (Exception exception) when ((exception.InnerException ?? exception) is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return (StatusCodes.Status413PayloadTooLarge, WorkspaceTexts.TooMuch);
        }
    }

    private static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Plain}; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}

/// <summary>What differs from one host to the next.</summary>
/// <param name="FramedBy">Who may put a page into a frame, as <c>frame-ancestors</c> has it.</param>
public sealed record WorkspaceHost(string FramedBy)
{
    /// <summary>Nobody.</summary>
    public const string Nobody = "'none'";

    /// <summary>Teams, in a browser and in its programs.</summary>
    public const string Teams = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    /// <summary>Why a request is not answered at all, as a sentence; null lets it in. For local mode, which answers its own machine alone.</summary>
    public Func<HttpContext, string?>? Refuses { get; init; }

    /// <summary>Maps how somebody signs in; null where everybody is.</summary>
    public Action<IEndpointRouteBuilder>? MapSignIn { get; init; }
}
