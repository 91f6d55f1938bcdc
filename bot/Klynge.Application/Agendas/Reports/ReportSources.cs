using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Reports;

/// <summary>A meeting of another forum whose approved minutes can be reported.</summary>
internal sealed record ReportSource(MeetingId Meeting, string Forum, LocalDate Date)
{
    /// <summary>What is older is not news.</summary>
    internal static readonly Period Within = Period.FromYears(1);

    private const int Most = 20;

    /// <param name="own">The person's forums.</param>
    /// <param name="except">Whose agenda it goes on.</param>
    /// <returns>The newest first.</returns>
    internal static async Task<IReadOnlyList<ReportSource>> ListAsync(
        KlyngeContext db, IEnumerable<Visit> own, ForumId except, LocalDate today, CancellationToken cancellationToken)
    {
        var names = own.Where(visit => visit.Access.May(AddReport.NeedsThere) && visit.Forum.Id != except).ToDictionary(visit => visit.Forum.Id, visit => visit.Forum.Name);
        var (ids, from) = (names.Keys.ToList(), today - Within);
        var meetings = await db.Meetings
            .Where(meeting => ids.Contains(meeting.ForumId) && meeting.Date >= from
                && db.Minutes.Any(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved))
            .OrderByDescending(meeting => meeting.Date)
            .Take(Most)
            .Select(meeting => new { meeting.Id, meeting.ForumId, meeting.Date })
            .ToListAsync(cancellationToken);
        return [.. meetings.Select(meeting => new ReportSource(meeting.Id, names[meeting.ForumId], meeting.Date))];
    }

    /// <summary>What was decided and is open to everybody, in the order of the agenda.</summary>
    internal static Task<List<AgendaItem>> DecisionsAsync(KlyngeContext db, MeetingId meeting) => db.AgendaItems.AsNoTracking()
        .Where(item => item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted && item.Decision != null)
        .OrderBy(item => item.Number)
        .ToListAsync();
}

/// <summary>An item that tells a forum of another one's meeting.</summary>
internal static class ReportText
{
    /// <summary>A longer decision is cut: the minutes have it whole.</summary>
    private const int MaxDecisionLength = 2_000;

    private const int MinDecisionLength = 100;

    /// <summary>For what leads into the recommendations, which the form counts as well.</summary>
    private const int LeadLength = 200;

    private const string Between = "\n\n";

    /// <param name="forum">The forum that met.</param>
    /// <param name="date">When it met.</param>
    /// <param name="decided">Items with a decision; closed ones are left out.</param>
    /// <returns>
    /// Null where nothing is left. Many long decisions are cut so far that together they stay within what the form of an item holds, and can be edited.
    /// </returns>
    internal static AgendaItemContent? Of(string forum, LocalDate date, IEnumerable<AgendaItem> decided)
    {
        var open = decided.Where(item => !item.Content.IsClosed).ToList();
        var around = open.Sum(item => LinesOf(item, most: 0).Length + Between.Length);
        var each = Math.Clamp((ItemForm.MaxTextLength - LeadLength - around) / Math.Max(1, open.Count), MinDecisionLength, MaxDecisionLength);
        return open.Count == 0 ? null : new AgendaItemContent
        {
            Title = ReportTexts.Title(forum, date),
            Kind = AgendaItemKind.Information,
            Sections = [new AgendaSection(ReportTexts.Decisions, string.Join(Between, open.Select(item => LinesOf(item, each))))],
            Recommendations = [ReportTexts.Recommendation],
        };
    }

    private static string LinesOf(AgendaItem item, int most)
    {
        var decision = item.Decision!.Length > most ? $"{item.Decision[..most].TrimEnd()} {ReportTexts.Rest}" : item.Decision;
        return $"{ReportTexts.Item(item.Number, item.Content.Title)}{Between}{decision}";
    }
}
