using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Documents.Opening;

internal static class Texts
{
    internal const string YourLink = "Dit link til dokumentet";
    internal const string OpenInBrowser = "Åbn i browseren";
    internal const string LinkSent = "Dit eget link til dokumentet ligger i din chat med mig. Det virker i ti minutter.";

    internal const string NotForYou =
        "Dokumentet findes ikke, eller du har ikke adgang til det. Skriv til sekretariatet, hvis du mener, du skulle have det.";

    internal static string WorksUntil(LocalTime time) =>
        $"Linket er kun til dig og virker til kl. {DanishFormat.Time(time)}. Tryk på knappen igen, hvis det er udløbet.";
}
