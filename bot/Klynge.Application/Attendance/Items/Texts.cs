using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Attendance.Items;

/// <summary>What people read about who took part in an item.</summary>
internal static class Texts
{
    internal const string Button = "Fremmøde ved punktet";
    internal const string Recused = "Inhabil: deltog hverken i drøftelsen eller i beslutningen";
    internal const string Away = "Ikke til stede ved punktet: gik, kom senere eller var ude";
    internal const string Onwards = "Gælder det flere punkter?";
    internal const string OnlyThis = "Kun dette punkt";
    internal const string Following = "Også de følgende punkter: de gik";
    internal const string Preceding = "Også de foregående punkter: de kom først nu";
    internal const string Save = "Gem";
    internal const string Nobody = "Alle, der var til mødet, deltog i punktet.";
    internal const string SectionHeading = "Fremmøde ved punktet";
    internal const string NoSeats = "Der er ingen medlemmer på forummets liste den dag.";

    internal static string Heading(int number) => $"Fremmøde ved punkt {number}";

    internal static string Sentence(ItemAbsenceKind kind, IReadOnlyList<string> names) => kind == ItemAbsenceKind.Recused
        ? $"{DanishFormat.List(names)} var {(names.Count == 1 ? "inhabil" : "inhabile")} og deltog ikke i behandlingen af punktet."
        : $"{DanishFormat.List(names)} deltog ikke i behandlingen af punktet.";

    internal const string TakeOut = "Fjern stedfortræderen";

    internal static string CallIn(string substitute, string member) => $"Kald {substitute} ind for {member}";

    /// <summary>»Bo Friis deltog i punktet som stedfortræder for Karen Ravn.«</summary>
    internal static string CalledIn(string substitute, string member) => $"{substitute} deltog i punktet som stedfortræder for {member}.";

    internal const string SubstituteHint = "En stedfortræder kaldes ind til punktet, når medlemmets liste beder om det.";

    internal const string SubstituteRight = "Stedfortræder ved et enkelt punkt";

    /// <summary>»Forummet var ikke beslutningsdygtigt ved punktet: 5 af de 7 nødvendige pladser var besat.«</summary>
    internal static string NoQuorum(Quorum quorum)
    {
        string?[] why =
        [
            quorum.Filled < quorum.Needed ? $"{quorum.Filled} af de {quorum.Needed} nødvendige pladser var besat" : null,
            quorum.MissingSectors.Count > 0 ? $"ingen deltog fra {DanishFormat.List(quorum.MissingSectors)}" : null,
        ];
        return $"Forummet var ikke beslutningsdygtigt ved punktet: {string.Join(", og ", why.OfType<string>())}.";
    }

    internal static string StillQuorum(Quorum quorum) => $"Forummet var beslutningsdygtigt ved punktet: {quorum.Filled} af {quorum.VotingSeats} stemmeberettigede pladser var besat.";
}
