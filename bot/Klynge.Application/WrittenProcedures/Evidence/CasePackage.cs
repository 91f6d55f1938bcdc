using System.IO.Compression;
using System.Text;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>The package of a written procedure: what it says of the case, held against what follows from the rows of the audit log.</summary>
/// <param name="fit">The files whose bytes are those that the manifest lists; of the others there is nothing more to say.</param>
internal sealed class CasePackage(ZipArchive zip, EvidenceManifest manifest, IReadOnlySet<string> fit, EvidenceProof proof)
{
    private const int MaxMimeType = 100;

    private readonly List<string> _faults = [];
    private readonly List<string> _notes = [];

    private bool IsFirstFormat => manifest.Format == EvidenceManifest.FirstFormat;

    internal async Task<(IReadOnlyList<string> Faults, IReadOnlyList<string> Notes)> CheckAsync(CancellationToken cancellationToken)
    {
        if (!IsFirstFormat)
            await CheckContainerAsync(cancellationToken);

        if (zip.GetEntry(EvidenceManifest.AuditName) is not { } audit)
            return ([.. _faults, Texts.NoAuditTrail], []);

        try
        {
            var broken = await EvidenceAudit.FaultsAsync(audit, proof.Expected, cancellationToken);
            if (broken.Count > 0 || !fit.Contains(EvidenceManifest.AuditName))
                return ([.. _faults, .. broken], []); // What does not stand as it was written tells nothing of the rest.

            await HoldAsync(await EvidenceAudit.ReadAsync(audit, cancellationToken), cancellationToken);
        }
        catch (InvalidDataException)
        {
            // Bytes that no longer unpack are found by the manifest.
        }
        catch (Exception exception) when (CaseReplay.IsUnreadable(exception))
        {
            _faults.Add(Texts.RowsUnreadable);
        }

        return (_faults, _notes);
    }

    /// <summary>What tells other tools that the file is a container stands first.</summary>
    private async Task CheckContainerAsync(CancellationToken cancellationToken)
    {
        if (zip.Entries[0] is not { FullName: "mimetype", Length: > 0 and < MaxMimeType } first)
        {
            _faults.Add(Texts.NoContainer);
            return;
        }

        using var reader = new StreamReader(await first.OpenAsync(cancellationToken), Encoding.ASCII);
        if (await reader.ReadToEndAsync(cancellationToken) != AsicContainer.MimeType)
            _faults.Add(Texts.NoContainer);
    }

    private async Task HoldAsync(AuditTrail trail, CancellationToken cancellationToken)
    {
        var story = Replay(trail);
        _faults.AddRange(trail.Faults);
        _faults.AddRange(story.Faults);
        CheckManifest(story, trail);
        CheckNames(story);
        CheckDocuments(story);
        CheckAttachments(story);
        var lists = story.Faults.Count == 0 ? CaseLists.Of(story, trail.Rows) : [];
        var unaltered = lists.Where(list => fit.Contains(list.Key) || manifest.Files.All(file => file.Path != list.Key)).ToDictionary(StringComparer.Ordinal);
        _faults.AddRange(await new CaseLists(zip, IsFirstFormat).FaultsAsync(unaltered, cancellationToken));
        if (fit.Contains(EvidenceNames.Protocol) && story.Faults.Count == 0)
            _faults.AddRange(await ProtocolCheck.FaultsAsync(zip.GetEntry(EvidenceNames.Protocol)!, story, cancellationToken));

        await CheckIndexAsync(story, trail, cancellationToken);
    }

    private CaseStory Replay(AuditTrail trail)
    {
        var replay = new CaseReplay(new WrittenProcedureId(manifest.Case));
        foreach (var row in trail.Rows)
            replay.Add(row);

        return replay.Finish();
    }

    private void CheckManifest(CaseStory story, AuditTrail trail)
    {
        if (story.Closing is { } closing && manifest.Result != closing.Result)
            _faults.Add(Texts.ManifestSays("resultatet", manifest.Result, closing.Result));

        if (story.Text is { } text && (manifest.Title != text.Title || trail.Title != text.Title))
            _faults.Add(Texts.ManifestSays("titlen", manifest.Title, text.Title));

        if (story.Opening?.Forum is { } forum && manifest.Forum != forum)
            _faults.Add(Texts.ManifestSays("forummet", manifest.Forum, forum));

        if (story.Opening is { Forum: null })
            _notes.Add(Texts.ForumNotOnRecord);

        if (story.Votes.Any(vote => vote.Known is null))
            _notes.Add(Texts.AccountsNotOnRecord);
    }

