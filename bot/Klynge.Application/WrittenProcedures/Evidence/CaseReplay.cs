using System.Runtime.InteropServices;
using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>
/// Reads the rows of a case one after the other as it went, and holds each to what the rows before it say and to the rules of the board. Whoever
/// writes a row anew with its hash must write every row anew that says the same: that is found here; a log that was written anew from end to end
/// is not, and is what a seal and a noted hash are for.
/// </summary>
internal sealed class CaseReplay(WrittenProcedureId id)
{
    private readonly List<string> _faults = [];
    private readonly CaseRecordOf _case = new(id);
    private AuditEntry? _last;

    internal void Add(AuditEntry row)
    {
        var name = RowName.Of(row);
        if (_last is { } last && (row.Sequence <= last.Sequence || row.At < last.At))
            _faults.Add(Texts.RowOutOfOrder(name));

        _last = row;
        if (row.SubjectId != id.Value)
            _faults.Add(Texts.RowOfAnotherCase(name));

        try
        {
            Apply(row, name, RecordedChange.Read(row.Changes));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            _faults.Add(Texts.RowUnreadable(name));
        }
    }

    internal CaseStory Finish()
    {
        try
        {
            if (_case.Opening is null)
                _faults.Add(Texts.NoOpeningRow);

            if (_case.Closing is null)
                _faults.Add(Texts.NoClosingRow);

            return _case.Tell([.. _faults.Distinct(StringComparer.Ordinal)]);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return new CaseRecordOf(id).Tell([.. _faults, Texts.RowsUnreadable]);
        }
    }

    /// <summary>A value of another type, a name that is missing, null for a list: somebody has written in the row.</summary>
    internal static bool IsUnreadable(Exception exception) => exception
        is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or OverflowException or ArgumentException or InvalidDataException
        or NodaTime.Text.UnparsableValueException or NullReferenceException;

    private void Apply(AuditEntry row, RowName name, IReadOnlyList<RecordedChange> changes)
    {
        if (row.Refusal is not null)
        {
            if (changes.Count > 0)
                _faults.Add(Texts.RefusalChanges(name));

            return;
        }

        var votes = new Queue<RecordedChange>(changes.Where(change => change.Entity == nameof(Vote)));
        foreach (var change in changes.Where(change => change.Entity == nameof(RollEntry)))
            Note(SeatReplay.Apply(_case, row, name, change, changes, votes));

        if (votes.Count > 0)
            _faults.Add(Texts.AnswerWithoutSeat(name));

        foreach (var change in changes.Where(change => change.Entity == nameof(CaseVersion)))
            Note(_case.AddVersion(name, change));

        foreach (var change in changes.Where(change => change.Entity == nameof(WrittenProcedure) && change.ReadId() == id.Value))
            Note(ProcedureReplay.Apply(_case, row, name, change, changes));

        foreach (var change in changes.Where(change => change.Entity == nameof(ProcedureDocument) && change.ReadId() == id.Value))
            _case.AddDocument(change);

        foreach (var change in changes.Where(change => change.Entity == CaseFacts.Entity))
            _case.Facts.Merge(change.After, row.Sequence);
    }

    private void Note(IEnumerable<string> faults) => _faults.AddRange(faults);
}

/// <summary>What the rows so far have made of the case.</summary>
internal sealed class CaseRecordOf(WrittenProcedureId id)
{
    private readonly Dictionary<ProcedureDocumentKind, List<string>> _documents = [];
    private string? _pdf;

    internal WrittenProcedureId Id => id;

    internal RecordedValues Procedure { get; } = new();

    internal RecordedValues Facts { get; } = new();

    internal Dictionary<RollEntryId, RecordedValues> Seats { get; } = [];

    /// <summary>One person has one seat.</summary>
    internal HashSet<PersonId> People { get; } = [];

    internal List<RecordedVote> Votes { get; } = [];

    internal List<CaseVersion> Versions { get; } = [];

    internal RecordedOpening? Opening { get; set; }

    internal RecordedClosing? Closing { get; set; }

    internal Instant Deadline { get; set; }

