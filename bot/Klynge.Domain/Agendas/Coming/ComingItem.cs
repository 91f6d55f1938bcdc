using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Domain.Agendas.Coming;

/// <summary>
/// Kommende punkt: a case that waits for one of a forum's later meetings. It is put on one agenda at a time, and what it is worth there
/// follows from that item: taken off the agenda the case waits again, postponed it goes with the item, decided it is no more to come.
/// </summary>
public sealed class ComingItem
{
    public const int MaxRemarkLength = 500;
    public const int MaxReasonLength = 500;

    public ComingItemId Id { get; init; } = ComingItemId.New();

    /// <summary>The forum that is to take it up.</summary>
    public required ForumId ForumId { get; init; }

    /// <summary>What goes on the agenda, whole.</summary>
    public required AgendaItemContent Content { get; set; }

    public ComingStatus Status { get; private set; } = ComingStatus.Listed;

    public string? WantedWords { get; private set; }

    public WantedKind WantedKind { get; private set; }

    public LocalDate? WantedFrom { get; private set; }

    public LocalDate? WantedTo { get; private set; }

    /// <summary>First or second reading; null where the case has one only.</summary>
    public int? Reading { get; private set; }

    /// <summary>What the secretariat writes to itself and the members about it.</summary>
    public string? Remark { get; private set; }

    /// <summary>The other forum that it comes from; null for one of the forum's own.</summary>
    public ForumId? FromForumId { get; init; }

    /// <summary>The meeting whose decision it comes from; null for one that the secretariat typed.</summary>
    public MeetingId? FromMeetingId { get; init; }

    /// <summary>The item in whose decision it stands.</summary>
    public AgendaItemId? FromItemId { get; init; }

    /// <summary>The agreement that it keeps; null for none.</summary>
    public DeadlineId? AgreementId { get; init; }

    /// <summary>The item that it has become, on an agenda or taken off it; null while it has never been on one.</summary>
    public AgendaItemId? ItemId { get; private set; }

    /// <summary>How it came to the forum.</summary>
    public ComingOrigin Origin { get; init; }

    /// <summary>What the case is in the forum that sent it; null for one that was not sent.</summary>
    public ComingItemId? FromComingId { get; init; }

    /// <summary>It was sent by what was decided, and goes back when that is taken back.</summary>
    public bool IsByDecision { get; private set; }

    /// <summary>The case that it is a stop of; null until that has a number.</summary>
    public CaseKey? Case { get; private set; }

    /// <summary>When the forum that it was sent on to said no, or it was called back from there; null for never.</summary>
    public Instant? ReturnedAt { get; private set; }

    public required Instant AddedAt { get; init; }

    public PersonId? AddedById { get; init; }

    /// <summary>Why it was dropped; whoever proposed it reads it.</summary>
    public string? Reason { get; private set; }

    public Instant? DroppedAt { get; private set; }

    /// <summary>Counts up with every change.</summary>
    public int Version { get; private set; } = 1;

    public Wanted Wanted => new(WantedKind, WantedWords, WantedFrom, WantedTo);

    /// <summary>Whether it can still come to stand on an agenda of its forum, or does.</summary>
    public bool IsInForce => Status is ComingStatus.Proposed or ComingStatus.Listed;

    public static ComingItem Add(NewComingItem request, PersonId? by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var coming = new ComingItem
        {
            Id = request.Id ?? ComingItemId.New(),
            ForumId = request.ForumId,
            Content = request.Details.Content,
            FromForumId = request.FromForumId,
            FromMeetingId = request.FromMeetingId,
            FromItemId = request.FromItemId,
            AgreementId = request.AgreementId,
            Origin = request.Origin,
            FromComingId = request.FromComingId,
            IsByDecision = request.IsByDecision,
            Case = request.Case,
            AddedAt = now,
            AddedById = by,
            Status = request.IsProposal ? ComingStatus.Proposed : ComingStatus.Listed,
        };
        coming.Take(request.Details);
        return coming;
    }

    /// <summary>Corrects it, the wanted meeting among the rest. What is on an agenda is corrected there.</summary>
    /// <param name="seenVersion">The version that the person had open.</param>
    public Result<Done> Edit(ComingDetails details, int seenVersion)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (Status is ComingStatus.Dropped or ComingStatus.Recalled)
            return new ComingItemNotFound();

        if (IsSame(details))
            return default(Done);

        if (seenVersion != Version)
            return new ComingItemChanged();

