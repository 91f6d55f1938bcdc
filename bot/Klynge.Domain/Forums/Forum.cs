using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Forums;

/// <summary>One body that meets. Forums form a ladder: an item travels from level 1 (driftsforum) up to the political level and back.</summary>
public sealed class Forum
{
    public ForumId Id { get; private init; } = ForumId.New();

    public required BoardId BoardId { get; init; }

    /// <summary>The key in the board file: short, stable, lower case, unique: <c>chefforum</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people use: »Chefforum«, »Politisk niveau«.</summary>
    public required string Name { get; set; }

    /// <summary>The rung: 1 is nearest to daily operations, the highest is the political level.</summary>
    public required int Level { get; set; }

    /// <summary>The forum that this one's items are sent on to; null at the top.</summary>
    public ForumId? AboveId { get; set; }

    public required RulesOfProcedure Rules { get; set; }

    /// <summary>A forum that has been closed down keeps its history and takes nothing new.</summary>
    public bool IsClosed { get; set; }

    /// <summary>
    /// The first day on which it is history: it is read and searched by those who may, and nobody changes anything in it. Null for a forum that goes
    /// on. A cluster whose last day is 31 December 2026 is history from 1 January 2027.
    /// </summary>
    public LocalDate? HistoricFrom { get; set; }

    public bool IsHistoric(LocalDate today) => HistoricFrom <= today;

    /// <summary>Whether it is closed down, and this would begin something new in it.</summary>
    public bool IsOverFor(Permission permission) => IsClosed && !permission.OutlivesForum();
}

public readonly record struct ForumId(Guid Value) : IRecordId
{
    public static ForumId New() => new(Guid.CreateVersion7());
}
