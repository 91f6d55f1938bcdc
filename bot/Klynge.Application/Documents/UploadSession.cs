using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>A large upload that is half-way: after a crash it goes on from there instead of from the beginning.</summary>
public sealed class UploadSession
{
    /// <summary>Names the place and the content: another content begins an upload of its own.</summary>
    public required string Key { get; init; }

    /// <summary>The address that takes the parts, encrypted: whoever has it needs no token.</summary>
    public required string ProtectedUrl { get; set; }

    public required Instant ExpiresAt { get; set; }

    /// <summary>The bytes that the library has confirmed.</summary>
    public required long Sent { get; set; }
}
