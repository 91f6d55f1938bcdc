using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>The words of a board file and their limits. The JSON schema names the same; a test holds one against the other.</summary>
internal static class BoardVocabulary
{
    internal const int HighestLevel = 9;
    internal const int MaxMeetingsPerYear = 60;
    internal const int MaxStandingItems = 20;
    internal const int MaxReminders = 10;
    internal const int MaxSubstitutes = 20;
    internal const int MaxOverdueDays = 30;
    internal const int MaxClosingDelay = 1440;
    internal const int MaxAttendanceMinutes = 240;

    internal static readonly string[] BoardKeys = ["$schema", "kind", "name", "forums", "people"];
    internal static readonly string[] ForumKeys = ["key", "name", "level", "above", "closed", "rules", "members"];

    internal static readonly string[] RulesKeys =
        ["itemsIn", "agendaOut", "attachmentsOut", "minutesOut", "commentsIn", "quorum", "writtenProcedures", "minimumMeetingsPerYear", "standingItems", "items", "initiativeRight", "castingVote", "chairDecision", "dissentingOpinion", "stopExecution", "itemSubstitutes", "namedVotes", "agendaApproval", "attendanceMinutes", "deadlineReminders", "annualWheel", "minutes", "source"];

    internal static readonly string[] QuorumKeys = ["share", "everySector"];
    internal static readonly string[] SwitchKeys = ["allowed", "source"];

    internal static readonly string[] WrittenProcedureKeys =
        ["allowed", "minimumOpen", "defaultOpen", "rule", "silenceIsConsent", "votesShownWhileOpen", "closesWhenAllHaveAnswered", "closingDelayMinutes", "answerPerRecommendation", "reminders"];

    internal static readonly string[] ItemTemplateKeys = ["sections", "recommendationLead", "minutes"];
    internal static readonly string[] StandingItemKeys = ["title", "kind", "minutes", "last", "presenter", "text", "recommendations"];

    internal static readonly string[] DeadlineReminderKeys = ["before", "beforeOfMeetings", "overdueDays"];
    internal static readonly string[] AnnualEntryKeys = ["title", "rule", "role", "person"];

    internal static readonly string[] MinutesKeys = ["look", "undecided", "party"];

    internal static readonly string[] MemberKeys = ["person", "organisation", "sector", "party", "role", "vote", "substitute", "substitutes", "from", "to"];
    internal static readonly string[] PersonKeys = ["key", "name", "email", "title", "entraObjectId"];

