using Klynge.Application.Agendas.Decisions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;

namespace Klynge.Workspace.MeetingParts;

/// <summary>What a meeting's page says beyond the words that it shares with the cards.</summary>
internal static class MeetingPageTexts
{
    internal const string Acts = "Mødet";
    internal const string Handle = "Flyt";
    internal const string HandleHelp = "Træk punktet, eller tryk Enter og brug pil op og ned. Enter lægger det, Escape fortryder.";
    internal const string People = "De får den selv";
    internal const string AsDocument = "Hent den som Word";
    internal const string Back = "Tilbage uden at gemme";
    internal const string BackToAgenda = "Tilbage til dagsordenen";
    internal const string AskApproval = "Bed om godkendelse";
    internal const string ApprovalNote = "Besked til dem, der godkender (kan udelades)";
    internal const string NoLateReason = "Skriv, hvorfor punktet kommer efter udsendelsen. Medlemmerne ser det.";
    internal const string Postpone = "Sæt også på næste møde";
    internal const string AddAttachment = "Tilføj bilag";
    internal const string File = "Fil";
    internal const string FileHelp = "Højst 100 MB: dokumenter, regneark, præsentationer, PDF, billeder og mails.";
    internal const string NameOptional = "Navn på dagsordenen (ellers filens navn)";
    internal const string AttachRequired = "Læg ved: forventes læst";
    internal const string AttachNotRequired = "Læg ved: forventes ikke læst";
    internal const string FileMissing = "Vælg den fil, der skal lægges ved.";
    internal const string Uploading = "Sender filen";
    internal const string TakenOff = "Taget af dagsordenen";
    internal const string PutBack = "Sæt på igen";
    internal const string Proposals = "Forslag, der venter på svar";
    internal const string Contributions = "Bidrag";
    internal const string Decline = "Afvis";
    internal const string Fingerprint = "Fingeraftryk";
    internal const string Versions = "Udgaver";
    internal const string Minutes = "Referat";
    internal const string Undo = "Fortryd";
    internal const string Place = "{0} af {1}";
    internal const string LostContact = "Siden svarede ikke. Det, du har skrevet, står her endnu. Prøv igen.";
    internal const string UnknownPeople = "Teams så nogen, som jeg ikke kender. Dem spørger jeg om i din chat.";
    internal const string BegunNow = "Mødet er begyndt.";
    internal const string EndedNow = "Mødet er slut.";
    internal const string IsBegun = "Ja, mødet er begyndt";
    internal const string IsEnded = "Ja, mødet er slut";
    internal const string MinutesOnTheirWay = "Referatet er på vej. Genindlæs siden om lidt.";
    internal const string MinutesWritten = "Referatet er dannet.";
    internal const string WasMeanwhile = "Der står nu dette på punktet:";
    internal const string FollowedUp = "Det følges op.";
    internal const string NotFollowedUp = "Jeg spørger ikke igen.";
    internal const string AskedAgain = "Sætningen står igen blandt de mulige aftaler.";

    internal static string Agreed(int number) => $"Aftalen er skrevet ved punkt {number}.";

    internal static string ActsOf(int number) => $"Punkt {number}";

    internal static string Named(string act, int number) => $"{act}: punkt {number}";

    internal static string Moved(int from, int to) => from == to ? $"Punkt {to} står, hvor det stod." : $"Punkt {from} er nu punkt {to}.";

    internal static string PeopleCount(int count) => DanishFormat.Count(count, "person", "personer");

    internal static string WithoutLateReason(int count) =>
        $"{DanishFormat.Capitalised(DanishFormat.Count(count, "nyt punkt", "nye punkter"))} siger ikke, hvorfor det kommer efter udsendelsen.";

    internal static string Attached(string name, int number) => number > 0
        ? $"{DanishFormat.Quote(name)} er lagt ved punkt {number}."
        : $"{DanishFormat.Quote(name)} er lagt ved.";

    internal static string IsBack(int number) => $"Punktet står igen på dagsordenen som punkt {number}.";

    internal static string AttachmentMoved(string name) => $"{DanishFormat.Quote(name)} er flyttet.";

    internal static string RollCalled(int attended) => $"Fremmødet er gemt: {DanishFormat.Count(attended, "deltog", "deltog")}.";

    internal static string AllAs(RecommendationOutcome outcome, int recommendations) =>
        recommendations == 1 ? AnswerTexts.Outcome(outcome) : AnswerTexts.All(outcome);
}
