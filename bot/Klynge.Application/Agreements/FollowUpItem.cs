using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agreements;

/// <summary>
/// »Opfølgning« on the agenda of the forum's next meeting: what was agreed, and what became of it since the meeting before. It fills itself
/// with every change; where the secretariat has taken it off, it stays off.
/// </summary>
internal static class FollowUpItem
{
    /// <summary>Whether an open agreement waits for an item that is not there: a meeting has been held, or planned, since the last change.</summary>
    internal static async Task<bool> IsMissingAsync(KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken)
    {
        var isOpen = await db.Deadlines.AnyAsync(
            one => one.ForumId == forum && one.Kind == DeadlineKind.Agreement && (one.Status == DeadlineStatus.Open || one.Status == DeadlineStatus.Postponed), cancellationToken);
        return isOpen && await NextAsync(db, forum, today) is { } meeting
            && !(await db.AgendaItems.Where(item => item.MeetingId == meeting.Id).Select(item => item.Content).ToListAsync(cancellationToken)).Exists(content => content.Title == AgreementTexts.FollowUp);
    }

    internal static async Task FillFollowUpAsync(this WriteScope scope, ForumId forum)
    {
        if (await NextAsync(scope.Db, forum, scope.Today) is not { } meeting)
            return;

        var rows = await RowsAsync(scope, forum, meeting);
        var there = (await scope.Db.AgendaItems.Where(item => item.MeetingId == meeting.Id).ToListAsync())
            .Concat(scope.Db.AgendaItems.Local.Where(item => item.MeetingId == meeting.Id)).Where(item => item.Content.Title == AgreementTexts.FollowUp).Distinct().ToList();
        if (there.Find(item => item.IsOnAgenda) is { } standing)
        {
            var others = standing.Content.Sections.Where(section => section.Heading != AgreementTexts.Agreements);
            standing.Edit(standing.Content with { Sections = [new AgendaSection(AgreementTexts.Agreements, rows), .. others] }, standing.Version, scope.Now);
        }
        else if (rows.Length > 0 && there.Count == 0)
        {
            var items = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
            var content = new AgendaItemContent { Title = AgreementTexts.FollowUp, Kind = AgendaItemKind.Information, Sections = [new AgendaSection(AgreementTexts.Agreements, rows)] };
            scope.Db.AgendaItems.Add(AgendaItem.Add(meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), content, scope.Now));
        }
        else
        {
            return;
        }

        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
    }

    private static Task<Meeting?> NextAsync(KlyngeContext db, ForumId forum, LocalDate today) => db.Meetings
        .Where(meeting => meeting.ForumId == forum && meeting.Date >= today && (meeting.Status == MeetingStatus.Planned || meeting.Status == MeetingStatus.AgendaSent))
        .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
        .FirstOrDefaultAsync();

    /// <summary>As they stand, or as this transaction makes them; each with the meeting that it comes from.</summary>
    private static async Task<string> RowsAsync(WriteScope scope, ForumId forum, Meeting next)
    {
        var stored = await scope.Db.Deadlines.Include(one => one.History).Where(one => one.ForumId == forum && one.Kind == DeadlineKind.Agreement).ToListAsync();
        var all = stored.Concat(scope.Db.Deadlines.Local.Where(one => one.ForumId == forum && one.Kind == DeadlineKind.Agreement)).Distinct().ToList();
        var before = await scope.Db.Meetings
            .Where(meeting => meeting.ForumId == forum && meeting.Date < next.Date && meeting.Status == MeetingStatus.Held)
            .OrderByDescending(meeting => meeting.Date).Select(meeting => (LocalDate?)meeting.Date).FirstOrDefaultAsync();
        var lines = new List<string>();
        var courses = await AgreementCourse.LoadAsync(scope, all);
        foreach (var one in all.OrderBy(one => one.Date).ThenBy(one => one.Title, DanishText.Comparer))
        {
            if (!one.IsOpen && (one.SettledAt is not { } settled || DanishTime.ToDanish(settled).Date < before))
                continue;

            var item = one.ItemId is { } id ? await scope.Db.AgendaItems.FindAsync(id) : null;
            var meeting = one.MeetingId is { } from ? await scope.Db.Meetings.FindAsync(from) : null;
            if (courses.StateOf(one, item) is { } state)
                lines.Add($"- {(item is { Content.IsClosed: true } ? AgreementTexts.Closed : one.Title)} ({string.Join(", ", new[] { meeting is null ? null : AgreementTexts.FromMeeting(meeting.Date), state }.OfType<string>())})");
        }

        return string.Join('\n', lines);
    }
}
