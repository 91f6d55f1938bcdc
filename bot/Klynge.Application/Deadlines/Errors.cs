using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Deadlines;

/// <param name="Forum">The forum in which nobody, or more than one, has that name.</param>
/// <param name="Fitting">Those who fit, where several do; those who nearly fit, where none does.</param>
/// <param name="IsNear">None fits.</param>
public sealed record ResponsibleUnknown(string Written, string Forum, IReadOnlyList<FittingPerson> Fitting, bool IsNear)
    : Error(IsNear
        ? $"Ingen i {Forum} hedder {DanishFormat.Quote(Written)}. Vælg en, eller skriv navnet, som det står på medlemslisten, eller »sekretariatet«, »formandskabet« eller »mig«."
        : $"{DanishFormat.Quote(Written)} kan være {DanishFormat.Some([.. Fitting.Select(one => one.Label)], most: 5, "eller")}. Skriv hele navnet.");

/// <param name="Label">The name, told apart from another of that name.</param>
public sealed record FittingPerson(PersonId Id, string Label);
