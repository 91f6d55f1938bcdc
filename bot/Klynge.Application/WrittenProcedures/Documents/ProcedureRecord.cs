using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums.People;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Everything on record about one case: what the protocol and the evidence package are made of.</summary>
public sealed record ProcedureRecord
{
    public required WrittenProcedure Procedure { get; init; }

    public required ProcedureView View { get; init; }

    /// <summary>What the voters were shown, from the first version to the last.</summary>
    public required IReadOnlyList<CaseVersion> Versions { get; init; }

    /// <summary>Every answer that was given, changed ones and those on earlier versions among them, in the order they came.</summary>
    public required IReadOnlyList<Vote> Votes { get; init; }

    /// <summary>Remarks of consulted forums.</summary>
    public required IReadOnlyList<ConsultationRemark> ConsultationRemarks { get; init; }

    /// <summary>The forum that each consultation asked, by the consultation's id.</summary>
    public required IReadOnlyDictionary<ConsultationId, string> HeardForums { get; init; }

    /// <summary>The names of everybody who did something in the case.</summary>
    public required IReadOnlyDictionary<PersonId, string> Names { get; init; }

    internal string HeardAs(ConsultationRemark remark) => Texts.HeardPerson(remark.Name, remark.Organisation, HeardForums[remark.ConsultationId]);

    public string NameOf(PersonId? person) => person is { } id && Names.TryGetValue(id, out var name) ? name : Texts.Nobody;

    internal static async Task<ProcedureRecord?> ReadAsync(
        KlyngeContext db, ForumId forumId, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        var procedure = await db.WrittenProcedures.AsNoTracking()
            .Include(candidate => candidate.Roll.OrderBy(entry => entry.Order))
            .SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forumId, cancellationToken);
        if (procedure is null || await db.ViewProcedureAsync(forumId, id, cancellationToken) is not { } view)
            return null;

        return new ProcedureRecord
        {
            Procedure = procedure,
            View = view,
            Versions = await db.CaseVersions.AsNoTracking().Where(version => version.ProcedureId == id)
                .OrderBy(version => version.Version).ToListAsync(cancellationToken),
            Votes = await db.Votes.AsNoTracking().Where(vote => vote.ProcedureId == id)
                .OrderBy(vote => vote.CastAt).ThenBy(vote => vote.Id).ToListAsync(cancellationToken),
            ConsultationRemarks = await db.ConsultationRemarks.AsNoTracking()
                .Where(remark => db.Consultations.Any(consultation => consultation.Id == remark.ConsultationId && consultation.ProcedureId == id))
                .OrderBy(remark => remark.At).ToListAsync(cancellationToken),
            HeardForums = await db.Consultations.AsNoTracking().Where(consultation => consultation.ProcedureId == id)
                .Join(db.Forums, consultation => consultation.ForumId, forum => forum.Id, (consultation, forum) => new { consultation.Id, forum.Name })
                .ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            Names = await db.LabelsAsync(await db.People.Select(person => person.Id).ToListAsync(cancellationToken), cancellationToken),
        };
    }
}

/// <summary>What the library's columns say of the documents of a closed case.</summary>
internal static class ProcedureFacts
{
    /// <summary>Nobody confirms a case that was withdrawn.</summary>
    internal static bool IsFinal(WrittenProcedure procedure) => procedure.ConfirmedAt is not null || procedure.Outcome == Outcome.Withdrawn;

    /// <summary>The case number is that of the meeting whose item was treated in writing.</summary>
    internal static async Task<DocumentFacts> ReadAsync(KlyngeContext db, WrittenProcedure procedure, CancellationToken cancellationToken)
    {
        var forum = await db.Forums.AsNoTracking()
            .Where(candidate => candidate.Id == procedure.ForumId)
            .Select(candidate => candidate.Name)
            .SingleAsync(cancellationToken);
        var number = procedure.AgendaItemId is { } item
            ? await db.AgendaItems.Where(candidate => candidate.Id == item)
                .Join(db.Meetings, candidate => candidate.MeetingId, meeting => meeting.Id, (_, meeting) => meeting.CaseNumber)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return new DocumentFacts(
            forum, DanishTime.ToDanish(procedure.ClosedAt!.Value).Date, IsFinal(procedure) ? DocumentStatus.Approved : DocumentStatus.Draft, number);
    }
}

/// <summary>Where the documents of a closed-down case lie, and what they are called.</summary>
internal static class ProcedureNames
{
    private const int MaxTitleLength = 80;
    private const int TailLength = 6;

    internal static string KindName(ProcedureDocumentKind kind) =>
        kind == ProcedureDocumentKind.Protocol ? Texts.ProtocolTitle : Texts.RemarksTitle;

    /// <summary>
    /// <c>Chefforum/2026/Beslutningsprotokol 2026-01-13 Vinterplan.docx</c>; of a closed case
    /// <c>Chefforum/Lukket/2026/Beslutningsprotokol 2026-01-13 lukket sag 3f9c02.docx</c>, for the names of files are read by more people than
    /// files. Packages of evidence have the end of the case's id, too, so that neither of two with one title replaces the other's.
    /// </summary>
    internal static DocumentPath Of(ProcedureView view, string kind, string extension)
    {
        var closed = DanishTime.ToDanish(view.ClosedAt!.Value).Date;
        var tail = view.Id.Value.ToString("N")[^TailLength..];
        var what = view.Case.IsClosed ? $"{Texts.ClosedCaseInNames} {tail}" : DanishText.Shorten(view.Case.Title, MaxTitleLength);
        var end = kind == Texts.Evidence && !view.Case.IsClosed ? $" {tail}" : string.Empty;
        var path = DocumentPath.Of(view.Forum, closed.Year, $"{kind} {closed:uuuu-MM-dd} {what}{end}", extension);
        return view.Case.IsClosed ? path.AsClosed() : path;
    }
}

/// <summary>Where the stored documents of a case are opened.</summary>
public sealed class ProcedureLinks(DocumentLinks links)
{
    internal async Task<IReadOnlyList<CaseLink>> OfAsync(KlyngeContext db, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        var documents = await db.ProcedureDocuments.AsNoTracking().Where(document => document.ProcedureId == id)
            .OrderBy(document => document.Kind).ToListAsync(cancellationToken);
        return [.. documents.SelectMany(Of)];
    }

    private IEnumerable<CaseLink> Of(ProcedureDocument document)
    {
        yield return To(document.Kind, document.Path, document.Url);
        if (DocumentPath.Parse(document.PdfPath) is { } pdf)
            yield return new CaseLink(Texts.OpenPdf, document.PdfUrl is { } url ? new Uri(url) : links.To(pdf));
    }

    internal CaseLink To(ProcedureDocumentKind kind, string path, string? url) => new(
        kind == ProcedureDocumentKind.Protocol ? Texts.OpenProtocol : Texts.OpenRemarks,
        url is null ? links.To(DocumentPath.Parse(path)!) : new Uri(url));
}
