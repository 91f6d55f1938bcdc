using Klynge.Teams.Cards;

namespace Klynge.Application.Outbox;

internal static class Texts
{
    internal static string CannotBeReached(string name) =>
        $"**{CardText.Escape(name)}** kan ikke nås i Teams: personen har ingen konto her eller har fjernet mig. Giv besked på en anden måde.";
}
