using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Minutes;
using Klynge.Application.Workspace.MeetingParts;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace;

/// <summary>
/// A meeting's agenda as the reader may see it: what »dagsorden« answers in their own chat, and for the secretariat what its cards ask about.
/// It takes the same number of questions to the database whatever the number of items.
/// </summary>
internal sealed class ReadMeeting(IDbContextFactory<KlyngeContext> contexts, Gate gate, MeetingLookup desk, ShowMinutes minutes, KeepAgendaRead keep)
{
    /// <summary>The agenda, with no form open on it.</summary>
    public Task<Result<MeetingPage>> HandleAsync(ChatTurn turn, MeetingId meeting, CancellationToken cancellationToken) =>
        HandleAsync(turn, meeting, new MeetingLook(MeetingShows.Agenda), cancellationToken);

    public async Task<Result<MeetingPage>> HandleAsync(ChatTurn turn, MeetingId meeting, MeetingLook look, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ForumOfAsync(meeting, cancellationToken) is not { } forum)
            return new MeetingNotFound();

        var entered = await gate.EnterAsync(turn, forum, AgendaQueries.Needs, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var found = await desk.AgendaAsync(turn, visit, meeting, action: null, cancellationToken);
        if (!found.TryGet(out var at, out error))
            return error;

        var page = new MeetingPage(at.View, turn.Today, visit.Forum.Key, visit.Access.May(ReadForum.Needs)) { Now = turn.Now, IsMember = at.Audience.IsMember };
        var may = MeetingMay.Of(visit, at.View);
        if (may.Arrange && look.Shows is MeetingShows.AsMember or MeetingShows.AsObserver)
            return page with { Agenda = SeenBy(at.View, look.Shows), Look = look };

        page = page with
        {
            MayAddItems = at.View.Meeting.Status is not (MeetingStatus.Held or MeetingStatus.Cancelled) && visit.Access.May(AddItem.Needs) && !visit.Forum.IsOverFor(AddItem.Needs),
        };
        var parts = await db.ItemPartsAsync(turn, visit, at.View, may, cancellationToken);
        page = page with
        {
            May = may with { Settle = parts.Values.Any(one => one.Agreements.Any(agreement => agreement is { IsOpen: true, MayChange: true })) },
            Look = Allowed(may, page, look),
            Parts = parts,
            Minutes = await MinutesAsync(turn, visit, at.View, cancellationToken),
        };
        if (page.Presses && await keep.HandleAsync(turn.Caller, visit.Forum.Id, meeting, cancellationToken) is { } then)
            page = page with { SinceRead = await AgendaChanges.SinceAsync(db, meeting, then, cancellationToken) };

        return await ForSecretariatAsync(turn, at, page, cancellationToken);
    }

    /// <summary>An item that an act is about, as the person reads it: whoever may not read it decides nothing on it and gives it nothing.</summary>
    public async Task<Result<AgendaLine>> ItemAsync(ChatTurn turn, Visit visit, MeetingId meeting, AgendaItemId item, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, meeting, action: null, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        return at.View.Lines.FirstOrDefault(line => line.Id == item) is not { } line ? new ItemNotFound()
            : line.IsHidden ? new ItemIsClosedHere()
            : line;
    }

