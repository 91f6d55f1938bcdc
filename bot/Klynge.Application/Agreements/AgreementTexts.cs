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

    internal const string NoTarget = "Ingen steder, kun en aftale";
    internal const string WriteGuest = "Skriv gæsten på et punkt";
    internal const string WhichItem = "Hvilket punkt er gæsten med til?";
    internal const string NoItems = "Der er ingen punkter på dagsordenen endnu. Tilføj et først.";
    internal const string NothingSent = "Gæsten får intet at vide, før du inviterer.";
    internal const string FromNowOn = "Gælder fremover";
    internal const string EndRule = "Ophæv";
    internal const string RuleEnded = "Reglen gælder ikke længere";
    internal const string RuleResumed = "Reglen gælder igen";
    internal const string ClosedRule = "En regel fra et lukket punkt";
    internal const string AgreedOnMinutes = "Det er aftalt. Jeg sender ikke selv til andre end medlemmerne endnu:";

    internal static string TargetOf(string title) => $"Kommer blandt de kommende punkter i: {DanishText.Shorten(title, 60)}";

    internal static string UnknownForum(string words) => $"Jeg kender ikke noget forum, der hedder {DanishFormat.Quote(words)}. Vælg selv, hvor punktet skal hen.";

    internal static string Invited(string who) => $"Inviteres: {who}";

    internal static string ProposalFrom(string forum) => $"{forum} foreslår et kommende punkt";

    internal static string Orientation(string title, string? from) => from is null ? $"Orientering: {title}" : $"Orientering fra {from}: {title}";

    internal static string ComesFrom(string forum, LocalDate? day) => day is { } date ? $"Punktet følger af en beslutning i {forum} d. {DanishFormat.PlainDate(date)}." : $"Punktet følger af en beslutning i {forum}.";

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

    internal static string IsProposed(string? forum) => $"foreslået for {forum}";

    internal static string IsComing(string? forum) => $"kommende punkt{In(forum)}";

    internal static string IsOnAgenda(string? forum, LocalDate day) => $"på dagsordenen{In(forum)} {DanishFormat.PlainDate(day)}";

    internal static string NotReached(string? forum, LocalDate day) => $"stod på dagsordenen{In(forum)} {DanishFormat.PlainDate(day)} uden beslutning";

    internal static string Postponed(string? forum, LocalDate day) => $"ikke afgjort{In(forum)} {DanishFormat.PlainDate(day)}";

    internal static string NotTaken(string? forum, string? reason) => $"taget af de kommende punkter{In(forum)}{(reason is null ? string.Empty : $": {reason}")}";

    internal static string Decided(string? forum, LocalDate day, string? decision) => $"behandlet{In(forum)} {DanishFormat.PlainDate(day)}{(decision is null ? string.Empty : $": {decision}")}";

    private static string In(string? forum) => forum is null ? string.Empty : $" i {forum}";

    internal static string FromMeeting(LocalDate date) => $"aftalt {DanishFormat.PlainDate(date)}";
}
