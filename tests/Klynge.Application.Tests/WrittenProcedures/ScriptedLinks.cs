using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A SharePoint whose files and moods a test decides.</summary>
internal sealed class ScriptedLinks : ILinkedDocuments
{
    internal const string Site = "https://fjordlandet.sharepoint.com/sites/sundhedsraad/Dokumenter/";

    /// <summary>What each link leads to; a link that is not named is not readable.</summary>
    internal Dictionary<string, Result<ScriptedFile>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Nobody answers in time when somebody looks.</summary>
    internal bool IsSlow { get; set; }

    internal List<Uri> Asked { get; } = [];

    /// <returns>The link.</returns>
    internal string Put(string name, string content)
    {
        var link = $"{Site}{Uri.EscapeDataString(name)}?web=1";
        Files[link] = new ScriptedFile(name, System.Text.Encoding.UTF8.GetBytes(content));
        return link;
    }

    public bool Covers(Uri link) => link.Host == "fjordlandet.sharepoint.com";

    /// <summary>Where each link leads within the forum's library; a link that is not named lies in Chefforum's folder, where people have put it.</summary>
    internal Dictionary<string, string?> Places { get; } = new(StringComparer.Ordinal);

    public async Task<Result<LinkedFile>> FindAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(link);

        if (IsSlow)
            throw new OperationCanceledException();

        if (!Read(link).TryGet(out var content, out var error))
            return error;

        var file = FileOf(link, content);
        return await check(file) is { } refusal ? refusal : file;
    }

    public async Task<Result<string>> CopyAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        if (!Read(link).TryGet(out var file, out var error))
            return error;

        if (await check(FileOf(link, file)) is { } refusal)
            return refusal;

        await into.WriteAsync(file.Content, cancellationToken);
        return file.Name;
    }

    private LinkedFile FileOf(Uri link, ScriptedFile content) =>
        new(content.Name, content.Content.Length, "»Personalesager« på fjordlandet.sharepoint.com", Places.GetValueOrDefault(link.AbsoluteUri, $"Chefforum/{content.Name}"));

    private Result<ScriptedFile> Read(Uri link) =>
        Files.TryGetValue(link.AbsoluteUri, out var file) ? file : new LinkNotReadable();
}

internal sealed record ScriptedFile(string Name, byte[] Content);
