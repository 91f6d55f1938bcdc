using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Everything that people read about written procedures.</summary>
internal static class Texts
{
    internal const string ProcedureHeading = "Skriftlig behandling";
    internal const string SummaryHeading = "Resumé";
    internal const string PresentationHeading = "Sagsfremstilling";
    internal const string RecommendationHeading = "Indstilling";
    internal const string AttachmentsHeading = "Bilag";
    internal const string RemarksHeading = "Bemærkninger";
    internal const string NewCase = "Ny sag til skriftlig behandling";
    internal const string ChangeCase = "Ret sagen";
    internal const string TheTitle = "Titlen";
    internal const string TheSummary = "Resuméet";
    internal const string ThePresentation = "Sagsfremstillingen";
    internal const string TitleLabel = "Titel";
    internal const string SummaryLabel = "Resumé i et par linjer (kan udelades)";
    internal const string PresentationLabel = "Sagsfremstilling";
    internal const string RecommendationsLabel = "Indstilling – én linje for hvert punkt";
    internal const string RecommendationsPlaceholder = "Godkender …";
    internal const string AttachmentsLabel = "Bilag – ét pr. linje, gerne med link (kan udelades)";
    internal const string AttachmentsPlaceholder = "Notat om ledelsesprogrammet https://…";
    internal const string DateLabel = "Svarfrist, dato";
    internal const string TimeLabel = "Svarfrist, klokkeslæt";
    internal const string RecommendationMissing = "Skriv mindst én linje om, hvad medlemmerne skal svare på.";
    internal const string LinkMustBeHttps = "Et link til et bilag skal være en hel adresse, der begynder med https://.";
    internal const string LinkMustBeLast = "Skriv bilagets navn først og linket sidst på linjen. Et link må ikke have mellemrum; »Kopiér link« i SharePoint giver et, der virker.";
    internal const string DateMissing = "Vælg den dag, svarene skal være inde.";
    internal const string TimeMissing = "Vælg et klokkeslæt, for eksempel 12.00.";
    internal const string FixTheForm = "Der er noget, der skal rettes, før sagen kan sendes ud. Det står ved felterne, og det, du har skrevet, er bevaret.";
    internal const string ShowPreview = "Se, hvad der sendes ud";
    internal const string Edit = "Ret";
    internal const string Discard = "Kassér kladden";
    internal const string PreviewState = "Kladde";
    internal const string OpenState = "Åben";
    internal const string RemarksLabel = "Bemærkninger (kræves ved »med bemærkninger« og »ikke«)";
    internal const string RemarksPlaceholder = "Skriv her";
    internal const string ReadCase = "Læs sagen";
    internal const string ShowAttachments = "Bilag";
    internal const string ChangeAnswer = "Ændr svar";
    internal const string AnswerNow = "Svar";
    internal const string SeeMine = "Vis mit svar";
    internal const string KeepAnswer = "Behold mit svar";
    internal const string ClosedCaseTitle = "Lukket sag";
    internal const string WhoAnswered = "Hvem har svaret";
    internal const string WhoIsMissing = "Mangler svar";
    internal const string CloseNow = "Luk afstemningen";
    internal const string Withdraw = "Træk sagen tilbage";
    internal const string Back = "Fortryd";
    internal const string WithdrawLabel = "Hvorfor trækkes sagen tilbage?";
    internal const string DraftDiscarded = "Kladden er kasseret. Ingen har set den.";
    internal const string Status = "Se status";
    internal const string OnlyInPersonalChat = "Det viser jeg kun til dig selv. Skriv »mine sager« til mig i vores personlige chat.";
    internal const string Consult = "Hør et andet forum";
    internal const string ConsultExplained = "Forummets medlemmer får sagen i deres personlige chat og kan skrive bemærkninger. De stemmer ikke.";
    internal const string WhichForumToConsult = "Hvilket forum skal høres?";
    internal const string ConsultDate = "Svarfrist for høringen, dato";
    internal const string SendRemarks = "Send bemærkninger";
    internal const string RemarksReceived = "Tak. Dine bemærkninger er med i sagen. Du kan sende flere, indtil fristen udløber.";
    internal const string ConsultationAnswers = "Bemærkninger fra høringen";
    internal const string ProtocolTitle = "Beslutningsprotokol";
    internal const string RemarksTitle = "Bemærkninger fra skriftlig behandling";
    internal const string FactsCaption = "Sagens forløb";
    internal const string ResultHeading = "Resultat";
    internal const string AnswersHeading = "Svar";
    internal const string HistoryHeading = "Alle svar i den rækkefølge, de er givet";
    internal const string ConsultationHeading = "Bemærkninger fra hørte fora";
    internal const string SentOutLabel = "Sendt ud";
    internal const string DeadlineLabel = "Svarfrist";
    internal const string ClosedLabel = "Lukket";
    internal const string RuleLabel = "Afgøres efter";
    internal const string VersionLabel = "Udgave";
    internal const string ConfirmedLabel = "Bekræftet af";
    internal const string NotConfirmedYet = "Afventer formandskabet";
    internal const string NoAnswer = "Ikke svaret";
    internal const string Nobody = "systemet";
    internal static readonly string[] AnswerColumns = ["Stemmeberettiget", "Svar", "Hvornår", "Bemærkninger"];
    internal static readonly string[] AttachmentColumns = ["Bilag", "SHA-256"];
    internal static readonly string[] HistoryColumns = ["Hvornår", "Hvem", "Svar", "Bemærkninger"];
    internal static readonly string[] ConsultationColumns = ["Hvem", "Bemærkninger"];
    internal const string GiveUpSeat = "Overlad til stedfortræder";
    internal const string TakeSeatBack = "Tag pladsen tilbage";
    internal const string SeatIsBack = "Du har taget pladsen tilbage og svarer selv. Du har fået en ny stemmeseddel.";
    internal const string RecordAnswer = "Registrér svar";
    internal const string Record = "Registrér svaret";
    internal const string WhoAnswers = "Hvem har svaret?";
    internal const string TheAnswer = "Svaret";
    internal const string HowGiven = "Hvordan er svaret givet?";
    internal const string ByPhone = "Telefonisk";
    internal const string ByMail = "Pr. mail";
    internal const string ChooseAll = "Vælg, hvem der har svaret, hvad svaret er, og hvordan det er givet.";
    internal const string NotRight = "Er det ikke rigtigt, så ret svaret her, eller sig det til sekretariatet.";
    internal const string ReasonLabel = "Hvad er ændret? Det sendes til alle, der er spurgt";
    internal const string Reminder = "Påmindelse";
    internal const string NotAnsweredYet = "Du har ikke svaret endnu.";
    internal const string MyCases = "Mine sager";
    internal const string ToConfirm = "Resultater, der venter på din bekræftelse";
    internal const string Drafts = "Kladder";
    internal const string SeeDraft = "Se kladden";
    internal const string AnsweredHeading = "Besvaret";
    internal const string SeeAnswer = "Se mit svar";
    internal const string Confirm = "Bekræft resultatet";
    internal const string ConfirmQuestion = "Bekræft resultatet? Det følger af svarene og reglerne og kan ikke ændres.";
    internal const string NoteLabel = "Tilføj en sætning (kan udelades)";
    internal const string Changed = "Sagen er ændret, så du skal svare igen";
    internal const string TruncatedCase = "… Teksten er for lang til et kort. Resten kan fås hos sekretariatet.";
    internal const string OrientationRecommendation = "Tager orienteringen til efterretning";

