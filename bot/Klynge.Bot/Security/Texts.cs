namespace Klynge.Bot.Security;

/// <summary>What somebody who asks too much is told, in a chat, on a card or in a browser.</summary>
internal static class Texts
{
    internal const string StorageAway = "Jeg kan ikke nå mine data lige nu. Prøv igen om lidt, og sig det til sekretariatet, hvis det bliver ved.";
    internal const string TooManyRequests = "Det går for stærkt for mig lige nu, så jeg har ikke gjort noget. Vent et minut, og prøv igen.";
}