    internal static readonly IReadOnlyDictionary<string, Role> Roles = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["member"] = Role.Member,
        ["coChair"] = Role.CoChair,
        ["chair"] = Role.Chair,
        ["deputyChair"] = Role.DeputyChair,
        ["observer"] = Role.Observer,
        ["administrative"] = Role.Administrative,
        ["secretariat"] = Role.Secretariat,
        ["guest"] = Role.Guest,
    };

    /// <summary>Who writes the Danish name of a role is told the word.</summary>
    internal static readonly IReadOnlyDictionary<string, string> DanishRoles =
        Roles.ToDictionary(role => DanishText.Fold(role.Value.Danish()), role => role.Key, StringComparer.Ordinal);

    internal static readonly IReadOnlyDictionary<string, DecisionRule> DecisionRules = new Dictionary<string, DecisionRule>(StringComparer.Ordinal)
    {
        ["consensus"] = DecisionRule.Consensus,
        ["simpleMajority"] = DecisionRule.SimpleMajority,
        ["twoThirdsMajority"] = DecisionRule.TwoThirdsMajority,
    };

    internal static readonly IReadOnlyDictionary<string, string> DanishDecisionRules = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["enighed"] = "consensus",
        ["simpelt flertal"] = "simpleMajority",
        ["kvalificeret flertal"] = "twoThirdsMajority",
    };

    internal static readonly IReadOnlyDictionary<string, AgendaItemKind> ItemKinds = new Dictionary<string, AgendaItemKind>(StringComparer.Ordinal)
    {
        ["decision"] = AgendaItemKind.Decision,
        ["discussion"] = AgendaItemKind.Discussion,
        ["information"] = AgendaItemKind.Information,
    };

    internal static readonly IReadOnlyDictionary<string, string> DanishItemKinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [DanishText.Fold("beslutning")] = "decision",
        [DanishText.Fold("drøftelse")] = "discussion",
        [DanishText.Fold("orientering")] = "information",
    };

    internal static readonly IReadOnlyDictionary<string, AgendaApprovalRule> AgendaApprovals = new Dictionary<string, AgendaApprovalRule>(StringComparer.Ordinal)
    {
        ["none"] = AgendaApprovalRule.None,
        ["chair"] = AgendaApprovalRule.Chair,
        ["coChairs"] = AgendaApprovalRule.CoChairs,
    };

    internal static readonly IReadOnlyDictionary<string, string> DanishAgendaApprovals = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ingen"] = "none",
        ["formanden"] = "chair",
        ["formandskabet"] = "coChairs",
    };

    internal static readonly IReadOnlyDictionary<string, MinutesLook> Looks = new Dictionary<string, MinutesLook>(StringComparer.Ordinal)
    {
        ["continuous"] = MinutesLook.Continuous,
        ["pagePerItem"] = MinutesLook.PagePerItem,
    };

    internal static readonly IReadOnlyDictionary<string, string> DanishLooks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [DanishText.Fold("fortløbende")] = "continuous",
        [DanishText.Fold("punkt for punkt")] = "pagePerItem",
    };

    internal static readonly IReadOnlyDictionary<string, UndecidedItems> Undecided = new Dictionary<string, UndecidedItems>(StringComparer.Ordinal)
    {
        ["plain"] = UndecidedItems.Plain,
        ["stated"] = UndecidedItems.Stated,
        ["leftOut"] = UndecidedItems.LeftOut,
    };

    internal static readonly IReadOnlyDictionary<string, string> DanishUndecided = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [DanishText.Fold("vises uden")] = "plain",
        [DanishText.Fold("nævnes")] = "stated",
        [DanishText.Fold("udelades")] = "leftOut",
    };

    internal static readonly TextLimit ItemTitle = new("Punktets titel (title)", AgendaItemRules.MaxTitleLength);
    internal static readonly TextLimit SectionHeading = new("Overskriften (sections)", AgendaItemRules.MaxHeadingLength);
    internal static readonly TextLimit StandingPresenter = new("Den, der fremlægger punktet (presenter),", AgendaItemRules.MaxPresenterLength);
    internal static readonly TextLimit StandingText = new("Punktets tekst (text)", Domain.Forums.StandingItem.MaxTextLength);
    internal static readonly TextLimit StandingRecommendation = new("Indstillingen (recommendations)", 500);
    internal static readonly TextLimit RecommendationLead = new("Det, der leder ind til indstillingen (recommendationLead),", 200);
    internal static readonly TextLimit EntryTitle = new("Fristens titel (title)", Domain.Deadlines.AnnualEntry.MaxTitleLength);
    internal static readonly TextLimit Kind = new("Ordet for, hvad det er (kind),", 50);
    internal static readonly TextLimit BoardName = new("Rådets navn (name)", 100);
    internal static readonly TextLimit ForumName = new("Forummets navn (name)", 60);
    internal static readonly TextLimit PersonName = new("Personens navn (name)", 100);
    internal static readonly TextLimit Title = new("Titlen (title)", 150);
    internal static readonly TextLimit Organisation = new("Organisationen (organisation)", 100);
    internal static readonly TextLimit Party = new("Partiet (party)", 60);
    internal static readonly TextLimit Sector = new("Sektoren (sector)", 60);
    internal static readonly TextLimit Source = new("Kilden (source)", 500);

    internal static string NameOf(Role role) => Roles.First(candidate => candidate.Value == role).Key;

    internal static string NameOf(AgendaApprovalRule rule) => AgendaApprovals.First(candidate => candidate.Value == rule).Key;

    internal static string NameOf(MinutesLook look) => Looks.First(candidate => candidate.Value == look).Key;

    internal static string NameOf(UndecidedItems undecided) => Undecided.First(candidate => candidate.Value == undecided).Key;

    internal static string NameOf(AgendaItemKind kind) => ItemKinds.First(candidate => candidate.Value == kind).Key;

    internal static string NameOf(DecisionRule rule) => DecisionRules.First(candidate => candidate.Value == rule).Key;

    /// <summary>Who has a vote where the file does not say: members and chairs, nobody else ever.</summary>
    internal static bool MayVote(Role role) => role.IsMember();
}

/// <summary>
/// A time limit as a secretary writes it: »5 hverdage«, »11 dage kl. 24.00«, »2 uger«, »4 hverdage (lørdag talt med)«. What
/// <see cref="TimeLimit.ToString"/> says is read back as the same limit.
/// </summary>
internal static partial class TimeLimitText
{
    internal static bool TryParse(string text, out Result<TimeLimit> limit)
    {
        limit = default;
        var match = Pattern().Match(DanishText.Clean(text));
        if (!match.Success || !int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;

        ClockTime? at = null;
        if (match.Groups["at"] is { Success: true, Value: var clock })
        {
            if (!ClockTime.TryParse(Padded(clock), out var time))
                return false;
            at = time;
        }

        var isWeeks = match.Groups["unit"].Value.StartsWith('u');
        limit = TimeLimit.Create(isWeeks ? Math.Min(count, TimeLimit.MaxCount) * 7 : count, UnitOf(match), at);
        return true;
    }

    private static TimeLimitUnit UnitOf(Match match) => match.Groups["unit"].Value[0] switch
    {
        'h' when match.Groups["saturday"].Success => TimeLimitUnit.WorkdaysWithSaturday,
        'h' => TimeLimitUnit.Workdays,
        _ => TimeLimitUnit.Days,
    };

    /// <summary>»12« and »9.30« as <see cref="ClockTime"/> wants them.</summary>
    private static string Padded(string clock)
    {
        var whole = clock.Contains('.', StringComparison.Ordinal) || clock.Contains(':', StringComparison.Ordinal) ? clock : clock + ".00";
        return whole.PadLeft(5, '0');
    }

    [GeneratedRegex(
        @"^(?<count>[0-9]{1,6}) (?<unit>dage?|uger?|hverdage?)(?<saturday>(?<=hverdage?) \(lørdag talt med\))?( kl\. ?(?<at>[0-9]{1,2}([.:][0-9]{2})?))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
