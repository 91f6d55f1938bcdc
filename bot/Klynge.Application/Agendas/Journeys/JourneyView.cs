using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Agendas.Journeys;

/// <summary>Where a case has been, as one person may read it: of a forum that they read nothing in, nothing stands here.</summary>
/// <param name="Title">What it is called at its latest stop that is open to them.</param>
/// <param name="Stops">In their order.</param>
internal sealed record JourneyView(CaseKey Key, string Title, string Board, IReadOnlyList<JourneyStop> Stops);

/// <summary>A meeting that had it, or a forum that it waits in.</summary>
internal sealed record JourneyStop
{
    internal required ForumId ForumId { get; init; }

    internal required string Forum { get; init; }

    /// <summary>The day of the meeting; null where it waits.</summary>
    internal LocalDate? Day { get; init; }

    internal MeetingId? MeetingId { get; init; }

    internal AgendaItemId? ItemId { get; init; }

    internal int Number { get; init; }

    /// <summary>For a stop that waits: as the list of coming items has it.</summary>
    internal ComingState? Waits { get; init; }

    internal string? Wanted { get; init; }

    /// <summary>It only tells the forum what another one decided.</summary>
    internal bool IsNews { get; init; }

    internal string? Title { get; init; }

    /// <summary>With the course of a written procedure, where it went on as one.</summary>
    internal string? Decision { get; init; }

    internal IReadOnlyList<string> Votes { get; init; } = [];

    internal IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The forum that has it from here.</summary>
    internal string? SentTo { get; init; }

    internal bool IsSentBack { get; init; }

    /// <summary>A closed item that its reader may not read: that there was one, and nothing else.</summary>
    internal bool IsHidden { get; init; }
}
