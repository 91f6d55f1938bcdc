using System.Security.Claims;
using System.Text.Json;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Klynge.Workspace.Pages;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Workspace;

/// <summary>Whoever looks at a page, for as long as it is drawn.</summary>
internal sealed class Visitor(PageVisits visits, ToldCookie told, IHttpContextAccessor contexts)
{
    private ChatTurn? _turn;
    private Told? _told;

    /// <exception cref="InvalidOperationException">Nobody was let in: the endpoint is mapped past the filter.</exception>
    internal ChatTurn Turn => _turn ?? throw new InvalidOperationException("A page was drawn for nobody.");

    internal string? Name => _turn?.PersonName;

    /// <summary>What the act before this page has done; null where there was none.</summary>
    internal Told? Told => _told;

    private HttpContext Context => contexts.HttpContext!;

    /// <summary>What a form posted, in the shape in which a card's fields come: there is one reader of each.</summary>
    internal async Task<ActionData> FieldsAsync()
    {
        var form = await Context.Request.ReadFormAsync(Context.RequestAborted);
        return new ActionData(JsonSerializer.SerializeToElement(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)));
    }

    /// <summary>Before every page: who is signed in is on a board's list, or sees none.</summary>
    internal static async ValueTask<object?> EnterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        visitor._turn = await visitor.FindAsync(http.User, http.RequestAborted);
        if (visitor._turn is null)
            return await visitor.RefuseAsync(new UnknownPerson());

        if (HttpMethods.IsGet(http.Request.Method))
            visitor._told = visitor.Take();

        return await next(context);
    }

    internal async Task<IResult> ShowAsync<TPage, TView>(Task<Result<TView>> reading)
        where TPage : IComponent
        where TView : notnull =>
        (await reading).TryGet(out var view, out var error)
            ? new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view })
            : await RefuseAsync(error);

    /// <summary>
    /// Does what a form asks for. Who may not, and what there is not, is answered as on a page; any other refusal draws the page again with its
    /// sentence and what was typed (<paramref name="again"/>, by <see cref="Again"/>); what was done is told on the page that comes next.
    /// </summary>
    /// <example><c>ActAsync(EnterAsync(PageActs.Finish, forum), visit => finish.HandleAsync(…), (visit, _) => new Told("/frister", "…"), (visit, error) => …)</c></example>
    internal async Task<IResult> ActAsync<T>(Task<Result<Visit>> entering, Func<Visit, Task<Result<T>>> act, Func<Visit, T, Told> done, Func<Visit, Error, Task<IResult>> again)
        where T : notnull
    {
        if (!(await entering).TryGet(out var visit, out var refusal))
            return await RefuseAsync(refusal);

        return (await act(visit)).TryGet(out var result, out var error) ? Tell(done(visit, result)) : await again(visit, error);
    }

    /// <inheritdoc cref="PageVisits.EnterAsync(ChatTurn, PageAct, ForumId, CancellationToken)"/>
    internal Task<Result<Visit>> EnterAsync(PageAct act, ForumId forum) => visits.EnterAsync(Turn, act, forum, Context.RequestAborted);

    /// <inheritdoc cref="PageVisits.EnterAsync(ChatTurn, PageAct, string, CancellationToken)"/>
    internal Task<Result<Visit>> EnterAsync(PageAct act, string key) => visits.EnterAsync(Turn, act, key, Context.RequestAborted);

    /// <inheritdoc cref="PageVisits.EnterAsync(ChatTurn, PageAct, MeetingId, CancellationToken)"/>
    internal Task<Result<Visit>> EnterAsync(PageAct act, MeetingId meeting) => visits.EnterAsync(Turn, act, meeting, Context.RequestAborted);

    /// <inheritdoc cref="PageVisits.EnterAsync(ChatTurn, PageAct, WrittenProcedureId, CancellationToken)"/>
    internal Task<Result<Visit>> EnterAsync(PageAct act, WrittenProcedureId procedure) => visits.EnterAsync(Turn, act, procedure, Context.RequestAborted);

    /// <summary>A page that answers what was asked for.</summary>
    internal static IResult Show<TPage, TView>(TView view)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });

    /// <summary>A page drawn again, since what it asked for was refused.</summary>
    internal static IResult Again<TPage, TView>(TView view)
        where TPage : IComponent => new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };

    /// <summary>Back to a page, with a sentence that is shown there once: a reload posts nothing again.</summary>
    internal IResult Tell(Told sentence)
    {
        told.Keep(Context, Turn.PersonId, sentence);
        return new SeeOther(sentence.Address);
    }

    internal async Task<IResult> SendOnAsync(Task<Result<Uri>> reading) =>
        (await reading).TryGet(out var address, out var error) ? Results.Redirect(address.AbsoluteUri) : await RefuseAsync(error);

    /// <summary>A file that the browser saves.</summary>
    internal async Task<IResult> HandOutAsync(Task<Result<AgendaDocument>> reading) =>
        (await reading).TryGet(out var document, out var error)
            ? Results.File(document.Word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", document.Name)
            : await RefuseAsync(error);

    private Told? Take() => told.Take(Context, Turn.PersonId);

    private Task<ChatTurn?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        visits.FindAsync(user.FindFirstValue(Session.ObjectId), cancellationToken);

    /// <summary>What there is not, and what is not for the reader, are answered alike.</summary>
    internal async Task<IResult> RefuseAsync(Error refusal)
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<WorkspaceRight>() is { } page)
            await visits.RefuseAsync(page, _turn, refusal, Context.RequestAborted);

        return new RazorComponentResult<NotHere>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Sentence"] = _turn is null ? WorkspaceTexts.NotOnTheList : WorkspaceTexts.NotHere,
        })
        {
            StatusCode = StatusCodes.Status404NotFound,
        };
    }
}
