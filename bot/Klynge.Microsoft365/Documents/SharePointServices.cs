using Klynge.Application;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.Microsoft365.Documents;

internal static class SharePointServices
{
    /// <summary>The site of the stand-in, where local mode keeps its documents unless another is named.</summary>
    internal const string SimulatedSite = "klynge.sharepoint.example:/sites/sundhedsraad";

    /// <summary>Documents in SharePoint, where a site is named; otherwise they stay in the bot's own folder.</summary>
    internal static IServiceCollection AddSharePoint(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Klynge");
        services.AddOptions<KeyManagementOptions>().Configure<ApplicationSettings, ILoggerFactory>((options, settings, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")), logs));
        return services
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
