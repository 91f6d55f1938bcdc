using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Ballots, answers, seats, reminders and what waits for whom.</summary>
internal static partial class Texts
{
    internal const string RollHasChanged = "Nogen på stemmelisten er gået ud:";

    internal const string RollIsFrozen =
        "Stemmelisten blev fastfrosset, da sagen blev sendt ud. Skal den være en anden, så træk sagen tilbage, og send den ud igen.";

    internal static string MemberHasLeft(string name, bool hasAnswered) => hasAnswered
        ? $"{name} har ikke længere en plads i forummet. Svaret, der er givet, tæller med."
        : $"{name} har ikke længere en plads i forummet, men kan stadig svare i denne sag.";

    internal static string SubstituteHasLeft(string substitute, string member) =>
        $"{substitute} er ikke længere stedfortræder for {member} og kan ikke svare. {member} kan tage pladsen tilbage.";

    internal const string RemarksLabel = "Bemærkninger (kræves ved »med bemærkninger« og »ikke«)";
    internal const string WhyMeeting = "Hvorfor skal sagen behandles på et møde?";
    internal const string WhyRecused = "Hvorfor er du inhabil?";
    internal const string WhyRecusedOther = "Hvorfor er medlemmet inhabilt?";
    internal const string DemandMeeting = "Kræv mødebehandling";
    internal const string DeclareRecused = "Meld mig inhabil";
    internal const string RemarksPlaceholder = "Skriv her";
    internal const string ChangeAnswer = "Ændr svar";
    internal const string AnswerNow = "Svar";
    internal const string SeeMine = "Vis mit svar";
    internal const string KeepAnswer = "Behold mit svar";
    internal const string WhoAnswered = "Hvem har svaret";
    internal const string WhoIsMissing = "Mangler svar";
    internal const string MoreNames = "Flere navne";
    internal const string EarlierNames = "Forrige navne";

    internal const string OnlyInPersonalChat = "Det viser jeg kun til dig selv. Skriv »mine sager« til mig i vores personlige chat.";
    internal const string GiveUpSeat = "Overlad til stedfortræder";
    internal const string TakeSeatBack = "Tag pladsen tilbage";
    internal const string PassSeatOn = "Giv pladsen videre";

    internal static string SeatPassedOn(string from, string to) => $"{from} kan ikke svare i sagen. Din plads er givet videre til {to}, som nu svarer for dig.";

    internal static string YouPassedSeatOn(string to) => $"Du har givet pladsen videre til {to}, som nu svarer.";

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
    internal const string NotRightClosed = "Svaret lukkede sagen. Er det ikke rigtigt, så sig det til sekretariatet.";
    internal const string Reminder = "Påmindelse";
    internal const string NotAnsweredYet = "Du har ikke svaret endnu.";
    internal const string RemindNow = "Påmind nu";
    internal const string SeeAnswer = "Se mit svar";
    internal const string Changed = "Sagen er ændret, så du skal svare igen";
    internal const string GiveSeatToSubstitute = "Overlad pladsen til stedfortræderen";
    internal const string ChooseSeat = "Vælg, hvis plads der skal overlades.";

    internal static string AnswerBy(Instant deadline) => $"Svar senest {DanishFormat.Deadline(deadline)}";

    internal static string AnswerByWithDaysLeft(Instant deadline, Instant now) =>
        $"{AnswerBy(deadline)} · {DanishCountdown.Remaining(deadline, now)}";

    internal static string SeatGivenTo(string substitute) =>
        $"{substitute} har fået din plads i sagen og er bedt om at svare. Du kan tage pladsen tilbage, indtil svaret er givet, eller sagen lukker.";

    internal static string SeatGivenFor(string member, string substitute) =>
        $"{substitute} har fået pladsen efter {member} i sagen og er bedt om at svare. {member} har fået besked og kan tage pladsen tilbage, indtil svaret er givet, eller sagen lukker.";

    internal static string SeatGivenBySecretariat(string substitute) =>
        $"Sekretariatet har overladt din plads i sagen til {substitute}, som er bedt om at svare. Du kan tage pladsen tilbage, indtil svaret er givet, eller sagen lukker.";

