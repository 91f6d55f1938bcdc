using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Other forums that are asked for their remarks.</summary>
internal static partial class Texts
{
    internal const string Consult = "Hør et andet forum";
    internal const string ConsultExplained = "Forummets medlemmer får sagen i deres personlige chat og kan skrive bemærkninger. De stemmer ikke.";
    internal const string WhichForumToConsult = "Hvilket forum skal høres?";
    internal const string ConsultDate = "Svarfrist for høringen, dato";
    internal const string SendRemarks = "Send bemærkninger";
    internal const string GiveRemarks = "Skriv bemærkninger";
    internal const string ChangeRemarks = "Ret bemærkninger";
    internal const string YourRemarks = "Dine bemærkninger";
    internal const string NoRemarksSent = "Du har ikke sendt bemærkninger.";
    internal const string ConsultationAnswers = "Bemærkninger fra høringen";
    internal const string ConsultationOver = "Høringen er slut";
    internal const string NoConsultationRemarks = "Der er ikke kommet bemærkninger.";

    /// <summary>»Dine bemærkninger er med i sagen (i dag kl. 09.14). Du kan ændre dem indtil fredag kl. 12.«</summary>
    internal static string RemarksReceived(Instant at, Instant deadline, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        var day = moment.Date == today ? "i dag" : DanishFormat.ShortDate(moment.Date, today);
        return $"Dine bemærkninger er med i sagen ({day} kl. {DanishFormat.Time(moment.TimeOfDay)}). Du kan ændre dem indtil {Until(deadline, today)}.";
    }

    /// <summary>Who said it, and for which forum: »Bo Ørum, Patientforeningen (Driftsforum)«.</summary>
    internal static string HeardPerson(string name, string organisation, string forum) => $"{name}, {organisation} ({forum})";

    internal static string HeardResult(string forum, Outcome outcome, IReadOnlyList<Outcome>? each = null) => outcome switch
    {
        Outcome.Withdrawn => $"{forum} har trukket sagen tilbage.",
        Outcome.SentToMeeting => $"{forum} tager sagen op på et møde. Bemærkningerne fra høringen følger med.",
        _ => $"{forum} har behandlet sagen. Resultat: {Result(outcome, each)}.",
    };

    internal static string HeardCase(string asked) => $"{asked} blev hørt om sagen.";

    internal static string ConsultationRuns(ConsultationAnswers forum) =>
        $"Høringen af {forum.Forum} løber til {DanishFormat.Deadline(forum.Deadline)}, og {Answered(forum.Answered, forum.Asked)}.";

    internal const string ConsultationRunsMeans =
        "Sender du sagen ud nu, svarer medlemmerne uden de bemærkninger, der mangler. De kommer i sagens dokumenter, hvis de når frem, før sagen er afgjort.";

    internal static string ConsultationWanted(string forum) => $"{forum} beder om bemærkninger";

    internal static string ConsultationNote(string forum) => $"Det er en høring: {forum} træffer selv afgørelsen bagefter.";

    internal static string ConsultationCount(ConsultationAnswers forum) => forum.Answered >= forum.Asked
        ? $"{forum.Forum}: alle har svaret"
        : $"{forum.Forum}: {Answered(forum.Answered, forum.Asked)} inden fristen";

    internal static string Consulted(int people) => $"{DanishFormat.Count(people, "medlem", "medlemmer")} er bedt om bemærkninger. De kommer med i sagen, når den sendes ud.";
}
