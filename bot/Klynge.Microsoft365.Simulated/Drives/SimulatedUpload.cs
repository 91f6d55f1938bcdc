using System.Buffers;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>A large upload that is under way.</summary>
/// <param name="library">Where it will lie.</param>
/// <param name="path">From the library's root.</param>
/// <param name="replaces">It may take the place of a file that is there.</param>
/// <param name="expires">When its address runs out.</param>
internal sealed class SimulatedUpload(SimulatedLibrary library, string path, bool replaces, DateTimeOffset expires)
{
    private readonly ArrayBufferWriter<byte> _content = new();

    public SimulatedLibrary Library => library;

    public string Path => path;

    public bool Replaces => replaces;

    public DateTimeOffset Expires => expires;

    /// <summary>The first byte that is missing.</summary>
    public long Next => _content.WrittenCount;

    /// <summary>Of the whole file; null before the first part has said it.</summary>
    public long? Total { get; private set; }

    public byte[] Content => _content.WrittenSpan.ToArray();

    public void Add(ReadOnlyMemory<byte> part, long total)
    {
        Total = total;
        _content.Write(part.Span);
    }
}
