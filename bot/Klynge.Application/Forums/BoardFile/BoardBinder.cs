using System.Text.Json;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Makes a description of the nodes of a file; what is wrong is noted with its place, all of it.</summary>
internal sealed class BoardBinder
{
    private static readonly TimeLimit StandIn = TimeLimit.Create(0, TimeLimitUnit.Days).Value;

    private readonly FileProblems _problems = new();
    private readonly Dictionary<object, FileNode> _nodes = new(ReferenceEqualityComparer.Instance);

    private BoardBinder()
    {
    }

    internal static BoardFileReading Bind(FileNode root)
    {
        var binder = new BoardBinder();
        var board = binder.Board(root);
        new BoardChecks(board, binder._nodes, binder._problems).Run();
        return binder._problems.IsEmpty ? new BoardFileReading(board, []) : new BoardFileReading(null, binder._problems.InOrder);
    }

    private BoardDescription Board(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.BoardKeys);
        var board = new BoardDescription(
            file.Text("kind", BoardVocabulary.Kind),
            file.Text("name", BoardVocabulary.BoardName),
            [.. file.List("forums").Select(Forum)],
            [.. file.List("people").Select(Person)]);
        return Noted(board, node);
    }

    private ForumDescription Forum(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.ForumKeys);
        var forum = new ForumDescription(
            file.Key("key"),
            file.Text("name", BoardVocabulary.ForumName),
            file.Integer("level", 1, BoardVocabulary.HighestLevel),
            file.OptionalKey("above"),
            file.Flag("closed", absent: false),
            Rules(file.Require("rules")),
            [.. file.List("members").Select(Seat)]);
        return Noted(forum, node);
    }

    private RulesOfProcedure Rules(FileNode? node)
    {
        var file = node is null ? Missing() : new FileObject(node, _problems, BoardVocabulary.RulesKeys);
        var rules = new RulesOfProcedure
        {
            ItemsIn = file.Limit("itemsIn", StandIn),
            AgendaOut = file.Limit("agendaOut", StandIn),
            AttachmentsOut = file.OptionalLimit("attachmentsOut"),
            MinutesOut = file.Limit("minutesOut", StandIn),
            CommentsIn = file.OptionalLimit("commentsIn"),
            Quorum = Quorum(file.Require("quorum")),
            WrittenProcedures = WrittenProcedures(file.Require("writtenProcedures")),
            MinimumMeetingsPerYear = file.OptionalInteger("minimumMeetingsPerYear", 1, BoardVocabulary.MaxMeetingsPerYear),
            StandingItems = file.OptionalList("standingItems", BoardVocabulary.MaxStandingItems, StandingItem) ?? Domain.Forums.StandingItem.Usual,
            Items = file.Node.Find("items") is { } items ? ItemTemplate(items) : Domain.Forums.ItemTemplate.Usual,
            HasInitiativeRight = file.Flag("initiativeRight", absent: false),
            CastingVote = BareSwitch(file, "castingVote"),
            ChairDecision = Switch(file, "chairDecision", LegalSwitch.Off),
            DissentingOpinion = Switch(file, "dissentingOpinion", LegalSwitch.Off),
            StopExecution = Switch(file, "stopExecution", LegalSwitch.Off),
            ItemSubstitutes = Switch(file, "itemSubstitutes", LegalSwitch.Off),
            NamedVotes = Switch(file, "namedVotes", LegalSwitch.On),
            AgendaApproval = file.OptionalChoice("agendaApproval", BoardVocabulary.AgendaApprovals, BoardVocabulary.DanishAgendaApprovals) ?? AgendaApprovalRule.None,
            AttendanceMinutes = file.OptionalInteger("attendanceMinutes", 1, BoardVocabulary.MaxAttendanceMinutes) ?? AttendanceRules.UsualMinutes,
            Reminders = file.Node.Find("deadlineReminders") is { } reminders ? DeadlineReminders(reminders) : Domain.Deadlines.DeadlineReminders.Usual,
            AnnualWheel = file.OptionalList("annualWheel", AnnualEntry.Most, Entry) ?? ForumDescription.WheelAsItIs,
            Minutes = file.Node.Find("minutes") is { } minutes ? MinutesLayout(minutes) : Domain.Minutes.MinutesLayout.Usual,
            Source = file.OptionalText("source", BoardVocabulary.Source),
        };
        return Noted(rules, file.Node);
    }

    /// <summary>Files of before say the casting vote as a bare true or false.</summary>
    private LegalSwitch BareSwitch(FileObject rules, string name) =>
        rules.Node.Find(name) is { Kind: JsonTokenType.StartObject } ? Switch(rules, name, LegalSwitch.Off) : new LegalSwitch(rules.Flag(name, absent: false));

    private LegalSwitch Switch(FileObject rules, string name, LegalSwitch absent)
    {
        if (rules.Node.Find(name) is not { } node)
            return absent;

        var file = new FileObject(node, _problems, BoardVocabulary.SwitchKeys);
        return new LegalSwitch(file.RequiredFlag("allowed"), file.OptionalText("source", BoardVocabulary.Source));
    }

    private QuorumRule Quorum(FileNode? node)
    {
        var file = node is null ? Missing() : new FileObject(node, _problems, BoardVocabulary.QuorumKeys);
        return new QuorumRule(file.Share("share"), file.Flag("everySector", absent: false));
    }

    private WrittenProcedureRules WrittenProcedures(FileNode? node)
    {
        var file = node is null ? Missing() : new FileObject(node, _problems, BoardVocabulary.WrittenProcedureKeys);
        var rules = new WrittenProcedureRules(
            file.Flag("allowed", absent: true),
            file.Limit("minimumOpen", StandIn),
            file.Limit("defaultOpen", StandIn),
            file.Choice("rule", BoardVocabulary.DecisionRules, BoardVocabulary.DanishDecisionRules),
            file.Flag("silenceIsConsent", absent: false),
            file.Flag("votesShownWhileOpen", absent: false),
            file.Flag("closesWhenAllHaveAnswered", absent: false))
        {
            ClosingDelayMinutes = file.OptionalInteger("closingDelayMinutes", 0, BoardVocabulary.MaxClosingDelay) ?? WrittenProcedureRules.UsualClosingDelay,
            AnswerPerRecommendation = file.Flag("answerPerRecommendation", absent: false),
            Reminders = file.OptionalLimits("reminders", BoardVocabulary.MaxReminders, StandIn) ?? WrittenProcedureRules.UsualReminders,
        };
        return Noted(rules, file.Node);
    }

    private ItemTemplate ItemTemplate(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.ItemTemplateKeys);
        if (file.Node.Find("sections") is { Kind: JsonTokenType.StartArray } sections
            && sections.Items.FirstOrDefault(one => RecommendationLead.Heading.Equals(DanishText.Clean(one.Text), StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            _problems.Add(reserved, Texts.ReservedHeading);
        }

        return new ItemTemplate
        {
            Sections = file.OptionalTexts("sections", Domain.Forums.ItemTemplate.MaxSections, BoardVocabulary.SectionHeading),
            RecommendationLead = file.OptionalText("recommendationLead", BoardVocabulary.RecommendationLead),
            Minutes = file.OptionalInteger("minutes", 1, AgendaItemRules.MaxMinutes),
        };
    }

    private StandingItem StandingItem(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.StandingItemKeys);
        return new StandingItem(
            file.Text("title", BoardVocabulary.ItemTitle),
            file.Choice("kind", BoardVocabulary.ItemKinds, BoardVocabulary.DanishItemKinds),
            file.OptionalInteger("minutes", 1, AgendaItemRules.MaxMinutes),
            file.Flag("last", absent: false))
        {
            Presenter = file.OptionalText("presenter", BoardVocabulary.StandingPresenter),
            Text = file.OptionalText("text", BoardVocabulary.StandingText),
            Recommendations = file.OptionalTexts("recommendations", Domain.Forums.StandingItem.MaxRecommendations, BoardVocabulary.StandingRecommendation),
        };
    }

    private DeadlineReminders DeadlineReminders(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.DeadlineReminderKeys);
        var usual = Domain.Deadlines.DeadlineReminders.Usual;
        return new DeadlineReminders
        {
            Before = file.OptionalLimits("before", BoardVocabulary.MaxReminders, StandIn) ?? usual.Before,
            BeforeOfMeetings = file.OptionalLimits("beforeOfMeetings", BoardVocabulary.MaxReminders, StandIn) ?? usual.BeforeOfMeetings,
            OverdueDays = file.OptionalInteger("overdueDays", 0, BoardVocabulary.MaxOverdueDays) ?? usual.OverdueDays,
        };
    }

    private MinutesLayout MinutesLayout(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.MinutesKeys);
        var usual = Domain.Minutes.MinutesLayout.Usual;
        return new MinutesLayout(
            file.OptionalChoice("look", BoardVocabulary.Looks, BoardVocabulary.DanishLooks) ?? usual.Look,
            file.OptionalChoice("undecided", BoardVocabulary.Undecided, BoardVocabulary.DanishUndecided) ?? usual.Undecided,
            file.Flag("party", absent: usual.Party));
    }

    private AnnualEntry Entry(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.AnnualEntryKeys);
        var entry = new AnnualEntry(file.Text("title", BoardVocabulary.EntryTitle), file.Rule("rule"))
        {
            ResponsibleRole = file.OptionalChoice("role", BoardVocabulary.Roles, BoardVocabulary.DanishRoles),
            ResponsiblePerson = file.OptionalKey("person"),
        };
        return Noted(entry, node);
    }

    private SeatDescription Seat(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.MemberKeys);
        var role = file.Choice("role", BoardVocabulary.Roles, BoardVocabulary.DanishRoles);
        var organisation = file.Text("organisation", BoardVocabulary.Organisation);
        var seat = new SeatDescription(
            file.Key("person"),
            organisation,
            file.OptionalText("sector", BoardVocabulary.Sector) ?? organisation,
            role,
            file.Flag("vote", BoardVocabulary.MayVote(role)),
            Substitutes(file),
            file.Date("from"),
            file.Date("to"))
        {
            Party = file.OptionalText("party", BoardVocabulary.Party),
        };
        return Noted(seat, node);
    }

    /// <summary>In their order. Files of before name the only one as »substitute«.</summary>
    private IReadOnlyList<string> Substitutes(FileObject file)
    {
        if (file.OptionalKey("substitute") is not { } only)
            return file.OptionalList("substitutes", BoardVocabulary.MaxSubstitutes, file.CheckedKey)?.OfType<string>().ToList() ?? [];

        if (file.Node.Find("substitutes") is { } both)
            _problems.Add(both, Texts.SubstituteTwice);
        return [only];
    }

    private PersonDescription Person(FileNode node)
    {
        var file = new FileObject(node, _problems, BoardVocabulary.PersonKeys);
        var person = new PersonDescription(
            file.Key("key"),
            file.Text("name", BoardVocabulary.PersonName),
            Account(file, "email", BoardAccounts.Email, Texts.EmailMalformed),
            file.OptionalText("title", BoardVocabulary.Title),
            Account(file, "entraObjectId", BoardAccounts.ObjectId, Texts.EntraMalformed));
        return Noted(person, node);
    }

    private string? Account(FileObject file, string name, Func<string, string?> read, string malformed)
    {
        if (file.Node.Find(name) is not { } value)
            return null;
        if (value.Kind == System.Text.Json.JsonTokenType.String && read(value.Text) is { } account)
            return account;
        _problems.Add(value, malformed);
        return null;
    }

    /// <summary>Stands for an object that is missing, which has been noted already.</summary>
    private static FileObject Missing() =>
        new(new FileNode(default, System.Text.Json.JsonTokenType.StartObject), new FileProblems());

    private T Noted<T>(T described, FileNode node)
        where T : notnull
    {
        _nodes[described] = node;
        return described;
    }
}
