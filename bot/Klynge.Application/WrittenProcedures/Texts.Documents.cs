using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The protocol, the remarks and the evidence package.</summary>
internal static partial class Texts
{
    internal const string ProtocolTitle = "Beslutningsprotokol";
    internal const string RemarksTitle = "Bemærkninger fra skriftlig behandling";
    internal const string FactsCaption = "Sagens forløb";
    internal const string ResultHeading = "Resultat";
    internal const string AnswersHeading = "Svar";
    internal const string HistoryHeading = "Alle svar i den rækkefølge, de er givet";
    internal const string ConsultationHeading = "Bemærkninger fra hørte fora";
    internal const string SentOutLabel = "Sendt ud";
    internal const string DeadlineLabel = "Svarfrist";
    internal const string ClosedLabel = "Lukket";
    internal const string RuleLabel = "Afgøres efter";
    internal const string VersionLabel = "Udgave";
    internal const string ChangedLabel = "Ændret";
    internal const string ConfirmedLabel = "Bekræftet af";
    internal const string NotConfirmedYet = "Afventer formandskabet";
    internal const string NoAnswer = "Ikke svaret";
    internal const string Nobody = "systemet";
    internal static readonly string[] AnswerColumns = ["Stemmeberettiget", "Svar", "Hvornår", "Bemærkninger"];
    internal static readonly string[] AttachmentColumns = ["Bilag", "SHA-256"];
    internal static readonly string[] HistoryColumns = ["Hvornår", "Hvem", "Svar", "Bemærkninger"];
    internal static readonly string[] ConsultationColumns = ["Hvem", "Bemærkninger"];
    internal const string Evidence = "Bevispakke";
    internal const string OpenEvidence = "Åbn bevispakken";
    internal const string OpenProtocol = "Åbn protokollen";
    internal const string OpenPdf = "Åbn protokollen som PDF";
    internal const string OpenRemarks = "Åbn bemærkningerne";
    internal const string DocumentsStored = "Beslutningsprotokollen er skrevet og ligger i dokumentbiblioteket. Den skrives igen, når formandskabet har bekræftet resultatet.";

    internal const string EvidenceStored =
        "Bevispakken ligger i dokumentbiblioteket: protokol, låste tekster og bilag, alle svar og revisionssporet. Den kan kontrolleres på en anden maskine med kommandoen »verify« og filens navn.";

    internal const string TryAgain = "Prøv igen.";

    internal static string StillInTheOpen(string why) =>
        $"Et dokument i den lukkede sag er endnu ikke på plads blandt de lukkede i dokumentbiblioteket. Jeg prøver igen, til det er. {why}";

    internal static string NotInTheOpen(string why) => $"{why} Jeg prøver igen af mig selv og gemmer det, så snart mappen er lukket.";

    internal static string NotFrozen(string? url) => url is null ? "Kun nævnt ved navn" : $"{DanishFormat.Capitalised(LinkOnly)}: {url}";

    internal static string RuleInFull(WrittenProcedureRules rules, QuorumRule quorum, int? separate) =>
        (separate is null ? string.Empty : $"{EachForItself} ")
        + $"{DanishFormat.Capitalised(RuleName(rules.Rule))}. "
        + (rules.SilenceIsConsent ? "Den, der ikke svarer inden fristen, har godkendt (stiltiende accept). " : "Manglende svar tæller hverken for eller imod. ")
        + $"Beslutningsdygtigt, når mindst {DanishFormat.Number(quorum.Share * 100, 0)} pct. af de stemmeberettigede har svaret"
        + (quorum.EverySector ? ", og mindst én fra hver sektor." : ".");

    internal static string VersionOf(int version, Instant frozenAt) => $"{version}, låst {DanishFormat.DateAndTime(frozenAt)}";

    internal static string ChangeOf(int version, Instant at, string? reason) =>
        $"{DanishFormat.Capitalised(VersionShort(version))}, {OnRecord(at)}, hvor alle skulle svare igen: {reason}";

    internal static string DeadlineMoveOf(DeadlineMove move, string by) =>
        $"Svarfristen flyttet {OnRecord(move.MovedAt)} af {by} fra {OnRecord(move.FromDeadline)} til {OnRecord(move.ToDeadline)}"
        + (move.Reason is { } reason ? $": {reason}" : ". Svarene stod ved magt.");

    internal static string DecidedIn(string forum) => $"Skriftlig behandling i {forum}";

    /// <summary>»13. januar 2026 kl. 09.00«: the protocol is read years later, so the year always stands there.</summary>
    internal static string OnRecord(Instant at)
    {
        var moment = DanishTime.ToDanish(at);
        return $"{DanishFormat.PlainDate(moment.Date)} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    internal static string ChairSays(string note) => $"Formandskabets bemærkning: {note}";

    internal static string VersionShort(int version) => $"udgave {version}";

    internal static string RecordedBy(string name, VoteSource source) =>
        $"givet {(source == VoteSource.Phone ? "telefonisk" : "pr. mail")}, registreret af {name}";

    internal static string Added(string path) => $"{path} står ikke i fortegnelsen og er kommet til bagefter.";

    internal static string Twice(string path) => $"{path} findes to gange i pakken.";

    internal static string Missing(string path) => $"{path} mangler i pakken.";

    internal static string NotLabelled(string why) =>
        $"Dokumenterne ligger i dokumentbiblioteket, men jeg har i et døgn ikke kunnet udfylde kolonnerne og lægge protokollen som PDF ved siden af. {why}";

    internal static string NotAsFrozen(string name) =>
        $"Bilaget {DanishFormat.Quote(name)} mangler i pakken, eller filen er en anden end den, der blev fastfrosset med sagen.";

    internal static string EvidenceHasFaults(IEnumerable<string> faults) => $"Pakken er ikke hel: {string.Join(' ', faults)}";

    internal static string Altered(string path) => $"{path} er ændret, siden pakken blev lavet.";
}