    internal static string Head(string forum) => $"{forum} · skriftlig behandling";

    internal static string AnswerBy(Instant deadline) => $"Svar senest {DanishFormat.Deadline(deadline)}";

    internal static string AnswerByWithDaysLeft(Instant deadline, Instant now) =>
        $"{AnswerBy(deadline)} · {DanishCountdown.Remaining(deadline, now)}";

    internal static string TooManyRecommendations(int count) =>
        $"Der er plads til {CaseText.MostRecommendations} linjer i indstillingen, men her er {count}. Saml nogle af dem.";

    internal static string RecommendationTooLong(int length) =>
        $"En linje i indstillingen fylder {DanishFormat.Number(length)} tegn; der er plads til {CaseText.LongestRecommendation}. Forkort den, eller del den i to.";

    internal static string TooManyAttachments(int count) => $"Der er plads til {CaseText.MostAttachments} bilag, men her er {count}. Saml nogle af dem.";

    internal static string That(string forum) => $"Det indstilles, at {forum}";

    internal static string SendTo(int voters) => $"Send ud til {DanishFormat.Count(voters, "medlem", "medlemmer")}";

    internal static string PreviewQuestion(int voters) =>
        $"Sådan bliver sagen sendt ud. {DanishFormat.Count(voters, "medlem", "medlemmer")} får den i deres personlige chat og bliver bedt om at svare. Derefter kan teksten kun ændres, hvis alle svarer igen.";

