using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace.Council;

/// <summary>An item for a member who took part in it: what they have said against it, and whether its decision can be stopped now.</summary>
internal sealed class ReadMemberItem(IDbContextFactory<KlyngeContext> contexts, Gate gate, MeetingLookup desk)
{
    public async Task<Result<MemberItemPage>> HandleAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ForumOfAsync(meeting, cancellationToken) is not { } forum)
            return new MeetingNotFound();

        if (!(await gate.EnterAsync(turn, forum, StateDissent.Needs, cancellationToken)).TryGet(out var visit, out var error)
            || !(await desk.ItemsAsync(turn, visit, meeting, action: null, cancellationToken)).TryGet(out var at, out error))
        {
            return error;
        }

        if (at.View.Lines.FirstOrDefault(one => one.Id == item) is not { } line)
            return new ItemNotFound();

        if (line.IsHidden)
            return new ItemIsClosedHere();

        if (at.View.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held))
            return new DissentBeforeMeeting();

        var held = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == meeting, cancellationToken);
        if (await AttendedMember.OfAsync(db, visit.Forum, held, item, turn.PersonId, cancellationToken) is not { } own)
            return new NotAtTheItem();

        var page = PageOf(visit, at.View, line) with
        {
            Said = line.Content.Dissents.FirstOrDefault(one => one.IsOf(own.Seat.Id)),
            HasStopped = line.Content.Stops.Any(one => one.Seat == own.Seat.Id),
        };
        return page.Dissents is null && page is { Stops: null, HasStopped: false } ? new RightIsOff(CouncilTexts.Dissent, visit.Forum.Name, visit.Forum.Rules.DissentingOpinion.Source) : page;
    }

    private static MemberItemPage PageOf(Visit visit, AgendaView view, AgendaLine line)
    {
        var rules = visit.Forum.Rules;
        return new MemberItemPage(view.Meeting, line)
        {
            Dissents = rules.DissentingOpinion.Allowed && !view.IsFinal ? rules.DissentingOpinion : null,
            Stops = StopDecision.CheckOpen(visit.Forum, view.Meeting.Status, line.Decision, line.Content.Recommendations.Count) is null ? rules.StopExecution : null,
        };
    }
}

/// <param name="Line">The item as its reader may see it.</param>
public sealed record MemberItemPage(MeetingView Meeting, AgendaLine Line)
{
    /// <summary>The right to an afvigende mening, with its source; null where there is none, or the minutes are approved.</summary>
    public LegalSwitch? Dissents { get; init; }

    /// <summary>The right to stop the decision, with its source; null where nobody can stop it now.</summary>
    public LegalSwitch? Stops { get; init; }

    /// <summary>What the reader has said already; null for nothing.</summary>
    public DissentingOpinion? Said { get; init; }

    public bool HasStopped { get; init; }

    /// <summary>What was typed and not saved; null for a page that was opened.</summary>
    public TypedDissent? Typed { get; init; }

    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    public string? Refusal { get; init; }
}

/// <param name="Reason">What goes along with the case.</param>
public sealed record TypedDissent(string Text, bool GoesAlong, string Reason);
