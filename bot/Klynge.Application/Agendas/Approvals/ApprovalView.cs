using Klynge.Application.Agendas.Changes;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>How it stands with the approval of one agenda, in a forum whose rules ask for it.</summary>
internal sealed record ApprovalView
{
    internal required AgendaApprovalRule Rule { get; init; }

    /// <summary>The agenda as it is now.</summary>
    internal required AgendaSnapshot Agenda { get; init; }

    /// <summary>Those whose approval the rule wants, in the forum's order; empty in a forum that nobody leads today.</summary>
    internal required IReadOnlyList<ApprovalLine> Chairs { get; init; }

    internal bool IsApproved => Rule == AgendaApprovalRule.CoChairs
        ? Chairs.Count > 0 && Chairs.All(chair => chair.State == ApprovalState.Approved)
        : Chairs.Any(chair => chair.State == ApprovalState.Approved);

    /// <summary>Those who have not approved it as it is.</summary>
    internal IEnumerable<ApprovalLine> Missing => Chairs.Where(chair => chair.State != ApprovalState.Approved);

    /// <summary>Where one approval is enough and is there, the others are not waited for.</summary>
    internal IEnumerable<ApprovalLine> Told => Rule == AgendaApprovalRule.Chair && IsApproved ? Chairs.Except(Missing) : Chairs;

    /// <summary>What has changed since somebody approved it; null where nobody has, or nothing has.</summary>
    internal AgendaDifference? Difference => Chairs.FirstOrDefault(chair => chair.State == ApprovalState.Outdated)?.Since(Agenda);
}

/// <param name="Approval">What the chair was asked and has answered; null for one who was not asked.</param>
/// <param name="RecordedBy">Who wrote the answer in; null where the chair pressed.</param>
/// <param name="IsReached">The bot can write to them in Teams, so that they press themselves.</param>
internal sealed record ApprovalLine(
    MemberId MemberId, PersonId PersonId, string Name, Role Role, AgendaApproval? Approval, ApprovalState State, string? RecordedBy, bool IsReached)
{
    /// <summary>What has changed since this chair approved it; null where they have not.</summary>
    internal AgendaDifference? Since(AgendaSnapshot agenda) =>
        Approval is { Approved: { } before } && before != agenda.ToString() ? agenda.Since(AgendaSnapshot.Read(before)) : null;

    /// <summary>Whether they can answer: they were asked, and it has not gone out since.</summary>
    internal bool IsOpen(Instant? sentAt) => Approval is { } asked && !(sentAt > asked.AskedAt);
}

internal static class ApprovalQueries
{
    /// <summary>An agenda with how its approval stands, where the forum's rules ask for one and the meeting is not over.</summary>
    /// <param name="view">With closed items: the mark is of everything that stands there.</param>
    internal static async Task<AgendaView> WithApprovalAsync(
        this KlyngeContext db, Forum forum, AgendaView view, LocalDate today, CancellationToken cancellationToken = default) =>
        forum.Rules.AgendaApproval == AgendaApprovalRule.None || view.Meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled || view.Lines.Any(line => line.IsHidden)
            ? view
            : view with { Approval = await db.ApprovalAsync(forum, view, today, cancellationToken) };

    internal static AgendaSnapshot SnapshotOf(AgendaView view) =>
        AgendaSnapshot.Of(view.Meeting.Time, view.Meeting.Place, view.Lines.Select(line => (line.Id, line.Content)));

