using System.Text;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// What attachments lead to: a document of our library, a file that the bot may read in SharePoint, or somewhere else. The bot reads more
/// than any person may, so whatever it reads here it reads for somebody: <see cref="AttachmentReader"/> says what that person may read.
/// </summary>
public sealed class AttachmentSources(IDocumentLibrary library, ILinkedDocuments linked, DocumentLinks links, TimeProvider time)
{
    /// <summary>Of all attachments of a case together: the evidence package holds them all.</summary>
    internal const long MaxBytes = 250_000_000;

    private const int AtATime = 5;

    /// <summary>Somebody waits for the preview.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(4);

    /// <summary>The attachments that would stay links if the case opened now, and those that it could not be sent out with. Nothing is read or copied.</summary>
    internal async Task<IReadOnlyList<LinkOnly>> InspectAsync(
        AttachmentReader reader, IReadOnlyList<CaseAttachment> attachments, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(ReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var found = new LinkOnly?[attachments.Count];
        await Parallel.ForAsync(0, attachments.Count, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (index, _) =>
            found[index] = await InspectAsync(reader, attachments[index], either.Token, cancellationToken));
        return [.. found.OfType<LinkOnly>()];
    }

    /// <summary>Copies what the link leads to now.</summary>
    /// <param name="reader">For whom it is read.</param>
    /// <param name="attachment">With the link.</param>
    /// <param name="into">Takes the file; an error may leave the beginning of one in it.</param>
    /// <param name="maxBytes">Of the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The file's name where it lies; a <see cref="LinkProblem"/> for one that stays a link; another error when nobody can tell just now, or
    /// when the reader may not read it.
    /// </returns>
    internal async Task<Result<string>> CopyAsync(
        AttachmentReader reader, CaseAttachment attachment, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        if (links.IsOurs(attachment.Url))
            return await CopyOwnAsync(reader, attachment, into, maxBytes, cancellationToken);

        if (CoveredLink(attachment.Url) is not { } link)
            return new LinkIsElsewhere();

        var copied = await linked.CopyAsync(link, reader.Folder, file => reader.CheckAsync(attachment, file), into, maxBytes, cancellationToken);
        return copied.Error switch
        {
            null => copied,
            LinkedFileTooLarge => new LinkedFileTooLarge(MaxBytes),
            LinkProblem or AttachmentNotYours or AttachmentIsClosed => reader.Conceal(copied.Error),
            { } error => new AttachmentOutOfReach(attachment.Name, error.Text),
        };
    }

    private async Task<LinkOnly?> InspectAsync(
        AttachmentReader reader, CaseAttachment attachment, CancellationToken timeout, CancellationToken cancellationToken)
    {
        if (!attachment.IsLinkOnly)
            return null;

        if (links.IsOurs(attachment.Url))
            return await InspectOwnAsync(reader, attachment, timeout, cancellationToken);

        if (CoveredLink(attachment.Url) is not { } link)
            return LinkOnly.Of(attachment, new LinkIsElsewhere());

        try
        {
            var found = await linked.FindAsync(link, reader.Folder, file => reader.CheckAsync(attachment, file), timeout);
            return found.Error switch
            {
                AttachmentNotYours or AttachmentIsClosed => LinkOnly.Refused(attachment, found.Error),
                { } error => Explain(attachment, reader.Conceal(error)),
                null when found.Value.Size > MaxBytes => LinkOnly.Of(attachment, new LinkedFileTooLarge(MaxBytes)),
                null => null,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LinkOnly(attachment.Name, Texts.NotKnownYet, Token: null);
        }
    }

    /// <summary>Refused in the words in which sending it out would be.</summary>
    private async Task<LinkOnly?> InspectOwnAsync(
        AttachmentReader reader, CaseAttachment attachment, CancellationToken timeout, CancellationToken cancellationToken)
    {
        var path = links.PathOf(attachment.Url);
        if ((path is null ? new AttachmentNotYours(attachment.Name) : await reader.CheckAsync(attachment, path)) is { } refusal)
            return LinkOnly.Refused(attachment, refusal);

        try
        {
            return await library.FindAsync(path!, timeout) is null ? LinkOnly.Refused(attachment, new AttachmentNotReadable(attachment.Name)) : null;
        }
        catch (Exception exception) when (exception is DocumentLibraryException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new LinkOnly(attachment.Name, Texts.NotKnownYet, Token: null);
        }
    }

    private static LinkOnly Explain(CaseAttachment attachment, Error error) =>
        error is LinkProblem ? LinkOnly.Of(attachment, error) : new LinkOnly(attachment.Name, Texts.NotKnownYet, Token: null);

    private Uri? CoveredLink(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var link) && linked.Covers(link) ? link : null;

    private async Task<Result<string>> CopyOwnAsync(
        AttachmentReader reader, CaseAttachment attachment, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        if (links.PathOf(attachment.Url) is not { } path)
            return new AttachmentNotYours(attachment.Name);

        if (await reader.CheckAsync(attachment, path) is { } refusal)
            return refusal;

        try
        {
            await using var stream = await library.OpenAsync(path, cancellationToken);
            if (stream is null)
                return new AttachmentNotReadable(attachment.Name);

            return await LimitedCopy.TryCopyAsync(stream, into, maxBytes, cancellationToken) ? path.Name : new LinkedFileTooLarge(MaxBytes);
        }
        catch (DocumentLibraryException exception)
        {
            return new AttachmentOutOfReach(attachment.Name, exception.Reason.Text);
        }
    }
}

/// <summary>An attachment that would stay a link when the case opens, or stand in its way, and why.</summary>
/// <param name="Name">As the ballot lists it.</param>
/// <param name="Why">The sentence for the secretariat, with what to do about it.</param>
/// <param name="Token">
/// Comes back with the button when somebody has read that it stays a link; null where there was nothing to try. It names the link, so that
/// another link in its place is asked about again.
/// </param>
/// <param name="Source">Where it lies, when the secretariat can say yes to fetching it from there; null when nobody can.</param>
public sealed record LinkOnly(string Name, string Why, string? Token, string? Source = null)
{
    private const int TokenLength = 8;

    /// <summary>The case cannot be sent out with it at all: whoever asks may not read it, or it is not there.</summary>
    public bool IsRefused { get; init; }

    internal static LinkOnly Refused(CaseAttachment attachment, Error why) => new(attachment.Name, why.Text, Token: null) { IsRefused = true };

    internal static LinkOnly Of(CaseAttachment attachment, Error why) =>
        new(attachment.Name, why.Text, why is LinkProblem and not LinkIsElsewhere ? TokenOf(attachment.Url!) : null, (why as LinkFromElsewhere)?.Source);

    /// <summary>What a button carries; null for nothing.</summary>
    internal static string? Tokens(IEnumerable<LinkOnly> links)
    {
        var tokens = links.Select(link => link.Token).Where(token => token is not null).Distinct(StringComparer.Ordinal).ToList();
        return tokens.Count == 0 ? null : string.Join(',', tokens);
    }

    /// <summary>Whether somebody has been told of it.</summary>
    internal bool IsAccepted(string? tokens) => Token is null || tokens?.Split(',').Contains(Token, StringComparer.Ordinal) == true;

    internal static string TokenOf(string url) => ContentHash.Of(Encoding.UTF8.GetBytes(url))[..TokenLength];
}

/// <summary>A stored document of a case as a card offers it.</summary>
/// <param name="Title">Of the button.</param>
public sealed record CaseLink(string Title, Uri Url);
