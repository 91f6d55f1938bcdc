using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// Takes a copy of each attachment that lies in our document library, and its hash, before a case is sent out: what the voters were shown is
/// still there when somebody has written a new version. A link to somewhere else stays a link, and the protocol says so.
/// </summary>
public sealed class AttachmentFreezer(IDocumentLibrary library, ApplicationSettings settings, IClock clock)
{
    private const int MostNames = 9;

    internal IClock Clock => clock;

    /// <returns>The same attachments in the same order, those of the library frozen; an error when one of them cannot be read or copied.</returns>
    internal async Task<Result<IReadOnlyList<CaseAttachment>>> FreezeAsync(
        string forum, IReadOnlyList<CaseAttachment> attachments, CancellationToken cancellationToken)
    {
        var frozen = new List<CaseAttachment>(attachments.Count);
        foreach (var attachment in attachments)
        {
            if (attachment.IsFrozen || PathOf(attachment.Url) is not { } source)
            {
                frozen.Add(attachment);
                continue;
            }

            if (await CopyAsync(forum, attachment, source, cancellationToken) is not { } copy)
            {
                return new AttachmentNotReadable(attachment.Name);
            }

            frozen.Add(copy);
        }

        return frozen;
    }

    /// <summary>The text with the copies that were taken; one that was changed meanwhile keeps what it says now.</summary>
    internal static CaseText Apply(CaseText text, IReadOnlyList<CaseAttachment> frozen)
    {
        var copies = frozen.Where(attachment => attachment.IsFrozen)
            .DistinctBy(attachment => attachment.Url, StringComparer.Ordinal)
            .ToDictionary(attachment => attachment.Url!, StringComparer.Ordinal);
        return text with
        {
            Attachments = [.. text.Attachments.Select(attachment => attachment.Url is { } url && copies.TryGetValue(url, out var copy)
                ? attachment with { Path = copy.Path, Sha256 = copy.Sha256 }
                : attachment)],
        };
    }

    /// <summary>The document that a link of ours leads to; null for a link to anywhere else.</summary>
    private DocumentPath? PathOf(string? url)
    {
        var root = $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/{DocumentLinks.PagePath}/";
        return url?.StartsWith(root, StringComparison.OrdinalIgnoreCase) == true
            ? DocumentPath.Parse(Uri.UnescapeDataString(url[root.Length..]))
            : null;
    }

    private async Task<CaseAttachment?> CopyAsync(
        string forum, CaseAttachment attachment, DocumentPath source, CancellationToken cancellationToken)
    {
        await using var stream = await library.OpenAsync(source, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        var bytes = content.ToArray();
        var hash = ContentHash.Of(bytes);
        var wanted = DocumentPath.Of(
            forum, DanishTime.Today(clock).Year, Texts.FrozenName(Path.GetFileNameWithoutExtension(source.Name), hash), Path.GetExtension(source.Name));
        for (var (number, path) = (2, wanted); number <= MostNames; path = wanted.Numbered(number++))
        {
            var outcome = await library.StoreAsync(path, bytes, seen: null, cancellationToken);
            if (outcome.Error is not null)
            {
                return null;
            }

            if (outcome.Value is StoreOutcome.Stored or StoreOutcome.Unchanged)
            {
                return attachment with { Path = path.ToString(), Sha256 = hash };
            }
        }

        return null;
    }
}