    /// <summary>Nothing that is no part of such a package.</summary>
    private void CheckNames(CaseStory story)
    {
        HashSet<string> names =
        [
            EvidenceNames.Index, EvidenceNames.Protocol, EvidenceNames.ProtocolPdf, EvidenceNames.Remarks, EvidenceManifest.AuditName, EvidenceNames.ReadableAudit,
            EvidenceNames.Answers, EvidenceNames.Roll,
            .. story.Versions.Select(version => EvidenceNames.Version(version.Version)),
            .. story.Closing is { Outcomes: not null } ? new[] { EvidenceNames.Results } : [],
            .. story.DeadlineMoves.Count > 0 ? new[] { EvidenceNames.DeadlineMoves } : [],
        ];
        _faults.AddRange(manifest.Files.Select(file => file.Path)
            .Where(path => !names.Contains(path) && !path.StartsWith(EvidenceNames.Attachments, StringComparison.Ordinal))
            .Select(Texts.NotExpected));
    }

    /// <summary>A document is the one whose hash the log has; one that was never written cannot be there.</summary>
    private void CheckDocuments(CaseStory story)
    {
        foreach (var kind in Enum.GetValues<ProcedureDocumentKind>())
        {
            var path = EvidenceNames.Document(kind);
            var there = manifest.Files.FirstOrDefault(file => file.Path == path);
            var stored = story.Documents.GetValueOrDefault(kind, []);
            if (there is not null && !stored.Contains(there.Sha256, StringComparer.Ordinal))
                _faults.Add(Texts.NotTheStored(path));
            else if (there is null && stored.Count > 0)
                _faults.Add(Texts.StoredMissing(path));
            else if (there is null && kind == ProcedureDocumentKind.Protocol)
                _notes.Add(Texts.NotStoredYet(path));
        }

        if (manifest.Files.FirstOrDefault(file => file.Path == EvidenceNames.ProtocolPdf) is { } pdf && pdf.Sha256 != story.ProtocolPdf)
            _faults.Add(Texts.NotTheStored(EvidenceNames.ProtocolPdf));
    }

    /// <summary>
    /// A package can be whole in itself and yet hold another file than the one that was voted on, when somebody changed the copy in the library.
    /// </summary>
    private void CheckAttachments(CaseStory story)
    {
        var frozen = story.Versions.SelectMany(version => version.Case.Attachments).Where(one => one.IsFrozen).ToList();
        var there = manifest.Files.Where(file => file.Path.StartsWith(EvidenceNames.Attachments, StringComparison.Ordinal)).ToList();
        var (hashes, packed) = (frozen.Select(one => one.Sha256).ToHashSet(StringComparer.Ordinal), there.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal));
        _faults.AddRange(frozen.Where(one => !packed.Contains(one.Sha256!)).Select(one => Texts.NotAsFrozen(one.Name)).Distinct(StringComparer.Ordinal));
        _faults.AddRange(there.Where(file => !hashes.Contains(file.Sha256)).Select(file => Texts.NotExpected(file.Path)));
    }

    /// <summary>The index is a function of the log and the manifest, so it is written once more and compared; but only where the same words are written today.</summary>
    private async Task CheckIndexAsync(CaseStory story, AuditTrail trail, CancellationToken cancellationToken)
    {
        if (IsFirstFormat)
            return;

        if (zip.GetEntry(EvidenceNames.Index) is not { } entry)
        {
            _faults.Add(Texts.Missing(EvidenceNames.Index));
            return;
        }

        if (story.Faults.Count > 0 || !fit.Contains(EvidenceNames.Index))
            return;

        using var reader = new StreamReader(await entry.OpenAsync(cancellationToken), Encoding.UTF8);
        var there = await reader.ReadToEndAsync(cancellationToken);
        if (!there.Contains(EvidenceIndex.Edition, StringComparison.Ordinal))
            _notes.Add(Texts.IndexOfOtherEdition);
        else if (there != EvidenceIndex.Write(story, manifest, trail.Names))
            _faults.Add(Texts.IndexAltered);
    }
}
