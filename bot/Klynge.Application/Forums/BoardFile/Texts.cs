using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What is said about a board file. The place of the fault is printed before the sentence.</summary>
internal static class Texts
{
    internal const string Empty = "Filen er tom. Lav en med »board export«, og ret i den.";
    internal const string TooLarge = "Filen er over 5 MB, og det er intet råd. Er det den rigtige fil?";
    internal const string NotUtf8 = "Filen er ikke gemt som UTF-8. Gem den igen med tegnsættet UTF-8.";
    internal const string NotJson = "Her kan filen ikke læses: der mangler et komma, et citationstegn eller en parentes, eller der er et for meget, her eller lige før.";
    internal const string ObjectExpected = "Her skal stå et objekt i { }.";
    internal const string ListExpected = "Her skal stå en liste i [ ].";
    internal const string TextExpected = "Her skal stå en tekst i citationstegn.";
    internal const string FlagExpected = "Her skal stå true eller false uden citationstegn.";
    internal const string DateExpected = "Skriv datoen som år-måned-dag, for eksempel \"2027-01-01\".";
    internal const string ShareExpected = "Skriv andelen som et tal over 0 og højst 1; 0.5 betyder mindst halvdelen.";
    internal const string LimitExpected =
        "Skriv fristen som \"5 hverdage\", \"4 hverdage (lørdag talt med)\", \"11 dage kl. 24.00\" eller \"2 uger\".";
    internal const string EmailMalformed = "Det er ikke en e-mailadresse. Skriv den som \"navn@kommune.dk\", eller slet linjen.";
    internal const string EntraMalformed =
        "Objekt-id'et fra Entra er 32 hextal med bindestreger, for eksempel \"6f1c2b7e-0d51-4c7a-9a56-3f0b7d8e2a10\".";
    internal const string NoForums = "Der skal være mindst ét forum.";
    internal const string VoteForRole = "Kun medlemmer, medformænd, næstformænd og formænd har stemmeret. Slet »vote«, eller ret rollen.";
    internal const string SubstituteTwice = "Skriv stedfortræderne enten som »substitute« (én) eller som »substitutes« (flere i rækkefølge), ikke begge.";
    internal const string OwnSubstitute = "Et medlem kan ikke være sin egen stedfortræder.";
    internal const string EndsBeforeStart = "Sidste dag (to) ligger før første dag (from).";
    internal const string ItemsAfterAgenda = "Punkterne skal være inde (itemsIn), før dagsordenen sendes ud (agendaOut).";
    internal const string OpenTooShort = "Den foreslåede svartid (defaultOpen) er kortere end den korteste tilladte (minimumOpen).";

    internal static string TooMany(int most, int count) => $"Der er plads til {most} her, men listen har {count}.";

    internal static string KeyMissing(string name) => $"»{name}« mangler.";

    internal const string ReservedHeading = "»Indstilling« har sit eget felt og kan ikke være en overskrift her; brug recommendationLead til det, der leder ind til den.";

    internal static string TextTwice(string text) => $"»{text}« står her to gange. Slet den ene.";

    internal static string KeyTwice(string name) => $"»{name}« står her to gange. Slet den ene.";

    internal static string UnknownKey(string name, string? nearest, IEnumerable<string> known) => nearest is null
        ? $"»{Shown(name)}« kender jeg ikke. Her kan stå: {DanishFormat.List(known, "eller")}."
        : $"»{Shown(name)}« kender jeg ikke. Mente du »{nearest}«?";

    internal static string UnknownChoice(string text, string? nearest, IEnumerable<string> choices) => nearest is null
        ? $"»{Shown(text)}« kan ikke bruges. Skriv {DanishFormat.List(choices, "eller")}."
        : $"»{Shown(text)}« kan ikke bruges. Mente du »{nearest}«?";

    internal static string IntegerExpected(int from, int to) => $"Her skal stå et helt tal fra {from} til {to} uden citationstegn.";

    internal static string KeyMalformed(string? suggestion) =>
        "En nøgle er 1 til 40 tegn: små bogstaver fra a til z, tal og bindestreg." + (suggestion is null ? "" : $" Skriv for eksempel »{suggestion}«.");

    internal static string ForumTwice(string key) => $"Der er allerede et forum med nøglen »{key}«. Hvert forum skal have sin egen.";

    internal static string PersonTwice(string key) => $"Der er allerede en person med nøglen »{key}«. Hver person skal have sin egen.";

    internal static string EmailTwice(string key) => $"E-mailadressen står allerede hos »{key}«. En adresse hører til én person.";

    internal static string EntraTwice(string key) => $"Objekt-id'et står allerede hos »{key}«. Et id hører til én person.";

    internal static string UnknownForum(string key, string? nearest) =>
        $"Der er intet forum med nøglen »{key}«." + (nearest is null ? "" : $" Mente du »{nearest}«?");

    internal static string UnknownPerson(string key, string? nearest) =>
        $"Der er ingen person med nøglen »{key}« under people." + (nearest is null ? " Skriv personen på listen." : $" Mente du »{nearest}«?");

    internal static string AboveItself(string key) => $"»{key}« kan ikke ligge over sig selv, heller ikke gennem andre fora.";

    internal static string AboveNotHigher(string key) => $"»{key}« skal ligge på et højere niveau (level) end dette forum.";

    internal static string EntryTwice(string title) => $"Der står allerede {DanishFormat.Quote(title)} i årshjulet. Giv fristen en anden titel.";

    internal static string SeatTwice(string person) => $"»{person}« har allerede en plads i forummet i samme periode.";

