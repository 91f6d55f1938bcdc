using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Consultations;

internal static class ConsultationQueries
{
    /// <summary>What consulted forums had to say, in the order it came: »Bo Ørum, Patientforeningen (Driftsforum): …«.</summary>
    internal static async Task<List<string>> ConsultationRemarksAsync(
        this KlyngeContext db, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        var remarks = await (
            from remark in db.ConsultationRemarks.AsNoTracking()
            join consultation in db.Consultations on remark.ConsultationId equals consultation.Id
            join forum in db.Forums on consultation.ForumId equals forum.Id
            where consultation.ProcedureId == id
            orderby remark.At
            select new { remark.Name, remark.Organisation, Forum = forum.Name, remark.Text }).ToListAsync(cancellationToken);
        return remarks.ConvertAll(remark => $"{Texts.HeardPerson(remark.Name, remark.Organisation, remark.Forum)}: {remark.Text}");
    }

    /// <summary>The consultations of a case that are still running, with how many have answered.</summary>
    internal static async Task<List<ConsultationAnswers>> RunningConsultationsAsync(this KlyngeContext db, WrittenProcedureId id, Instant now)
    {
        var running = new List<ConsultationAnswers>();
        foreach (var consultation in await db.Consultations.AsNoTracking().Where(row => row.ProcedureId == id).OrderBy(row => row.Deadline).ToListAsync())
        {
            var (isOver, answers) = await db.AnswersAsync(consultation, now);
            if (!isOver)
                running.Add(answers);
        }

        return running;
    }

    /// <summary>The consultations that still run and that a person has sent no remarks to, the nearest deadline first.</summary>
    /// <param name="forums">Where the person votes, and so is asked.</param>
    internal static async Task<IReadOnlyList<ConsultationView>> UnansweredConsultationsAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Forum> forums, Instant now, CancellationToken cancellationToken)
    {
        if (forums.Count == 0)
            return [];

        var ids = forums.Select(forum => forum.Id).ToList();
        var rows = await (
            from consultation in db.Consultations.AsNoTracking()
            join procedure in db.WrittenProcedures.AsNoTracking() on consultation.ProcedureId equals procedure.Id
            join forum in db.Forums.AsNoTracking() on procedure.ForumId equals forum.Id
            where ids.Contains(consultation.ForumId) && consultation.Deadline > now && procedure.Status != ProcedureStatus.Closed
                && !db.ConsultationRemarks.Any(remark => remark.ConsultationId == consultation.Id && remark.PersonId == person)
            orderby consultation.Deadline
            select new { Consultation = consultation, Procedure = procedure, Forum = forum }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => !row.Procedure.Case.IsClosed).Select(row => ConsultationView.Of(
                row.Consultation, row.Procedure, row.Forum, forums.Single(forum => forum.Id == row.Consultation.ForumId))),
        ];
    }

    internal static async Task<(bool IsOver, ConsultationAnswers Answers)> AnswersAsync(this KlyngeContext db, Consultation consultation, Instant now)
    {
        var asked = (await db.AskedAsync(consultation, now)).Select(seat => seat.PersonId).ToHashSet();
        var answered = await db.ConsultationRemarks.Where(remark => remark.ConsultationId == consultation.Id)
            .Select(remark => remark.PersonId).Distinct().ToListAsync();
        var name = await db.Forums.Where(forum => forum.Id == consultation.ForumId).Select(forum => forum.Name).SingleAsync();
        return (consultation.IsOver(asked, answered, now), new ConsultationAnswers(name, answered.Count, asked.Count, consultation.Deadline));
    }

    /// <summary>Those in the asked forum who are asked: everybody with a vote there.</summary>
    internal static async Task<List<ForumMember>> AskedAsync(this KlyngeContext db, Consultation consultation, Instant now) =>
        [.. (await db.ActiveSeatsAsync(consultation.ForumId, DanishTime.ToDanish(now).Date)).Where(seat => seat.HasVote)];
}
