namespace Klynge.Seal;

/// <summary>Seals: signs with a certificate that says who, and has an authority say when.</summary>
public interface ISealer
{
    /// <returns>A detached CAdES signature over the bytes, in DER, with the certificate and, where they are known, those above it.</returns>
    /// <exception cref="SealUnavailableException">The key is away; worth another try.</exception>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <returns>An RFC 3161 token over the bytes, in DER, with the authority's certificate.</returns>
    /// <exception cref="SealUnavailableException">The authority is away; worth another try.</exception>
    Task<byte[]> TimestampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

/// <summary>The key or the timestamp authority is away or refuses; nothing is sealed, and another try may go well.</summary>
/// <param name="message">What is away, in English for the log; no address and no secret.</param>
/// <param name="inner">What came.</param>
public sealed class SealUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
