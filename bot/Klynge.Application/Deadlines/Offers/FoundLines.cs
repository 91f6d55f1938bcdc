using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Offers;

/// <param name="IsAnswered">With a deadline it was accepted, without one dismissed.</param>
internal sealed record FoundLine(FoundDeadlineId Id, string Title, string Sentence, LocalDate? Date, bool IsAnswered, DeadlineId? DeadlineId)
{
    internal LocalTime? Time { get; init; }

    /// <inheritdoc cref="FoundDeadline.Agreement"/>
    internal AgreementKind? Agreement { get; init; }

    internal string? AgreementForum { get; init; }

    internal string? Trigger { get; init; }

    /// <inheritdoc cref="FoundDeadline.Who"/>
    internal string? Who { get; init; }

    /// <summary>The forum that somebody is invited to; null for the own one.</summary>
    internal ForumId? GuestsForum { get; init; }

    /// <inheritdoc cref="FoundDeadline.ItemId"/>
    internal AgendaItemId? ItemId { get; init; }

    /// <summary>The forums that a promise can become a coming item of, and the one that its words mean; null for a promise that becomes none.</summary>
    internal AgreementTargets? Targets { get; init; }

    /// <summary>The forum's next meeting after the one of the promise; null where none is planned.</summary>
    internal LocalDate? Suggested { get; init; }

    /// <summary>Who is to do it, in the words of the sentence.</summary>
    internal string? Responsible { get; init; }

    /// <summary>Who that is on record; null where the words fit nobody here, or several.</summary>
    internal string? ResponsibleName { get; init; }

    internal string? AnsweredBy { get; init; }

    internal LocalDateTime? AnsweredAt { get; init; }

    /// <summary>It stands in a closed item or case.</summary>
    internal bool IsOfClosed { get; init; }

    /// <summary>Why the sentence is left out; null where it stands there.</summary>
    internal string? KeptBack { get; init; }

    internal FoundLine KeptBackFor(string why) => this with { Title = Texts.ClosedCase, Sentence = string.Empty, KeptBack = why };

    internal static FoundLine Of(FoundDeadline found) => new(found.Id, found.Title, found.Sentence, found.Date, found.IsAnswered, found.DeadlineId)
    {
        Time = found.Time,
        Agreement = found.Agreement,
        AgreementForum = found.Forum,
        Trigger = found.Trigger,
        Who = found.Who,
        ItemId = found.ItemId,
        Responsible = found.Responsible,
        AnsweredAt = found.AnsweredAt is { } at ? DanishTime.ToDanish(at) : null,
    };
}

internal static class FoundLines
{
    /// <summary>The sentences as the card shows them, each with whoever its words name.</summary>
    internal static async Task<IReadOnlyList<FoundLine>> FoundLinesAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, IEnumerable<FoundDeadline> found)
    {
        var lines = new List<FoundLine>();
        var forums = new AgreementForums(db, forum);
        foreach (var one in found)
        {
            lines.Add(FoundLine.Of(one) with
            {
                Suggested = one.Agreement is null ? null : await db.NextMeetingAsync(one, today),
                ResponsibleName = await db.NameOfAsync(forum, today, one.Responsible),
                IsOfClosed = await db.IsOfClosedAsync(one),
                GuestsForum = one is { Agreement: AgreementKind.Invite, Forum: { } words } ? await forums.NamedAsync(words) : null,
                Targets = one is { Agreement: { } kind } ? await forums.OfAsync(kind, one.Forum) : null,
            });
        }

        return lines;
    }

    private static async Task<LocalDate?> NextMeetingAsync(this KlyngeContext db, FoundDeadline found, LocalDate today)
    {
        var from = await db.Meetings.Where(meeting => meeting.Id == found.MeetingId).Select(meeting => (LocalDate?)meeting.Date).FirstOrDefaultAsync();
        var ahead = await db.Meetings
            .Where(meeting => meeting.ForumId == found.ForumId && meeting.Status != MeetingStatus.Cancelled && meeting.Date >= today && (from == null || meeting.Date > from))
            .OrderBy(meeting => meeting.Date).Select(meeting => meeting.Date).ToListAsync();
        return Wanted.Read(found.Trigger, from ?? today).Fitting(ahead) is { } index ? ahead[index] : null;
    }

    /// <summary>As the item and the case are now, or as this transaction makes them.</summary>
    private static async Task<bool> IsOfClosedAsync(this KlyngeContext db, FoundDeadline found) =>
        (found.ItemId is { } item && await db.AgendaItems.FindAsync(item) is { Content.IsClosed: true })
        || (found.ProcedureId is { } procedure && await db.WrittenProcedures.FindAsync(procedure) is { Case.IsClosed: true });

    private static async Task<string?> NameOfAsync(this KlyngeContext db, ForumId forum, LocalDate today, string? words)
    {
        if (words is null || !(await ResponsibleNames.FindAsync(db, forum, today, words, self: null)).TryGet(out var responsible, out _))
            return null;

        return responsible.PersonId is { } id
            ? (await db.LabelsAsync([id], CancellationToken.None))[id]
            : responsible.Body ?? Texts.Role(responsible.Role);
    }
}
