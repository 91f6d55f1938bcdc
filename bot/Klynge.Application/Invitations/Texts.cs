using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Invitations;

/// <summary>What is said of meetings in the calendar.</summary>
internal static class Texts
{
    /// <summary>The place of a meeting that is in Teams alone, as <see cref="Meeting.Place"/> has it.</summary>
    internal const string Online = "Teams";

    internal const string CancelledInOutlook = "Mødet er aflyst i Outlook.";
    internal const string MovedHeading = "Mødet er flyttet i Outlook";
    internal const string MovedHere = "Det er flyttet her også. Ingen andre har fået besked herfra, for dagsordenen er ikke sendt ud.";
    internal const string CancelledHeading = "Mødet er aflyst i Outlook";
    internal const string Reinstate = "Mødet holdes alligevel";
    internal const string Reinstated = "Mødet står igen som kommende";
    internal const string ReinstatedHint = "I Outlook er det stadig aflyst. Indkald det igen dér, så alle har det i kalenderen.";
    internal const string DifferHeading = "Outlook og mødeplanen er ikke enige";
    internal const string GoneHeading = "Mødet er slettet i Outlook. Skal det aflyses?";
    internal const string AgreeHeading = "Outlook og mødeplanen er enige igen";
    internal const string NoLongerAsked = "Mødet er holdt, så der er intet at vælge";
    internal const string WhoAnswered = "Der er svaret på, hvem de indkaldte er";
    internal const string UseCalendar = "Brug det fra Outlook";
    internal const string KeepOurs = "Behold vores";
    internal const string CancelMeeting = "Aflys mødet";
    internal const string KeepMeeting = "Behold mødet";
    internal const string Here = "Her";
    internal const string There = "Outlook";
    internal const string KeptHeading = "Mødeplanen gælder";
    internal const string KeptHint = "Outlook er ikke ændret. Ret det dér, så alle har det samme i kalenderen.";
    internal const string UsedHeading = "Outlooks tid og sted gælder";
    internal const string WhoHeading = "Hvem er de indkaldte?";
    internal const string WhoHint = "Jeg kender dem ikke på e-mail og gætter ikke. Svaret huskes til de næste møder.";
    internal const string NobodyUnknown = "Jeg kender alle de indkaldte";
    internal const string WhoIsIt = "Hvem er det?";
    internal const string Guest = "Gæst";
    internal const string Ignore = "Skal ikke regnes med (liste, lokale, hjælper)";
    internal const string Later = "Svar senere";
    internal const string SaveAnswers = "Gem";
    internal const string AnswersSaved = "Svarene er gemt";
    internal const string ChangeAnswers = "Ret svarene";
    internal const string LinkedHeading = "Jeg har hentet mødet fra Outlook";
    internal const string LinkedManyHeading = "Jeg har hentet møderne fra Outlook";
    internal const string LinkedHint = "Flytninger, aflysninger og svar i Outlook følger med herover.";
    internal const string NotReadHeading = "Jeg kan ikke læse mødet i Outlook";
    internal const string WriteYourself = "Skriv fremmøde selv";
    internal const string ReportLateHeading = "Fremmødet er ikke klar fra Teams endnu";
    internal const string ReportMissingHeading = "Teams har ikke lavet nogen fremmøderapport";
    internal const string ReportMissingHint = "Det sker, når rapporter er slået fra, eller mødet er holdt i en kanal. Skriv fremmødet selv.";
    internal const string EndedHeading = "Mødet er slut";
    internal const string EndedHint = "Jeg henter fremmødet fra Teams om nogle minutter og sender et forslag, du kan rette.";

    internal static string DifferHint(int people) =>
        $"Begge steder er ændret siden sidst. Vælg, hvad der gælder.{(people == 0 ? string.Empty : $" Bruger du det fra Outlook, får {People(people)} besked.")}";

    internal static string GoneHint(int people) =>
        people == 0 ? "Ingen har fået mødet at vide herfra endnu." : $"Aflyser du det, får {People(people)} besked.";

    private static string People(int people) => DanishFormat.Count(people, "person", "personer");

    internal static string Value(MeetingTime time, string place) =>
        place.Length > 0
            ? $"{DanishFormat.Meeting(time.Date, time.Start, time.End)}, {DanishText.Shorten(place, 120)}"
            : DanishFormat.Meeting(time.Date, time.Start, time.End);

    internal static string Created(MeetingTime time) => $"Oprettet: {DanishFormat.Meeting(time.Date, time.Start, time.End)}";

    internal static string Linked(MeetingTime time) => $"Knyttet til: {DanishFormat.Meeting(time.Date, time.Start, time.End)}";

    internal static string AndMore(int count) => $"og {DanishFormat.Count(count, "møde", "møder")} mere";

    internal static string Told(int people) => people == 0
        ? "Det er aflyst her også. Ingen har fået besked herfra."
        : $"Det er aflyst her også, og {DanishFormat.Count(people, "person", "personer")} har fået besked.";

    internal static string Answered(int count) => $"{DanishFormat.Count(count, "person", "personer")} er på plads.";

    internal static string AnswersLeft(int count) => $"{DanishFormat.Count(count, "person", "personer")} mangler stadig svar.";

    internal static string Attendee(string name, string address) => string.Equals(name, address, StringComparison.OrdinalIgnoreCase)
        ? WhoIsIt
        : DanishText.Shorten(name, 60);

    internal static string TryAgain(NodaTime.Instant at) =>
        $"Jeg prøver igen {DanishFormat.ShortDateAndTime(at)}. Du kan også skrive fremmødet selv.";

    internal static string InPlace(IReadOnlyCollection<string> names) => $"{DanishFormat.Some(names, 3)} er på plads.";

    internal static string NotInvited(IReadOnlyCollection<string> names) => $"{DanishFormat.Some(names, 3)} er ikke indkaldt længere.";
}
