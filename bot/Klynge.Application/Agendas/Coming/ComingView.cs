using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Agendas.Coming;

/// <summary>A case to come as one person reads it. Of a closed one it holds no words to somebody who may not read those.</summary>
internal sealed record ComingView
{
    internal required ComingItemId Id { get; init; }

    internal required ForumId ForumId { get; init; }

    internal required int Version { get; init; }

    internal required ComingState State { get; init; }

    /// <summary>What goes on the agenda, as it stands there where it has been on one.</summary>
    internal required AgendaItemContent Content { get; init; }

    internal Wanted Wanted { get; init; } = Wanted.None;

    internal int? Reading { get; init; }

    internal string? Remark { get; init; }

    /// <summary>Another forum that it comes from; null for the forum's own.</summary>
    internal string? FromForum { get; init; }

    /// <summary>The day of the meeting whose decision it comes from; null for one that was typed.</summary>
    internal LocalDate? FromMeeting { get; init; }

    /// <summary>The meeting that it is, or was last, on the agenda of; null while it has never been on one, and after it was taken off.</summary>
    internal MeetingId? MeetingId { get; init; }

    internal LocalDate? Meeting { get; init; }

    internal AgendaItemId? ItemId { get; init; }

    /// <summary>Its number on that agenda.</summary>
    internal int Number { get; init; }

    internal string? Reason { get; init; }

    /// <summary>It is part of a closed item, whoever reads it.</summary>
    internal bool IsOfClosed { get; init; }

    /// <summary>The items that it is part of: the one that it has become, and the one it comes from.</summary>
    internal IReadOnlyList<AgendaItemId> Of { get; init; } = [];

    /// <summary>The reader may not read it.</summary>
    internal bool IsHidden { get; init; }

    internal ComingView HiddenUnless(bool readsClosed) => !IsOfClosed || readsClosed ? this : this with
    {
        Content = new AgendaItemContent { Title = Outbox.Texts.ClosedItem, IsClosed = true },
        Wanted = Wanted.None,
        Reading = null,
        Remark = null,
        FromForum = null,
        FromMeeting = null,
        Reason = null,
        IsHidden = true,
    };
}
