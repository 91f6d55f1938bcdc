using System.Reflection;
using Klynge.Application.Chat.Commands.Apologies;
using Klynge.Application.Chat.Commands.Readers;
using Klynge.Application.Rights;
using static Klynge.Application.Rights.Who;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// Every command, in the order in which help shows them. A new one stands here and in the feature that answers it, and nowhere else.
/// Long, because it is one table.
/// </summary>
public static class CommandCatalogue
{
    internal const string SpeaksFor = "for their own seat; a substitute for the member's; secretariat and chair for every seat";

    public static readonly Command<ChatCommand.Help> Help = new(new CommandRight<ChatCommand.Help>(OnRecord))
    {
        Name = "hjælp",
        English = "help",
        Usage = "hjælp",
        Summary = "Se, hvad du kan gøre her",
        EnglishSummary = "See what you can do here",
        Example = "hjælp",
        Read = (_, _, _, _) => new ChatCommand.Help(),
        Rank = 1,
        Words = ["hjælp mig", "kommandoer", "menu", "hvad kan du", "hvad kan jeg", "commands"],
    };

    public static readonly Command<ChatCommand.ShowAgenda> Agenda = new(Application.Agendas.AgendaQueries.Needs, "closed items are titles to those who may not read them")
    {
        Name = "dagsorden",
        English = "agenda",
        Usage = "dagsorden [forum] [dato]",
        Summary = "Vis dagsordenen for det næste møde",
        EnglishSummary = "Show the agenda of the next meeting",
        Example = "dagsorden 4. februar",
        Read = (rest, context, said, _) => SimpleReaders.Agenda(rest, context, said.Command),
        Rank = 2,
        IsOnAPress = true,
        Words =
        [
            "dagsordenen", "vis dagsorden", "vis dagsordenen", "hvad er på dagsordenen", "hvad står på dagsordenen", "se dagsorden",
            "se dagsordenen", "show agenda",
        ],
    };

    public static readonly Command<ChatCommand.ListMeetings> Meetings = new(Application.Meetings.MeetingQueries.Needs)
    {
        Name = "møder",
        English = "meetings",
        Usage = "møder [forum]",
        Summary = "Vis de kommende møder",
        EnglishSummary = "Show the meetings ahead",
        Example = "møder",
        Read = (rest, context, said, _) => SimpleReaders.Meetings(rest, context, said.Command),
        Rank = 3,
        IsOnAPress = true,
        Words =
        [
            "mødeliste", "mødeplan", "vis møder", "kommende møder", "næste møder", "næste møde", "se møder", "hvornår er næste møde",
            "hvornår er det næste møde", "hvornår mødes vi", "hvornår holder vi møde", "hvornår er der møde", "show meetings",
        ],
    };

    public static readonly Command<ChatCommand.ScheduleMeeting> NewMeeting = new(Application.Meetings.Scheduling.ScheduleMeeting.Needs)
    {
        Name = "nyt møde",
        English = "new meeting",
        Usage = "nyt møde <forum> <dato> kl. <tid> [til <tid>] [sted]",
        Summary = "Opret et møde",
        EnglishSummary = "Create a meeting",
        Example = "nyt møde Chefforum 4. februar kl. 14 til 16 Teams",
        Read = (rest, context, said, _) => MeetingReader.Read(rest, context, said.Command),
        Rank = 12,
        Changes = true,
        Words =
        [
            "opret møde", "opret et møde", "planlæg møde", "planlæg et møde", "book møde", "book et møde", "indkald til møde", "indkald til et møde",
            "indkald til ekstraordinært møde", "indkald til et ekstraordinært møde", "nyt ekstraordinært møde", "schedule meeting",
        ],
    };

    public static readonly Command<ChatCommand.AddItem> AddItem = new(Application.Agendas.Items.AddItem.Needs, "a proposal, until the secretariat accepts it")
    {
        Name = "tilføj punkt",
        English = "add item",
        Usage = "tilføj punkt <titel> [v/ <navn>] [<n> min] [til <forum> <dato>]",
        Summary = "Tilføj et punkt til dagsordenen",
        EnglishSummary = "Add an item to the agenda",
        Example = "tilføj punkt Status på handleplanen v/ Jane Pedersen 20 min",
        Read = (rest, context, said, _) => ItemReader.Read(rest, context, said.Command),
        Rank = 4,
        Changes = true,
        Words =
        [
            "tilføj et punkt", "tilføj nyt punkt", "tilføj dagsordenspunkt", "nyt punkt", "nyt dagsordenspunkt", "punkt til dagsordenen",
            "punkt til dagsorden", "foreslå punkt", "foreslå et punkt", "sæt punkt", "sæt et punkt",
            "sæt nyt punkt", "add an item", "new item",
        ],
    };

