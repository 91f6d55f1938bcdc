using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Mails;

/// <summary>What a mail says beside what the card said.</summary>
internal static class Texts
{
    internal const string Why = "Du får denne mail, fordi jeg ikke kan skrive til dig i Teams.";

    internal const string NotInMail = "Det handler om noget, der er lukket, så jeg skriver det ikke i en mail. Spørg sekretariatet, hvis du ikke kan åbne det i Teams.";

    internal const string WholeText = "Hele sagen";

    internal const string AnswerCase =
        "Svar på denne mail, så registrerer sekretariatet dit svar på dine vegne: skriv »Godkender«, »Godkender med bemærkninger« eller »Godkender ikke«, og skriv dine bemærkninger nedenunder. Dit svar bliver en del af sagen.";

    internal const string AnswerSecretariat = "Svar på denne mail, hvis du vil melde afbud eller spørge om noget. Den går til sekretariatet.";

    internal const string AnswerContribution =
        "Svar på denne mail med din tekst, så skriver sekretariatet den ind i punktet under dit navn. Har du bilag, så læg dem ved.";

    internal const string AnswerApproval =
        "Svar på denne mail, og skriv, at du godkender dagsordenen, eller hvad der skal ændres. Sekretariatet skriver dit svar ind.";

    internal static string SubjectOf(MessageSubject about) => about switch
    {
        { IsContribution: true } => $"Dit bidrag til {about.ForumName}: {about.Title}",
        { IsApproval: true } => $"Godkend dagsordenen for {about.ForumName}: {about.Title}",
        _ => $"Skriftlig behandling i {about.ForumName}: {about.Title}",
    };

    internal static string Link(string title, string url) => $"{title}: {url}";

    internal static string Fact(string title, string value) => $"{title}: {DanishText.Clean(value)}";
}
