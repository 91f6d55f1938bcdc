using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Microsoft365.Documents;

internal static class SharePointServices
{
    /// <summary>The site of the stand-in, where local mode keeps its documents unless another is named.</summary>
    internal const string SimulatedSite = "klynge.sharepoint.example:/sites/sundhedsraad";

    /// <summary>Documents in SharePoint, where a site is named; otherwise they stay in the bot's own folder.</summary>
    internal static IServiceCollection AddSharePoint(this IServiceCollection services)
    {
        // The address of a half-finished upload is encrypted by them.
        return services.AddKeysInDatabase()
            .AddSingleton(provider => SharePointSettings.Read(
                provider.GetRequiredService<IConfiguration>(),
                provider.GetRequiredService<Microsoft365Settings>().Mode == Microsoft365Mode.Simulated ? SimulatedSite : null))
            .AddSingleton<SharePointPlaces>()
            .AddSingleton<UploadHttp>()
            .AddSingleton<LargeUpload>()
            .AddSingleton<Downloads>()
            .AddSingleton<SharePointLibrary>()
            .AddSingleton<SetUpLibraries>()
            .AddSingleton<ILinkedDocuments, LinkedDocuments>()
            .AddSingleton<IDocumentLibrary>(provider => provider.GetRequiredService<SharePointSettings>().Default is null
                ? DocumentServices.FolderLibrary(provider)
                : provider.GetRequiredService<SharePointLibrary>());
    }
}