    public static readonly Command<ChatCommand.RemoveItem> RemoveItem = new(Application.Agendas.Items.RemoveItem.NeedsOfOthers, "asks first")
    {
        Name = "slet punkt",
        English = "remove item",
        Usage = "slet punkt <nummer> [forum] [dato]",
        Summary = "Tag et punkt af dagsordenen",
        EnglishSummary = "Take an item off the agenda",
        Example = "slet punkt 3",
        Read = (rest, context, said, _) => DecisionReader.Removal(rest, context, said.Command),
        Changes = true,
        Words = ["slet punktet", "slet pkt", "slet dagsordenspunkt", "fjern punkt", "fjern punktet", "fjern pkt", "tag punkt", "tag punktet"],
    };

    public static readonly Command<ChatCommand.Apology> Apology = new(Attendance.AttendanceLookup.Needs, SpeaksFor)
    {
        IsSeatBySeat = true,
        Name = "afbud",
        English = "apology",
        Usage = "afbud [for <navn>] [dato] [stedfortræder <navn>] [begrundelse]",
        Summary = "Meld afbud til et møde",
        EnglishSummary = "Send your apology for a meeting",
        Example = "afbud 4. februar stedfortræder Bo Friis",
        Read = (rest, context, said, isAsked) => ApologyReader.Read(rest, context, said.Command, isAsked),
        Rank = 5,
        Changes = true,
        Words = ["meld afbud", "melde afbud", "melder afbud", "send afbud", "jeg melder afbud", "afbud fra mig", "apologies", "send apology"],
    };

    public static readonly Command<ChatCommand.WithdrawApology> WithdrawApology = new(Attendance.AttendanceLookup.Needs, SpeaksFor)
    {
        IsSeatBySeat = true,
        Name = "fortryd afbud",
        English = "withdraw apology",
        Usage = "fortryd afbud [for <navn>] [dato]",
        Summary = "Træk dit afbud tilbage",
        EnglishSummary = "Withdraw your apology",
        Example = "fortryd afbud",
        Read = (rest, context, said, isAsked) => WithdrawalReader.Read(rest, context, said.Command, isAsked),
        Rank = 16,
        Changes = true,
        Words =
        [
            "fortryd mit afbud", "glem afbud", "glem mit afbud", "glem afbuddet", "drop afbud", "drop mit afbud",
            "annuller mit afbud", "slet mit afbud", "fortryd afbuddet", "annuller afbud", "slet afbud", "træk afbud tilbage", "træk mit afbud tilbage",
            "jeg kommer alligevel", "kommer alligevel",
        ],
    };

    public static readonly Command<ChatCommand.WhoComes> WhoComes = new(Application.Agendas.AgendaQueries.Needs)
    {
        Name = "hvem kommer",
        English = "who comes",
        Usage = "hvem kommer [forum] [dato]",
        Summary = "Se, hvem der kommer til det næste møde",
        EnglishSummary = "See who comes to the next meeting",
        Example = "hvem kommer",
        Read = (rest, context, said, _) => SimpleReaders.WhoComes(rest, context, said.Command),
        Words =
        [
            "hvem deltager", "hvem har meldt afbud", "hvem er med", "hvem kommer ikke", "hvem møder", "hvor mange kommer",
            "hvor mange deltager", "hvor mange har meldt afbud", "tilmeldte",
        ],
    };

    public static readonly Command<ChatCommand.OpenWrittenProcedure> WrittenProcedure = new(Application.WrittenProcedures.Drafting.SaveProcedureDraft.Needs)
    {
        Name = "skriftlig behandling",
        English = "written procedure",
        Usage = "skriftlig behandling [titel] [til <forum>]",
        Summary = "Send en sag til skriftlig behandling",
        EnglishSummary = "Send a case out for a written procedure",
        Example = "skriftlig behandling Udpegning til ledelsesprogrammet",
        Read = (rest, context, said, _) => WrittenProcedureReader.Read(rest, context, said.Command),
        Rank = 6,
        IsOnAPress = true,
        Changes = true,
        Words = ["ny skriftlig behandling", "start skriftlig behandling", "opret skriftlig behandling", "new written procedure"],
    };

