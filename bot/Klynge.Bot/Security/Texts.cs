namespace Klynge.Bot.Security;

/// <summary>What somebody who asks too much is told, in a chat, on a card or in a browser.</summary>
internal static class Texts
{
    internal const string StorageAway = "Jeg kan ikke nå mine data lige nu. Prøv igen om lidt, og sig det til sekretariatet, hvis det bliver ved.";
    internal const string PassIsOver = "Linket er udløbet, eller det gælder ikke for dig mere. Tryk på knappen på kortet i Teams igen.";
    internal const string OpenFromTeams = "Linket siger ikke, hvem du er, så jeg kan ikke åbne dokumentet herfra. Tryk på knappen på kortet i Teams.";
    internal const string TurnFailed = "Der gik noget galt hos mig. Prøv igen om lidt, og sig det til sekretariatet, hvis det bliver ved.";
    internal const string TooManyRequests = "Det går for stærkt for mig lige nu, så jeg har ikke gjort noget. Vent et minut, og prøv igen.";
}
