using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Documents;

namespace Klynge.Microsoft365.Documents;

/// <param name="DriveId">The library.</param>
/// <param name="Path">Where it is to lie.</param>
/// <param name="Content">The whole file.</param>
/// <param name="Seen">The tag that may be replaced; null when nothing may be there.</param>
internal sealed record LargeFile(string DriveId, DocumentPath Path, ReadOnlyMemory<byte> Content, string? Seen)
{
    /// <summary>Names the upload: the same file to the same place goes on, everything else begins anew.</summary>
    internal string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{DriveId}\n{Path}\n{Seen}\n{ContentHash.Of(Content.Span)}")));
}
