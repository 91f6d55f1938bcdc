using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>
/// What attachments hang on: the items of an agenda, and proposals that nobody has answered, for the secretariat and for whoever made them.
/// </summary>
internal sealed class AttachmentItems(MeetingLookup meetings)
{
    /// <summary>The item or proposal that a button names, as the person may see it.</summary>
    internal async Task<Result<ItemVisit>> FindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var id = action.Data.Item();
        if (at.View.Lines.FirstOrDefault(line => line.Id == id) is { } line)
            return new ItemVisit(at, line);

        if (id == AgendaItem.DocumentsOf(at.View.Meeting.Id))
            return new ItemVisit(at, await DocumentsAsync(at, cancellationToken));

        return (await ProposalsAsync(turn, at, cancellationToken)).FirstOrDefault(one => one.Id == id) is { } proposal
            ? new ItemVisit(at, proposal)
            : new ItemNotFound();
    }

    /// <summary>The same for somebody who wants to change something about its attachments.</summary>
    /// <returns><see cref="NotAllowed"/> for an item that is another's to change; <see cref="ItemIsClosedHere"/> where others read along.</returns>
    internal async Task<Result<ItemVisit>> FindToChangeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var at, out var error) ? error
            : (at.Line.Number > 0 || at.Line.IsOfMeeting) && !visit.Access.May(AttachFile.NeedsOfOthers) ? new NotAllowed(visit.Forum.Name)
            : at.Line.IsHidden ? new ItemIsClosedHere()
            : at;
    }

    /// <summary>The documents of the meeting as a whole, which go out with its minutes; empty until there is one.</summary>
    internal async Task<AgendaLine> DocumentsAsync(AgendaVisit at, CancellationToken cancellationToken)
    {
        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = AgendaItem.DocumentsOf(at.View.Meeting.Id);
        var item = await db.AgendaItems.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == at.Forum.Id, cancellationToken);
        var content = item?.Content ?? new AgendaItemContent { Title = Texts.OfMeeting };
        return at.Audience.Closed.See(new AgendaLine { Id = id, Number = 0, Version = item?.Version ?? 0, Content = content, IsOfMeeting = true });
    }

    /// <summary>The unanswered proposals to a meeting that the person may give files: all of them, or their own.</summary>
    internal async Task<IReadOnlyList<AgendaLine>> ProposalsAsync(ChatTurn turn, AgendaVisit at, CancellationToken cancellationToken)
    {
        await using var db = await meetings.ReadAsync(cancellationToken);
        var meeting = at.View.Meeting.Id;
        var proposals = await Proposals(db, at.Forum.Id, at.Access.May(AttachFile.NeedsOfOthers) ? null : turn.PersonId)
            .Where(item => item.MeetingId == meeting).OrderBy(item => item.AddedAt).ToListAsync(cancellationToken);
        return [.. proposals.Select(item => ToLine(item, at.Audience.Closed))];
    }

    /// <param name="by">Only this person's; null for everybody's.</param>
    internal static IQueryable<AgendaItem> Proposals(KlyngeContext db, ForumId forum, PersonId? by) =>
        db.AgendaItems.Where(item => item.ForumId == forum && item.Status == AgendaItemStatus.Proposed && (by == null || item.ProposedById == by));

    private static AgendaLine ToLine(AgendaItem item, ClosedReader reader) =>
        reader.See(new AgendaLine { Id = item.Id, Number = 0, Version = item.Version, Content = item.Content });
}
