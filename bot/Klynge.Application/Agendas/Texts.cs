using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>What the agenda says.</summary>
internal static class Texts
{
    internal const string Decisions = "Beslutninger";
    internal const string Undecided = "Ingen beslutning endnu.";
    internal const string WhoComes = "Hvem kommer";
    internal const string TakeOff = "Tag punktet af";
    internal const string NothingDone = "Intet er ændret endnu.";
    internal const string ClosedItem = "Lukket punkt";
    internal const string ClosedProposal = "Forslaget er et lukket punkt, så det står ikke her. Tryk på »Se forslaget« for at læse det.";
    internal const string SeeProposal = "Se forslaget";
    internal const string Agenda = "Dagsorden";
    internal const string Join = "Deltag i mødet";
    internal const string More = "Mere";
    internal const string AddItem = "Tilføj punkt";
    internal const string ProposeItem = "Foreslå punkt";
    internal const string Apologise = "Meld afbud";
    internal const string ChangeApology = "Ret afbud";
    internal const string WithdrawApology = "Fortryd afbud";
    internal const string WholeAgenda = "Hele dagsordenen";
    internal const string ReadOn = "Læs resten i hele dagsordenen";
    internal const string RestOnTheAgenda = "… Teksten er for lang til et kort. Du kan læse resten, når punktet står på dagsordenen.";
    internal const string SendAgenda = "Udsend dagsorden";
    internal const string SendAgain = "Udsend dagsorden igen";
    internal const string PreviewAsMember = "Se den som medlem";
    internal const string PreviewAsObserver = "Se den som observatør";
    internal const string BackToSending = "Tilbage til udsendelsen";
    internal const string WriteDecision = "Skriv beslutning";
    internal const string MoveMeeting = "Flyt møde";
    internal const string CancelMeeting = "Aflys møde";
    internal const string MeetingDetails = "Mødets oplysninger";
    internal const string StartMeeting = "Mødet starter";
    internal const string EndMeeting = "Mødet slutter";
    internal const string RollCall = "Fremmøde";
    internal const string WriteMinutes = "Skriv referat";
    internal const string OpenItem = "Åbn punktet";
    internal const string NextPage = "Næste side";
    internal const string PreviousPage = "Forrige side";
    internal const string NoItems = "Der er ingen punkter på dagsordenen endnu.";
    internal const string Recommendation = "Indstilling";
    internal const string Decision = "Beslutning";
    internal const string Attachments = "Bilag";
    internal const string Hidden = "Punktet er lukket. Kun medlemmer og sekretariatet kan læse det.";
    internal const string NoText = "Der er ikke skrevet mere om punktet.";
    internal const string ShortenedText = "Teksten er forkortet her. Tryk »Hele dagsordenen« for at læse det hele.";
    internal const string NewMark = "nyt";
    internal const string Somebody = "et medlem";
    internal const string Save = "Gem";
    internal const string Send = "Send til sekretariatet";
    internal const string Edit = "Ret punktet";
    internal const string AcceptProposal = "Godkend";
    internal const string MoveProposal = "Flyt til andet møde";
    internal const string DeclineProposal = "Afvis";
    internal const string ReasonRequired = "Begrundelse til forslagsstilleren";
    internal const string ReasonOptional = "Besked til forslagsstilleren (kan udelades)";
    internal const string ReasonNeeded = "Skriv en begrundelse.";
    internal const string ToMeeting = "Møde";
    internal const string ProposalIsLate = "Forslaget kom efter fristen for punkter til mødet. Du kan stadig sætte det på.";
    internal const string TitleLabel = "Titel";
    internal const string TitleNeeded = "Skriv en titel på højst 200 tegn.";
    internal const string KindLabel = "Punktets type";
    internal const string PresenterLabel = "Hvem indleder punktet?";
    internal const string MinutesLabel = "Minutter";
    internal const string CaseLabel = "Sagsfremstilling";
    internal const string RecommendationLabel = "Indstilling, én linje for hvert punkt";
    internal const string RecommendationHint = "Godkender …\nTager orienteringen til efterretning";
    internal const string ClosedLabel = "Lukket punkt";
    internal const string ClosedTitle =
        "Punktet er lukket: det vises ikke for observatører og gæster og kommer ikke i det offentlige referat";
    internal const string LongTextKept = "Sagsfremstillingen er for lang til at rette på et kort. Den bliver, som den er.";
    internal const string LongRecommendationsKept = "Indstillingen er for lang til at rette på et kort. Den bliver, som den er.";
    internal const string LateItem = "Fristen for punkter til mødet er passeret. Sekretariatet afgør, om punktet kan nå med.";
    internal const string LateItemOwn = "Fristen for punkter til mødet er passeret. Punktet er sat på alligevel.";
    internal const string ChooseItem = "Punkt";
    internal const string ShowItem = "Vis punktet";
    internal const string RemoveDecision = "Slet beslutningen";
    internal const string UsePhrase = "Brug vendingen i stedet";
    internal const string WriteCase = "Skriv sagen";
    internal const string DecisionHint = "Skriv, hvad forummet besluttede, eller tryk på en af de faste vendinger.";
    internal const string SaveDecision = "Gem beslutning";
    internal const string EditDecision = "Ret";
    internal const string AllDecided = "Alle punkter har en beslutning.";
    internal const string PostponedStem = "Punktet udsættes";
    internal const string PutOnNext = "Sæt punktet på næste møde";
    internal const string MoveUp = "Flyt op";
    internal const string MoveDown = "Flyt ned";
    internal const string Remove = "Tag af dagsordenen";
    internal const string InWriting = "Behandles skriftligt";
    internal const string SeeCase = "Se den skriftlige behandling";
    internal const string InWritingMark = "behandles skriftligt";
    internal const string NoProposals = "Der er ingen forslag, der venter på svar.";
    internal const string EmptyAgenda = "Der er ingen punkter på dagsordenen.";
    internal const string NoChats = "Forummet er ikke knyttet til en chat, så dagsordenen vises kun for hver enkelt.";
    internal const string Undo = "Fortryd";
    internal const string Withdraw = "Træk forslaget tilbage";
    internal const string AddAnother = "Tilføj et punkt til";
    internal const string PostponedPhrase = "Punktet udsættes til næste møde.";
    internal const string InWritingPhrase = "Punktet behandles skriftligt.";

