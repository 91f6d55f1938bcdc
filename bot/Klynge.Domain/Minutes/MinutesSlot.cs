using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>The printed time of an item. An agenda may give only the start.</summary>
public sealed record MinutesSlot(LocalTime Start, LocalTime? End);
