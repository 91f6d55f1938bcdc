using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Outbox;

internal static class Texts
{
    internal const string ClosedItem = "Lukket punkt";
    internal const string ClosedCase = "Lukket sag";

    internal static string CannotBeReached(string name, UnreachedNotice.Way way, bool isOutOfTime) => $"**{CardText.Escape(name)}** " + way switch
    {
        UnreachedNotice.Way.MailFailed => "kan hverken nås i Teams eller med mail. Giv besked på en anden måde.",
        UnreachedNotice.Way.Mailed => $"kan ikke nås i Teams: {Why(isOutOfTime)} Jeg har sendt en mail i stedet; svaret kommer til jer.",
        _ => $"kan ikke nås i Teams: {Why(isOutOfTime)} Giv besked på en anden måde.",
    };

    internal static string CannotBeAsked(string name, MessageSubject about, UnreachedNotice.Way way, bool isOutOfTime) =>
        $"**{CardText.Escape(name)}** kan {(way == UnreachedNotice.Way.MailFailed ? "hverken nås med mail eller" : "ikke nås")} i Teams om "
        + $"{CardText.Escape(DanishFormat.Quote(about.Title))} ({CardText.Escape(about.ForumName)}): "
        + way switch
        {
            UnreachedNotice.Way.MailFailed => "mailen kunne ikke sendes. Ring, og registrér svaret på personens vegne.",
            UnreachedNotice.Way.Mailed => $"{Why(isOutOfTime)} Jeg har sendt sagen med mail. Personen svarer jer på mailen; registrér svaret på personens vegne.",
            _ => $"{Why(isOutOfTime)} Ring eller skriv, og registrér svaret på personens vegne.",
        };

    internal static string CannotBeAskedToContribute(string name, MessageSubject about, UnreachedNotice.Way way, bool isOutOfTime) =>
        $"**{CardText.Escape(name)}** kan {(way == UnreachedNotice.Way.MailFailed ? "hverken nås med mail eller" : "ikke nås")} i Teams om sit bidrag til "
        + $"{CardText.Escape(DanishFormat.Quote(about.Title))} ({CardText.Escape(about.ForumName)}): "
        + way switch
        {
            UnreachedNotice.Way.MailFailed => "mailen kunne ikke sendes. Ring, og skriv teksten ind for personen under »bidrag«.",
            UnreachedNotice.Way.Mailed => $"{Why(isOutOfTime)} Jeg har sendt en mail i stedet. Svaret kommer til jer; skriv teksten ind for personen under »bidrag«.",
            _ => $"{Why(isOutOfTime)} Ring eller skriv, og skriv teksten ind for personen under »bidrag«.",
        };

    internal static string GuestCannotBeReached(string name, string item, string forum) =>
        $"Mailen til gæsten **{CardText.Escape(name)}** ({CardText.Escape(DanishFormat.Quote(item))} i {CardText.Escape(forum)}) kunne ikke sendes. Ring, eller ret adressen under »Gæster« på punktet.";

    internal static string CannotBeAskedToApprove(string name, MessageSubject about, UnreachedNotice.Way way, bool isOutOfTime) =>
        $"**{CardText.Escape(name)}** kan {(way == UnreachedNotice.Way.MailFailed ? "hverken nås med mail eller" : "ikke nås")} i Teams om at godkende dagsordenen for mødet "
        + $"{CardText.Escape(about.Title)} ({CardText.Escape(about.ForumName)}): "
        + way switch
        {
            UnreachedNotice.Way.MailFailed => "mailen kunne ikke sendes. Ring, og skriv svaret ind: åbn dagsordenen, og tryk »Mere«.",
            UnreachedNotice.Way.Mailed => $"{Why(isOutOfTime)} Jeg har sendt en mail i stedet. Svaret kommer til jer; skriv det ind: åbn dagsordenen, og tryk »Mere«.",
            _ => $"{Why(isOutOfTime)} Ring eller skriv, og skriv svaret ind: åbn dagsordenen, og tryk »Mere«.",
        };

    internal static string ChatCannotBeReached(string forum, bool isOutOfTime) => isOutOfTime
        ? $"En besked til chatten for **{CardText.Escape(forum)}** er ikke kommet frem: Teams har afvist den i et døgn. Giv besked på en anden måde."
        : $"En besked til chatten for **{CardText.Escape(forum)}** kan ikke komme frem: chatten findes ikke længere, eller jeg er fjernet fra den. Giv besked på en anden måde.";

    private static string Why(bool isOutOfTime) => isOutOfTime
        ? "Teams har ikke taget imod beskeden i et døgn."
        : "personen har ingen konto her eller har fjernet mig.";
}
