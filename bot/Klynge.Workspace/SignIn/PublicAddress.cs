using Klynge.Application.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace.SignIn;

/// <summary>
/// Behind a proxy every request looks like plain http to an inner name. The workspace's requests are taken as what they are by the settings:
/// people came by the public address. What a proxy says of it in headers is not believed.
/// </summary>
public static class PublicAddress
{
    private const string Workspace = "/arbejdsbord";

    public static void UsePublicAddress(this IApplicationBuilder app, Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(publicUrl);
        var host = HostString.FromUriComponent(publicUrl);
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(Workspace, StringComparison.Ordinal) || context.GetEndpoint()?.Metadata.GetMetadata<WorkspaceRight>() is not null)
                (context.Request.Scheme, context.Request.Host) = (publicUrl.Scheme, host);

            return next(context);
        });
    }
}
