using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>
/// The rules of procedure as fields, each by its name in the board file. What is typed goes to the same use case as »board rule«, and the file
/// refuses what it would refuse.
/// </summary>
internal static class RuleFields
{
    private const string Yes = "true";
    private const string No = "false";

    private static readonly (string Name, string Label, string Group, RuleForm Form, Func<RulesOfProcedure, string> Read)[] All =
    [
        ("itemsIn", RuleTexts.ItemsIn, RuleTexts.Times, RuleForm.Time, rules => $"{rules.ItemsIn}"),
        ("agendaOut", RuleTexts.AgendaOut, RuleTexts.Times, RuleForm.Time, rules => $"{rules.AgendaOut}"),
        ("minutesOut", RuleTexts.MinutesOut, RuleTexts.Times, RuleForm.Time, rules => $"{rules.MinutesOut}"),
        ("commentsIn", RuleTexts.CommentsIn, RuleTexts.Times, RuleForm.Text, rules => $"{rules.CommentsIn}"),
        ("minimumMeetingsPerYear", RuleTexts.Meetings, RuleTexts.Times, RuleForm.Number, rules => NumberOf(rules.MinimumMeetingsPerYear)),
        ("quorum.share", RuleTexts.Share, RuleTexts.Deciding, RuleForm.Percent, rules => PercentOf(rules.Quorum.Share)),
        ("quorum.everySector", RuleTexts.EverySector, RuleTexts.Deciding, RuleForm.Flag, rules => FlagOf(rules.Quorum.EverySector)),
        ("castingVote", RuleTexts.CastingVote, RuleTexts.Deciding, RuleForm.Flag, rules => FlagOf(rules.HasCastingVote)),
        ("initiativeRight", RuleTexts.InitiativeRight, RuleTexts.Deciding, RuleForm.Flag, rules => FlagOf(rules.HasInitiativeRight)),
        ("agendaApproval", RuleTexts.AgendaApproval, RuleTexts.Deciding, RuleForm.Approval, rules => BoardVocabulary.NameOf(rules.AgendaApproval)),
        ("writtenProcedures.allowed", RuleTexts.Written, RuleTexts.Writing, RuleForm.Flag, rules => FlagOf(rules.WrittenProcedures.Allowed)),
        ("writtenProcedures.minimumOpen", RuleTexts.MinimumOpen, RuleTexts.Writing, RuleForm.Time, rules => $"{rules.WrittenProcedures.MinimumOpen}"),
        ("writtenProcedures.defaultOpen", RuleTexts.DefaultOpen, RuleTexts.Writing, RuleForm.Time, rules => $"{rules.WrittenProcedures.DefaultOpen}"),
        ("writtenProcedures.rule", RuleTexts.Rule, RuleTexts.Writing, RuleForm.Decision, rules => BoardVocabulary.NameOf(rules.WrittenProcedures.Rule)),
        ("writtenProcedures.silenceIsConsent", RuleTexts.Silence, RuleTexts.Writing, RuleForm.Flag, rules => FlagOf(rules.WrittenProcedures.SilenceIsConsent)),
        ("writtenProcedures.votesShownWhileOpen", RuleTexts.VotesShown, RuleTexts.Writing, RuleForm.Flag, rules => FlagOf(rules.WrittenProcedures.VotesShownWhileOpen)),
        ("writtenProcedures.closesWhenAllHaveAnswered", RuleTexts.ClosesEarly, RuleTexts.Writing, RuleForm.Flag, rules => FlagOf(rules.WrittenProcedures.ClosesWhenAllHaveAnswered)),
        ("writtenProcedures.closingDelayMinutes", RuleTexts.ClosingDelay, RuleTexts.Writing, RuleForm.Number, rules => NumberOf(rules.WrittenProcedures.ClosingDelayMinutes)),
        ("writtenProcedures.answerPerRecommendation", RuleTexts.PerRecommendation, RuleTexts.Writing, RuleForm.Flag, rules => FlagOf(rules.WrittenProcedures.AnswerPerRecommendation)),
        ("writtenProcedures.reminders", RuleTexts.VoteReminders, RuleTexts.Writing, RuleForm.Lines, rules => LinesOf(rules.WrittenProcedures.Reminders)),
        ("deadlineReminders.before", RuleTexts.Before, RuleTexts.Reminding, RuleForm.Lines, rules => LinesOf(rules.Reminders.Before)),
        ("deadlineReminders.beforeOfMeetings", RuleTexts.BeforeOfMeetings, RuleTexts.Reminding, RuleForm.Lines, rules => LinesOf(rules.Reminders.BeforeOfMeetings)),
        ("deadlineReminders.overdueDays", RuleTexts.OverdueDays, RuleTexts.Reminding, RuleForm.Number, rules => NumberOf(rules.Reminders.OverdueDays)),
        ("items.sections", RuleTexts.Sections, RuleTexts.Items, RuleForm.Lines, rules => LinesOf(rules.Items.Sections)),
        ("items.recommendationLead", RuleTexts.RecommendationLead, RuleTexts.Items, RuleForm.Text, rules => rules.Items.RecommendationLead ?? string.Empty),
        ("items.minutes", RuleTexts.ItemMinutes, RuleTexts.Items, RuleForm.Number, rules => NumberOf(rules.Items.Minutes)),
        ("minutes.look", RuleTexts.Look, RuleTexts.Minutes, RuleForm.Look, rules => BoardVocabulary.NameOf(rules.Minutes.Look)),
        ("minutes.undecided", RuleTexts.Undecided, RuleTexts.Minutes, RuleForm.Undecided, rules => BoardVocabulary.NameOf(rules.Minutes.Undecided)),
        ("minutes.party", RuleTexts.Party, RuleTexts.Minutes, RuleForm.Flag, rules => FlagOf(rules.Minutes.Party)),
        ("attendanceMinutes", RuleTexts.AttendanceMinutes, RuleTexts.Minutes, RuleForm.Number, rules => NumberOf(rules.AttendanceMinutes)),
        ("source", RuleTexts.Source, RuleTexts.SourceGroup, RuleForm.Text, rules => rules.Source ?? string.Empty),
    ];