    internal ProcedureStatus Status => (ProcedureStatus)(Procedure.Number("status") ?? (int)ProcedureStatus.Draft);

    internal VotingState Voting => new(
        Status,
        (Outcome?)Procedure.Number("outcome"),
        Deadline,
        Procedure.Number("version") ?? 1,
        Procedure.At("closesAt"),
        Procedure.Number("separateRecommendations"));

    internal IReadOnlyList<RollEntry> Roll() =>
        [.. Seats.Select(seat => SeatReplay.Restore(this, seat.Key, seat.Value)).OrderBy(seat => seat.Order)];

    internal IEnumerable<string> AddVersion(RowName row, RecordedChange change)
    {
        var values = new RecordedValues();
        values.Merge(change.After, row.Number);
        var version = new CaseVersion
        {
            ProcedureId = id,
            Version = change.Number,
            Case = values.Json<CaseText>("case") ?? throw new FormatException("A version without its text."),
            Deadline = values.At("deadline")!.Value,
            FrozenAt = values.At("frozenAt")!.Value,
            FrozenById = new(values.Id("frozenById")!.Value),
            Reason = values.Text("reason"),
        };
        if (change.ReadId() != id.Value || change.Before is not null || version.Version != Versions.Count + 1)
            yield return Texts.VersionOutOfOrder(row, version.Version);

        Versions.Add(version);
        Deadline = version.Deadline;
    }

    /// <summary>A document that is stored anew has other hashes from then on.</summary>
    internal void AddDocument(RecordedChange change)
    {
        var values = new RecordedValues();
        values.Merge(change.After, 0);
        var kind = (ProcedureDocumentKind)(values.Number("kind") ?? change.Number);
        if (values.Text("sha256") is { } stored)
            (_documents[kind], _pdf) = ([stored], kind == ProcedureDocumentKind.Protocol ? null : _pdf);

        if (values.Text(CaseFacts.LibraryHash) is { } lies)
            (CollectionsMarshal.GetValueRefOrAddDefault(_documents, kind, out _) ??= []).Add(lies);

        _pdf = values.Text(CaseFacts.PdfHash) ?? _pdf;
    }

    internal CaseStory Tell(IReadOnlyList<string> faults) => new()
    {
        Id = id,
        Roll = Roll(),
        Votes = Votes,
        Versions = Versions,
        DeadlineMoves = Procedure.Json<List<DeadlineMove>>("deadlineMoves") ?? [],
        Documents = _documents.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value),
        ProtocolPdf = _pdf,
        Opening = Opening,
        Closing = Closing,
        ConfirmedAt = Procedure.At("confirmedAt"),
        Faults = faults,
    };
}

/// <summary>What a row says beside the records that it changed, so that a package can be read without the database.</summary>
internal static class CaseFacts
{
    /// <summary>As the row names it: what the forum was called when the case opened.</summary>
    internal const string Entity = "CaseFacts";

    internal const string Forum = "forum";

    /// <summary>The hash of a document as it lies in the library, where that writes into documents while it stores them.</summary>
    internal const string LibraryHash = "librarySha256";

    /// <summary>The hash of the PDF beside it.</summary>
    internal const string PdfHash = "pdfSha256";

    /// <summary>
    /// Puts on record how a stored document lies in the library: SharePoint writes its columns into Word documents, so that years later the hash
    /// from before that would call every protocol a changed one.
    /// </summary>
    /// <param name="lies">Null for a document that is gone.</param>
    internal static void RecordAsItLies(this WriteScope scope, WrittenProcedureId id, ProcedureDocumentKind kind, string? lies, string? pdf = null) =>
        scope.Record(new RowChange(nameof(ProcedureDocument), id.Value, Before: null, [("kind", (int)kind), (LibraryHash, lies), .. pdf is null ? [] : new[] { (PdfHash, (object?)pdf) }]));

    internal static async Task<string?> HashAsync(this IDocumentLibrary library, DocumentPath path, CancellationToken cancellationToken)
    {
        if (await library.OpenAsync(path, cancellationToken) is not { } content)
            return null;

        await using (content)
            return await ContentHash.OfAsync(content, cancellationToken);
    }
}
