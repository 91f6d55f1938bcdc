using Klynge.Domain.Common;

namespace Klynge.Application.Documents;

public sealed record LibraryIsReadOnly()
    : Error("Dokumentet kunne ikke gemmes, fordi jeg ikke må skrive i dokumentmappen. Bed den, der driver botten, om at give skriveadgang.");

public sealed record LibraryIsFull()
    : Error("Dokumentet kunne ikke gemmes, fordi der ikke er mere plads på disken. Intet er ændret. Bed den, der driver botten, om at rydde op.");

public sealed record DocumentIsLocked(string Name)
    : Error($"»{Name}« er åben i et andet program, så den kan ikke gemmes. Luk den, og prøv igen.");

/// <summary>It goes over by itself: worth another try.</summary>
public sealed record LibraryIsUnavailable()
    : Error("Dokumentmappen kan ikke nås lige nu, så intet er gemt. Prøv igen om lidt, og sig det til den, der driver botten, hvis det bliver ved.");

public sealed record DocumentIsGone(string Name)
    : Error($"»{Name}« ligger ikke længere i dokumentmappen: nogen har slettet eller flyttet den. Skriv referatet igen, eller hent den fra papirkurven.");
