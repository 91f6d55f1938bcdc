using Klynge.Application.Chat;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.Application.Documents;

public static class DocumentServices
{
    /// <summary>Documents in a folder of the data directory, unless the host has registered another library before.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton<IDocumentLibrary>(provider =>
            new FolderDocumentLibrary(Path.Combine(provider.GetRequiredService<ApplicationSettings>().DataDirectory, "documents"), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ILinkedDocuments, DisconnectedLinks>();
        services.TryAddSingleton(provider => new LinkKey(Path.Combine(provider.GetRequiredService<ApplicationSettings>().DataDirectory, "documents")));
        return services.AddSingleton<DocumentLinks>().AddSingleton<DocumentPasses>().AddSingleton<OpenDocument>().AddSingleton<IChatFeature, DocumentChat>().AddSingleton<DocumentShelf>().AddSingleton<UploadSessions>();
    }
}
