using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.MeetingParts;

/// <summary>
/// What an act beside an item asks before and after it: whether what it names is the item's (a form can name anything of the forum), and what has
/// come of it. Whether the person may read the item is the caller's to check.
/// </summary>
public sealed class ReadAtItem(IDbContextFactory<KlyngeContext> contexts)
{
    public async Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, DeadlineId deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var forum = visit.Forum.Id;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Deadlines.AnyAsync(one => one.Id == deadline && one.ForumId == forum && one.ItemId == item, cancellationToken);
    }

    /// <param name="found">A sentence of the item's decision.</param>
    /// <inheritdoc cref="IsOfItemAsync(Visit, AgendaItemId, DeadlineId, CancellationToken)"/>
    public async Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, FoundDeadlineId found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var forum = visit.Forum.Id;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FoundDeadlines.AnyAsync(one => one.Id == found && one.ForumId == forum && one.ItemId == item, cancellationToken);
    }

    /// <inheritdoc cref="IsOfItemAsync(Visit, AgendaItemId, DeadlineId, CancellationToken)"/>
    public async Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, ContributionId contribution, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var forum = visit.Forum.Id;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Contributions.AnyAsync(one => one.Id == contribution && one.ForumId == forum && one.ItemId == item, cancellationToken);
    }

    /// <summary>»Karen Ravn var inhabil og deltog ikke i behandlingen af punktet. Forummet var beslutningsdygtigt ved punktet: 12 af 13 …«</summary>
    public async Task<string> AttendanceOfAsync(Visit visit, MeetingId id, AgendaItemId item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attendance = await OfAsync(db, visit, id, cancellationToken);
        var sentences = attendance.Sentences(item);
        return string.Join(' ', [.. sentences.Count == 0 ? [Attendance.Items.Texts.Nobody] : sentences, .. QuorumAt(attendance, item)]);
    }

    /// <summary>»Forslaget blev vedtaget. Forummet var beslutningsdygtigt ved punktet: 12 af 13 …«; nothing where there is no such vote.</summary>
    public async Task<string> ResultOfAsync(Visit visit, MeetingId id, AgendaItemId item, ItemVoteId vote, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await db.AgendaItems.AsNoTracking().SingleOrDefaultAsync(one => one.Id == item && one.MeetingId == id, cancellationToken);
        return written?.Content.Votes.FirstOrDefault(one => one.Id == vote) is { } counted
            ? string.Join(' ', [VoteTexts.Result(counted.Result), .. QuorumAt(await OfAsync(db, visit, id, cancellationToken), item)])
            : string.Empty;
    }

    private static IEnumerable<string> QuorumAt(ItemAttendance attendance, AgendaItemId item) =>
        attendance.QuorumAt(item) is { IsMet: true } quorum ? [Attendance.Items.Texts.StillQuorum(quorum)] : [];

    private static async Task<ItemAttendance> OfAsync(KlyngeContext db, Visit visit, MeetingId id, CancellationToken cancellationToken) =>
        await ItemAttendance.OfAsync(db, visit.Forum, await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken), cancellationToken);
}
