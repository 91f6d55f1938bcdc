using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>One item (punkt) of an agenda, from a member's proposal to the decision in the minutes.</summary>
public sealed class AgendaItem
{
    public AgendaItemId Id { get; private init; } = AgendaItemId.New();

    public required ForumId ForumId { get; init; }

    public required MeetingId MeetingId { get; set; }

    /// <summary>Place on the agenda, 1…n without gaps among the accepted items; 0 while it is not on the agenda.</summary>
    public int Number { get; set; }

    public required AgendaItemContent Content { get; set; }

    public AgendaItemStatus Status { get; private set; } = AgendaItemStatus.Accepted;

    public PersonId? ProposedById { get; init; }

    /// <summary>Why the secretariat declined it or moved it; the proposer is told.</summary>
    public string? AnswerReason { get; private set; }

    /// <summary>Time slot as imported minutes print it; null for items that have a length only.</summary>
    public LocalTime? SlotStart { get; set; }

    public LocalTime? SlotEnd { get; set; }

    /// <summary>When it came on the agenda; later than the meeting's <see cref="Meeting.AgendaSentAt"/> it is shown as »nyt«.</summary>
    public required Instant AddedAt { get; set; }

    /// <summary>The last change of its content; later than <see cref="Meeting.AgendaSentAt"/> it is shown as »ændret«.</summary>
    public Instant? ChangedAt { get; private set; }

    /// <summary>Beslutning: the text that stands in the minutes.</summary>
    public string? Decision { get; private set; }

    public Instant? DecidedAt { get; private set; }

    /// <summary>The item that this one continues: postponed from an earlier meeting, or sent on by another forum.</summary>
    public AgendaItemId? ContinuesId { get; init; }

    /// <summary>Counts up with every change, so that two people who edit the same item notice each other.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOnAgenda => Status == AgendaItemStatus.Accepted;

    public static AgendaItem Propose(Meeting meeting, AgendaItemContent content, PersonId by, Instant now) => new()
    {
        ForumId = meeting.ForumId,
        MeetingId = meeting.Id,
        Content = content,
        Status = AgendaItemStatus.Proposed,
        ProposedById = by,
        AddedAt = now,
    };

    public static AgendaItem Add(Meeting meeting, int number, AgendaItemContent content, Instant now) => new()
    {
        ForumId = meeting.ForumId,
        MeetingId = meeting.Id,
        Number = number,
        Content = content,
        AddedAt = now,
    };

    /// <summary>Takes an item up again at a later meeting: postponed with its material, its own history stays where it was.</summary>
    public static AgendaItem Continue(AgendaItem earlier, Meeting meeting, int number, Instant now) => new()
    {
        ForumId = meeting.ForumId,
        MeetingId = meeting.Id,
        Number = number,
        Content = earlier.Content,
        ProposedById = earlier.ProposedById,
        ContinuesId = earlier.Id,
        AddedAt = now,
    };

    /// <summary>The secretariat takes a proposal onto the agenda of its meeting, or of another one of the forum.</summary>
    public Result<Done> Accept(Meeting meeting, int number, string? reason, Instant now)
    {
        if (Status != AgendaItemStatus.Proposed)
        {
            return new ProposalAlreadyAnswered();
        }

        (Status, MeetingId, Number, AnswerReason, AddedAt) = (AgendaItemStatus.Accepted, meeting.Id, number, reason, now);
        Version++;
        return default(Done);
    }

    public Result<Done> Decline(string reason)
    {
        if (Status != AgendaItemStatus.Proposed)
        {
            return new ProposalAlreadyAnswered();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        (Status, AnswerReason) = (AgendaItemStatus.Declined, reason);
        Version++;
        return default(Done);
    }

    /// <param name="content">The new content, whole.</param>
    /// <param name="seenVersion">The version that the person had open.</param>
    /// <param name="now">The time of the change.</param>
    public Result<Done> Edit(AgendaItemContent content, int seenVersion, Instant now)
    {
        if (Status is AgendaItemStatus.Declined or AgendaItemStatus.Removed)
        {
            return new ItemNotFound();
        }

        if (seenVersion != Version)
        {
            return new ChangedMeanwhile();
        }

        (Content, ChangedAt) = (content, now);
        Version++;
        return default(Done);
    }

    public Result<Done> Remove()
    {
        if (Status == AgendaItemStatus.Removed)
        {
            return new ItemNotFound();
        }

        (Status, Number) = (AgendaItemStatus.Removed, 0);
        Version++;
        return default(Done);
    }

    /// <summary>Takes a removed item back onto the agenda: the undo of <see cref="Remove"/>.</summary>
    public Result<Done> Restore(int number)
    {
        if (Status != AgendaItemStatus.Removed)
        {
            return new ItemNotFound();
        }

        (Status, Number) = (AgendaItemStatus.Accepted, number);
        Version++;
        return default(Done);
    }

    /// <summary>Writes the decision. An empty text takes it away again; a decision can be rewritten until the minutes are approved.</summary>
    public Result<Done> Decide(string? decision, Instant now)
    {
        if (!IsOnAgenda)
        {
            return new ItemNotFound();
        }

        (Decision, DecidedAt) = string.IsNullOrWhiteSpace(decision) ? (null, null) : (decision, (Instant?)now);
        Version++;
        return default(Done);
    }
}
