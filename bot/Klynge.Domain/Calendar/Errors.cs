using Klynge.Domain.Common;

namespace Klynge.Domain.Calendar;

public sealed record TimeLimitOutOfRange(int Count)
    : Error($"En frist skal være mellem 0 og {TimeLimit.MaxCount} dage, men her står der {Count}. Ret tallet.");

/// <param name="What">What is missing, in the definite form that begins a sentence: "Titlen".</param>
public sealed record TextMissing(string What)
    : Error($"{What} mangler. Skriv noget, og prøv igen.");

/// <param name="What">What is too long, in the definite form that begins a sentence: "Titlen".</param>
public sealed record TextTooLong(string What, int Length, int MaxLength)
    : Error($"{What} fylder {DanishFormat.Number(Length)} tegn, men der er kun plads til {DanishFormat.Number(MaxLength)}. "
        + "Forkort teksten, og prøv igen.");
