using Klynge.Application.Chat;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Documents.Pdf;
using Klynge.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.Application.Documents;

public static class DocumentServices
{
    /// <summary>Documents in a folder of the data directory, unless the host has registered another library before.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton<IDocumentLibrary>(FolderLibrary);
        services.TryAddSingleton(provider => WordTemplateSetting.Read(provider.GetService<IConfiguration>()).TryGet(out var template, out var error)
            ? template
            : throw new InvalidOperationException(error.Text));
        services.TryAddSingleton(provider => PdfProgram.Find(provider.GetService<IConfiguration>()));
        services.TryAddSingleton<PdfConverter>();
        services.TryAddSingleton<ILinkedDocuments, DisconnectedLinks>();
        services.TryAddSingleton(provider => new LinkKey(Path.Combine(provider.GetRequiredService<ApplicationSettings>().DataDirectory, "documents")));
        return services.AddSingleton<DocumentLinks>().AddSingleton<DocumentPasses>().AddSingleton<OpenDocument>().AddSingleton<IChatFeature, DocumentChat>().AddSingleton<LibraryPublisher>().AddSingleton<KeepCopy>().AddSingleton<UploadSessions>();
    }

    /// <summary>The folder in place of SharePoint.</summary>
    public static FolderDocumentLibrary FolderLibrary(IServiceProvider provider) => new(
        Path.Combine(provider.GetRequiredService<ApplicationSettings>().DataDirectory, "documents"),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<PdfConverter>());
}
