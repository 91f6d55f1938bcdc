using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Deadlines;

/// <param name="Fitting">The names that fit, where several do.</param>
public sealed record ResponsibleUnknown(string Written, IReadOnlyList<string> Fitting)
    : Error(Fitting.Count == 0
        ? $"Jeg kender ikke nogen {DanishFormat.Quote(Written)} i forummet. Skriv navnet, som det står på medlemslisten, eller »sekretariatet«, »formandskabet« eller »mig«."
        : $"{DanishFormat.Quote(Written)} kan være {DanishFormat.List(Fitting, "eller")}. Skriv hele navnet.");
