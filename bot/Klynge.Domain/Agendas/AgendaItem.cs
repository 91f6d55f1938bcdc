using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>One item (punkt) of an agenda, from a member's proposal to the decision in the minutes.</summary>
public sealed class AgendaItem
{
    public AgendaItemId Id { get; init; } = AgendaItemId.New();

    public required ForumId ForumId { get; init; }

    public required MeetingId MeetingId { get; set; }

    /// <summary>Place on the agenda, 1…n without gaps among the accepted items; 0 while it is not on the agenda.</summary>
    public int Number { get; set; }

    /// <summary>Where it stood when it was taken off, so that it can be put back there; null while it is on the agenda, and for a proposal.</summary>
    public int? RemovedFrom { get; private set; }

    /// <summary>When that was; null for items taken off before this was kept.</summary>
    public Instant? RemovedAt { get; private set; }

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

    /// <summary>What stood there before the latest change of the decision, for its undo; null when nothing did.</summary>
    public string? DecisionBefore { get; private set; }

    /// <summary>The <see cref="Version"/> that the latest change of the decision made, which its undo names; null while there was none.</summary>
    public int? DecisionChange { get; private set; }

    /// <summary>The change that the latest one took back, so that a second press of the same undo is known; null when it took back none.</summary>
    public int? DecisionUndid { get; private set; }

    /// <summary>The item that this one continues: postponed from an earlier meeting, or sent on by another forum.</summary>
    public AgendaItemId? ContinuesId { get; init; }

    /// <summary>The case that it is a stop of; null until it is first decided or sent on.</summary>
    public CaseKey? Case { get; private set; }

    /// <summary>Counts up with every change, so that two people who edit the same item notice each other.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOnAgenda => Status == AgendaItemStatus.Accepted;

    /// <param name="id">The id that the form was drawn with, so that a form that is sent twice makes one item; null for a new one.</param>
    public static AgendaItem Propose(Meeting meeting, AgendaItemContent content, PersonId by, Instant now, AgendaItemId? id = null) => new()
    {
        Id = id ?? AgendaItemId.New(),
        ForumId = meeting.ForumId,
        MeetingId = meeting.Id,
        Content = content,
        Status = AgendaItemStatus.Proposed,
        ProposedById = by,
        AddedAt = now,
    };

    /// <summary>What holds the documents that go out with the minutes. Its id follows from the meeting's, so that there is one for each and a form can name it before it is there.</summary>
    /// <param name="title">What people read in the place of an item's title.</param>
    public static AgendaItem ForDocuments(Meeting meeting, string title, Instant now) => new()
    {
        Id = DocumentsOf(meeting.Id),
        ForumId = meeting.ForumId,
        MeetingId = meeting.Id,
        Content = new AgendaItemContent { Title = title, Kind = AgendaItemKind.Information },
        Status = AgendaItemStatus.OfMeeting,
        AddedAt = now,
    };

