using Klynge.Application.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

/// <summary>
/// Files that people have linked to and that the bot may read: those of SharePoint and OneDrive on the sites that it has been let into.
/// </summary>
/// <remarks>
/// A link that does not lead to a file that can be read is a <see cref="Documents.LinkProblem"/>; an outage is another error, and worth
/// another try.
/// </remarks>
public interface ILinkedDocuments
{
    /// <summary>Whether a link leads to a place where files can be read at all. Nobody is ever asked about another link.</summary>
    bool Covers(Uri link);

    /// <summary>What a link leads to, without reading it.</summary>
    /// <param name="link">One that is covered.</param>
    /// <param name="forum">Whose library is its home: the forum's folder name.</param>
    /// <param name="check">
    /// Says why the file may not be read for whoever asked; null when it may. Where the link itself says where it leads, it is asked before
    /// anybody looks, so that a refusal does not tell whether there is such a file.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<LinkedFile>> FindAsync(Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken);

    /// <summary>Copies the file as it is now. The link is resolved once: what is checked is what is read.</summary>
    /// <param name="link">One that is covered.</param>
    /// <param name="forum">Whose library is its home: the forum's folder name.</param>
    /// <param name="check">As for <see cref="FindAsync"/>. Nothing is read before.</param>
    /// <param name="into">Takes the file; an error may leave the beginning of one in it.</param>
    /// <param name="maxBytes">Bytes that are read at most, whatever the file says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's name where it lies: untrusted.</returns>
    Task<Result<string>> CopyAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, Stream into, long maxBytes, CancellationToken cancellationToken);
}

/// <param name="Name">As it is called where it lies: untrusted.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Source">Where it lies, in words for people: <c>»Personalesager« på eksempel.sharepoint.com/sites/hr</c>.</param>
/// <param name="Path">Its path within the forum's own library, as <see cref="Documents.DocumentPath"/> writes it; null when it lies elsewhere.</param>
public sealed record LinkedFile(string Name, long Size, string Source, string? Path);

/// <summary>Stands in where there is no SharePoint: links stay links.</summary>
public sealed class DisconnectedLinks : ILinkedDocuments
{
    public bool Covers(Uri link) => false;

    public Task<Result<LinkedFile>> FindAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken) =>
        Task.FromResult<Result<LinkedFile>>(new LinkIsElsewhere());

    public Task<Result<string>> CopyAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, Stream into, long maxBytes, CancellationToken cancellationToken) =>
        Task.FromResult<Result<string>>(new LinkIsElsewhere());
}
