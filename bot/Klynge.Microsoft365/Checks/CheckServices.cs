using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Mails;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;

namespace Klynge.Microsoft365.Checks;

internal static class CheckServices
{
    internal static IServiceCollection AddChecks(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var graph = provider.GetRequiredService<GraphServiceClient>();
        var settings = provider.GetRequiredService<Microsoft365Settings>();
        return new TenantCheck(
            settings,
            provider.GetRequiredService<SharePointSettings>(),
            provider.GetRequiredService<MailSettings>(),
            new LibraryCheck(graph),
            new MailboxCheck(graph, provider.GetRequiredService<TimeProvider>()),
            new AddressCheck(settings, provider.GetRequiredService<UploadHttp>()));
    });
}
