using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>One item as it is read.</summary>
public sealed record AgendaLine
{
    public required AgendaItemId Id { get; init; }

    /// <summary>1…n.</summary>
    public required int Number { get; init; }

    public required int Version { get; init; }

    /// <summary>Of a hidden item only its kind and its length are told; the title says that it is closed.</summary>
    public required AgendaItemContent Content { get; init; }

    /// <summary>When it begins by the lengths before it.</summary>
    public ItemStart Start { get; init; }

    public AgendaMark Mark { get; init; }

    /// <summary>The Danish date of the last change, for <see cref="AgendaMark.Changed"/>.</summary>
    public LocalDate? ChangedOn { get; init; }

    public string? Decision { get; init; }

    /// <inheritdoc cref="AgendaItem.DecisionChange"/>
    public int? DecisionChange { get; init; }

    /// <summary>The nearest open deadline of the case; null where it has none, and for a hidden item.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>It goes on as a written procedure: a case that has been sent out, or a decision that says so.</summary>
    public bool IsInWriting { get; init; }

    /// <summary>The case that was sent out; null where none was, and for a hidden item.</summary>
    public WrittenProcedureId? Case { get; init; }

    /// <summary>A closed item that its reader may not read.</summary>
    public bool IsHidden { get; init; }
}
