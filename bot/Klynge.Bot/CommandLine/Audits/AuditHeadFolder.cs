using Klynge.Application.Audit.Heads;
using Klynge.Application.Seals;
using Klynge.Bot.Hosting;
using Klynge.Domain.Common;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary>The folder that <c>audit verify --heads</c> names.</summary>
internal static class AuditHeadFolder
{
    /// <returns>No notes where no folder is named; an error for one that is not there or holds none, which must not look like a log that is whole.</returns>
    internal static async Task<Result<AuditHeads>> ReadAsync(CommandServices services, string? folder, CancellationToken cancellationToken)
    {
        if (folder is null)
            return new AuditHeads(new Dictionary<string, long>(StringComparer.Ordinal), 0, []);

        if (!Directory.Exists(folder))
            return new NoSuchFile(folder);

        var configuration = services.ReadSettings();
        var (settings, seal) = (KlyngeSettings.Read(configuration), SealSettings.Read(configuration));
        if (!seal.TryGet(out var set, out var error))
            return error;

        var notes = await CheckAuditHeads.HandleAsync(folder, set.Believed(settings.DataDirectory, settings.IsLocal), cancellationToken);
        return notes.Hashes.Count == 0 && notes.Faults.Count == 0 ? new NoHeadNotes(folder) : notes;
    }
}
