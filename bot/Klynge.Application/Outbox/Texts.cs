using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Outbox;

internal static class Texts
{
    private const string NoAccount = "personen har ingen konto her eller har fjernet mig.";

    internal static string CannotBeReached(string name, UnreachedNotice.Way way) => $"**{CardText.Escape(name)}** " + way switch
    {
        UnreachedNotice.Way.MailFailed => "kan hverken nås i Teams eller med mail. Giv besked på en anden måde.",
        UnreachedNotice.Way.Mailed => $"kan ikke nås i Teams: {NoAccount} Jeg har sendt en mail i stedet; svaret kommer til jer.",
        _ => $"kan ikke nås i Teams: {NoAccount} Giv besked på en anden måde.",
    };

    internal static string CannotBeAsked(string name, MessageSubject about, UnreachedNotice.Way way) =>
        $"**{CardText.Escape(name)}** kan {(way == UnreachedNotice.Way.MailFailed ? "hverken nås med mail eller" : "ikke nås")} i Teams om "
        + $"{CardText.Escape(DanishFormat.Quote(about.Title))} ({CardText.Escape(about.ForumName)}): "
        + way switch
        {
            UnreachedNotice.Way.MailFailed => "mailen kunne ikke sendes. Ring, og registrér svaret på personens vegne.",
            UnreachedNotice.Way.Mailed => $"{NoAccount} Jeg har sendt sagen med mail. Personen svarer jer på mailen; registrér svaret på personens vegne.",
            _ => $"{NoAccount} Ring eller skriv, og registrér svaret på personens vegne.",
        };
}