    internal static string Sent(int voters) => $"Sagen er sendt ud til {DanishFormat.Count(voters, "medlem", "medlemmer")}.";

    internal static string Unreachable(IEnumerable<string> names) =>
        $"Kan ikke nås i Teams: {DanishFormat.List(names)}. Ring eller skriv til dem, og registrér svaret på deres vegne.";

    internal const string NoChat = "Forummet har ingen chat, der er knyttet til mig, så kun de personlige kort er sendt.";

    internal static string SeatGivenTo(string substitute) =>
        $"{substitute} har fået din plads i sagen og er bedt om at svare. Du kan tage pladsen tilbage, indtil svaret er givet.";

    internal const string GiveSeatToSubstitute = "Overlad pladsen til stedfortræderen";
    internal const string ChooseSeat = "Vælg, hvis plads der skal overlades.";

    internal static string SeatGivenFor(string member, string substitute) =>
        $"{substitute} har fået pladsen efter {member} i sagen og er bedt om at svare. {member} har fået besked og kan tage pladsen tilbage, indtil svaret er givet.";

    internal static string SeatGivenBySecretariat(string substitute) =>
        $"Sekretariatet har overladt din plads i sagen til {substitute}, som er bedt om at svare. Du kan tage pladsen tilbage, indtil svaret er givet.";

    internal const string Evidence = "Bevispakke";
    internal const string OpenEvidence = "Åbn bevispakken";
    internal const string OpenProtocol = "Åbn protokollen";
    internal const string OpenPdf = "Åbn protokollen som PDF";
    internal const string OpenRemarks = "Åbn bemærkningerne";
    internal const string DocumentsStored = "Beslutningsprotokollen er skrevet og ligger i dokumentbiblioteket. Den skrives igen, når formandskabet har bekræftet resultatet.";

    internal const string EvidenceStored =
        "Bevispakken ligger i dokumentbiblioteket: protokol, låste tekster og bilag, alle svar og revisionssporet. Den kan kontrolleres på en anden maskine med kommandoen »verify« og filens navn.";

    internal static string RecordedForYou(Answer answer, VoteSource source) =>
        $"Sekretariatet har registreret dit svar, som du gav {(source == VoteSource.Phone ? "telefonisk" : "pr. mail")}: {Name(answer)}.";

    internal static string Recorded(string voter) => $"Svaret fra {voter} er registreret.";

    internal static string AmendWarning(int seats, int answered) =>
        $"Når sagen ændres, skal {(seats == 1 ? "den ene, der er spurgt," : $"alle {seats}")} svare igen."
        + (answered == 0 ? string.Empty : $" De {answered} svar, der er givet, gælder ikke længere, men bliver bevaret i sagen.");

    internal static string SendAgain(int seats) => $"Send igen til {DanishFormat.Count(seats, "medlem", "medlemmer")}";

    internal static string SentAgain(int seats) => $"Den ændrede sag er sendt ud til {DanishFormat.Count(seats, "medlem", "medlemmer")}, som skal svare igen.";

