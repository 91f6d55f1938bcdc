using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.People;

/// <summary>More than a name was typed where a person is meant. It is not shortened: the first hundred letters could fit somebody else.</summary>
public sealed record PersonNameTooLong(int Length)
    : Error($"Navnet fylder {DanishFormat.Number(Length)} tegn, men der er kun plads til {DanishFormat.Number(PersonInput.MaxName)}, så der er ikke gemt noget. "
        + "Skriv navnet, som det står på medlemslisten.");

/// <param name="Labels">Those whom it fits, where there are several; those whom it nearly fits, where there is none.</param>
/// <param name="IsNear">It fits nobody.</param>
public sealed record PersonNotClear(string Written, IReadOnlyList<string> Labels, bool IsNear) : Error(Say(Written, Labels, IsNear))
{
    private const int MaxNames = 5;

    private static string Say(string written, IReadOnlyList<string> labels, bool isNear)
    {
        var name = DanishFormat.Quote(DanishText.Shorten(written, 100));
        return (labels.Count, isNear) switch
        {
            (0, _) => $"Jeg kender ikke {name} her, så der er ikke gemt noget. Skriv navnet, som det står på medlemslisten.",
            (_, true) => $"Jeg kender ikke {name} her, så der er ikke gemt noget. Mener du {DanishFormat.Some(labels, MaxNames, "eller")}? Skriv hele navnet.",
            _ => $"{name} kan være {DanishFormat.Some(labels, MaxNames, "eller")}, så der er ikke gemt noget. Skriv hele navnet.",
        };
    }
}
