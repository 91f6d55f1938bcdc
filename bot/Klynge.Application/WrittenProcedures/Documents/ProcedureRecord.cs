using Klynge.Application.Data;
using Klynge.Application.Forums.People;
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
    public required IReadOnlyDictionary<Guid, string> HeardForums { get; init; }

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
        {
            return null;
        }

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