    internal static string WaitingForYou(int count) => count == 0
        ? "Der er ingen sager, der venter på dit svar."
        : $"{DanishFormat.Count(count, "sag venter", "sager venter")} på dit svar.";

    internal static string AndMore(int count) => $"… og {count} til.";

    internal static string ConfirmedBy(string? name, Instant at) =>
        $"Bekræftet af {name ?? "formandskabet"} {DanishFormat.DateAndTime(at)}";

    internal static string NotFrozen(string? url) => url is null ? "Kun nævnt ved navn" : $"{DanishFormat.Capitalised(LinkOnly)}: {url}";

    /// <summary>Stands at the attachment on the ballot and in the protocol.</summary>
    internal const string LinkOnly = "kun link – ikke fastfrosset";

    internal const string NotKnownYet =
        "SharePoint svarer ikke lige nu. Jeg prøver at fastfryse filen, når sagen sendes ud, og sender den ikke, hvis det ikke lykkes.";

    internal const string AmendFreezes = "Bilag i dokumentbiblioteket og i SharePoint fastfryses på ny. Andre links bliver ved med at være links.";

    internal static string StayLinks(int count) => count == 1
        ? "Et bilag er kun et link, så det bliver ikke fastfrosset og kan ændres, mens der stemmes:"
        : $"{DanishFormat.Number(count)} bilag er kun links, så de bliver ikke fastfrosset og kan ændres, mens der stemmes:";

    internal static string AreLinks(IEnumerable<string> names) => $"{DanishFormat.Capitalised(LinkOnly)}: {DanishFormat.List(names.Select(DanishFormat.Quote))}.";

