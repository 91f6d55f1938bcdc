using System.Net;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Rights;

/// <summary>Pages that take a name or a secret: what is another's, closed or made up is answered as what is not there at all.</summary>
public sealed class ForeignPageTests
{
    private static readonly DocumentPath Open = DocumentPath.Of("Chefforum", 2026, "Referat");
    private static readonly DocumentPath Closed = DocumentPath.Of("Driftsforum", 2026, "Beslutningsprotokol").AsClosed();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_WithANameOrASecretThatIsNotItsOwn_IsAnsweredAsOneThatIsNotThere()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var library = host.Services.GetRequiredService<IDocumentLibrary>();
        var links = host.Services.GetRequiredService<DocumentLinks>();
        foreach (var path in new[] { Open, Closed })
            await library.StoreAsync(path, "HEMMELIGT"u8.ToArray(), seen: null, Ct);
        var (seal, nowhere) = (links.To(Open).Query, await GetAsync(host, "/documents/Chefforum/2026/Findes ikke.docx"));

        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, links.To(Open).PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, links.To(Closed).PathAndQuery)).Status);
        foreach (var address in new[]
        {
            $"/documents/{Open}", $"/documents/{Closed}", $"/documents/{Closed}{seal}", $"/documents/{Open}?seal=", $"/documents/{Open}?seal={Guid.NewGuid():N}",
            $"/documents/Driftsforum/2026/Beslutningsprotokol.docx{seal}", $"/documents/Chefforum/2026/..%2F..%2Fklynge.db{seal}",
        })
        {
            Assert.Equal(nowhere, await GetAsync(host, address));
        }

        Assert.Equal(
            await GetAsync(host, $"/kalender/{Guid.NewGuid():N}.ics"), await GetAsync(host, $"/kalender/{Guid.NewGuid():N}{Guid.NewGuid():N}.ics"));
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(RunningHost host, string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
