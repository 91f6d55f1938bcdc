using System.Security.Cryptography;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>
/// Puts documents of ours into the library: under a name that is free, with the columns filled in, and with the library's own PDF beside.
/// Doing it again after a crash finds what is there already.
/// </summary>
public sealed class LibraryPublisher(IDocumentLibrary library)
{
    private const int MaxNames = 20;

    /// <summary>Takes the next name while the wanted one is another document's.</summary>
    /// <param name="wanted">Where it is to lie.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="seen">The version that may be replaced; null for none.</param>
    /// <param name="since">
    /// What the bot itself stored there since then is from an attempt that did not get on record, and is replaced. Null where another
    /// document of the bot's may have the name.
    /// </param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    /// <returns>What came of it; <see cref="StoreOutcome.NameTaken"/> when all names are.</returns>
    internal async Task<Result<StoreOutcome>> PutAsync(
        DocumentPath wanted, ReadOnlyMemory<byte> content, string? seen, Instant? since, CancellationToken cancellationToken)
    {
        for (var (path, number) = (wanted, 2); ; path = wanted.Numbered(number++))
        {
            var result = await StoreAsync(path, content, seen, since, cancellationToken);
            if (!result.IsSuccess || result.Value is not StoreOutcome.NameTaken || number > MaxNames)
                return result;
        }
    }

    /// <summary>Sets the columns of a document, and puts the library's rendering of it beside it: as it stands there now, with what people have corrected in it.</summary>
    /// <param name="document">As it was found.</param>
    /// <param name="facts">What the columns are to say.</param>
    /// <param name="since">As for <see cref="PutAsync"/>; the PDF has the document's own name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Result<ShelvedDocument>> PublishAsync(
        StoredDocument document, DocumentFacts facts, Instant since, CancellationToken cancellationToken)
    {
        var described = await library.DescribeAsync(document, facts, cancellationToken);
        if (!described.TryGet(out document!, out var error))
            return error;

        var rendered = await library.ConvertToPdfAsync(document.Path, cancellationToken);
        if (!rendered.TryGet(out var pdf, out error))
            return error;

        if (pdf.IsEmpty)
            return new ShelvedDocument(document, Pdf: null);

        var put = await PutAsync(document.Path.WithExtension(".pdf"), pdf, seen: null, since, cancellationToken);
        if (!put.TryGet(out var outcome, out error))
            return error;

        var beside = await library.DescribeAsync(outcome.Document, facts, cancellationToken);
        return beside.TryGet(out var stored, out error) ? new ShelvedDocument(document, stored) : error;
    }

    /// <summary>
    /// SharePoint writes its columns into Word documents, and no two renderings of a PDF are equal, so the content alone does not tell what
    /// is from an earlier attempt.
    /// </summary>
    private async Task<Result<StoreOutcome>> StoreAsync(
        DocumentPath path, ReadOnlyMemory<byte> content, string? seen, Instant? since, CancellationToken cancellationToken)
    {
        var result = await library.StoreAsync(path, content, seen, cancellationToken);
        return result.IsSuccess
            && result.Value is StoreOutcome.NameTaken or StoreOutcome.ChangedByOthers
            && result.Value.Document is { IsOurs: true } earlier
            && earlier.Modified >= since
            ? await library.StoreAsync(path, content, earlier.Version, cancellationToken)
            : result;
    }
}

/// <param name="Document">As it stands with its columns.</param>
/// <param name="Pdf">Beside it; null where the library renders none.</param>
public sealed record ShelvedDocument(StoredDocument Document, StoredDocument? Pdf);

/// <summary>SHA-256 in lower-case hex: names a content, on record in the minutes and as a version in a folder.</summary>
public static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of the whole, wherever the stream stands; one that cannot seek is read from where it stands.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.CanSeek)
            content.Position = 0;

        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}

/// <summary>The words of the column that says how far a document is.</summary>
internal static class DocumentStatus
{
    internal const string Draft = "Kladde";

    /// <summary>Minutes that the secretariat has approved, a protocol that the chair has confirmed.</summary>
    internal const string Approved = "Godkendt";
}