    private static string Shown(string text) => DanishText.Shorten(DanishText.Clean(text), 40);
}

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
    internal const string Party = "parti";
    internal const string MinutesParty = "parti i referatet";
    internal const string From = "fra";
    internal const string To = "til";
    internal const string Order = "rækkefølgen af medlemmer";
    internal const string ForumClosed = "nedlægges; dets historie bliver";
    internal const string NeverBegan = "begynder ikke alligevel";

    internal const string ItemsIn = "punkter inde";
    internal const string AgendaOut = "dagsorden ud";
    internal const string AttachmentsOut = "bilag ud, så vidt muligt";
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
    internal const string PerRecommendation = "svar til hver indstilling for sig";
    internal const string Meetings = "møder om året mindst";
    internal const string Source = "kilde";

    internal const string CastingVote = "formandens stemme afgør, når stemmerne står lige";
    internal const string ChairDecision = "formandsbeslutninger";
    internal const string DissentingOpinion = "afvigende mening i referatet";
    internal const string StopExecution = "standsningsret";
    internal const string ItemSubstitutes = "stedfortræder ved et enkelt punkt";
    internal const string NamedVotes = "navne ved afstemninger i referatet";
    internal const string StandingItems = "faste punkter";
    internal const string ItemTemplate = "sagsskabelon";
    internal const string InitiativeRight = "initiativret";
    internal const string AgendaApproval = "godkendelse af dagsordenen";
    internal const string Reminders = "påmindelser";

    internal const string DeadlineReminders = "påmindelser om frister";
    internal const string AnnualWheel = "årshjul";
    internal const string MinutesLook = "referatets udseende";
    internal const string Undecided = "punkter uden beslutning";

    internal static string Danish(MinutesLook look) => look switch
    {
        Klynge.Domain.Minutes.MinutesLook.PagePerItem => "en side til hvert punkt, beslutningen først",
        _ => "fortløbende, beslutningen sidst",
    };

    internal static string Danish(UndecidedItems undecided) => undecided switch
    {
        UndecidedItems.Stated => "»Der er ikke noteret nogen beslutning«",
        UndecidedItems.LeftOut => "udelades af referatet",
        _ => "vises uden beslutning",
    };

    internal static string Listed(DeadlineReminders reminders) =>
        $"{Listed(reminders.Before)}; ved møder {Listed(reminders.BeforeOfMeetings)}; {reminders.OverdueDays} dage efter";

    internal static string Listed(IEnumerable<AnnualEntry> wheel) => string.Join(", ", wheel.Select(entry =>
        $"{entry.Title} ({entry.Rule}{(entry.ResponsiblePerson ?? entry.ResponsibleRole?.Danish()) switch { null => "", var who => $", {who}" }})"));

    internal static string Listed(IEnumerable<Klynge.Domain.Calendar.TimeLimit> limits) => string.Join(", ", limits);

    internal static string Listed(IEnumerable<StandingItem> items) => string.Join(", ", items.Select(item =>
        $"{item.Title} ({Danish(item.Kind)}{(item.Minutes is { } minutes ? $", {minutes} min." : "")}{(item.StandsLast ? ", sidst" : "")}{Said(item)})"));

    private static string Said(StandingItem item) => string.Concat(
        new[] { item.Presenter is { } presenter ? $"v/ {presenter}" : null, item.Text, string.Join("; ", item.Recommendations) }
            .Where(part => !string.IsNullOrEmpty(part)).Select(part => $", {Klynge.Domain.Calendar.DanishText.Shorten(part!, 80)}"));

    internal static string Listed(ItemTemplate template) => template.IsUsual ? "ingen" : string.Join("; ", new[]
    {
        string.Join(", ", template.Sections),
        template.RecommendationLead,
        template.Minutes is { } minutes ? $"{minutes} min." : null,
    }.Where(part => !string.IsNullOrEmpty(part)));

    internal static string Danish(AgendaApprovalRule rule) => rule switch
    {
        AgendaApprovalRule.None => "ingen",
        AgendaApprovalRule.Chair => "formanden",
        AgendaApprovalRule.CoChairs => "formandskabet",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

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

    /// <summary>»medlem, Egholt Kommune, parti A, stedfortrædere: Bo Friis og Eva Holm, fra 1. januar 2027«</summary>
    internal static string Added(SeatDescription seat, IReadOnlyList<string> substitutes, LocalDate today) => string.Concat(
        $"{seat.Role.Danish()}, {seat.Organisation}{(seat.HasVote ? "" : ", uden stemmeret")}",
        seat.Party is { } party ? $", {Party} {party}" : "",
        substitutes.Count > 0 ? $", {(substitutes.Count == 1 ? Substitute : Substitute + "e")}: {DanishFormat.List(substitutes)}" : "",
        seat.From > today ? $", {From} {DanishFormat.PlainDate(seat.From.Value)}" : "",
        seat.To is { } to ? $", {To} {DanishFormat.PlainDate(to)}" : "");

    /// <summary>»ja (kommunestyrelsesloven § 22, stk. 2)«</summary>
    internal static string Danish(LegalSwitch one) => (one.Allowed ? Yes : No) + (one.Source is { } source ? $" ({source.TrimEnd('.')})" : "");

    internal static string Danish(DecisionRule rule) => rule switch
    {
        Klynge.Domain.Forums.DecisionRule.Consensus => "enighed",
        Klynge.Domain.Forums.DecisionRule.SimpleMajority => "simpelt flertal",
        Klynge.Domain.Forums.DecisionRule.TwoThirdsMajority => "kvalificeret flertal",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };
}
