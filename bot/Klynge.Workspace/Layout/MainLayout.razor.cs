using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace.Layout;

/// <summary>The whole document: the way past the navigation, the landmarks, and who is signed in.</summary>
public partial class MainLayout
{
    private static readonly (string Address, string Name)[] Links =
    [
        ("/arbejdsbord", WorkspaceTexts.Board), ("/frister", WorkspaceTexts.Deadlines), ("/soeg", WorkspaceTexts.Search),
    ];

    [Inject]
    internal IServiceProvider Services { get; set; } = null!;

    [Inject]
    internal IHttpContextAccessor Contexts { get; set; } = null!;

    private Visitor Visitor => (Visitor)Services.GetService(typeof(Visitor))!;

    private bool IsLocal => Contexts.HttpContext?.User.HasClaim(Session.IsLocal, Session.Yes) == true;

    private string? Here => Contexts.HttpContext?.Request.Path.Value;
}
