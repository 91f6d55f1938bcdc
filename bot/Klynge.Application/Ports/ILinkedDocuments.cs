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
    Task<Result<LinkedFile>> FindAsync(Uri link, CancellationToken cancellationToken);

    /// <summary>Reads the file as it is now.</summary>
    /// <param name="link">One that is covered.</param>
    /// <param name="most">Bytes that are read at most, whatever the file says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<LinkedContent>> ReadAsync(Uri link, long most, CancellationToken cancellationToken);
}

/// <param name="Name">As it is called where it lies: untrusted.</param>
/// <param name="Size">Bytes.</param>
public sealed record LinkedFile(string Name, long Size);

/// <param name="Name">As it is called where it lies: untrusted.</param>
public sealed record LinkedContent(string Name, ReadOnlyMemory<byte> Content);
