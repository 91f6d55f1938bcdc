using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Coming;

/// <summary>Reads the coming items. Whether the person may read the forum's at all is the caller's to check.</summary>
internal static class ComingQueries
{
    /// <summary>What it takes to read them; the command and the buttons that show them ask for this.</summary>
    internal const Permission Needs = Permission.ReadAgenda;

    /// <summary>What is still to come: what others propose first, then what waits by its wanted day, then what is on an agenda already.</summary>
    internal static async Task<IReadOnlyList<ComingView>> ComingItemsAsync(this KlyngeContext db, ForumId forum, CancellationToken cancellationToken)
    {
        var rows = await db.Rows(db.ComingItems.Where(coming => coming.ForumId == forum && coming.Status != ComingStatus.Dropped)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToView()).Where(view => view.State.IsToCome())
            .OrderBy(view => Rank(view.State)).ThenBy(view => view.Meeting).ThenBy(view => view.Wanted.From ?? view.Wanted.To ?? LocalDate.MaxIsoValue).ThenBy(view => view.Id.Value)];
    }

    /// <summary>Cases as a reader sees them: of a closed one no words to whoever may not read those, or is kept out of its item.</summary>
    internal static async Task<IReadOnlyList<ComingView>> SeenByAsync(
        this KlyngeContext db, IReadOnlyList<ComingView> views, ClosedReader reader, CancellationToken cancellationToken)
    {
        var closed = views.Where(view => view.IsOfClosed).SelectMany(view => view.Of).Distinct().ToList();
        var kept = reader.Person is { } person ? await db.ExcludedItemsAsync(person, closed, cancellationToken) : new HashSet<AgendaItemId>();
        return [.. views.Select(view => view.HiddenUnless(reader.MayRead && !view.Of.Any(kept.Contains)))];
    }

    /// <summary>One of the forum's, whatever has become of it; null where there is none.</summary>
    internal static async Task<ComingView?> ComingItemAsync(this KlyngeContext db, ForumId forum, ComingItemId id, CancellationToken cancellationToken) =>
        (await db.Rows(db.ComingItems.Where(coming => coming.Id == id && coming.ForumId == forum)).SingleOrDefaultAsync(cancellationToken))?.ToView();

    /// <summary>One question for everything that is said of coming items.</summary>
    internal static IQueryable<ComingRow> Rows(this KlyngeContext db, IQueryable<ComingItem> of) =>
        from coming in of
        from item in db.AgendaItems.Where(one => one.Id == coming.ItemId).DefaultIfEmpty()
        from meeting in db.Meetings.Where(one => one.Id == item!.MeetingId).DefaultIfEmpty()
        from source in db.AgendaItems.Where(one => one.Id == coming.FromItemId).DefaultIfEmpty()
        select new ComingRow
        {
            Coming = coming,
            Item = item,
            Meeting = meeting,
            Source = source,
            FromMeeting = db.Meetings.Where(one => one.Id == coming.FromMeetingId).Select(one => (LocalDate?)one.Date).FirstOrDefault(),
            FromForum = db.Forums.Where(one => one.Id == coming.FromForumId).Select(one => one.Name).FirstOrDefault(),
            IsSentOn = db.ComingItems.Any(next => next.FromComingId == coming.Id && next.Origin != ComingOrigin.News && (next.Status == ComingStatus.Proposed || next.Status == ComingStatus.Listed)),
            IsDecidedInWriting = coming.ItemId != null && db.WrittenProcedures.Any(one =>
                one.AgendaItemId == coming.ItemId && one.Status == ProcedureStatus.Closed && (one.Outcome == Outcome.Adopted || one.Outcome == Outcome.Rejected)),
            Agreement = db.Deadlines.Where(one => one.Id == coming.AgreementId).Select(one => (DeadlineStatus?)one.Status).FirstOrDefault(),
        };

    private static int Rank(ComingState state) => state switch
    {
        ComingState.Proposed => 0,
        ComingState.OnAgenda => 2,
        _ => 1,
    };
}

/// <summary>A case to come with what stands around it.</summary>
internal sealed record ComingRow
{
    internal required ComingItem Coming { get; init; }

    /// <summary>The item that it has become, on an agenda or off it.</summary>
    internal required AgendaItem? Item { get; init; }

    /// <summary>Of the item.</summary>
    internal required Meeting? Meeting { get; init; }

    /// <summary>The item in whose decision it stands.</summary>
    internal required AgendaItem? Source { get; init; }

    internal LocalDate? FromMeeting { get; init; }

    internal string? FromForum { get; init; }

    internal DeadlineStatus? Agreement { get; init; }

    /// <summary>Another forum has it from this one.</summary>
    internal bool IsSentOn { get; init; }

    /// <summary>Its item went out in writing, and that came to a yes or a no.</summary>
    internal bool IsDecidedInWriting { get; init; }

    internal ComingState State => Coming.StateBy(
        Item,
        Meeting,
        Agreement == DeadlineStatus.Removed,
        IsSentOn ? ComingElsewhere.SentOn : IsDecidedInWriting ? ComingElsewhere.DecidedInWriting : ComingElsewhere.No);

    /// <summary>The item that it comes from has been closed after it was sent here: its words are that forum's own from then on.</summary>
    internal bool IsClosedElsewhere => Coming.FromForumId is not null && Source is { Content.IsClosed: true };

    internal bool IsOfClosed => Coming.Content.IsClosed || Item is { Content.IsClosed: true } || Source is { Content.IsClosed: true };

    /// <summary>It is on the agenda of a meeting that was held, or decided on one that goes on: what stands there is not changed any more.</summary>
    internal bool HasStood => State is ComingState.NotReached or ComingState.Postponed or ComingState.Unsettled or ComingState.Returned;

    /// <summary>What goes on an agenda: the item as it was corrected there, and closed where its source is.</summary>
    internal AgendaItemContent Content => (Item?.Content ?? Coming.Content) is { IsClosed: false } open && IsOfClosed ? open with { IsClosed = true } : Item?.Content ?? Coming.Content;

    internal ComingView ToView()
    {
        var state = State;
        var stands = Item is { IsOnAgenda: true } && Meeting is { Status: not MeetingStatus.Cancelled };
        var view = new ComingView
        {
            Id = Coming.Id,
            ForumId = Coming.ForumId,
            Version = Coming.Version,
            State = state,
            Content = Content,
            Wanted = Coming.Wanted,
            Reading = Coming.Reading,
            Remark = Coming.Remark,
            FromForum = FromForum,
            FromMeeting = FromMeeting,
            MeetingId = stands ? Meeting!.Id : null,
            Meeting = stands ? Meeting!.Date : null,
            ItemId = stands ? Item!.Id : null,
            Number = stands ? Item!.Number : 0,
            Reason = Coming.Reason,
            IsOfClosed = IsOfClosed,
            Of = [.. new[] { Coming.ItemId, Coming.FromItemId }.OfType<AgendaItemId>()],
        };
        return IsClosedElsewhere ? view.HiddenUnless(readsClosed: false) : view;
    }
}
