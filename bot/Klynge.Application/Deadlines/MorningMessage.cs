using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>The day of the latest message to a person about what waits for an answer, so that there is one a day at the most.</summary>
public sealed class MorningMessage
{
    public required PersonId PersonId { get; init; }

    /// <summary>Danish date.</summary>
    public LocalDate SentOn { get; set; }
}