    /// <summary>Who lead the forum on a day is by their seats then: whoever has stepped down approves nothing, and whoever came is asked.</summary>
    private static async Task<ApprovalView> ApprovalAsync(
        this KlyngeContext db, Forum forum, AgendaView view, LocalDate today, CancellationToken cancellationToken)
    {
        var (meeting, agenda) = (view.Meeting.Id, SnapshotOf(view));
        var rows = await db.ActiveSeats(forum.Id, today)
            .Where(seat => seat.Role == Role.Chair || seat.Role == Role.CoChair || seat.Role == Role.DeputyChair)
            .SelectMany(
                seat => db.AgendaApprovals.Where(approval => approval.MeetingId == meeting && approval.PersonId == seat.PersonId).DefaultIfEmpty(),
                (seat, approval) => new
                {
                    Seat = seat,
                    Approval = approval,
                    RecordedBy = db.People.Where(person => approval != null && person.Id == approval.RecordedById).Select(person => person.Name).FirstOrDefault(),
                    IsAway = db.Apologies.Any(apology => apology.MeetingId == meeting && apology.MemberId == seat.Id && apology.WithdrawnAt == null),
                    IsGone = db.Conversations.Any(chat => chat.PersonId == seat.PersonId && chat.IsGone),
                })
            .ToListAsync(cancellationToken);
        // Who may not read all of it cannot approve it.
        rows = rows.FindAll(row => !view.Lines.Any(line => line.Excluded.Contains(row.Seat.PersonId)));
        var away = rows.FindAll(row => row.IsAway).Select(row => row.Seat.Id).ToHashSet();
        var asked = AskedOf([.. rows.Select(row => row.Seat).Distinct()], away, forum.Rules.AgendaApproval).ToHashSet();
        var leads = rows.FindAll(row => asked.Contains(row.Seat));
        var labels = PeopleLabels.Of(rows.Select(row => row.Seat));
        return new ApprovalView
        {
            Rule = forum.Rules.AgendaApproval,
            Agenda = agenda,
            Chairs =
            [
                .. leads.DistinctBy(row => row.Seat.PersonId).Select(row => new ApprovalLine(
                    row.Seat.Id,
                    row.Seat.PersonId,
                    labels[row.Seat.PersonId],
                    row.Seat.Role,
                    row.Approval,
                    row.Approval?.StateOf(agenda) ?? ApprovalState.NotAsked,
                    row.RecordedBy,
                    row.Seat.Person.TeamsUserId is not null && !row.IsGone)),
            ],
        };
    }

    /// <summary>
    /// The chair, or all in the formandskab. The deputy chair stands in for them: asked beside the chair where one approval is enough and the
    /// chair has an apology for the meeting, and alone where everybody's is wanted and none of them comes.
    /// </summary>
    private static IReadOnlyList<ForumMember> AskedOf(List<ForumMember> seats, HashSet<MemberId> away, AgendaApprovalRule rule)
    {
        var leads = seats.InLead(seat => away.Contains(seat.Id));
        var deputies = leads.Where(seat => seat.Role == Role.DeputyChair && !away.Contains(seat.Id)).ToList();
        if (rule == AgendaApprovalRule.CoChairs)
            return deputies.Count > 0 ? deputies : leads;

        return leads.Any(seat => seat.Role == Role.Chair) ? [.. leads.Where(seat => seat.Role == Role.Chair), .. deputies] : leads;
    }

    /// <summary>What has changed, a line each, closed items without their titles.</summary>
    internal static async Task<IReadOnlyList<string>> LinesOfAsync(
        this KlyngeContext db, AgendaView view, AgendaDifference? difference, CancellationToken cancellationToken = default)
    {
        if (difference is null)
            return [];

        var gone = difference.TakenOff.Count == 0 ? []
            : await db.AgendaItems.AsNoTracking().Where(item => difference.TakenOff.Contains(item.Id)).ToListAsync(cancellationToken);
        return
        [
            .. difference.HeadChanged ? [Texts.TimeOrPlace] : Array.Empty<string>(),
            .. view.Lines.Where(line => difference.Added.Contains(line.Id)).Select(line => Line(AgendaChangeKind.New, line.Number, line.Content)),
            .. view.Lines.Where(line => difference.Changed.Contains(line.Id)).Select(line => Line(AgendaChangeKind.Changed, line.Number, line.Content)),
            .. gone.OrderBy(item => item.RemovedFrom).Select(item => Line(AgendaChangeKind.TakenOff, 0, item.Content)),
            .. difference.IsReordered ? [Texts.Reordered] : Array.Empty<string>(),
        ];

        static string Line(AgendaChangeKind kind, int number, AgendaItemContent content) =>
            ChangeTexts.Line(new AgendaChange(kind, number, NoticeTitle.Of(content), Reason: null));
    }
}