    internal static IReadOnlyList<FormField> Of(RulesOfProcedure rules) =>
    [
        .. All.Select(rule => new FormField(rule.Name, rule.Label, KindOf(rule.Form), rule.Read(rules), rule.Read(rules))
        {
            Group = rule.Group,
            Choices = ChoicesOf(rule.Form),
            Hint = rule.Form == RuleForm.Lines ? RuleTexts.OnePerLine : null,
            IsRequired = IsRequired(rule.Form),
        }),
    ];

    /// <summary>The rules that somebody typed over; the others say nothing.</summary>
    internal static Result<IReadOnlyList<RuleEdit>> EditsOf(IReadOnlyList<FormField> fields)
    {
        var edits = new List<RuleEdit>();
        foreach (var rule in All)
        {
            if (fields.FirstOrDefault(field => field.Name == rule.Name) is not { IsChanged: true, Value: var typed })
                continue;

            if (typed.Length == 0 && IsRequired(rule.Form))
                return new RuleIsEmpty { Rule = rule.Name };

            if (ValueOf(rule.Form, typed) is not { } value)
                return new PercentUnreadable(typed) { Rule = rule.Name };

            edits.Add(new RuleEdit(rule.Name, value));
        }

        return edits;
    }

    private static bool IsRequired(RuleForm form) => form is RuleForm.Time or RuleForm.Percent;

    /// <returns>As the board file would write it, in JSON; empty takes the rule away; null for what is no share.</returns>
    private static string? ValueOf(RuleForm form, string typed) => form switch
    {
        RuleForm.Lines => new JsonArray([.. typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonValue.Create(line))]).ToJsonString(),
        _ when typed.Length == 0 => string.Empty,
        RuleForm.Flag when typed is Yes or No => typed,
        RuleForm.Number when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        RuleForm.Percent => ShareOf(typed),
        _ => JsonValue.Create(typed).ToJsonString(),
    };

    private static string? ShareOf(string typed) =>
        decimal.TryParse(typed.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? decimal.Round(percent / 100, 4).ToString(CultureInfo.InvariantCulture)
            : null;

    private static FieldKind KindOf(RuleForm form) => form switch
    {
        RuleForm.Text or RuleForm.Time or RuleForm.Percent => FieldKind.Text,
        RuleForm.Number => FieldKind.Number,
        RuleForm.Lines => FieldKind.Lines,
        _ => FieldKind.Choice,
    };

    private static IReadOnlyList<(string Value, string Text)> ChoicesOf(RuleForm form) => form switch
    {
        RuleForm.Flag => [(Yes, PageTexts.Yes), (No, PageTexts.No)],
        RuleForm.Approval => [.. BoardVocabulary.AgendaApprovals.Select(one => (one.Key, Capitalised(ApplyTexts.Danish(one.Value))))],
        RuleForm.Decision => [.. BoardVocabulary.DecisionRules.Select(one => (one.Key, Capitalised(ApplyTexts.Danish(one.Value))))],
        RuleForm.Look => [.. BoardVocabulary.Looks.Select(one => (one.Key, Capitalised(ApplyTexts.Danish(one.Value))))],
        RuleForm.Undecided => [.. BoardVocabulary.Undecided.Select(one => (one.Key, Capitalised(ApplyTexts.Danish(one.Value))))],
        _ => [],
    };

    private static string Capitalised(string text) => DanishFormat.Capitalised(text);

    private static string FlagOf(bool flag) => flag ? Yes : No;

    private static string NumberOf(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string PercentOf(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string LinesOf<T>(IEnumerable<T> lines) => string.Join('\n', lines);

    private enum RuleForm
    {
        Text,

        /// <summary>»5 hverdage«: there is none that is usual.</summary>
        Time,
        Number,
        Percent,
        Flag,
        Lines,
        Approval,
        Decision,
        Look,
        Undecided,
    }
}

/// <summary>No share of the seats.</summary>
public sealed record PercentUnreadable(string Written)
    : Error($"{DanishFormat.Quote(DanishText.Shorten(DanishText.Clean(Written), 40))} er ingen andel, jeg kan læse. Skriv procenten som et tal over 0 og højst 100, for eksempel 50 eller 66,67.")
{
    internal string Rule { get; init; } = string.Empty;
}

/// <summary>A rule that every forum has.</summary>
public sealed record RuleIsEmpty()
    : Error("Feltet skal udfyldes.")
{
    internal string Rule { get; init; } = string.Empty;
}