    /// <summary>One click each, in the order of how often minutes use them.</summary>
    internal static IReadOnlyList<string> StockPhrases { get; } =
    [
        "Indstillingen blev godkendt.",
        "Orienteringen blev taget til efterretning.",
        PostponedPhrase,
        "Ingen bemærkninger.",
        InWritingPhrase,
    ];

    /// <summary>The phrase that sends the item to a written procedure: it is added to a text, never put in its place.</summary>
    internal static bool IsInWriting(int phrase) => StockPhrases[phrase] == InWritingPhrase;

    /// <summary>»Udkastet blev drøftet.« and, on a line of its own, that the item is treated in writing, unless the text says so itself.</summary>
    internal static string InWritingAfter(string? text) => text switch
    {
        null or { Length: 0 } => InWritingPhrase,
        _ when SendsToWriting(text) => text,
        _ => $"{text}\n\n{InWritingPhrase}",
    };

    /// <summary>Whether a decision sends the item to a written procedure, in the words that minutes use for it.</summary>
    internal static bool SendsToWriting(string decision) =>
        decision.Contains("behandles skriftligt", StringComparison.OrdinalIgnoreCase)
        || decision.Contains("til skriftlig behandling", StringComparison.OrdinalIgnoreCase)
        || decision.Contains("i skriftlig behandling", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a decision puts the item off, or one of its recommendations.</summary>
    internal static bool Postpones(string decision) =>
        decision.StartsWith(PostponedStem, StringComparison.OrdinalIgnoreCase)
        || decision.Split('\n').Any(line => line.StartsWith("Indstilling", StringComparison.Ordinal) && RecommendationOutcomes.Of(line) == RecommendationOutcome.Postponed);

    internal static string IsInWriting(Instant opened, Instant deadline) =>
        $"Skriftlig behandling: Sagen blev sendt ud {DanishFormat.DateAndTime(opened)} med svarfrist {DanishFormat.Deadline(deadline)}.";

    internal static string DecidedInWriting(Instant opened, Instant closed, string result) =>
        $"Skriftlig behandling: Sagen var ude fra {DanishFormat.DateAndTime(opened)} til {DanishFormat.DateAndTime(closed)}. Resultat: {result}.";

    /// <summary>»frist 30. apr.«</summary>
    internal static string Deadline(LocalDate date) => $"frist {DanishFormat.ShortDate(date)}";

    /// <summary>»14.20«; »ca. 14.20« behind an item without a length; »–« after midnight.</summary>
    internal static string Clock(ItemStart start) => start switch
    {
        { At: null } => "–",
        { At: { } at, IsEarliest: true } => $"ca. {DanishFormat.Time(at)}",
        { At: { } at } => DanishFormat.Time(at),
    };

    /// <summary>What stands on the agenda and beside every change of it while the items take longer than the meeting.</summary>
    internal static IEnumerable<string> Overrun(AgendaOverrun? overrun, MeetingView meeting) => overrun is not { } by ? [] :
    [
        $"Punkterne varer {(by.IsAtLeast ? "mindst " : string.Empty)}{DanishFormat.Count(by.Minutes, "minut", "minutter")} længere end mødet, "
        + $"som slutter kl. {DanishFormat.Time(meeting.Time.End!.Value)}.",
    ];

    internal static IEnumerable<string> Overrun(AgendaView view) => Overrun(view.Overrun, view.Meeting);

    internal static string ProposalFrom(string proposer) => $"{proposer} foreslår et punkt";

    internal static string WishedFor(MeetingView meeting) => $"Ønskes på mødet {CardParts.When(meeting.Time)}.";

    internal static string NotSentOn(string typed) => $"Forslaget var besvaret i forvejen, så din tekst er ikke sendt: {DanishFormat.Quote(typed)}";

    internal static string ReasonGiven(string reason) => $"Begrundelse: {DanishFormat.Quote(reason)}";

    internal static string AddTo(string forum, bool isProposal) =>
        isProposal ? $"Foreslå et punkt til {forum}" : $"Tilføj et punkt til {forum}";

    internal static string EditItem(int number) => $"Ret punkt {number}";

    internal static string Added(int number, string title) => $"{DanishFormat.Quote(title)} er sat på som punkt {number}";

    internal static string Proposed(string title) => $"{DanishFormat.Quote(title)} er sendt til sekretariatet";

    internal static string ProposedMore(string when) => $"Du får besked, når sekretariatet har taget stilling. Mødet er {when}.";

    /// <summary>By whom and when: »Sofie Bech kl. 09.14«.</summary>
    internal static string ByNow(ChatTurn turn) => $"{turn.PersonName} kl. {DanishFormat.Time(DanishTime.ToDanish(turn.Now).TimeOfDay)}";

    internal static string DecisionsOf(string forum) => $"Skriv beslutning, {forum}";

    internal static string KeepPresenter(string written) => $"Skriv {DanishFormat.Quote(DanishText.Shorten(written, 60))}, som det står";

    internal static string OutsidePresenters(IReadOnlyList<string> names) =>
        $"{DanishFormat.List(names.Select(DanishFormat.Quote))} står ikke på medlemslisten. Navnet er skrevet, som det står, og ingen får besked.";

    internal static string OfAnotherMeeting(int number, string likeliest, string other) =>
        $"Mødet {likeliest} har ikke noget punkt {number}. Her er punkt {number} på mødet {other}. Intet er skrevet endnu.";

    internal static string DecidedBefore(int number) =>
        $"Punkt {number} har allerede en beslutning, og den er ikke ændret. Tryk på »{EditDecision}« ved punktet på beslutningskortet, eller skriv »beslutning {number}« til mig i vores egen chat, hvis den skal være en anden.";

    internal static string DecisionOf(int number) => $"Beslutning på punkt {number}";

    /// <param name="phrase">The stock phrase that would take its place; null for the text in the box.</param>
    internal static string AlreadyDecided(int number, string meeting, string standing, string? phrase) =>
        $"Punkt {number} på mødet {meeting} har allerede beslutningen {DanishFormat.Quote(LongText.Beginning(standing, 200))}. "
        + (phrase is null ? $"Tryk »{SaveDecision}«, hvis din tekst skal stå i stedet." : $"Skal der stå {DanishFormat.Quote(phrase)} i stedet?");

    internal static string ReplaceTyped(string phrase) =>
        $"Du har skrevet en tekst, som ikke er gemt. Skal der stå {DanishFormat.Quote(phrase)} i stedet?";

    internal static string LongDecisionKept(int length) =>
        $"Beslutningen er på {DanishFormat.Number(length)} tegn og for lang til at rette på et kort. Den bliver stående, indtil du gemmer en ny.";

    internal static string Decided(int number, string? text) => $"Punkt {number}: {DanishFormat.Quote(LongText.Beginning(text, 300))} er gemt.";

    internal static string SentToWriting(int number) => $"Punkt {number} behandles skriftligt";

    internal static string DecisionRemoved(int number, string? text) => $"Beslutningen på punkt {number} er slettet.";

    internal static string DecisionUndone(int number, string? text) => text is null
        ? $"Fortrudt: Punkt {number} har ingen beslutning."
        : $"Fortrudt: På punkt {number} står der igen {DanishFormat.Quote(LongText.Beginning(text, 300))}.";

    internal static string ProposalAccepted(NoticeTitle title, int number) =>
        $"Dit forslag {DanishFormat.Quote(title.ToString())} er på dagsordenen som punkt {number}";

    internal static string ProposalMoved(NoticeTitle title) => $"Dit forslag {DanishFormat.Quote(title.ToString())} er flyttet til et andet møde";

    internal static string ProposalDeclined(NoticeTitle title) => $"Dit forslag {DanishFormat.Quote(title.ToString())} kom ikke på dagsordenen";

    internal static string Accepted(NoticeTitle title, int number) => $"{DanishFormat.Quote(title.ToString())} er godkendt som punkt {number}";

    internal static string ProposalGone(NoticeTitle title) => $"{DanishFormat.Quote(title.ToString())} er trukket tilbage eller taget af dagsordenen";

    internal static string Declined(NoticeTitle title) => $"{DanishFormat.Quote(title.ToString())} er afvist";

    internal static string Removed(RemovedItem item) => item.WasProposal
        ? $"Forslaget {DanishFormat.Quote(item.Title.ToString())} er trukket tilbage"
        : $"Punkt {item.Number}, {DanishFormat.Quote(item.Title.ToString())}, er taget af dagsordenen";

    internal static string PreviewFor(bool readsClosed) => readsClosed
        ? "Sådan ser et medlem dagsordenen. Der er ikke sendt noget."
        : "Sådan ser en observatør eller en gæst dagsordenen. Der er ikke sendt noget.";

    internal static string SendQuestion(int people, int chats) => (people, chats) switch
    {
        (0, 0) => "Der er ingen at sende dagsordenen til endnu.",
        (0, _) => $"Dagsordenen vises i {Chats(chats)}.",
        (_, 0) => $"Dagsordenen sendes til {People(people)}.",
        _ => $"Dagsordenen sendes til {People(people)} og vises i {Chats(chats)}.",
    };

    internal static string SendButton(int people) => people == 0 ? "Udsend" : $"Udsend til {People(people)}";

    internal static string Sent(SentAgenda sent) => (sent.People, sent.Chats) switch
    {
        (0, 0) => "Dagsordenen er udsendt",
        (0, _) => $"Dagsordenen er udsendt og vises i {Chats(sent.Chats)}",
        (_, 0) => $"Dagsordenen er sendt til {People(sent.People)}",
        _ => $"Dagsordenen er sendt til {People(sent.People)} og vises i {Chats(sent.Chats)}",
    };

    private static string People(int count) => DanishFormat.Count(count, "person", "personer");

    private static string Chats(int count) => DanishFormat.Count(count, "chat", "chats");

    internal static string SentBefore(string when) => $"Den blev også udsendt {when}. Mærkerne »nyt« og »ændret« begynder forfra.";

    internal static string AgendaLate(string deadline) => $"Fristen for at sende dagsordenen ud var {deadline}.";

    internal static string ProposalsOpen(int count) =>
        $"{DanishFormat.Count(count, "forslag", "forslag")} venter på svar og kommer ikke med.";

    internal static string Postponed(PostponedItem item) =>
        $"Punkt {item.From} er sat på mødet {CardParts.When(item.Next)} som punkt {item.Number}.";

    internal static string Choice(AgendaLine line) =>
        $"{line.Number}. {DanishText.Shorten(line.Content.Title, 60)}{(line.Decision is null ? string.Empty : " ✓")}";

    internal static string ItemsLeft(int count) => count switch
    {
        0 => AllDecided,
        1 => "1 punkt mangler en beslutning.",
        _ => $"{count} punkter mangler en beslutning.",
    };

    internal static string UnknownInvited(int count) => $"Ukendte indkaldte ({DanishFormat.Number(count)})";

    internal static string ReviewProposals(int count) => $"Behandl forslag ({count})";

    internal static string ChangedMark(LocalDate date) => $"ændret {DanishFormat.ShortDate(date)}";

    internal static string Letter(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Decision => "B",
        AgendaItemKind.Discussion => "D",
        AgendaItemKind.Information => "O",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    internal static string YesNo(bool value) => value ? "Ja" : "Nej";

    internal static string Kind(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Decision => "Beslutning",
        AgendaItemKind.Discussion => "Drøftelse",
        AgendaItemKind.Information => "Orientering",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    internal static string Led(string chair) => $"mødeleder {chair}";

    internal static string Toggle(int number) => $"Vis eller skjul punkt {number}";

    internal static string PageOf(int page, int pages) => $"Side {page + 1} af {pages}";

    internal static string ItemCount(int count) => count == 0 ? "Ingen punkter" : DanishFormat.Count(count, "punkt", "punkter");

    internal static string Cancelled(string? reason) =>
        reason is null ? "Mødet er aflyst." : $"Mødet er aflyst: {reason}";

    internal static string Speak(AgendaView view) =>
        $"Dagsorden for {CardParts.Spoken(view.Meeting.Forum)}, {CardParts.When(view.Meeting.Time)}. {ItemCount(view.Lines.Count)}. "
        + $"Status: {CardParts.Badge(view.Meeting.Status).Word}.";

    internal static string Fallback(AgendaView view) => $"Dagsorden: {view.Meeting.Forum}, {CardParts.When(view.Meeting.Time)}";

    internal static string Title(AgendaView view) => $"Dagsorden for {view.Meeting.Forum}";

    internal static string AskRemove(int number, NoticeTitle title) => $"Skal punkt {number}, {DanishFormat.Quote(title.ToString())}, tages af dagsordenen?";
}