    internal static string RecordedForYou(SeatView seat) =>
        $"Sekretariatet har registreret dit svar, som du gav {(seat.Source == VoteSource.Phone ? "telefonisk" : "pr. mail")}: {Name(seat)}.";

    internal static string Recorded(string voter) => $"Svaret fra {voter} er registreret.";

    internal static string RemindedNow(int people) => $"Jeg har påmindet {DanishFormat.Count(people, "person", "personer")}, der ikke har svaret.";

    internal static string AndMore(int count) => $"… og {count} til.";

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
        Answer.Separate => "Svarer forskelligt",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    internal static string You(Answer answer) => answer switch
    {
        Answer.Approve => "Du godkendte",
        Answer.ApproveWithRemarks => "Du godkendte med bemærkninger",
        Answer.Reject => "Du godkendte ikke",
        Answer.DemandMeeting => "Du krævede mødebehandling",
        Answer.Recused => "Du meldte dig inhabil",
        Answer.Separate => "Du svarede på hver indstilling for sig",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    /// <summary>»Du godkendte kl. 09.14«; with the date when that is not today.</summary>
    internal static string YouAnswered(Answer answer, Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        var day = moment.Date == today ? string.Empty : $" d. {DanishFormat.ShortDate(moment.Date, today)}";
        return $"{You(answer)}{day} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    /// <param name="ends">The end of the time to answer, as it is known now: a demand for a meeting may bring it forward.</param>
    internal static string MayChange(Instant ends, LocalDate today) =>
        $"du kan ændre dit svar indtil {Until(ends, today)}, medmindre sagen lukker før";

    /// <summary>When a case closes ahead of its deadline, in one sentence.</summary>
    internal static string ClosesBefore(WrittenProcedureRules rules) => rules switch
    {
        { ClosesWhenAllHaveAnswered: false } => "Sagen lukker før fristen, hvis et medlem kræver mødebehandling.",
        { ClosingDelayMinutes: 0 } => "Sagen lukker før fristen, så snart alle har svaret, eller hvis et medlem kræver mødebehandling.",
        _ => $"Sagen lukker før fristen, {Minutes(rules)} efter at alle har svaret, eller straks hvis et medlem kræver mødebehandling.",
    };

    internal static string AllHaveAnswered(Instant ends, LocalDate today) => $"Alle har svaret, så sagen lukker senest {Until(ends, today)}.";

    internal static string MeetingQuestion(int seats) =>
        $"Kræv mødebehandling? Det lukker sagen {ForAll(seats)} med det samme og kan ikke fortrydes. Sagen behandles på et møde i stedet.";

    internal static string MeetingQuestionFor(string voter, int seats) =>
        $"Registrér, at {voter} kræver mødebehandling? Det lukker sagen {ForAll(seats)} med det samme og kan ikke fortrydes. Sagen behandles på et møde i stedet.";

    internal const string RecusedQuestion = "Meld dig inhabil? Så stemmer du ikke i sagen og tæller ikke med i beslutningsdygtigheden.";

    internal static string RecusedQuestionFor(string voter) =>
        $"Registrér, at {voter} er inhabil? Så stemmer pladsen ikke i sagen og tæller ikke med i beslutningsdygtigheden.";

    /// <summary>What the last missing answer does.</summary>
    internal static string LastAnswer(WrittenProcedureRules rules, int seats) => rules.ClosingDelayMinutes == 0
        ? $"Det er det sidste svar, så det lukker sagen {ForAll(seats)} med det samme."
        : $"Det er det sidste svar: {Minutes(rules)} efter lukker sagen {ForAll(seats)}.";

    private static string ForAll(int seats) => $"for {All(seats)}";

    /// <summary>»det ene medlem«, »begge medlemmer«, »alle 13«</summary>
    private static string All(int seats) => seats switch
    {
        1 => "det ene medlem",
        2 => "begge medlemmer",
        _ => $"alle {seats}",
    };

    private static string Minutes(WrittenProcedureRules rules) => DanishFormat.Count(rules.ClosingDelayMinutes, "minut", "minutter");

    internal static string BeforeThat(Answer answer, IReadOnlyList<Answer>? each) => $"Dit tidligere svar (»{Name(answer, each)}«) gælder ikke længere, men er bevaret i sagen.";

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
}
