using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>What the link to the deadlines says, on the card that makes it and in the calendar that follows it.</summary>
internal static class CalendarTexts
{
    internal const string LinkHeading = "Fristerne i din kalender";
    internal const string LinkIntro = "Med et hemmeligt link kan du abonnere på forummets frister i Outlook. Linket er dit eget: giv det ikke videre.";
    internal const string LinkHowTo = "I Outlook: Tilføj kalender → Abonner fra internettet, og sæt linket ind. Outlook henter selv nye frister; det kan tage op til et døgn.";
    internal const string LinkOnce = "Linket vises kun nu. Har du brug for det igen, så lav et nyt; det gamle holder så op med at virke.";
    internal const string LinkLabel = "Linket";
    internal const string LinkLeaked = "Linket kan ikke vises igen. Er det blevet væk, eller er det kommet i forkerte hænder, så lav et nyt: det gamle holder op med at virke med det samme.";
    internal const string LinkIsRevoked = "Linket er slettet og virker ikke længere.";
    internal const string NoLink = "Du har ikke noget link til forummets frister.";
    internal const string CreateLink = "Lav et link";
    internal const string NewLink = "Lav et nyt link";
    internal const string RevokeLink = "Slet linket";

    internal static string LinkStands(LocalDate since) => $"Du har et link, der virker. Du lavede det {DanishFormat.Date(since)}.";

    /// <summary>The name of the calendar in Outlook.</summary>
    internal static string CalendarName(string forum) => $"Frister i {forum}";

    /// <param name="view">As a notice tells of it: a calendar is kept, shared and shown on other screens.</param>
    internal static string EventTitle(DeadlineView view) => view.Status == DeadlineStatus.Done ? $"✓ {view.Title}" : view.Time is { } time ? $"Frist kl. {DanishFormat.Time(time)}: {view.Title}" : $"Frist: {view.Title}";

    internal static string EventText(DeadlineView view) => string.Join('\n', new[]
    {
        view.Forum, Texts.Responsible(view), view.Item is { } item ? Texts.Case(item) : null, view.Quote is { } quote ? DanishFormat.Quote(quote) : null,
    }.OfType<string>());
}
