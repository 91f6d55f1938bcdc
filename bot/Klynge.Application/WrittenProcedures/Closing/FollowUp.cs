using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Closing;

/// <summary>The next meeting hears of a case that was decided in writing, or takes up one that was not.</summary>
internal static class FollowUp
{
    /// <summary>Puts the item on the next meeting's agenda. Without a meeting ahead it waits until there is one.</summary>
    /// <returns>Whether there was a meeting to put it on.</returns>
    internal static async Task<bool> PlaceAsync(WriteScope scope, WrittenProcedure procedure)
    {
        if (procedure.FollowUpItemId is not null || procedure.Outcome is null or Outcome.Withdrawn)
            return false;

        var meeting = await scope.Db.Meetings
            .Where(candidate => candidate.ForumId == procedure.ForumId && candidate.Date >= scope.Today
                && (candidate.Status == MeetingStatus.Planned || candidate.Status == MeetingStatus.AgendaSent))
            .OrderBy(candidate => candidate.Date).ThenBy(candidate => candidate.Start)
            .FirstOrDefaultAsync();
        if (meeting is null)
            return false;

        var items = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
        var number = AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items));
        var remarks = await scope.Db.ConsultationRemarksAsync(procedure.Id, CancellationToken.None);
        var item = AgendaItem.Add(meeting, number, FollowUpContent.Of(procedure, remarks), scope.Now);
        scope.Db.AgendaItems.Add(item);
        procedure.FollowUpItemId = item.Id;
        await scope.FollowCaseAsync(procedure, item);
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
        return true;
    }
}

/// <summary>The item that follows a written procedure: an orientation, or the case itself with everybody's remarks.</summary>
internal static class FollowUpContent
{
    /// <param name="heard">What consulted forums had to say.</param>
    internal static AgendaItemContent Of(WrittenProcedure procedure, IReadOnlyList<string> heard) =>
        procedure.GoesToMeeting ? TheCase(procedure, heard) : Orientation(procedure, heard);

    private static AgendaItemContent TheCase(WrittenProcedure procedure, IReadOnlyList<string> heard) => new()
    {
        Title = procedure.Case.Title,
        Kind = AgendaItemKind.Decision,
        Sections =
        [
            .. CaseSections.Of(procedure.Case, Texts.SummaryHeading, Texts.PresentationHeading),
            new(Texts.ProcedureHeading, Course(procedure)),
            .. Remarks(procedure),
            .. Heard(heard),
        ],
        Recommendations = Undecided(procedure),
        Attachments = Attachments(procedure),
        IsClosed = procedure.Case.IsClosed,
    };

    private static AgendaItemContent Orientation(WrittenProcedure procedure, IReadOnlyList<string> heard) => new()
    {
        Title = DanishText.Shorten(Texts.OrientationTitle(procedure.Case.Title), AgendaItemRules.MaxTitleLength),
        Kind = AgendaItemKind.Information,
        Sections = [new(null, Course(procedure)), .. Remarks(procedure), .. Heard(heard)],
        Recommendations = [Texts.OrientationRecommendation],
        Attachments = [.. procedure.Case.Attachments.Select(attachment => new AgendaAttachment(attachment.Name, attachment.ShownUrl))],
        IsClosed = procedure.Case.IsClosed,
    };

    /// <summary>What the meeting is asked: all of it, or what was not settled in writing.</summary>
    private static IReadOnlyList<string> Undecided(WrittenProcedure procedure) => procedure.Outcomes is { } outcomes
        ? [.. procedure.Case.Recommendations.Where((_, index) => outcomes[index] is not (Outcome.Adopted or Outcome.Rejected))]
        : procedure.Case.Recommendations;

    private static string Course(WrittenProcedure procedure)
    {
        var (opened, closed, tally) = (procedure.OpenedAt!.Value, procedure.ClosedAt!.Value, procedure.Tally());
        return Texts.IsSaidOfEach(procedure.Outcomes, tally)
            ? Texts.Course(opened, closed, procedure.Outcomes!, procedure.Tallies())
            : Texts.Course(opened, closed, procedure.Outcome!.Value, tally);
    }

    /// <summary>Why somebody is inhabil is between them and the record: the whole forum and the public read the agenda.</summary>
    private static IEnumerable<AgendaSection> Remarks(WrittenProcedure procedure)
    {
        var lines = procedure.Roll.OrderBy(entry => entry.Order)
            .Where(entry => entry.Remarks is not null && entry.Answer != Answer.Recused)
            .Select(entry => $"- {entry.VoterName}, {entry.Organisation} ({Texts.Name(entry.Answer!.Value, entry.Answers)}): {entry.Remarks!.ReplaceLineEndings(" ")}")
            .ToList();
        return lines.Count == 0 ? [] : [new AgendaSection(Texts.RemarksHeading, string.Join('\n', lines))];
    }

    private static IEnumerable<AgendaSection> Heard(IReadOnlyList<string> heard) => heard.Count == 0
        ? []
        : [new AgendaSection(Texts.ConsultationAnswers, string.Join('\n', heard.Select(remark => $"- {remark.ReplaceLineEndings(" ")}")))];

    /// <summary>The meeting treats what stands there by then, not the copy.</summary>
    private static AgendaAttachment[] Attachments(WrittenProcedure procedure) =>
        [.. procedure.Case.Attachments.Select(attachment => new AgendaAttachment(attachment.Name, attachment.Url))];
}

/// <summary>Puts the items of closed cases on the next agenda that could not be put there at once, because no meeting was planned.</summary>
public sealed class PlaceFollowUps(Writer writer, ProcedureLinks links, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <returns>How many items were placed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.Status == ProcedureStatus.Closed && procedure.FollowUpItemId == null
                && procedure.Outcome != Outcome.Withdrawn)
            .Select(procedure => new { procedure.ForumId, procedure.Id })
            .ToListAsync(cancellationToken);
        var placed = 0;
        foreach (var row in waiting)
        {
            var intent = new WriteIntent(nameof(PlaceFollowUps), Caller.Of(JobRights.PlaceFollowUps), row.ForumId, SubjectId: row.Id.Value);
            var result = await writer.WriteAsync<bool>(
                intent,
                async scope =>
                {
                    await scope.EnterAsJobAsync(row.ForumId, Needs);
                    if (await scope.Db.FindProcedureAsync(row.ForumId, row.Id) is not { } procedure || !await FollowUp.PlaceAsync(scope, procedure))
                        return false;

                    await scope.AttachRemarksAsync(procedure, links);
                    return true;
                },
                cancellationToken);
            placed += result.Value ? 1 : 0;
        }

        return placed;
    }
}
