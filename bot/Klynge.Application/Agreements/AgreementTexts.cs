using Klynge.Application.Chat;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agreements;

/// <summary>The texts of agreements.</summary>
internal static class AgreementTexts
{
    internal const string Agreements = "Aftaler";
    internal const string FollowUp = "Opfølgning";
    internal const string Asked = "Er det en aftale?";
    internal const string AskedBoth = "Er det frister og aftaler?";
    internal const string AskedMore = "Jeg fandt det i beslutningen. Det, du følger op på, står under »Opfølgning« på næste møde.";
    internal const string Found = "Mulige aftaler i beslutningen";
    internal const string Accept = "Følg op";
    internal const string Dismiss = "Spørg ikke igen";
    internal const string Drop = "Drop aftalen";
    internal const string DropHeading = "Drop aftalen?";
    internal const string DropMore = "Den står som droppet med din begrundelse under »Opfølgning« på næste møde.";
    internal const string ReasonLabel = "Begrundelse";
    internal const string ReasonNeeded = "Skriv, hvorfor aftalen droppes.";
    internal const string Closed = "En aftale fra et lukket punkt";

    internal static string Count(int open) => open == 0 ? "Ingen åbne aftaler" : DanishFormat.Count(open, "åben aftale", "åbne aftaler");

    internal static string FoundCount(int agreements, int all) => agreements == all
        ? DanishFormat.Count(all, "mulig aftale", "mulige aftaler")
        : DanishFormat.Count(all, "mulig frist eller aftale", "mulige frister og aftaler");

    internal static string DayOf(string title) => $"Følges op den: {DanishText.Shorten(title, 60)}";

    internal static string Dropped(ChatTurn turn) => $"Droppet af {turn.PersonName} kl. {DanishFormat.Time(DanishTime.ToDanish(turn.Now).TimeOfDay)}.";

    /// <summary>»Sættes på dagsordenen · Direktørforum · på næste møde«.</summary>
    internal static string What(AgreementKind kind, string? forum, string? trigger) =>
        string.Join(" · ", new[] { Kind(kind), forum, trigger }.OfType<string>());

    internal static string Kind(AgreementKind kind) => kind switch
    {
        AgreementKind.Agenda => "Sættes på dagsordenen",
        AgreementKind.Invite => "En gæst inviteres",
        AgreementKind.Orient => "Der skal orienteres",
        AgreementKind.Refer => "Sendes til andre",
        AgreementKind.Prepare => "Der skal laves noget",
        AgreementKind.FindDate => "Der skal findes en dato",
        AgreementKind.Nominate => "Der skal udpeges nogen",
        AgreementKind.Standing => "Gælder fremover",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    internal static string Open(LocalDate day) => $"åben, følges op {DanishFormat.PlainDate(day)}";

    internal static string DoneOn(LocalDate day) => $"færdig {DanishFormat.PlainDate(day)}";

    internal static string DroppedFor(string? reason) => reason is null ? "droppet" : $"droppet: {reason}";

    internal static string FromMeeting(LocalDate date) => $"aftalt {DanishFormat.PlainDate(date)}";
}
