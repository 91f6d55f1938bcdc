using System.Security.Claims;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Workspace.Pages;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Workspace;

/// <summary>Whoever looks at a page, for as long as it is drawn.</summary>
internal sealed class Visitor(PageVisits visits, IHttpContextAccessor contexts)
{
    private ChatTurn? _turn;

    /// <exception cref="InvalidOperationException">Nobody was let in: the endpoint is mapped past the filter.</exception>
    internal ChatTurn Turn => _turn ?? throw new InvalidOperationException("A page was drawn for nobody.");

    internal string? Name => _turn?.PersonName;

    private HttpContext Context => contexts.HttpContext!;

    /// <summary>Before every page: who is signed in is on a board's list, or sees none.</summary>
    internal static async ValueTask<object?> EnterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        visitor._turn = await visitor.FindAsync(http.User, http.RequestAborted);
        return visitor._turn is null ? await visitor.RefuseAsync(new UnknownPerson()) : await next(context);
    }

    internal async Task<IResult> ShowAsync<TPage, TView>(Task<Result<TView>> reading)
        where TPage : IComponent
        where TView : notnull =>
        (await reading).TryGet(out var view, out var error)
            ? new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view })
            : await RefuseAsync(error);

    internal async Task<IResult> SendOnAsync(Task<Result<Uri>> reading) =>
        (await reading).TryGet(out var address, out var error) ? Results.Redirect(address.AbsoluteUri) : await RefuseAsync(error);

    private Task<ChatTurn?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        visits.FindAsync(user.FindFirstValue(Session.ObjectId), cancellationToken);

    /// <summary>What there is not, and what is not for the reader, are answered alike.</summary>
    private async Task<IResult> RefuseAsync(Error refusal)
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<PageRight>() is { } page)
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