        Take(details);
        Version++;
        return default(Done);
    }

    /// <summary>The secretariat takes on what another forum's has proposed.</summary>
    public Result<Done> Accept()
    {
        if (Status is ComingStatus.Dropped or ComingStatus.Recalled)
            return new ComingItemNotFound();

        Version += Status == ComingStatus.Proposed ? 1 : 0;
        Status = ComingStatus.Listed;
        return default(Done);
    }

    public Result<Done> Drop(string reason, Instant now)
    {
        if (Status == ComingStatus.Dropped)
            return Reason == reason ? default(Done) : new ComingItemNotFound();

        if (Status == ComingStatus.Recalled)
            return new ComingItemNotFound();

        if (string.IsNullOrWhiteSpace(reason))
            return new ComingReasonMissing();

        (Status, Reason, DroppedAt) = (ComingStatus.Dropped, reason, now);
        Version++;
        return default(Done);
    }

    /// <summary>Takes <see cref="Drop"/> back: it waits as one that was accepted, for somebody has looked at it.</summary>
    public void Return()
    {
        if (Status != ComingStatus.Dropped)
            return;

        (Status, Reason, DroppedAt) = (ComingStatus.Listed, null, null);
        Version++;
    }

    /// <summary>Whoever sent it calls it back before it stands on an agenda. Called back once more, nothing happens.</summary>
    public void Recall()
    {
        if (Status == ComingStatus.Recalled)
            return;

        Status = ComingStatus.Recalled;
        Version++;
    }

    /// <summary>Sent once more after it was called back, or after the forum had said no: with the words of now.</summary>
    public void SendAgain(ComingDetails details, bool isProposal, bool isByDecision)
    {
        Take(details);
        (Status, Reason, DroppedAt, IsByDecision) = (isProposal ? ComingStatus.Proposed : ComingStatus.Listed, null, null, isByDecision);
        Version++;
    }

    /// <summary>What the sender's decision says now, while nobody has taken it up.</summary>
    public void Tell(AgendaItemContent content)
    {
        if (content.IsSame(Content))
            return;

        Content = content;
        Version++;
    }

    /// <summary>The forum that it went on to has not taken it: whatever was decided before, it waits here again.</summary>
    public void ComeBack(Instant now)
    {
        (ReturnedAt, Status) = (now, Status == ComingStatus.Dropped ? ComingStatus.Listed : Status);
        Version++;
    }

    /// <summary>Makes it a stop of a case. It stays in the case that it came to first.</summary>
    public void JoinCase(CaseKey key) => Case ??= key;

    /// <summary>The item that it is from now on: put on an agenda, or gone on to another meeting.</summary>
    public void Become(AgendaItemId item)
    {
        if (ItemId == item)
            return;

        ItemId = item;
        Version++;
    }

    /// <param name="item">The one that it has become, as it stands; null for none.</param>
    /// <param name="meeting">Of the item.</param>
    /// <param name="isAgreementGone">The agreement that it keeps was dropped, or should never have been: then it waits for nothing.</param>
    /// <param name="elsewhere">Where the case is settled or has gone without a decision of this forum's meeting.</param>
    public ComingState StateBy(AgendaItem? item, Meeting? meeting, bool isAgreementGone, ComingElsewhere elsewhere = ComingElsewhere.No)
    {
        if (Status is ComingStatus.Dropped or ComingStatus.Recalled)
            return Status == ComingStatus.Dropped ? ComingState.Dropped : ComingState.Recalled;

        if (elsewhere != ComingElsewhere.No)
            return elsewhere == ComingElsewhere.SentOn ? ComingState.SentOn : ComingState.Decided;

        if (item is { IsOnAgenda: true } && meeting is { Status: not MeetingStatus.Cancelled })
            return StateOn(item, meeting);

        return isAgreementGone ? ComingState.Withdrawn : Status == ComingStatus.Proposed ? ComingState.Proposed : ComingState.Waiting;
    }

    private ComingState StateOn(AgendaItem item, Meeting meeting)
    {
        if (item.Decision is null)
            return meeting.Status == MeetingStatus.Held ? ComingState.NotReached : ComingState.OnAgenda;

        if (ReturnedAt >= item.DecidedAt)
            return ComingState.Returned;

        return RecommendationOutcomes.Unsettled(item.Decision, item.Content.Recommendations.Count) switch
        {
            null => ComingState.Decided,
            RecommendationOutcome.Postponed => ComingState.Postponed,
            _ => ComingState.Unsettled,
        };
    }

    private bool IsSame(ComingDetails details) =>
        details.Content.IsSame(Content) && details.Wanted == Wanted && details.Reading == Reading && details.Remark == Remark;

    private void Take(ComingDetails details)
    {
        (Content, Reading, Remark) = (details.Content, details.Reading, details.Remark);
        (WantedKind, WantedWords, WantedFrom, WantedTo) = (details.Wanted.Kind, details.Wanted.Words, details.Wanted.From, details.Wanted.To);
    }
}
