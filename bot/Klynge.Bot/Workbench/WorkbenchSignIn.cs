using System.Security.Claims;
using System.Text.Encodings.Web;
using Klynge.Application.Rights;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Workbench;

/// <summary>
/// Who looks at the workspace in local mode: the person who was last chosen in Prøvebænk, whose page leaves the choice in a cookie; before
/// anybody was chosen the one that Prøvebænk begins with. It proves nothing: the pages answer this machine alone, where anybody is anybody.
/// </summary>
internal sealed class WorkbenchSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IWorkbenchDirectory directory)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The chosen person's id (<c>29:…</c>), as <c>memory.js</c> writes it.</summary>
    private const string Cookie = "klynge.person";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Everything else in local mode is for whoever sits here.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<WorkspaceRight>() is null)
            return AuthenticateResult.NoResult();

        var chosen = Request.Cookies[Cookie] is { } id ? await directory.AccountOfAsync(id, Context.RequestAborted) : null;
        if ((chosen ?? FirstOf(await directory.GetAsync(Context.RequestAborted))) is not { } account)
            return AuthenticateResult.NoResult();

        var identity = new ClaimsIdentity([new(Session.ObjectId, account), new(Session.IsLocal, Session.Yes)], Session.Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Session.Scheme));
    }

    private static string? FirstOf(WorkbenchBoard board)
    {
        var first = board.Forums.SelectMany(forum => forum.Seats.OrderBy(seat => seat.Role)).FirstOrDefault();
        return board.People.FirstOrDefault(person => person.Id == first?.PersonId)?.AadObjectId;
    }
}
