using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>How a change of the board is told.</summary>
internal static class ApplyTexts
{
    internal const string Nothing = "(intet)";
    internal const string Yes = "ja";
    internal const string No = "nej";
    internal const string Board = "Rådet";
    internal const string Kind = "slags";
    internal const string Name = "navn";
    internal const string Level = "niveau";
    internal const string Above = "forum over";
    internal const string Closed = "nedlagt";
    internal const string Email = "e-mail";
    internal const string Title = "titel";
    internal const string ObjectId = "Entra-id";
    internal const string Organisation = "organisation";
    internal const string Sector = "sektor";
    internal const string Role = "rolle";
    internal const string Vote = "stemmeret";
    internal const string Substitute = "stedfortræder";
    internal const string From = "fra";
    internal const string To = "til";
    internal const string Order = "rækkefølgen af medlemmer";
    internal const string ForumClosed = "nedlægges; dets historie bliver";
    internal const string NeverBegan = "begynder ikke alligevel";

    internal const string ItemsIn = "punkter inde";
    internal const string AgendaOut = "dagsorden ud";
    internal const string MinutesOut = "referat ud";
    internal const string CommentsIn = "bemærkninger til referat";
    internal const string QuorumShare = "beslutningsdygtig fra andel";
    internal const string EverySector = "alle sektorer skal være der";
    internal const string WrittenAllowed = "skriftlig behandling";
    internal const string AttendanceMinutes = "minutter for at have deltaget";
    internal const string MinimumOpen = "korteste svartid";
    internal const string DefaultOpen = "foreslået svartid";
    internal const string DecisionRule = "afgørelse";
    internal const string Silence = "stiltiende accept";
    internal const string VotesShown = "svar vises undervejs";
    internal const string ClosesEarly = "lukker, når alle har svaret";
    internal const string ClosingDelay = "minutter fra sidste svar, til sagen lukker";
    internal const string Meetings = "møder om året mindst";
    internal const string Source = "kilde";

    internal const string StandingItems = "faste punkter";
    internal const string Reminders = "påmindelser";

    internal const string DeadlineReminders = "påmindelser om frister";
    internal const string AnnualWheel = "årshjul";

    internal static string Listed(DeadlineReminders reminders) =>
        $"{Listed(reminders.Before)}; ved møder {Listed(reminders.BeforeOfMeetings)}; {reminders.OverdueDays} dage efter";

    internal static string Listed(IEnumerable<AnnualEntry> wheel) => string.Join(", ", wheel.Select(entry =>
        $"{entry.Title} ({entry.Rule}{(entry.ResponsiblePerson ?? entry.ResponsibleRole?.Danish()) switch { null => "", var who => $", {who}" }})"));

    internal static string Listed(IEnumerable<Klynge.Domain.Calendar.TimeLimit> limits) => string.Join(", ", limits);

    internal static string Listed(IEnumerable<StandingItem> items) => string.Join(", ", items.Select(item =>
        $"{item.Title} ({Danish(item.Kind)}{(item.Minutes is { } minutes ? $", {minutes} min." : "")}{(item.StandsLast ? ", sidst" : "")})"));

    internal static string Danish(Klynge.Domain.Agendas.AgendaItemKind kind) => kind switch
    {
        Klynge.Domain.Agendas.AgendaItemKind.Decision => "beslutning",
        Klynge.Domain.Agendas.AgendaItemKind.Discussion => "drøftelse",
        Klynge.Domain.Agendas.AgendaItemKind.Information => "orientering",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    internal static string Forum(string name) => $"Forum {name}";

    internal static string RulesOf(string forum) => $"Regler for {forum}";

    internal static string Seat(string person, string forum) => $"{person} i {forum}";

    internal static string LastDay(LocalDate date) => $"sidste dag {DanishFormat.PlainDate(date)}";

    internal static string Added(SeatDescription seat) =>
        $"{seat.Role.Danish()}, {seat.Organisation}{(seat.HasVote ? "" : ", uden stemmeret")}";

    internal static string Danish(DecisionRule rule) => rule switch
    {
        Klynge.Domain.Forums.DecisionRule.Consensus => "enighed",
        Klynge.Domain.Forums.DecisionRule.SimpleMajority => "simpelt flertal",
        Klynge.Domain.Forums.DecisionRule.TwoThirdsMajority => "kvalificeret flertal",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };
}
