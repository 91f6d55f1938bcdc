using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal;

namespace Klynge.Application.Audit.Heads;

/// <summary>Notes of the log's head that were found in a folder.</summary>
/// <param name="Hashes">Each of them must be the hash of a row.</param>
/// <param name="Sealed">How many have a seal that is proved.</param>
/// <param name="Faults">Notes that cannot be read or were changed, a Danish sentence each.</param>
public sealed record AuditHeads(IReadOnlyDictionary<string, long> Hashes, int Sealed, IReadOnlyList<string> Faults)
{
    /// <summary>What a check of the log has found, and what these notes say of it beyond that their hashes must be there.</summary>
    public AuditReport AddTo(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var elsewhere = Hashes
            .Where(note => report.Anchors.TryGetValue(note.Key, out var number) && number != note.Value)
            .Select(note => Texts.HeadElsewhere(note.Value, report.Anchors[note.Key]));
        AuditFault[] faults = [.. Faults.Concat(elsewhere).Select(text => new AuditFault(AuditFaultKind.AnchorLost, 0, 0, null, null, text))];
        return report with { Faults = [.. report.Faults, .. faults], FaultCount = report.FaultCount + faults.Length };
    }
}

/// <summary>Reads the notes that <see cref="NoteAuditHead"/> wrote, from wherever they are kept.</summary>
public static class CheckAuditHeads
{
    /// <param name="folder">With the notes; those of its folders count, too, as the library has one for each year.</param>
    /// <param name="anchors">The roots that are believed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None for a folder without any.</returns>
    public static async Task<AuditHeads> HandleAsync(string folder, IReadOnlyCollection<X509Certificate2> anchors, CancellationToken cancellationToken)
    {
        var (hashes, faults, proved) = (new Dictionary<string, long>(StringComparer.Ordinal), new List<string>(), 0);
        var files = Directory.EnumerateFiles(folder, $"{NoteAuditHead.Title} *", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is AuditHeadNote.PlainExtension or AsicContainer.Extension);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var (note, seal) = Path.GetExtension(file) == AsicContainer.Extension
                ? await ReadSealedAsync(file, anchors, cancellationToken)
                : (AuditHeadNote.Read(await File.ReadAllBytesAsync(file, cancellationToken)), null);
            faults.AddRange(seal is { State: SealState.Broken } ? seal.Faults.Select(fault => Texts.HeadForged(name, fault)) : note is null ? [Texts.HeadUnreadable(name)] : []);
            if (note is not null && !hashes.TryAdd(note.Hash, note.Number) && hashes[note.Hash] != note.Number)
                faults.Add(Texts.HeadForged(name, Texts.HeadElsewhere(note.Number, hashes[note.Hash])));

            proved += seal is { State: SealState.Proved } ? 1 : 0;
        }

        return new AuditHeads(hashes, proved, faults);
    }

    private static async Task<(AuditHeadNote? Note, SealReport? Seal)> ReadSealedAsync(
        string file, IReadOnlyCollection<X509Certificate2> anchors, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(file);
            await using var package = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return (await AuditHeadNote.ReadAsync(package, cancellationToken), await SealVerifier.VerifyAsync(package, anchors, cancellationToken));
        }
        catch (InvalidDataException)
        {
            return (null, null);
        }
    }
}