    /// <summary>The id of what holds a meeting's documents: always the same, and no id of anything else.</summary>
    public static AgendaItemId DocumentsOf(MeetingId meeting) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"documents\n{meeting.Value:N}")).AsSpan(0, 16)));

    /// <inheritdoc cref="Propose"/>
    public static AgendaItem Add(Meeting meeting, int number, AgendaItemContent content, Instant now, AgendaItemId? id = null) => new()
    {
        Id = id ?? AgendaItemId.New(),
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
        Content = earlier.Content with { LateReason = null, Attachments = [.. earlier.Content.Attachments.Select(one => one.OnTime())], Additions = [], Votes = [], Dissents = DissentingOpinion.Along(earlier.Content.Dissents), Stops = [], Impartiality = [] },
        ProposedById = earlier.ProposedById,
        ContinuesId = earlier.Id,
        Case = earlier.Case,
        AddedAt = now,
    };

    /// <summary>Makes it a stop of a case. It stays in the case that it came to first. It is the same item for whoever edits it.</summary>
    public void JoinCase(CaseKey key) => Case ??= key;

    /// <summary>The secretariat takes a proposal onto the agenda of its meeting, or of another one of the forum.</summary>
    public Result<Done> Accept(Meeting meeting, int number, string? reason, Instant now)
    {
        if (Status != AgendaItemStatus.Proposed)
            return new ProposalAlreadyAnswered();

        (Status, MeetingId, Number, AnswerReason, AddedAt) = (AgendaItemStatus.Accepted, meeting.Id, number, reason, now);
        Version++;
        return default(Done);
    }

    public Result<Done> Decline(string reason)
    {
        if (Status == AgendaItemStatus.Declined && AnswerReason == reason)
            return default(Done);

        if (Status != AgendaItemStatus.Proposed)
            return new ProposalAlreadyAnswered();

        if (string.IsNullOrWhiteSpace(reason))
            return new ReasonMissing();

        (Status, AnswerReason) = (AgendaItemStatus.Declined, reason);
        Version++;
        return default(Done);
    }

    /// <param name="content">The new content, whole.</param>
    /// <param name="seenVersion">The version that the person had open.</param>
    /// <param name="now">The time of the change.</param>
    public Result<Done> Edit(AgendaItemContent content, int seenVersion, Instant now)
    {
        if (Status is AgendaItemStatus.Declined or AgendaItemStatus.Removed or AgendaItemStatus.OfMeeting)
            return new ItemNotFound();

        if (content.IsSame(Content))
            return default(Done);

        if (seenVersion != Version)
            return new ChangedMeanwhile();

        (Content, ChangedAt) = (content, now);
        Version++;
        return default(Done);
    }

    /// <summary>Makes it a closed item, wherever it stands and whatever has become of it: the matter that it is part of has been closed.</summary>
    public void CloseOff(Instant now)
    {
        (Content, ChangedAt) = (Content with { IsClosed = true }, now);
        Version++;
    }

    /// <summary>Attachments that lie elsewhere now. It is the same item for whoever edits it.</summary>
    /// <param name="from">The addresses that lead nowhere any more.</param>
    public void MoveAttachments(IReadOnlySet<string?> from, string to) => Content = Content with
    {
        Attachments = [.. Content.Attachments.Select(one => from.Contains(one.Url) ? one with { Url = to } : one)],
    };

    /// <summary>Its attachments are others now. It is the same item for whoever edits its words meanwhile, and a change for whoever reads it.</summary>
    /// <param name="content">By <see cref="AttachmentList"/>, from the content as it stands.</param>
    public void ChangeAttachments(AgendaItemContent content, Instant now) => (Content, ChangedAt) = (content, now);

    /// <summary>They belong to the minutes, so the agenda is no other for it.</summary>
    public void SetAdditions(IReadOnlyList<SecretariatAddition> additions) => Content = Content with { Additions = additions };

    /// <inheritdoc cref="SetAdditions"/>
    public void SetVotes(IReadOnlyList<ItemVote> votes) => Content = Content with { Votes = votes };

    /// <inheritdoc cref="SetAdditions"/>
    public void SetDissents(IReadOnlyList<DissentingOpinion> dissents) => Content = Content with { Dissents = dissents };

    /// <inheritdoc cref="SetAdditions"/>
    public void SetStops(IReadOnlyList<ExecutionStop> stops) => Content = Content with { Stops = stops };

    /// <inheritdoc cref="SetAdditions"/>
    public void SetImpartiality(IReadOnlyList<ImpartialityQuestion> questions) => Content = Content with { Impartiality = questions };

    public Result<Done> Remove(Instant now)
    {
        if (Status is AgendaItemStatus.Removed or AgendaItemStatus.OfMeeting)
            return new ItemNotFound();

        (Status, RemovedFrom, RemovedAt, Number) = (AgendaItemStatus.Removed, IsOnAgenda ? Number : null, now, 0);
        Version++;
        return default(Done);
    }

    /// <summary>Takes a removed item back onto the agenda: the undo of <see cref="Remove"/>.</summary>
    public Result<Done> Restore(int number)
    {
        if (Status != AgendaItemStatus.Removed)
            return new ItemNotFound();

        (Status, RemovedFrom, RemovedAt, Number) = (AgendaItemStatus.Accepted, null, null, number);
        Version++;
        return default(Done);
    }

    /// <summary>
    /// Writes the decision, until the minutes are approved. An empty text is no decision and changes nothing: <see cref="RemoveDecision"/>
    /// takes one away. A text that others wrote is replaced only by somebody who has seen it: version 3 was read, »Godkendt.« was written
    /// meanwhile as version 4, so the text for version 3 waits for a yes.
    /// </summary>
    /// <param name="seenVersion">The version that the person had open; null for who had none, as in chat.</param>
    public Result<Done> Decide(string? decision, int? seenVersion, Instant now)
    {
        if (!IsOnAgenda)
            return new ItemNotFound();

        if (string.IsNullOrWhiteSpace(decision))
            return new DecisionMissing();

        if (decision == Decision)
            return default(Done);

        if (Decision is { } standing && seenVersion != Version)
            return new DecisionStands(Number, standing);

        ChangeDecision(decision, undoes: null, now);
        return default(Done);
    }

    /// <summary>Takes the decision away. It can be had back by <see cref="UndoDecision"/>.</summary>
    /// <param name="seenVersion">The version that the person had open.</param>
    public Result<Done> RemoveDecision(int seenVersion, Instant now)
    {
        if (!IsOnAgenda)
            return new ItemNotFound();

        if (Decision is null)
            return default(Done);

        if (seenVersion != Version)
            return new ChangedMeanwhile();

        ChangeDecision(null, undoes: null, now);
        return default(Done);
    }

    /// <summary>Takes the latest change of the decision back, and is such a change itself. Pressed again for the same change, it does nothing.</summary>
    /// <param name="change">The <see cref="DecisionChange"/> to take back.</param>
    public Result<Done> UndoDecision(int change, Instant now)
    {
        if (!IsOnAgenda)
            return new ItemNotFound();

        if (DecisionUndid == change)
            return default(Done);

        if (DecisionChange != change)
            return new ChangedMeanwhile();

        ChangeDecision(DecisionBefore, undoes: change, now);
        return default(Done);
    }

    private void ChangeDecision(string? decision, int? undoes, Instant now)
    {
        (DecisionBefore, Decision) = (Decision, decision);
        DecidedAt = decision is null ? null : now;
        Version++;
        (DecisionChange, DecisionUndid) = (Version, undoes);
    }
}
