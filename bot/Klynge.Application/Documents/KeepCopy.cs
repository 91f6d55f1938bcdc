using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Documents;

/// <summary>
/// Takes a copy of an attachment into the library, for an item of an agenda or for a case, and says what lies there. Its path is its own: the
/// name holds what tells it from every other file (<see cref="NameOf"/>), so what the bot has stored under it before is the same attachment of another attempt.
/// </summary>
public sealed class KeepCopy(IDocumentLibrary library, DocumentLinks links)
{
    private const int MaxNames = 9;
    private const int MaxExtensionLength = 20;

    /// <param name="wanted">Where it is to lie; numbered where somebody else has put another file there.</param>
    /// <param name="content">The whole file; it can seek.</param>
    /// <param name="mayUse">Puts the path on record before anything is there, so that a crash leaves no file that nobody knows; false for one that is not free.</param>
    /// <returns>The library's error; <see cref="NoFreeName"/>.</returns>
    /// <exception cref="DocumentLibraryException">The copy is there, and cannot be read just now.</exception>
    internal async Task<Result<KeptCopy>> StoreAsync(
        DocumentPath wanted, Stream content, Func<DocumentPath, Task<bool>> mayUse, CancellationToken cancellationToken)
    {
        for (var (number, path) = (2, wanted); number <= MaxNames; path = wanted.Numbered(number++))
        {
            if (!await mayUse(path))
                continue;

            var stored = await library.StoreAsync(path, content, seen: null, cancellationToken);
            if (!stored.TryGet(out var outcome, out var error))
                return error;

            if (outcome is StoreOutcome.Stored or StoreOutcome.Unchanged or StoreOutcome.NameTaken { Document.IsOurs: true })
                return await DescribeAsync(outcome.Document, cancellationToken);
        }

        return new NoFreeName(wanted.Name);
    }

    /// <summary>A file's name without its extension, and the extension: <c>Budget 2027</c> and <c>.xlsx</c>.</summary>
    internal static (string Name, string Extension) NameOf(string untrusted)
    {
        var name = SafeName.Of(untrusted);
        var extension = Path.GetExtension(name) is { Length: <= MaxExtensionLength } usual ? usual : string.Empty;
        return (name[..^extension.Length], extension);
    }

    /// <summary>The hash is of what lies there: SharePoint writes properties of its own into Word documents while it stores them.</summary>
    private async Task<Result<KeptCopy>> DescribeAsync(StoredDocument copy, CancellationToken cancellationToken)
    {
        await using var content = await library.OpenAsync(copy.Path, cancellationToken);
        return content is null
            ? new NoFreeName(copy.Path.Name)
            : new KeptCopy(copy.Path, await ContentHash.OfAsync(content, cancellationToken), links.To(copy).AbsoluteUri, copy.Size);
    }
}

/// <param name="Sha256">Lower-case hex of what lies there.</param>
/// <param name="Url">Where a person opens it.</param>
/// <param name="Size">Bytes.</param>
internal sealed record KeptCopy(DocumentPath Path, string Sha256, string Url, long Size);
