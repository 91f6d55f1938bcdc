using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat;

/// <summary>What the chat itself says, beside its features.</summary>
internal static class Texts
{
    internal const string WhichForum = "Hvilket forum gælder det?";
    internal const string OnlyInPersonalChat = WrittenProcedures.Texts.OnlyInPersonalChat;
    internal const string NothingDone = "Intet er ændret endnu.";
    internal const string NotSaved = "Det kunne ikke gemmes lige nu, så intet er ændret. Prøv igen om lidt, og sig det til sekretariatet, hvis det bliver ved.";
    internal const string NotReadable = "Jeg kan ikke nå mine data lige nu, så jeg kan ikke svare. Trykkede du på en knap, så se om lidt, om det kom med, og prøv igen, hvis ikke. Sig det til sekretariatet, hvis det bliver ved.";
    internal const string QuestionAnswered = "Du har allerede svaret på det spørgsmål, så der er ikke sket mere. Skriv det igen, hvis du også mener noget andet.";
    internal const string NothingNew = "Der er ikke sket noget nyt.";
    internal const string TooLongForTheCard = "Teksten er for lang, så intet er gemt. Forkort den, eller læg den i et bilag.";
    internal const string OldCard = "Kortet er for gammelt til at blive brugt. Skriv »dagsorden« for at få et nyt.";
    internal const string ShowAgain = "Vis igen";

    /// <summary>»Stod sådan 28. nov. kl. 14.05.«</summary>
    internal static string StoodLikeThis(NodaTime.Instant at) => $"Stod sådan {DanishFormat.ShortDateAndTime(at)}.";
}
