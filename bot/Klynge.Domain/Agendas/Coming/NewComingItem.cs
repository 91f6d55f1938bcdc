using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Domain.Agendas.Coming;

public readonly record struct ComingItemId(Guid Value) : IRecordId
{
    public static ComingItemId New() => new(Guid.CreateVersion7());
}

/// <summary>What people write about a case to come.</summary>
public sealed record ComingDetails(AgendaItemContent Content, Wanted Wanted)
{
    /// <inheritdoc cref="ComingItem.Reading"/>
    public int? Reading { get; init; }

    public string? Remark { get; init; }
}

/// <summary>What a case to come is made of.</summary>
public sealed record NewComingItem(ForumId ForumId, ComingDetails Details)
{
    /// <summary>The id that the form was drawn with, so that a form that is sent twice adds one.</summary>
    public ComingItemId? Id { get; init; }

    public ForumId? FromForumId { get; init; }

    public MeetingId? FromMeetingId { get; init; }

    public AgendaItemId? FromItemId { get; init; }

    public DeadlineId? AgreementId { get; init; }

    /// <inheritdoc cref="ComingItem.Origin"/>
    public ComingOrigin Origin { get; init; }

    /// <inheritdoc cref="ComingItem.FromComingId"/>
    public ComingItemId? FromComingId { get; init; }

    /// <inheritdoc cref="ComingItem.IsByDecision"/>
    public bool IsByDecision { get; init; }

    public CaseKey? Case { get; init; }

    /// <summary>The forum's own secretariat has not said yes: it comes from one that may not act there.</summary>
    public bool IsProposal { get; init; }
}

public enum ComingStatus
{
    /// <summary>Another forum's secretariat proposes it.</summary>
    Proposed = 1,

    Listed = 2,

    /// <summary>Taken off the list with a reason.</summary>
    Dropped = 3,

    /// <summary>Called back by whoever sent it.</summary>
    Recalled = 4,
}

/// <summary>How a case came to a forum's list.</summary>
public enum ComingOrigin
{
    /// <summary>Its secretariat typed it, an agreement brought it, or the case began there.</summary>
    Own = 0,

    /// <summary>Another forum sent it on.</summary>
    Sent = 1,

    /// <summary>A forum that it had been sent to sent it back.</summary>
    SentBack = 2,

    /// <summary>Orientering: what came of a case that the forum sent, or was heard about.</summary>
    News = 3,
}

/// <summary>What has become of a case past the agenda that it stands on.</summary>
public enum ComingElsewhere
{
    No = 0,

    /// <summary>Another forum has it.</summary>
    SentOn = 1,

    /// <summary>It was decided in writing.</summary>
    DecidedInWriting = 2,
}
