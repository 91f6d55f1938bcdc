using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>A meeting's agenda as the reader may see it: what »dagsorden« answers in their own chat.</summary>
internal sealed class ReadMeeting(IDbContextFactory<KlyngeContext> contexts, Gate gate, MeetingLookup desk, KeepAgendaRead keep)
{
    public async Task<Result<MeetingPage>> HandleAsync(ChatTurn turn, MeetingId meeting, CancellationToken cancellationToken)
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

        var since = await keep.HandleAsync(turn.Caller, visit.Forum.Id, meeting, cancellationToken);
        return new MeetingPage(at.View, turn.Today, visit.Forum.Key, visit.Access.May(ReadForum.Needs))
        {
            SinceRead = since is { } then ? await AgendaChanges.SinceAsync(db, meeting, then, cancellationToken) : [],
            MayEditItems = IsAhead(at.View) && visit.Access.May(EditItem.Needs) && !visit.Forum.IsOverFor(EditItem.Needs),
            MayAddItems = IsAhead(at.View) && visit.Access.May(AddItem.Needs) && !visit.Forum.IsOverFor(AddItem.Needs),
        };
    }

    private static bool IsAhead(AgendaView view) => view.Meeting.Status is not (MeetingStatus.Held or MeetingStatus.Cancelled);
}

internal static class MeetingForums
{
    internal static Task<ForumId?> ForumOfAsync(this KlyngeContext db, MeetingId meeting, CancellationToken cancellationToken) =>
        db.Meetings.Where(one => one.Id == meeting).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken);
}

/// <param name="MayOpenForum">The reader may see the forum's own page.</param>
public sealed record MeetingPage(AgendaView Agenda, LocalDate Today, string ForumKey, bool MayOpenForum)
{
    public bool MayEditItems { get; init; }

    public bool MayAddItems { get; init; }

    /// <summary>What has changed since the reader read it last.</summary>
    public IReadOnlyList<AgendaChange> SinceRead { get; init; } = [];
}
