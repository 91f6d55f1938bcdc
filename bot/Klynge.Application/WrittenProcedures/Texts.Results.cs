using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Closing, the result and how it follows from the rule.</summary>
internal static partial class Texts
{
    internal const string CloseNow = "Luk afstemningen";
    internal const string Withdraw = "Træk sagen tilbage";
    internal const string WithdrawLabel = "Hvorfor trækkes sagen tilbage?";
    internal const string Confirm = "Bekræft resultatet";
    internal const string ConfirmQuestion = "Bekræft resultatet? Det følger af svarene og reglerne og kan ikke ændres.";
    internal const string NoteLabel = "Tilføj en sætning (kan udelades)";
    internal const string OrientationRecommendation = "Tager orienteringen til efterretning";
    internal const string WithdrawnByYou = "Sagen er trukket tilbage, og alle, der var spurgt, får besked.";

    internal static string ConfirmedBy(string? name, Instant at) =>
        $"Bekræftet af {name ?? "formandskabet"} {DanishFormat.DateAndTime(at)}";

    internal static string Closing(ClosingReason reason) => reason switch
    {
        ClosingReason.Deadline => "fristen udløb",
        ClosingReason.AllAnswered => "alle havde svaret",
        ClosingReason.MeetingDemanded => "et medlem krævede mødebehandling",
        ClosingReason.ByHand => "lukket før fristen",
        ClosingReason.Withdrawn => "trukket tilbage",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    internal static string Count(Tally tally) =>
        $"{DanishFormat.Count(tally.Entitled, "stemmeberettiget", "stemmeberettigede")}, når inhabile er trukket fra; "
        + $"{tally.Present} tæller med i beslutningsdygtigheden, og der kræves {tally.QuorumNeeded}.";

    internal static string Result(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => "Vedtaget",
        Outcome.Rejected => "Forkastet",
        Outcome.NoQuorum => "Ikke beslutningsdygtig",
        Outcome.SentToMeeting => "Sendt til møde",
        Outcome.Withdrawn => "Trukket tilbage",
        Outcome.Mixed => "Delt afgørelse",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    /// <summary>Why the result is what it is, in words: the same on the card, in the protocol and on the next agenda.</summary>
    internal static string Why(Outcome outcome, ClosingReason reason, Tally tally) => outcome switch
    {
        Outcome.Withdrawn => "Sagen er trukket tilbage og har intet resultat.",
        Outcome.SentToMeeting when tally.DemandsMeeting > 0 => "Et medlem har krævet sagen behandlet på et møde.",
        Outcome.SentToMeeting => $"Der er ikke enighed: {Votes(tally)}.",
        Outcome.NoQuorum => NoQuorum(tally),
        _ => $"{Votes(tally)}.{(reason == ClosingReason.ByHand ? $" {ClosedByHand}" : string.Empty)}",
    };

    private const string ClosedByHand = "Afstemningen blev lukket før fristen.";

    internal static string Votes(Tally tally)
    {
        var silent = tally.Silent == 0 ? string.Empty : $", {tally.Silent} har ikke svaret";
        var recused = tally.Recused == 0 ? string.Empty : $", {tally.Recused} inhabil{(tally.Recused == 1 ? string.Empty : "e")}";
        return $"{tally.For} for, {tally.Against} imod{silent}{recused}";
    }

    internal static string OrientationTitle(string title) => $"Orientering om skriftlig behandling: {title}";

    internal static string Course(Instant opened, Instant closed, Outcome outcome, Tally tally) =>
        $"{WasInWriting(opened, closed)} Resultat: {Result(outcome)}. {DanishFormat.Capitalised(Votes(tally))}.";

    /// <summary>Of a case whose recommendations have results of their own: what was decided, as minutes say it, and how it was voted on each.</summary>
    internal static string Course(Instant opened, Instant closed, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Tally> tallies) =>
        $"{WasInWriting(opened, closed)}\n\n{Decision(outcomes)}\n\n{string.Join('\n', EachResult(outcomes, tallies).Select(line => $"- {line}"))}";

    private static string WasInWriting(Instant opened, Instant closed) =>
        $"Sagen var til skriftlig behandling fra {DanishFormat.DateAndTime(opened)} til {DanishFormat.DateAndTime(closed)}.";

    internal static string CloseQuestion(int answered, int seats) => answered == seats
        ? $"{(seats == 1 ? "Det ene medlem" : "Alle")} har svaret. Luk afstemningen, og send resultatet til {All(seats)}?"
        : $"{(answered == 0 ? "Ingen har svaret" : $"Kun {Answered(answered, seats)}")}. Luk alligevel, og send resultatet til {All(seats)}? "
            + $"{(seats - answered == 1 ? "Den" : "De")}, der mangler, kan ikke svare bagefter.";

    internal static string WithdrawQuestion(int seats) =>
        $"Træk sagen tilbage? {DanishFormat.Count(seats, "medlem", "medlemmer")} får besked, og sagen får intet resultat. De svar, der er givet, bliver i sagen.";

    internal static string ClosedOn(Instant at) => $"Lukket {DanishFormat.DateAndTime(at)}";

    internal static string ClosedByYou(Outcome outcome) => $"Afstemningen er lukket: {Result(outcome)}. Alle, der var spurgt, får resultatet.";

    private static string NoQuorum(Tally tally) => tally.MissingSectors.Count > 0
        ? $"Der mangler svar fra {DanishFormat.List(tally.MissingSectors)}, så forummet er ikke beslutningsdygtigt."
        : $"{tally.Present} har svaret, og der kræves {tally.QuorumNeeded}, så forummet er ikke beslutningsdygtigt.";
}
