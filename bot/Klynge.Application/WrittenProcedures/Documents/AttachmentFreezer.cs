using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Takes a copy of each attachment that can be read, and its hash, before a case is sent out: what the voters were shown is still there when
/// somebody has written a new version. What stays a link is named before, on the ballot and in the protocol.
/// </summary>
public sealed class AttachmentFreezer(AttachmentSources sources, KeepCopy keep, NoteOpenCopy note, IClock clock)
{
    internal IClock Clock => clock;

    /// <param name="reader">For whom they are read.</param>
    /// <param name="target">Whose folder takes the copies; that of closed documents for a closed case.</param>
    /// <param name="attachments">Those of the case.</param>
    /// <param name="accepted">The tokens of the links that somebody has been told stay links.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The same attachments in the same order, frozen where they can be; <see cref="LinksNotFrozen"/> when one stays a link of which nobody
    /// has been told; another error when one cannot be read or copied just now.
    /// </returns>
    internal async Task<Result<IReadOnlyList<CaseAttachment>>> FreezeAsync(
        AttachmentReader reader, AttachmentTarget target, IReadOnlyList<CaseAttachment> attachments, string? accepted, CancellationToken cancellationToken)
    {
        var frozen = new List<CaseAttachment>(attachments.Count);
        var left = new List<LinkOnly>();
        var room = AttachmentSources.MaxBytes;
        foreach (var attachment in attachments)
        {
            var taken = attachment.IsLinkOnly ? await CopyAsync(reader, target, attachment, room, cancellationToken) : new Taken(attachment, 0);
            if (taken.TryGet(out var copy, out var error))
            {
                frozen.Add(copy.Attachment);
                room -= copy.Size;
            }
            else if (error is LinkProblem)
            {
                frozen.Add(attachment);
                left.Add(LinkOnly.Of(attachment, error));
            }
            else
            {
                return error;
            }
        }

        return left.TrueForAll(link => link.IsAccepted(accepted)) ? frozen : new LinksNotFrozen(left);
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
                ? copy with { Name = attachment.Name }
                : attachment)],
        };
    }

    private async Task<Result<Taken>> CopyAsync(
        AttachmentReader reader, AttachmentTarget target, CaseAttachment attachment, long room, CancellationToken cancellationToken)
    {
        await using var content = ScratchFile.Create();
        var fetched = await sources.CopyAsync(reader, attachment, content, room, cancellationToken);
        if (!fetched.TryGet(out var name, out var error))
            return error;

        var copied = await CopyAsync(target, attachment, name, content, cancellationToken);
        return copied.TryGet(out var copy, out error) ? new Taken(copy, content.Length) : error;
    }

    private async Task<Result<CaseAttachment>> CopyAsync(
        AttachmentTarget target, CaseAttachment attachment, string sourceName, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            // On record before it is there: a crash in between must leave no file among the open ones that nobody knows.
            var kept = await keep.StoreAsync(
                PathOf(target, sourceName, await ContentHash.OfAsync(content, cancellationToken)),
                content,
                async path => target.IsClosed || target.Procedure is not { } procedure || await note.HandleAsync(procedure, path, cancellationToken),
                cancellationToken);
            return kept.TryGet(out var copy, out var error)
                ? attachment with { Path = copy.Path.ToString(), Sha256 = copy.Sha256, CopyUrl = copy.Url }
                : new AttachmentNotCopied(attachment.Name, error is NoFreeName ? string.Empty : error.Text);
        }
        catch (DocumentLibraryException exception)
        {
            return new AttachmentOutOfReach(attachment.Name, exception.Reason.Text);
        }
    }

    /// <summary>The name of a closed case's attachment says as little as its folder: even »Opsigelse« would be too much.</summary>
    private DocumentPath PathOf(AttachmentTarget target, string sourceName, string hash)
    {
        var (name, extension) = KeepCopy.NameOf(sourceName);
        var year = DanishTime.Today(clock).Year;
        return target.IsClosed
            ? DocumentPath.Of(target.Forum, year, Texts.ClosedFrozenName(hash), extension).AsClosed()
            : DocumentPath.Of(target.Forum, year, Texts.FrozenName(name, hash), extension);
    }

    /// <param name="Attachment">Frozen, where there was something to freeze.</param>
    /// <param name="Size">Bytes of it.</param>
    private sealed record Taken(CaseAttachment Attachment, long Size);
}
