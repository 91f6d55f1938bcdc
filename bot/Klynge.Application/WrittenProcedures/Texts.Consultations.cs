using Klynge.Domain.Calendar;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Other forums that are asked for their remarks.</summary>
internal static partial class Texts
{
    internal const string Consult = "Hør et andet forum";
    internal const string ConsultExplained = "Forummets medlemmer får sagen i deres personlige chat og kan skrive bemærkninger. De stemmer ikke.";
    internal const string WhichForumToConsult = "Hvilket forum skal høres?";
    internal const string ConsultDate = "Svarfrist for høringen, dato";
    internal const string SendRemarks = "Send bemærkninger";
    internal const string RemarksReceived = "Tak. Dine bemærkninger er med i sagen. Du kan sende flere, indtil fristen udløber.";
    internal const string ConsultationAnswers = "Bemærkninger fra høringen";
    internal const string ConsultationOver = "Høringen er slut";
    internal const string NoConsultationRemarks = "Der er ikke kommet bemærkninger.";

    internal static string ConsultationWanted(string forum) => $"{forum} beder om bemærkninger";

    internal static string ConsultationNote(string forum) => $"Det er en høring: {forum} træffer selv afgørelsen bagefter.";

    internal static string ConsultationCount(ConsultationAnswers forum) => forum.Answered >= forum.Asked
        ? $"{forum.Forum}: alle har svaret"
        : $"{forum.Forum}: {Answered(forum.Answered, forum.Asked)} inden fristen";

    internal static string Consulted(int people) => $"{DanishFormat.Count(people, "medlem", "medlemmer")} er bedt om bemærkninger. De kommer med i sagen, når den sendes ud.";
}
