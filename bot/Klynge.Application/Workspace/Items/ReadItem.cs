using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.Items;

/// <summary>Reads the page of an item for whoever may write it, with their own drafts in it.</summary>
internal sealed class ReadItem(IDbContextFactory<KlyngeContext> contexts, Gate gate, MeetingLookup desk)
{
    /// <summary>An item of the agenda.</summary>
    /// <param name="typed">What came back from the page and was not saved; null to show the drafts.</param>
    internal async Task<Result<ItemPage>> ItemAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, TypedItem? typed, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, meeting, item, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (line, view) = (at.Line, at.Visit.View.Meeting);
        var drafts = await db.DraftsAsync(item, turn.PersonId, cancellationToken);
        var page = new ItemPage
        {
            Meeting = view,
            ItemId = item,
            Number = line.Number,
            Version = line.Version,
            Fields = [],
            OtherWriters = await db.OtherWritersAsync(item, turn.PersonId, turn.Now, cancellationToken),
            Today = turn.Today,
            IsLate = view.AsksWhyItem(turn.Now),
        };
        return ItemDrawing.Draw(page, line.Content, at.Visit.Forum.Rules.Items, drafts, typed);
    }

    /// <summary>A new item.</summary>
    /// <param name="item">The id that it will get, as the page named it; null for the one that was begun on last, or another.</param>
    internal async Task<Result<ItemPage>> NewAsync(ChatTurn turn, MeetingId meeting, AgendaItemId? item, TypedItem? typed, CancellationToken cancellationToken)
    {
        var entered = await EnterAsync(turn, meeting, AddItem.Needs, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == meeting, cancellationToken)).CheckNotOver() is { } over)
            return over;

        var begun = await db.BegunAsync(meeting, turn.PersonId, cancellationToken);
        var id = await IdOfNewAsync(db, item ?? begun.FirstOrDefault()?.Id, isPosted: typed is not null, cancellationToken);
        if (!(await desk.MeetingAsync(visit.Forum.Id, meeting, cancellationToken)).TryGet(out var view, out error))
            return error;

        var page = new ItemPage
        {
            Meeting = view,
            ItemId = id,
            Number = 0,
            Version = 0,
            Fields = [],
            IsProposal = !visit.Access.May(Permission.ManageAgenda),
            Begun = begun.FindAll(one => one.Id != id),
            Today = turn.Today,
            IsLate = view.AsksWhyItem(turn.Now),
        };
        var empty = ItemFormReader.Empty with { Minutes = visit.Forum.Rules.Items.Minutes };
        return ItemDrawing.Draw(page, empty, visit.Forum.Rules.Items, await db.DraftsAsync(id, turn.PersonId, cancellationToken), typed);
    }

    /// <summary>How an item stands, for a page that is open: who else writes it, and what is saved by now.</summary>
    internal async Task<Result<ItemState>> StateAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, int seen, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, meeting, item, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var fields = at.Line.Version == seen ? [] : ItemFields.Of(at.Line.Content, at.Visit.Forum.Rules.Items, isProposal: false, at.Visit.View.Meeting.AsksWhyItem(turn.Now), []);
        return new ItemState(at.Line.Version, await db.OtherWritersAsync(item, turn.PersonId, turn.Now, cancellationToken), fields);
    }

    internal async Task<Result<ItemVisit>> FindAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, CancellationToken cancellationToken)
    {
        var entered = await EnterAsync(turn, meeting, EditItem.Needs, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var found = await desk.ItemsAsync(turn, visit, meeting, action: null, cancellationToken);
        if (!found.TryGet(out var at, out error))
            return error;

        // A closed item that the reader is kept out of is not there.
        return at.View.Lines.FirstOrDefault(line => line.Id == item) is not { IsHidden: false } line ? new ItemNotFound()
            : at.View.Meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled ? new MeetingNotFound()
            : new ItemVisit(at, line);
    }

    /// <summary>The page that made an item, opened again, is for another one; sent again, it finds what it made.</summary>
    private static async Task<AgendaItemId> IdOfNewAsync(KlyngeContext db, AgendaItemId? named, bool isPosted, CancellationToken cancellationToken) =>
        named is { } id && (isPosted || !await db.AgendaItems.AnyAsync(one => one.Id == id, cancellationToken)) ? id : AgendaItemId.New();

    private async Task<Result<Visit>> EnterAsync(ChatTurn turn, MeetingId meeting, Permission needs, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ForumOfAsync(meeting, cancellationToken) is { } forum ? await gate.EnterAsync(turn, forum, needs, cancellationToken) : new MeetingNotFound();
    }
}

/// <param name="Version">Of the item.</param>
/// <param name="Writers">Who else writes it now.</param>
/// <param name="Fields">What is saved, where it is another version than the page has; empty otherwise.</param>
public sealed record ItemState(int Version, IReadOnlyList<string> Writers, IReadOnlyList<ItemField> Fields);
