using System.Text;
using Klynge.Teams.Connector;

namespace Klynge.Application.Tests.Agendas;

/// <summary>OneDrive in the tests: what each address leads to.</summary>
internal sealed class FakeDownloads : IFileDownloads
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDownload> _outcomes = new(StringComparer.Ordinal);

    internal List<string> Asked { get; } = [];

    /// <returns>The address.</returns>
    internal string Put(string name, string content)
    {
        var url = Put(name, new FileDownload.Fetched());
        _contents[url] = Encoding.UTF8.GetBytes(content);
        return url;
    }

    internal string Put(string name, FileDownload outcome)
    {
        var url = $"https://fjordlandet-my.sharepoint.com/{Uri.EscapeDataString(name)}?tempauth=hemmelig";
        _outcomes[url] = outcome;
        return url;
    }

    public async Task<FileDownload> FetchAsync(string url, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        Asked.Add(url);
        await into.WriteAsync(_contents.GetValueOrDefault(url, []), cancellationToken);
        return _outcomes.GetValueOrDefault(url, new FileDownload.Gone());
    }
}
