using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>What a change of a forum's members touches, as its preview says it.</summary>
internal static class Texts
{
    internal const string NobodyVotes = "Så har ingen i forummet stemmeret.";

    internal static string Votes(int before, int after, int needed) =>
        $"Stemmer: {before} → {after}. Så skal mindst {needed} være til stede, for at forummet er beslutningsdygtigt.";

    internal static string NoQuorum(LocalDate date) =>
        $"Mødet {DanishFormat.Date(date)} bliver ikke beslutningsdygtigt med de afbud, der er.";

    internal static string LeadsMeeting(string name, LocalDate date) => $"{name} er mødeleder {DanishFormat.Date(date)}. Vælg en anden på mødets kort.";

    internal static string TakesMinutes(string name, LocalDate date) => $"{name} er referent {DanishFormat.Date(date)}. Vælg en anden på mødets kort.";

    internal static string SubstituteGone(string name, LocalDate date) => $"{name} er meldt som stedfortræder {DanishFormat.Date(date)} og er det ikke længere.";

    internal static string OnRoll(string name, string title, Instant deadline, bool hasAnswered) => hasAnswered
        ? $"{name} har svaret i {DanishFormat.Quote(title)}; svaret står."
        : $"{name} er på stemmelisten i {DanishFormat.Quote(title)} (svar senest {DanishFormat.ShortDateAndTime(deadline)}) og har ikke svaret. Listen ændres ikke; sekretariatet får besked, når pladsen er slut.";

    internal static string SeesTo(string name, int count, LocalDate next) =>
        $"{name} er ansvarlig for {DanishFormat.Count(count, "frist", "frister")} (den første {DanishFormat.ShortDate(next)}). Giv {(count == 1 ? "den" : "dem")} en ny ansvarlig med »frister«.";
}
