using System.Text;
using Klynge.Teams.Connector;

namespace Klynge.Application.Tests.Agendas;

/// <summary>OneDrive in the tests: what each address leads to.</summary>
internal sealed class FakeDownloads : IFileDownloads
{
    private readonly Dictionary<string, FileDownload> _files = new(StringComparer.Ordinal);

    internal List<string> Asked { get; } = [];

    /// <returns>The address.</returns>
    internal string Put(string name, string content) => Put(name, new FileDownload.Fetched(Encoding.UTF8.GetBytes(content)));

    internal string Put(string name, FileDownload outcome)
    {
        var url = $"https://fjordlandet-my.sharepoint.com/{Uri.EscapeDataString(name)}?tempauth=hemmelig";
        _files[url] = outcome;
        return url;
    }

    public Task<FileDownload> FetchAsync(string url, int most, CancellationToken cancellationToken)
    {
        Asked.Add(url);
        return Task.FromResult(_files.GetValueOrDefault(url, new FileDownload.Gone()));
    }
}
