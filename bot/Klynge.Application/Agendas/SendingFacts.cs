using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas;

/// <summary>What somebody is told before an agenda goes out, on the card and on the meeting's page alike: to whom, and what speaks against it.</summary>
internal sealed record SendingFacts
{
    /// <summary>Who get a card of their own, in the forum's order; the sender is not among them.</summary>
    internal required IReadOnlyList<string> People { get; init; }

    /// <summary>The chats and channels where the shared card will stand.</summary>
    internal required int Chats { get; init; }

    /// <summary>Why it cannot go out: the approval that the forum's rules ask for is missing. Null where nothing is waited for.</summary>
    internal string? Waits { get; init; }

    /// <summary>What somebody should know first, and may send it all the same.</summary>
    internal required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the question was drawn from, see <see cref="SendAgendaRequest.SeenSentAt"/>.</summary>
    internal required long SeenSentAt { get; init; }

    internal static async Task<SendingFacts> OfAsync(KlyngeContext db, ChatTurn turn, AgendaVisit at, CancellationToken cancellationToken)
    {
        var meeting = at.View.Meeting;
        var (chats, missing) = await ReachedAsync(db, at.Forum.Id, meeting.Id, cancellationToken);
        var labels = PeopleLabels.Of(at.View.Seats);
        return new SendingFacts
        {
            People = [.. at.View.Seats.Where(seat => seat.PersonId != turn.PersonId).DistinctBy(seat => seat.PersonId).Select(seat => labels.GetValueOrDefault(seat.PersonId, seat.Person.Name))],
            Chats = chats,
            Waits = at.View.Approval is { IsApproved: false } approval ? Approvals.Texts.NotApproved(at.Forum.Name, approval) : null,
            Warnings =
            [
                .. WarningsOf(turn, at, chats),
                .. missing.Count > 0 && meeting is { Status: MeetingStatus.Planned, AgendaSentAt: null } ? [Contributions.Texts.MissingBeforeSending(missing)] : Array.Empty<string>(),
            ],
            SeenSentAt = SendAgenda.SeenOf(meeting.AgendaSentAt),
        };
    }

    /// <summary>The chats that it reaches, and whose contributions are missing: they cannot send them afterwards.</summary>
    private static async Task<(int Chats, List<string> Missing)> ReachedAsync(KlyngeContext db, ForumId id, MeetingId meeting, CancellationToken cancellationToken)
    {
        var missing = db.Contributions.Where(one => one.WithdrawnAt == null && one.SentAt == null
            && db.AgendaItems.Any(item => item.Id == one.ItemId && item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted));
        var rows = await (
            from forum in db.Forums
            join one in missing on forum.Id equals one.ForumId into ofForum
            from one in ofForum.DefaultIfEmpty()
            where forum.Id == id
            select new { Chats = db.Conversations.Count(chat => chat.ForumId == id && !chat.IsGone), Heading = (string?)one.Heading }).ToListAsync(cancellationToken);
        return (rows[0].Chats, [.. rows.Select(row => row.Heading).OfType<string>().Order(DanishText.Comparer)]);
    }

    /// <summary>Bilag that came after the time limit and say nothing of why.</summary>
    private static List<string> LateUnsaid(AgendaView view) =>
    [
        .. view.Lines.Where(line => !line.IsHidden).SelectMany(line => line.Content.Attachments.Index()
            .Where(one => one.Item is { LateReason: null, AddedAt: { } added } && view.Meeting.AsksWhyAttachment(added))
            .Select(one => LateTexts.Named(one.Index + 1, line.Number))),
    ];

    private static IEnumerable<string> WarningsOf(ChatTurn turn, AgendaVisit visit, int chats)
    {
        var meeting = visit.View.Meeting;
        if (visit.View.Lines.Count == 0)
            yield return Texts.EmptyAgenda;

        if (meeting.AgendaSentAt is { } before)
            yield return Texts.SentBefore(DanishFormat.ShortDateAndTime(before));
        else if (turn.Now >= visit.Forum.Rules.AgendaOut.Before(meeting.Time.Date))
            yield return Texts.AgendaLate(DanishFormat.Date(visit.Forum.Rules.AgendaOut.DayBefore(meeting.Time.Date)));

        if (LateUnsaid(visit.View) is { Count: > 0 } late)
            yield return LateTexts.Unsaid(late);

        foreach (var overrun in Texts.Overrun(visit.View))
            yield return overrun;

        if (visit.View.Proposals > 0)
            yield return Texts.ProposalsOpen(visit.View.Proposals);

        if (chats == 0)
            yield return Texts.NoChats;
    }
}
