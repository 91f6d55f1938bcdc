using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>The time that a text names: a start, and an end when a range was written. The end is always later than the start.</summary>
public sealed record TimeSlot(LocalTime Start, LocalTime? End);