    public static readonly Command<ChatCommand.ShowMyCases> MyCases = new(new CommandRight<ChatCommand.ShowMyCases>(OnRecord, "their own cases"))
    {
        Name = "mine sager",
        English = "my cases",
        Usage = "mine sager",
        Summary = "Se de sager, der venter på dit svar",
        EnglishSummary = "See the cases that wait for your answer",
        Example = "mine sager",
        Read = (_, _, _, _) => new ChatCommand.ShowMyCases(),
        Rank = 7,
        Place = CommandPlace.Personal,
        Words = ["vis mine sager", "mine afstemninger", "hvad venter på mig", "hvad mangler jeg"],
    };

    public static readonly Command<ChatCommand.ShowContributions> Contributions = new(new CommandRight<ChatCommand.ShowContributions>(OnRecord, "their own; the secretariat those to its meetings"))
    {
        Name = "bidrag",
        English = "contributions",
        Usage = "bidrag",
        Summary = "Se de bidrag til dagsordenen, der mangler",
        EnglishSummary = "See the contributions to the agenda that are missing",
        Example = "bidrag",
        Read = (_, _, _, _) => new ChatCommand.ShowContributions(),
        Place = CommandPlace.Personal,
        Words = ["bidragene", "vis bidrag", "vis bidragene", "se bidrag", "mine bidrag", "hvem mangler bidrag", "hvem mangler at bidrage", "manglende bidrag"],
    };

    public static readonly Command<ChatCommand.AskChairs> AskChairs = new(Application.Agendas.Questions.AskChairs.Needs, "of the forum above theirs")
    {
        Name = "spørgsmål til formandskabet",
        English = "question to the chairs",
        Usage = "spørgsmål til formandskabet <tekst>",
        Summary = "Stil formandskabet i forummet over dit et spørgsmål",
        EnglishSummary = "Ask the chairs of the forum above yours",
        Example = "spørgsmål til formandskabet Hvornår kommer budgettet for hjemmebesøg?",
        Read = (rest, _, _, _) => SimpleReaders.AskChairs(rest),
        Place = CommandPlace.Personal,
        Changes = true,
        EndsWithText = true,
        Words =
        [
            "spørgsmål til formanden", "spørgsmål til formændene", "spørg formandskabet", "spørg formanden", "stil spørgsmål til formandskabet",
            "stil et spørgsmål til formandskabet", "stil formandskabet et spørgsmål", "nyt spørgsmål til formandskabet", "ask the chairs",
        ],
    };

    public static readonly Command<ChatCommand.DecideAsChair> ChairDecision = new(Application.Agendas.Council.DecideAsChair.Needs, "where the forum's rules allow it")
    {
        Name = "formandsbeslutning",
        English = "chair's decision",
        Usage = "formandsbeslutning [sag]",
        Summary = "Træf som formand en beslutning, der ikke kan vente eller ikke giver anledning til tvivl",
        EnglishSummary = "Decide as chair what cannot wait or gives no doubt",
        Example = "formandsbeslutning Forlængelse af lejemålet",
        Read = (rest, _, _, _) => SimpleReaders.DecideAsChair(rest),
        Place = CommandPlace.Personal,
        Changes = true,
        EndsWithText = true,
        Words = ["ny formandsbeslutning", "træf formandsbeslutning", "træf en formandsbeslutning", "beslutning som formand"],
    };

    public static readonly Command<ChatCommand.HandOver> Handover = new(Application.Forums.Handovers.HandOver.Needs)
    {
        Name = "overlevering",
        English = "handover",
        Usage = "overlevering [forum] [til <forum>]",
        Summary = "Overlever et forum, der ophører, til det, der følger efter",
        EnglishSummary = "Hand a forum that ends over to the one that follows",
        Example = "overlevering chefforum",
        Read = (rest, context, said, _) => SimpleReaders.HandOver(rest, context, said.Command),
        Place = CommandPlace.Personal,
        Changes = true,
        Words = ["overlever", "overdragelse", "overdrag", "overleveringen"],
    };

    public static readonly Command<ChatCommand.RollCall> RollCall = new(Application.Meetings.RollCalls.RecordRollCall.Needs)
    {
        Name = "fremmøde",
        English = "attendance",
        Usage = "fremmøde [forum] [dato]",
        Summary = "Se og ret, hvem der deltog i mødet",
        EnglishSummary = "See and correct who came to the meeting",
        Example = "fremmøde",
        Read = (rest, context, said, _) => SimpleReaders.RollCall(rest, context, said.Command),
        Words = ["vis fremmøde", "ret fremmøde", "hvem deltog", "hvem var der", "deltagere", "roll call"],
    };

