using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workbench;

public sealed class FolderDocumentsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-documents-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task List_OfAStoredDocument_OpensItAsADownload()
    {
        Store("Chefforum/2027/Referat af møde.docx", "indhold");
        await using var host = await StartAsync();

        var document = Assert.Single((await host.Client.GetFromJsonAsync<JsonArray>("/workbench/api/documents", Token))!)!;
        var answer = await host.Client.GetAsync(new Uri((string)document["link"]!, UriKind.Relative), Token);

        Assert.Equal("Referat af møde.docx", (string?)document["name"]);
        Assert.Equal("Chefforum/2027", (string?)document["folder"]);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("indhold", await answer.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("Chefforum/../../secret.txt")]
    [InlineData("/etc/hostname")]
    public async Task Open_OutsideTheLibrary_IsNotFound(string id)
    {
        Store("library/Chefforum/a.docx", "a");
        Store("secret.txt", "hemmeligt");
        await using var host = await StartAsync("library");

        var answer = await host.Client.GetAsync(new Uri("/workbench/document?id=" + Uri.EscapeDataString(id), UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task List_BeforeAnythingIsStored_IsEmpty()
    {
        await using var host = await StartAsync("not-yet");

        Assert.Empty((await host.Client.GetFromJsonAsync<JsonArray>("/workbench/api/documents", Token))!);
    }

    private Task<WorkbenchHost> StartAsync(string below = "") => WorkbenchHost.StartAsync(configure: services =>
        services.AddSingleton<IWorkbenchDocuments>(new FolderDocuments(Path.Combine(_folder.FullName, below))));

    private void Store(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
