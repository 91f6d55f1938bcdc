using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What attachments lead to: a document of our library, a file that the bot may read in SharePoint, or somewhere else.</summary>
public sealed class AttachmentSources(IDocumentLibrary library, ILinkedDocuments linked, ApplicationSettings settings, TimeProvider time)
{
    /// <summary>Of all attachments of a case together: the evidence package holds them all.</summary>
    internal const long MostBytes = 250_000_000;

    private const int AtATime = 5;

    /// <summary>Somebody waits for the preview.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The attachments that would stay links if the case opened now. Nothing is read or copied.</summary>
    internal async Task<IReadOnlyList<LinkOnly>> InspectAsync(IReadOnlyList<CaseAttachment> attachments, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var found = new LinkOnly?[attachments.Count];
        await Parallel.ForAsync(0, attachments.Count, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (index, _) =>
            found[index] = await InspectAsync(attachments[index], either.Token, cancellationToken));
        return [.. found.OfType<LinkOnly>()];
    }

    /// <returns>
    /// What the link leads to now; a <see cref="LinkProblem"/> for one that stays a link; another error when nobody can tell just now.
    /// </returns>
    internal async Task<Result<LinkedContent>> ReadAsync(CaseAttachment attachment, long most, CancellationToken cancellationToken)
    {
        if (PathOf(attachment.Url) is { } path)
        {
            return await ReadOwnAsync(attachment, path, most, cancellationToken);
        }

        if (CoveredLink(attachment.Url) is not { } link)
        {
            return new LinkIsElsewhere();
        }

        var read = await linked.ReadAsync(link, most, cancellationToken);
        return read.Error switch
        {
            null => read,
            LinkedFileTooLarge => new LinkedFileTooLarge(MostBytes),
            LinkProblem problem => problem,
            { } error => new AttachmentOutOfReach(attachment.Name, error.Text),
        };
    }

    private async Task<LinkOnly?> InspectAsync(CaseAttachment attachment, CancellationToken patience, CancellationToken cancellationToken)
    {
        if (attachment is not { IsLinkOnly: true } || PathOf(attachment.Url) is not null)
        {
            return null;
        }

        if (CoveredLink(attachment.Url) is not { } link)
        {
            return LinkOnly.Of(attachment, new LinkIsElsewhere());
        }

        try
        {
            var found = await linked.FindAsync(link, patience);
            return !found.TryGet(out var file, out var error) ? Explain(attachment, error)
                : file.Size > MostBytes ? LinkOnly.Of(attachment, new LinkedFileTooLarge(MostBytes))
                : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LinkOnly(attachment.Name, Texts.NotKnownYet, Token: null);
        }
    }

    private static LinkOnly Explain(CaseAttachment attachment, Error error) =>
        error is LinkProblem ? LinkOnly.Of(attachment, error) : new LinkOnly(attachment.Name, Texts.NotKnownYet, Token: null);

    /// <summary>The document that a link of ours leads to; null for a link to anywhere else.</summary>
    private DocumentPath? PathOf(string? url)
    {
        var root = $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/{DocumentLinks.PagePath}/";
        return url?.StartsWith(root, StringComparison.OrdinalIgnoreCase) == true
            ? DocumentPath.Parse(Uri.UnescapeDataString(url[root.Length..]))
            : null;
    }

    private Uri? CoveredLink(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var link) && linked.Covers(link) ? link : null;

    private async Task<Result<LinkedContent>> ReadOwnAsync(
        CaseAttachment attachment, DocumentPath path, long most, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await library.OpenAsync(path, cancellationToken);
            if (stream is null)
            {
                return new AttachmentNotReadable(attachment.Name);
            }

            return await LimitedRead.AllAsync(stream, most, cancellationToken) is { } content
                ? new LinkedContent(path.Name, content)
                : new LinkedFileTooLarge(MostBytes);
        }
        catch (DocumentLibraryException exception)
        {
            return new AttachmentOutOfReach(attachment.Name, exception.Reason.Text);
        }
    }
}
