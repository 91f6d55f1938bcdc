using Klynge.Domain.Calendar;

namespace Klynge.Application.MyCases;

internal static class Texts
{
    internal const string Heading = "Mine sager";
    internal const string Proposals = "Forslag, der venter på svar";
    internal const string ToConfirm = "Resultater, der venter på din bekræftelse";
    internal const string Unconfirmed = "Resultater, der venter på formandskabet";
    internal const string Overdue = "Overskredne frister";
    internal const string Agreements = "Aftaler, du følger op på";
    internal const string Drafts = "Kladder";
    internal const string Running = "Sager, der er sendt ud";
    internal const string Answered = "Besvaret";
    internal const string ToAnswer = "Sager, der venter på dit svar";
    internal const string ToRemark = "Høringer, der venter på dine bemærkninger";
    internal const string ToContribute = "Bidrag, du er bedt om";
    internal const string AllDeadlines = "Se alle frister";

    internal static string Waits(int count) => count == 0
        ? "Der er ikke noget, der venter på dig."
        : $"{DanishFormat.Count(count, "ting venter", "ting venter")} på dig.";

    internal static string AndMore(int count) => $"… og {DanishFormat.Number(count)} til.";
}