    /// <summary>Where an item stands now; 0 for one that is on no agenda.</summary>
    public async Task<int> NumberOfAsync(AgendaItemId item, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AgendaItems.Where(one => one.Id == item).Select(one => one.Number).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A form that is not the reader's, or about nothing that is there, is no form.</summary>
    private static MeetingLook Allowed(MeetingMay may, MeetingPage page, MeetingLook look)
    {
        var chosen = (page with { Look = look }).Chosen;
        var isOpen = look.Shows switch
        {
            MeetingShows.Sending => may.Arrange,
            MeetingShows.Decline => may.Arrange && look.Item is not null,
            MeetingShows.Decision => may.Decide && chosen is not null,
            MeetingShows.Answers => may.Decide && chosen is { Content.Recommendations.Count: > 0 },
            MeetingShows.Upload => may.Attach && chosen is not null,
            MeetingShows.Marks => may.Attach && chosen is not null && look.Attachment is { } id && AttachmentList.Find(chosen.Content, id) is not null,
            MeetingShows.RollCall => may.CallRoll,
            MeetingShows.Agenda => chosen is not null,
            _ => chosen is not null && MayOpen(may, look, chosen),
        };
        return isOpen ? look : new MeetingLook(MeetingShows.Agenda);
    }

    private static bool MayOpen(MeetingMay may, MeetingLook look, AgendaLine chosen) => look.Shows switch
    {
        MeetingShows.Agreement or MeetingShows.DropAgreement => may.Agree,
        MeetingShows.FollowUp => may.AnswerFound,
        MeetingShows.Contribution => may.Ask,
        MeetingShows.Vote or MeetingShows.Addition => may.Decide,
        MeetingShows.Ballot => may.OpenBallot && !chosen.HasBallot,
        MeetingShows.ItemAttendance => may.Attend,
        MeetingShows.Exclusion => may.Exclude && chosen.Content.IsClosed,
        MeetingShows.Guest => may.Invite,
        _ => false,
    };

    /// <summary>As others will read it, with nothing to press.</summary>
    private static AgendaView SeenBy(AgendaView view, MeetingShows shows) =>
        shows == MeetingShows.AsMember ? view : view with { Lines = [.. view.Lines.Select(AgendaLines.Hide)] };

    private async Task<MinutesView?> MinutesAsync(ChatTurn turn, Visit visit, AgendaView view, CancellationToken cancellationToken)
    {
        if (view.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held) || !visit.Access.May(ShowMinutes.Needs))
            return null;

        var shown = await minutes.HandleAsync(visit, new ShowMinutesRequest(view.Meeting.Id, OthersRead: !turn.IsPersonal), cancellationToken);
        return shown.TryGet(out var own, out _) ? own : null;
    }

    private async Task<MeetingPage> ForSecretariatAsync(ChatTurn turn, AgendaVisit at, MeetingPage page, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var (forum, meeting) = (at.Forum, at.View.Meeting);
        if (page.May.Arrange)
        {
            page = page with
            {
                TakenOff = await db.TakenOffAsync(meeting.Id, at.Audience.Closed, cancellationToken),
                Proposals = at.View.Proposals == 0 ? [] : await db.ProposalsOfAsync(forum, meeting, at.Audience.Closed, turn.Today, cancellationToken),
                Contributions = [.. (await db.ContributionsOfMeetingAsync(forum.Id, meeting.Id, cancellationToken)).Where(one => page.Agenda.Lines.Any(line => line.Id == one.Item.Id && !line.IsHidden))],
            };
        }

        if (page is { Look.Shows: >= MeetingShows.Agreement, Chosen: { } chosen })
            return await db.ItemFormAsync(turn, at.Visit, page, chosen, cancellationToken) is { } form ? page with { Form = form } : page with { Look = new MeetingLook(MeetingShows.Agenda) };

        return page.Look.Shows switch
        {
            MeetingShows.Decline when !page.Proposals.Any(one => one.Id == page.Look.Item) => page with { Look = new MeetingLook(MeetingShows.Agenda) },
            MeetingShows.Sending => page with { Sending = await SendingFacts.OfAsync(db, turn, at, cancellationToken) },
            MeetingShows.RollCall => page with { RollCall = await db.RollCallAsync(forum.Id, meeting.Id, cancellationToken) },
            _ => page,
        };
    }
}

internal static class MeetingForums
{
    internal static Task<ForumId?> ForumOfAsync(this KlyngeContext db, MeetingId meeting, CancellationToken cancellationToken) =>
        db.Meetings.Where(one => one.Id == meeting).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken);
}
