using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// What the secretariat has added to the minutes of an item after the meeting, and what was therefore not said there: minutes print it in
/// brackets, with who and when.
/// </summary>
/// <param name="Text">Paragraphs.</param>
/// <param name="By">The name of whoever added it, as it was then.</param>
public sealed record SecretariatAddition(AdditionId Id, string Text, string By, Instant At)
{
    public const int Max = 10;
    public const int MaxTextLength = 2_000;
}

public readonly record struct AdditionId(Guid Value) : IRecordId
{
    public static AdditionId New() => new(Guid.CreateVersion7());
}

public sealed record TooManyAdditions()
    : Error($"Der er allerede {SecretariatAddition.Max} tilføjelser til punktet. Fjern en af dem, eller skriv videre i et bilag.");

public sealed record AdditionMissing()
    : Error("Skriv det, der skal tilføjes.");

public sealed record AdditionBeforeMeeting()
    : Error("Mødet er ikke begyndt. Skriv i selve punktet, og tilføj først noget til referatet bagefter.");
