using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A SharePoint whose files and moods a test decides.</summary>
internal sealed class ScriptedLinks : ILinkedDocuments
{
    internal const string Site = "https://fjordlandet.sharepoint.com/sites/sundhedsraad/Dokumenter/";

    /// <summary>What each link leads to; a link that is not named is not readable.</summary>
    internal Dictionary<string, Result<LinkedContent>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Nobody answers in time when somebody looks.</summary>
    internal bool IsSlow { get; set; }

    internal List<Uri> Asked { get; } = [];

    /// <returns>The link.</returns>
    internal string Put(string name, string content)
    {
        var link = $"{Site}{Uri.EscapeDataString(name)}?web=1";
        Files[link] = new LinkedContent(name, System.Text.Encoding.UTF8.GetBytes(content));
        return link;
    }

    public bool Covers(Uri link) => link.Host == "fjordlandet.sharepoint.com";

    public Task<Result<LinkedFile>> FindAsync(Uri link, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(link);
        }

        if (IsSlow)
        {
            throw new OperationCanceledException();
        }

        var read = Read(link);
        return Task.FromResult<Result<LinkedFile>>(read.TryGet(out var file, out var error) ? new LinkedFile(file.Name, file.Content.Length) : error);
    }

    public Task<Result<LinkedContent>> ReadAsync(Uri link, long most, CancellationToken cancellationToken) => Task.FromResult(Read(link));

    private Result<LinkedContent> Read(Uri link) =>
        Files.TryGetValue(link.AbsoluteUri, out var file) ? file : new LinkNotReadable();
}
