using Klynge.Application.Documents;
using NodaTime;

namespace Klynge.Application.Ports;

/// <param name="Path">Where it lies.</param>
/// <param name="Version">The library's own name for this state of it (an eTag, a hash): opaque, compared for equality only.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When this version was stored.</param>
/// <param name="WebUrl">Where a person opens it; null where only the bot can.</param>
/// <param name="IsOurs">The bot stored this version itself, and nobody has touched it since; false where the library cannot tell.</param>
public sealed record StoredDocument(
    DocumentPath Path, string Version, long Size, Instant Modified, Uri? WebUrl = null, bool IsOurs = false);
