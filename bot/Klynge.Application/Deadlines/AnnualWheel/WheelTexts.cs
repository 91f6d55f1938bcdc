using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines.AnnualWheel;

/// <summary>What the cards of the annual wheel say.</summary>
internal static class WheelTexts
{
    internal const string EmptyWheel = "Der står ingen faste frister i årshjulet endnu.";
    internal const string NewEntry = "Ny fast frist i årshjulet";
    internal const string AddEntry = "Tilføj fast frist";
    internal const string AddToWheel = "Tilføj til årshjulet";
    internal const string SeeWheel = "Se årshjulet";
    internal const string RuleLabel = "Hvornår?";
    internal const string RuleNeeded = "Skriv, hvornår fristen ligger, for eksempel 30. april.";
    internal const string RuleExamples = "Skriv fx »30. april«, »sidste fredag i måneden«, »sidste hverdag i juni« eller »11 hverdage før mødet«.";
    internal const string RemoveHeading = "Fjern fra årshjulet?";
    internal const string Remove = "Fjern";

    internal static string Entries(int count) => count == 0 ? "ingen faste frister" : DanishFormat.Count(count, "fast frist", "faste frister");

    internal static string Rule(string rule, string? responsible) => $"{DanishFormat.Capitalised(rule)} · ansvarlig: {responsible ?? "sekretariatet"}";

    internal static string Next(LocalDate? next) => next is { } day ? $"Næste gang {DanishFormat.Date(day)}" : "Ingen planlagte endnu";

    internal static string OfEveryMeeting(RulesOfProcedure rules)
    {
        var comments = rules.CommentsIn is { } limit ? $" og bemærkninger {After(limit)} referatet" : string.Empty;
        return $"Desuden til hvert møde efter forretningsordenen: punkter ind {Before(rules.ItemsIn)}, dagsorden ud {Before(rules.AgendaOut)}, referat ud {After(rules.MinutesOut)}{comments}.";
    }

    private static string Before(TimeLimit limit) => $"{Days(limit)} før{Time(limit)}";

    private static string After(TimeLimit limit) => $"{Days(limit)} efter{Time(limit)}";

    private static string Days(TimeLimit limit) => TimeLimit.Create(limit.Count, limit.Unit).Value.ToString();

    private static string Time(TimeLimit limit) => limit.At is { } at ? $" (kl. {DanishFormat.Time(at)})" : string.Empty;

    internal static string RemovesAlso(int open) => open == 0
        ? "Ingen åbne frister bliver slettet."
        : $"{DanishFormat.Count(open, "åben frist", "åbne frister")} fremme i tiden bliver slettet med den.";

    internal static string EntryAdded(string title, ChatTurn turn) => $"{Texts.By(turn)} tilføjede {DanishFormat.Quote(title)} {Texts.Now(turn)}.";

    internal static string EntryRemoved(string title, ChatTurn turn) =>
        $"{Texts.By(turn)} fjernede {DanishFormat.Quote(title)} {Texts.Now(turn)}. Tilføj den igen, hvis det var en fejl.";
}