    internal static string Closing(ClosingReason reason) => reason switch
    {
        ClosingReason.Deadline => "fristen udløb",
        ClosingReason.AllAnswered => "alle havde svaret",
        ClosingReason.MeetingDemanded => "et medlem krævede mødebehandling",
        ClosingReason.ByHand => "lukket før fristen",
        ClosingReason.Withdrawn => "trukket tilbage",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    internal static string RuleInFull(WrittenProcedureRules rules, QuorumRule quorum) =>
        $"{DanishFormat.Capitalised(RuleName(rules.Rule))}. "
        + (rules.SilenceIsConsent ? "Den, der ikke svarer inden fristen, har godkendt (stiltiende accept). " : "Manglende svar tæller hverken for eller imod. ")
        + $"Beslutningsdygtigt, når mindst {DanishFormat.Number(quorum.Share * 100, 0)} pct. af de stemmeberettigede har svaret"
        + (quorum.EverySector ? ", og mindst én fra hver sektor." : ".");

    internal static string Count(Tally tally) =>
        $"{DanishFormat.Count(tally.Entitled, "stemmeberettiget", "stemmeberettigede")}, når inhabile er trukket fra; "
        + $"{tally.Present} tæller med i beslutningsdygtigheden, og der kræves {tally.QuorumNeeded}.";

    internal static string VersionOf(int version, Instant frozenAt) => $"{version}, låst {DanishFormat.DateAndTime(frozenAt)}";

    internal static string DecidedIn(string forum) => $"Skriftlig behandling i {forum}";

    /// <summary>»13. januar 2026 kl. 09.00«: the protocol is read years later, so the year always stands there.</summary>
    internal static string OnRecord(Instant at)
    {
        var moment = DanishTime.ToDanish(at);
        return $"{DanishFormat.PlainDate(moment.Date)} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    internal static string ChairSays(string note) => $"Formandskabets bemærkning: {note}";

    internal static string VersionShort(int version) => $"udgave {version}";

    internal static string RecordedBy(string name, VoteSource source) =>
        $"givet {(source == VoteSource.Phone ? "telefonisk" : "pr. mail")}, registreret af {name}";

    internal static string Added(string path) => $"{path} står ikke i fortegnelsen og er kommet til bagefter.";

    internal static string Twice(string path) => $"{path} findes to gange i pakken.";

    internal static string Missing(string path) => $"{path} mangler i pakken.";

    internal static string NotLabelled(string why) =>
        $"Dokumenterne ligger i dokumentbiblioteket, men jeg har i et døgn ikke kunnet udfylde kolonnerne og lægge protokollen som PDF ved siden af. {why}";

    internal static string NotAsFrozen(string name) =>
        $"Bilaget {DanishFormat.Quote(name)} mangler i pakken, eller filen er en anden end den, der blev fastfrosset med sagen.";

    internal static string EvidenceHasFaults(IEnumerable<string> faults) => $"Pakken er ikke hel: {string.Join(' ', faults)}";

    internal static string Altered(string path) => $"{path} er ændret, siden pakken blev lavet.";

    internal static string ConsultationWanted(string forum) => $"{forum} beder om bemærkninger";

    internal static string ConsultationNote(string forum) => $"Det er en høring: {forum} træffer selv afgørelsen bagefter.";

    internal const string ConsultationOver = "Høringen er slut";
    internal const string NoConsultationRemarks = "Der er ikke kommet bemærkninger.";

    internal static string ConsultationCount(ConsultationAnswers forum) => forum.Answered >= forum.Asked
        ? $"{forum.Forum}: alle har svaret"
        : $"{forum.Forum}: {Answered(forum.Answered, forum.Asked)} inden fristen";

    internal static string Consulted(int people) => $"{DanishFormat.Count(people, "medlem", "medlemmer")} er bedt om bemærkninger. De kommer med i sagen, når den sendes ud.";

    /// <summary>The copy's name tells its content apart from later versions of the same document.</summary>
    internal static string FrozenName(string name, string hash) => $"Bilag {name} (låst {hash[..8]})";

    internal static string StandsInFor(string substitute, string member) => $"{substitute} (stedfortræder for {member})";

    internal static string YouStandInFor(string member) => $"Du svarer som stedfortræder for {member}.";

    internal static string Answered(int answered, int seats) => $"{answered} af {seats} har svaret";

    internal static string Name(Answer answer) => answer switch
    {
        Answer.Approve => "Godkender",
        Answer.ApproveWithRemarks => "Godkender med bemærkninger",
        Answer.Reject => "Godkender ikke",
        Answer.DemandMeeting => "Kræver mødebehandling",
        Answer.Recused => "Inhabil",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    internal static string You(Answer answer) => answer switch
    {
        Answer.Approve => "Du godkendte",
        Answer.ApproveWithRemarks => "Du godkendte med bemærkninger",
        Answer.Reject => "Du godkendte ikke",
        Answer.DemandMeeting => "Du krævede mødebehandling",
        Answer.Recused => "Du meldte dig inhabil",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    /// <summary>»Du godkendte kl. 09.14«; with the date when that is not today.</summary>
    internal static string YouAnswered(Answer answer, Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        var day = moment.Date == today ? string.Empty : $" d. {DanishFormat.ShortDate(moment.Date, today)}";
        return $"{You(answer)}{day} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    internal static string MayChange(Instant deadline, LocalDate today) => $"du kan ændre dit svar til {Until(deadline, today)}";

    internal static string BeforeThat(Answer answer) => $"Dit tidligere svar (»{Name(answer)}«) gælder ikke længere, men er bevaret i sagen.";

    internal static string YourAnswerClosedIt(Outcome outcome) => $"Dit svar lukkede sagen: {Result(outcome)}.";

    /// <summary>»fredag kl. 12« within the coming week, »25. apr. kl. 12« later; midnight is 24 of the day before.</summary>
    internal static string Until(Instant deadline, LocalDate today)
    {
        var moment = DanishTime.ToDanish(deadline);
        var isMidnight = moment.TimeOfDay == LocalTime.Midnight;
        var day = isMidnight ? moment.Date.PlusDays(-1) : moment.Date;
        var time = isMidnight ? "24" : DanishFormat.ShortTime(moment.TimeOfDay);
        var days = Period.DaysBetween(today, day);
        var word = days switch
        {
            0 => "i dag",
            1 => "i morgen",
            > 1 and < 7 => DanishNames.Weekday(day.DayOfWeek),
            _ => DanishFormat.ShortDate(day, today),
        };
        return $"{word} kl. {time}";
    }

    internal static string Result(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => "Vedtaget",
        Outcome.Rejected => "Forkastet",
        Outcome.NoQuorum => "Ikke beslutningsdygtig",
        Outcome.SentToMeeting => "Sendt til møde",
        Outcome.Withdrawn => "Trukket tilbage",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    internal static string RuleName(DecisionRule rule) => rule switch
    {
        DecisionRule.Consensus => "enighed",
        DecisionRule.SimpleMajority => "simpelt flertal",
        DecisionRule.TwoThirdsMajority => "kvalificeret flertal (2/3)",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    /// <summary>How the case is decided, in one sentence for those who answer.</summary>
    internal static string Rule(WrittenProcedureRules rules) =>
        $"Afgøres ved {RuleName(rules.Rule)}. "
        + (rules.SilenceIsConsent ? "Svarer du ikke inden fristen, har du godkendt (stiltiende accept)." : "Det tæller ikke som et svar, hvis du ikke svarer.");

    /// <summary>Why the result is what it is, in words: the same on the card, in the protocol and on the next agenda.</summary>
    internal static string Why(Outcome outcome, ClosingReason reason, Tally tally) => outcome switch
    {
        Outcome.Withdrawn => "Sagen er trukket tilbage og har intet resultat.",
        Outcome.SentToMeeting when tally.DemandsMeeting > 0 => "Et medlem har krævet sagen behandlet på et møde.",
        Outcome.SentToMeeting => $"Der er ikke enighed: {Votes(tally)}.",
        Outcome.NoQuorum => NoQuorum(tally),
        _ => $"{Votes(tally)}.{(reason == ClosingReason.ByHand ? " Afstemningen blev lukket før fristen." : string.Empty)}",
    };

    internal static string Votes(Tally tally)
    {
        var silent = tally.Silent == 0 ? string.Empty : $", {tally.Silent} har ikke svaret";
        var recused = tally.Recused == 0 ? string.Empty : $", {tally.Recused} inhabil{(tally.Recused == 1 ? string.Empty : "e")}";
        return $"{tally.For} for, {tally.Against} imod{silent}{recused}";
    }

    internal static string OrientationTitle(string title) => $"Orientering om skriftlig behandling: {title}";

    internal static string Course(Instant opened, Instant closed, Outcome outcome, Tally tally) =>
        $"Sagen var til skriftlig behandling fra {DanishFormat.DateAndTime(opened)} til {DanishFormat.DateAndTime(closed)}. "
        + $"Resultat: {Result(outcome)}. {DanishFormat.Capitalised(Votes(tally))}.";

    internal static string CloseQuestion(int answered, int seats) => answered == seats
        ? "Alle har svaret. Luk afstemningen, og send resultatet til alle?"
        : $"Kun {Answered(answered, seats)}. Luk alligevel, og send resultatet til alle {seats}? De, der mangler, kan ikke svare bagefter.";

    internal static string WithdrawQuestion(int seats) =>
        $"Træk sagen tilbage? {DanishFormat.Count(seats, "medlem", "medlemmer")} får besked, og sagen får intet resultat. De svar, der er givet, bliver i sagen.";

    internal static string ClosedOn(Instant at) => $"Lukket {DanishFormat.DateAndTime(at)}";

    internal static string ClosedByYou(Outcome outcome) => $"Afstemningen er lukket: {Result(outcome)}. Alle, der var spurgt, får resultatet.";

    internal const string WithdrawnByYou = "Sagen er trukket tilbage, og alle, der var spurgt, får besked.";

    private static string NoQuorum(Tally tally) => tally.MissingSectors.Count > 0
        ? $"Der mangler svar fra {DanishFormat.List(tally.MissingSectors)}, så forummet er ikke beslutningsdygtigt."
        : $"{tally.Present} har svaret, og der kræves {tally.QuorumNeeded}, så forummet er ikke beslutningsdygtigt.";
}