    public static readonly Command<ChatCommand.Decide> Decide = new(Application.Agendas.Decisions.RecordDecision.Needs)
    {
        Name = "beslutning",
        English = "decision",
        Usage = "beslutning <punkt> <tekst>",
        Summary = "Skriv beslutningen på et punkt",
        EnglishSummary = "Write the decision on an item",
        Example = "beslutning 3 Indstillingen blev godkendt.",
        Read = (rest, context, said, _) => DecisionReader.Read(rest, context, said.Command),
        Rank = 14,
        Changes = true,
        EndsWithText = true,
        Words = ["skriv beslutning", "ny beslutning", "skriv på punkt", "skriv under punkt", "decide"],
    };

    public static readonly Command<ChatCommand.SendItem> SendItem = new(Application.Agendas.Sending.SendItem.Needs, "to a forum of the same body; its secretariat takes it on or says no")
    {
        Name = "send punkt",
        English = "send item",
        Usage = "send punkt <nummer> til <forum> [dato]",
        Summary = "Send et punkt videre til et andet forum",
        EnglishSummary = "Send an item on to another forum",
        Example = "send punkt 2 til Direktørforum 28. februar",
        Read = (rest, context, said, isAsked) => SendReader.Read(rest, context, said, isAsked),
        Changes = true,
        EndsWithText = true,
        Words =
        [
            "send punktet", "send pkt", "send dagsordenspunkt", "send sag", "send sagen", "sender punkt", "sender pkt", "videresend punkt", "videresend punktet", "videresend pkt", "oversend punkt",
            "oversend pkt", "løft punkt", "løft pkt", "eskaler punkt", "eskalér punkt", "eskaler pkt", "returner punkt", "returnér punkt",
        ],
    };

    public static readonly Command<ChatCommand.ShowCase> Case = new(Application.Agendas.Journeys.JourneyQueries.Needs, "of each stop what they may read there; of other forums nothing")
    {
        Name = "sag",
        English = "case",
        Usage = "sag <nummer eller ord>",
        Summary = "Se en sags gang gennem foraene",
        EnglishSummary = "See how a case went from forum to forum",
        Example = "sag 2026-14",
        Read = (rest, _, said, _) => SimpleReaders.Case(rest, said.Command),
        Place = CommandPlace.PersonalOrForum,
        InClosedForums = true,
        EndsWithText = true,
        Words = ["sagen", "vis sag", "vis sagen", "se sag", "sagens gang", "sagsgang", "sagsforløb", "show case"],
    };

    public static readonly Command<ChatCommand.ShowMinutes> Minutes = new(Application.Minutes.ShowMinutes.Needs, "minutes not yet approved: secretariat and chair")
    {
        Name = "referat",
        English = "minutes",
        Usage = "referat [forum] [dato]",
        Summary = "Hent referatet af et møde",
        EnglishSummary = "Get the minutes of a meeting",
        Example = "referat 4. februar",
        Read = (rest, context, said, _) => SimpleReaders.Minutes(rest, context, said.Command),
        Rank = 8,
        IsOnAPress = true,
        Words = ["referatet", "vis referat", "vis referatet", "se referat", "se referatet", "hent referat", "hent referatet", "show minutes"],
    };

