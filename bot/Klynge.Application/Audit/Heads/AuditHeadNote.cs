using System.IO.Compression;
using System.Text.Json;
using Klynge.Seal;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Audit.Heads;

/// <summary>How far the audit log had come on a day, as it is noted where whoever rewrites the log cannot reach.</summary>
/// <param name="Format">The canonical form of the hashes: <see cref="AuditHash.Format"/>.</param>
/// <param name="Number">The last row's.</param>
/// <param name="Hash">Its hash, in lower-case hex.</param>
/// <param name="NotedAt">UTC, ISO 8601.</param>
internal sealed record AuditHeadNote(string Format, long Number, string Hash, string NotedAt)
{
    /// <summary>The note in a sealed package.</summary>
    internal const string FileName = "revisionsspor.json";

    internal const string PlainExtension = ".json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static AuditHeadNote Of(AuditHead head, Instant now) => new(AuditHash.Format, head.Sequence, Convert.ToHexStringLower(head.Hash), InstantPattern.General.Format(now));

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <returns>Null for anything else.</returns>
    internal static AuditHeadNote? Read(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditHeadNote>(content, Options) is { Format: AuditHash.Format, Number: > 0, Hash.Length: 64, NotedAt: not null } note
                && note.Hash.All(char.IsAsciiHexDigitLower) ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal Task WriteAsync(Stream output, ISealer sealer, CancellationToken cancellationToken) =>
        AsicContainer.WriteAsync(output, [PackageFile.Of(FileName, Write())], sealer, cancellationToken);

    /// <returns>Null for a package without one.</returns>
    internal static async Task<AuditHeadNote?> ReadAsync(ZipArchive package, CancellationToken cancellationToken)
    {
        if (package.GetEntry(FileName) is not { Length: < 4096 } entry)
            return null;

        await using var content = await entry.OpenAsync(cancellationToken);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        return Read(buffer.ToArray());
    }
}
