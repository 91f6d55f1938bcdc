using Klynge.Workspace.Acts;
using Klynge.Workspace.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Workspace;

public static class WorkspaceServices
{
    /// <summary>Registers the pages. Who is signed in is the host's: a scheme of authentication that claims an account (<see cref="Session.ObjectId"/>).</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<ToldCookie>();
        services.AddScoped<Visitor>();
        services.AddScoped<MeetingPress>();
        services.AddScoped<MemberPages>();
        services.AddAntiforgery(options =>
        {
            // Who may frame a page is said by the content security policy alone.
            options.SuppressXFrameOptionsHeader = true;
            options.HeaderName = "X-Klynge-Antiforgery";
        });
        return services;
    }
}