    public static readonly Command<ChatCommand.ShowDeadlines> Deadlines = new(Application.Deadlines.DeadlineQueries.Needs, "those of closed items without words to those who may not read them")
    {
        Name = "frister",
        English = "deadlines",
        Usage = "frister [forum]",
        Summary = "Se de åbne frister",
        EnglishSummary = "See the open deadlines",
        Example = "frister",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowDeadlines(forum) { AreOwn = said.Words.Contains("mine", StringComparer.Ordinal) }, showsDays: true),
        Rank = 9,
        Words =
        [
            "vis frister", "se frister", "åbne frister", "alle frister", "show deadlines", "mine frister", "vis mine frister", "se mine frister",
            "mine opgaver", "vis mine opgaver", "mine deadlines",
        ],
    };

    public static readonly Command<ChatCommand.ShowAgreements> Agreements = new(Application.Deadlines.DeadlineQueries.Needs, "those of closed items without words to those who may not read them")
    {
        Name = "aftaler",
        English = "agreements",
        Usage = "aftaler [forum]",
        Summary = "Se de aftaler, der skal følges op på",
        EnglishSummary = "See the agreements to follow up",
        Example = "aftaler",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowAgreements(forum)),
        Words = ["vis aftaler", "se aftaler", "åbne aftaler", "alle aftaler", "show agreements"],
    };

    public static readonly Command<ChatCommand.ShowComingItems> ComingItems = new(Application.Agendas.Coming.ComingQueries.Needs, "closed items without words to those who may not read them; what is only proposed to the secretariat alone")
    {
        Name = "kommende punkter",
        English = "coming items",
        Usage = "kommende punkter [forum]",
        Summary = "Se de punkter, der venter på et senere møde",
        EnglishSummary = "See the items that wait for a later meeting",
        Example = "kommende punkter chefforum",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowComingItems(forum)),
        Words =
        [
            "vis kommende punkter", "se kommende punkter", "de kommende punkter", "kommende sager", "vis kommende sager", "punkter til kommende møder", "punkter på vej",
            "pipeline", "vis pipeline", "pipelinen", "show coming items",
        ],
    };

    public static readonly Command<ChatCommand.SetDeadline> NewDeadline = new(Application.Deadlines.Editing.SetDeadline.Needs)
    {
        Name = "frist",
        English = "deadline",
        Usage = "frist <titel> <dato> [ansvarlig <navn>]",
        Summary = "Opret en frist",
        EnglishSummary = "Set a deadline",
        Example = "frist Udpegning 30. april ansvarlig Tina Lund",
        Read = (rest, context, _, _) => DeadlineReaders.Set(rest, context),
        Rank = 11,
        Changes = true,
        Words = ["ny frist", "opret frist", "opret en frist", "sæt frist", "sæt en frist", "lav en frist", "skriv frist", "skriv en frist", "tilføj frist", "tilføj en frist", "new deadline"],
    };

    public static readonly Command<ChatCommand.ShowCalendarLink> CalendarLink = new(Application.Deadlines.Calendar.CreateCalendarLink.Needs, "their own link; in the personal chat only")
    {
        Name = "kalender",
        English = "calendar",
        Usage = "kalender [forum]",
        Summary = "Få fristerne i din egen kalender",
        EnglishSummary = "Get the deadlines into your own calendar",
        Example = "kalender",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowCalendarLink(forum)),
        Rank = 10,
        Place = CommandPlace.Personal,
        Words = ["kalenderlink", "min kalender", "link til kalender", "frister i kalender", "frister i kalenderen", "frister i outlook", "calendar link"],
    };

    public static readonly Command<ChatCommand.ShowAnnualWheel> AnnualWheel = new(Application.Deadlines.DeadlineQueries.Needs)
    {
        Name = "årshjul",
        English = "annual wheel",
        Usage = "årshjul [forum]",
        Summary = "Se de faste frister",
        EnglishSummary = "See the deadlines that come round",
        Example = "årshjul",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowAnnualWheel(forum)),
        Words = ["årshjulet", "vis årshjul", "se årshjul"],
    };

    public static readonly Command<ChatCommand.ShowMembers> Members = new(Application.Forums.Members.Cards.MemberVerbs.Reads, "the secretariat changes them there, too")
    {
        Name = "medlemmer",
        English = "members",
        Usage = "medlemmer [forum]",
        Summary = "Se, hvem der sidder i forummet",
        EnglishSummary = "See who sits in the forum",
        Example = "medlemmer",
        Read = (rest, context, said, _) => DeadlineReaders.OfForum(rest, context, said.Command, forum => new ChatCommand.ShowMembers(forum)),
        Words = ["vis medlemmer", "se medlemmer", "medlemsliste", "medlemslisten", "hvem sidder i forummet", "show members"],
    };

    public static readonly Command<ChatCommand.Search> Search = new(Application.Search.SearchItems.Needs, "finds in their own forums only")
    {
        Name = "søg",
        English = "search",
        Usage = "søg <ord>",
        Summary = "Find punkter og beslutninger",
        EnglishSummary = "Find items and decisions",
        Example = "søg handleplan",
        Read = (rest, _, said, _) => SimpleReaders.Search(rest, said.Command),
        Rank = 13,
        Place = CommandPlace.PersonalOrForum,
        InClosedForums = true,
        EndsWithText = true,
        Words = ["søg efter", "find", "search for"],
    };

    public static IReadOnlyList<CommandDescription> All { get; } =
        [.. typeof(CommandCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (CommandDescription)field.GetValue(null)!)];

    /// <summary>The command by its Danish name.</summary>
    /// <exception cref="InvalidOperationException">There is no such command: a slip in our code.</exception>
    public static CommandDescription Named(string name) => All.First(command => command.Name == name);
}
