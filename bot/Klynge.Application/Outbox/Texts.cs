using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Outbox;

internal static class Texts
{
    internal static string CannotBeReached(string name) =>
        $"**{CardText.Escape(name)}** kan ikke nås i Teams: personen har ingen konto her eller har fjernet mig. Giv besked på en anden måde.";

    internal static string CannotBeAsked(string name, MessageSubject about) =>
        $"**{CardText.Escape(name)}** kan ikke nås i Teams om {CardText.Escape(DanishFormat.Quote(about.Title))} ({CardText.Escape(about.ForumName)}): "
        + "personen har ingen konto her eller har fjernet mig. Ring eller skriv, og registrér svaret på personens vegne.";
}
