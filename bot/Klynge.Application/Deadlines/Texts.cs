using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>Everything that the cards of deadlines say.</summary>
internal static class Texts
{
    internal static string WhoIsMeant(string written) => $"Hvem er {DanishFormat.Quote(written)}?";

    internal const string ChooseAnother = "Vælg en anden";

    internal static string NobodyIsCalled(string written, string forum) => $"Ingen i {forum} hedder {DanishFormat.Quote(written)}.";

    internal static string NotSetYet(string? title) => $"Fristen {DanishFormat.Quote(title ?? string.Empty)} er ikke oprettet endnu.";

    internal const string TheTitle = "Titlen";
    internal const string TheReason = "Begrundelsen";
    internal const string Deadlines = "Frister";
    internal const string NewDeadline = "Ny frist";
    internal const string SetButton = "Opret fristen";
    internal const string Finish = "Markér som færdig";
    internal const string PostponeButton = "Udskyd";
    internal const string EditButton = "Ret";
    internal const string EditHeading = "Ret fristen";
    internal const string SaveButton = "Gem ændringerne";
    internal const string RemindNow = "Påmind nu";
    internal const string AskedFor = "Du får påmindelsen, fordi der er spurgt til fristen.";
    internal const string Back = "Tilbage";
    internal const string RemoveButton = "Slet fristen";
    internal const string PostponeHeading = "Udskyd fristen";
    internal const string SeeCase = "Se sagen";
    internal const string SeeAgenda = "Se dagsordenen";
    internal const string See = "Se fristen";
    internal const string Look = "Se";
    internal const string Undo = "Fortryd";
    internal const string AllDeadlines = "Alle frister";
    internal const string MyCases = "Mine sager";
    internal const string TitleLabel = "Hvad skal være gjort?";
    internal const string DateLabel = "Frist";
    internal const string TimeLabel = "Klokkeslæt (kan udelades)";
    internal const string NewDateLabel = "Ny dato";
    internal const string DateNeeded = "Vælg en dato.";
    internal const string TitleNeeded = "Skriv, hvad der skal være gjort.";
    internal const string ResponsibleLabel = "Ansvarlig";
    internal const string ReasonLabel = "Begrundelse (kan udelades)";
    internal const string RemindersLabel = "Påmindelser, dage før";
    internal const string RemindersHint = "Skriv fx »14, 7, 1, 0«, hvor 0 er på dagen. Lad feltet stå tomt for at følge forummets plan.";
    internal const string AsTheForum = "Forummets plan";
    internal const string Nobody = "Sekretariatet";
    internal const string ClosedCase = "Frist i en lukket sag";
    internal const string DraftCase = "Frist i en sag, der ikke er sendt ud";
    internal const string DraftMore = "Du kan læse mere, når sekretariatet har sendt sagen ud.";
    internal const string Given = "Du er blevet ansvarlig for en frist";
    internal const string GivenMore = "Jeg minder dig om den, når den nærmer sig.";
    internal const string ClosedMore = "Sagen er lukket, så her står kun, hvornår fristen er.";
    internal const string OpenItYourself = "Åbn fristen i din egen chat med mig for at se mere.";
    internal const string Reminder = "Husk fristen";
    internal const string Overdue = "Fristen er overskredet";
    internal const string ToTheChairs = "Fristen er overskredet, og ingen har meldt den færdig";
    internal const string LastReminder = "Det er den sidste påmindelse om fristen.";
    internal const string FromText = "Fundet i teksten";
    internal const string AnnualWheel = "Årshjul";
    internal const string CalendarLink = "Kalenderlink";

    internal const string EmptyWheel = "Der står ingen faste frister i årshjulet endnu.";
    internal const string NewEntry = "Ny fast frist i årshjulet";
    internal const string AddEntry = "Tilføj fast frist";
    internal const string AddToWheel = "Tilføj til årshjulet";
    internal const string SeeWheel = "Se årshjulet";
    internal const string RuleLabel = "Hvornår?";
    internal const string RuleNeeded = "Skriv, hvornår fristen ligger, for eksempel 30. april.";
    internal const string RuleExamples = "Skriv fx »30. april«, »sidste fredag i måneden«, »sidste hverdag i juni« eller »11 hverdage før mødet«.";
    internal const string RemoveHeading = "Fjern fra årshjulet?";
    internal const string Remove = "Fjern";
    internal const string Found = "Er det en frist?";
    internal const string FoundMore = "Jeg fandt det i teksten. Fristerne får påmindelser, når du opretter dem.";
    internal const string FoundAnswered = "Mulige frister i teksten";
    internal const string NothingFound = "Der er ikke flere mulige frister, der venter på svar.";
    internal const string Accept = "Opret frist";
    internal const string Dismiss = "Ikke en frist";
    internal const string Vague = "Der står ingen bestemt dag. Vælg den, hvis det er en frist.";
    internal const string LinkHeading = "Fristerne i din kalender";
    internal const string LinkIntro = "Med et hemmeligt link kan du abonnere på forummets frister i Outlook. Linket er dit eget: giv det ikke videre.";
    internal const string LinkHowTo = "I Outlook: Tilføj kalender → Abonner fra internettet, og sæt linket ind. Outlook henter selv nye frister; det kan tage op til et døgn.";
    internal const string LinkOnce = "Linket vises kun nu. Har du brug for det igen, så lav et nyt; det gamle holder så op med at virke.";
    internal const string LinkLabel = "Linket";
    internal const string LinkLeaked = "Linket kan ikke vises igen. Er det blevet væk, eller er det kommet i forkerte hænder, så lav et nyt: det gamle holder op med at virke med det samme.";
    internal const string LinkIsRevoked = "Linket er slettet og virker ikke længere.";
    internal const string NoLink = "Du har ikke noget link til forummets frister.";
    internal const string CreateLink = "Lav et link";
    internal const string NewLink = "Lav et nyt link";
    internal const string RevokeLink = "Slet linket";
    internal const string OnlyInPersonalChat = "Det er kun til dig. Skriv til mig i vores egen chat.";

    internal static string LinkStands(LocalDate since) => $"Du har et link, der virker. Du lavede det {DanishFormat.Date(since)}.";

    /// <summary>The name of the calendar in Outlook.</summary>
    internal static string CalendarName(string forum) => $"Frister i {forum}";

    internal static string EventTitle(DeadlineView view) => view.Status == DeadlineStatus.Done ? $"✓ {view.Title}" : view.Time is { } time ? $"Frist kl. {DanishFormat.Time(time)}: {view.Title}" : $"Frist: {view.Title}";

    internal static string EventText(DeadlineView view) => string.Join('\n', new[]
    {
        view.Forum, Responsible(view), view.Item is { } item ? Case(item) : null, view.Quote is { } quote ? DanishFormat.Quote(quote) : null,
    }.OfType<string>());

    internal static string Dismissed(FoundLine line) => $"Afvist som frist{Answered(line)}. Jeg spørger ikke igen.";

    internal static string Accepted(FoundLine line) => $"Oprettet som frist{Answered(line)}.";

    internal static string Entries(int count) => DanishFormat.Count(count, "fast frist", "faste frister");

    internal static string Rule(string rule, string? responsible) => $"{DanishFormat.Capitalised(rule)} · ansvarlig: {responsible ?? "sekretariatet"}";

    internal static string Next(LocalDate? next) => next is { } day ? $"Næste gang {DanishFormat.Date(day)}" : "Ingen planlagte endnu";

    internal static string OfEveryMeeting(RulesOfProcedure rules)
    {
        var comments = rules.CommentsIn is { } limit ? $" og bemærkninger {After(limit)} referatet" : string.Empty;
        return $"Desuden til hvert møde efter forretningsordenen: punkter ind {Before(rules.ItemsIn)}, dagsorden ud {Before(rules.AgendaOut)}, referat ud {After(rules.MinutesOut)}{comments}.";
    }

    private static string Before(TimeLimit limit) => $"{Days(limit)} før{Time(limit)}";

    private static string After(TimeLimit limit) => $"{Days(limit)} efter{Time(limit)}";

    private static string Days(TimeLimit limit) => TimeLimit.Create(limit.Count, limit.Unit).Value.ToString();

    private static string Time(TimeLimit limit) => limit.At is { } at ? $" (kl. {DanishFormat.Time(at)})" : string.Empty;

    internal static string RemovesAlso(int open) => open == 0
        ? "Ingen åbne frister bliver slettet."
        : $"{DanishFormat.Count(open, "åben frist", "åbne frister")} fremme i tiden bliver slettet med den.";

    internal static string EntryAdded(string title, ChatTurn turn) => $"{By(turn)} tilføjede {DanishFormat.Quote(title)} {Now(turn)}.";

    internal static string EntryRemoved(string title, ChatTurn turn) =>
        $"{By(turn)} fjernede {DanishFormat.Quote(title)} {Now(turn)}. Tilføj den igen, hvis det var en fejl.";

    internal static string FoundCount(int count) => DanishFormat.Count(count, "mulig frist", "mulige frister");

    internal static string Count(int open, bool areOwn = false) => (open, areOwn) switch
    {
        (0, true) => "Du har ingen åbne frister",
        (0, false) => "Ingen åbne frister",
        (_, true) => $"{DanishFormat.Count(open, "åben frist", "åbne frister")}, som du er ansvarlig for",
        _ => DanishFormat.Count(open, "åben frist", "åbne frister"),
    };

    internal static string DigestHeading(int deadlines, int proposals, int found) => $"{DanishFormat.List([.. Waiting(deadlines, proposals, found)])} venter på dig";

    private static IEnumerable<string> Waiting(int deadlines, int proposals, int found)
    {
        if (deadlines > 0)
            yield return DanishFormat.Count(deadlines, "frist", "frister");

        if (proposals > 0)
            yield return DanishFormat.Count(proposals, "forslag", "forslag");

        if (found > 0)
            yield return FoundCount(found);
    }

    internal const string ProposalsWait = "Forslag til dagsordenen";
    internal const string FoundWait = "Mulige frister i teksterne";
    internal static string MoreFound(int count) => $"Se de næste ({DanishFormat.Number(count)})";

    internal static string SeeFound(int count) => $"Se dem ({DanishFormat.Number(count)})";

    internal const string ChangedHere = "En anden har ændret fristen i mellemtiden, så intet er gemt. Sådan står den nu.";
    internal const string DigestDone = "Der er svaret på det, jeg mindede dig om";

    internal static string DigestLine(int overdue, int ahead) => (overdue, ahead) switch
    {
        (0, 1) => "Fristen nærmer sig.",
        (1, 0) => "Fristen er overskredet.",
        (0, _) => "Fristerne nærmer sig.",
        (_, 0) => "Fristerne er overskredet.",
        _ => $"{DanishFormat.Count(overdue, "frist", "frister")} er overskredet, {DanishFormat.Number(ahead)} nærmer sig.",
    };

    internal static string AndMore(int more) => $"… og {DanishFormat.Count(more, "frist", "frister")} mere";

    /// <summary>»Onsdag d. 30. april 2025 · om 12 dage«</summary>
    internal static string When(DeadlineView view, LocalDate today) =>
        $"{DanishFormat.Capitalised(On(view.Date, view.Time))} · {DanishCountdown.Days(view.Date, today)}";

    /// <summary>»onsdag d. 30. april 2025 kl. 12.00«</summary>
    internal static string On(LocalDate date, LocalTime? time) =>
        time is { } at ? $"{DanishFormat.Date(date)} kl. {DanishFormat.Time(at)}" : DanishFormat.Date(date);

    /// <param name="words">As the sentence has them.</param>
    /// <param name="name">Who is meant on record; null where nobody here is.</param>
    internal static string FoundResponsible(string words, string? name) => name is null
        ? $"I teksten står {DanishFormat.Quote(words)}. Fristen bliver sekretariatets, til du retter den."
        : $"Ansvarlig: {name}";

    internal static string Responsible(DeadlineView view) => $"Ansvarlig: {view.Responsible ?? Nobody.ToLowerInvariant()}";

    /// <summary>Why the words are left out.</summary>
    internal static string HiddenMore(DeadlineView view) =>
        view.IsForEverybody ? OpenItYourself : view.Title == DraftCase ? DraftMore : ClosedMore;

    internal static string FollowsSomething(DeadlineKind kind) => kind.IsOfMeeting()
        ? "Fristen følger af mødet og forretningsordenen. Giver du den en anden dag, bliver den stående dér, også når mødet flyttes."
        : "Fristen kommer fra årshjulet. Giver du den en anden dag, gælder det kun denne gang.";

    /// <summary>»Påmindelser 14, 7 og 1 dag før og på dagen«</summary>
    internal static string OwnReminders(ReminderDays own)
    {
        var before = own.Days.Where(day => day > 0).ToList();
        var days = before.Count == 0 ? string.Empty : $" {DanishFormat.List(before.ConvertAll(day => DanishFormat.Number(day)))} {(before[^1] == 1 ? "dag" : "dage")} før";
        var onTheDay = own.Days[^1] > 0 ? string.Empty : before.Count == 0 ? " på dagen" : " og på dagen";
        return $"Påmindelser{days}{onTheDay}";
    }

    internal static string Case(string title) => $"Sag: {title}";

    /// <summary>As »ansvarlig: …« has it; null for nobody but the secretariat.</summary>
    internal static string? Role(Role? role) => role switch
    {
        null => null,
        Domain.Forums.Role.Chair or Domain.Forums.Role.CoChair => "formandskabet",
        Domain.Forums.Role.Secretariat => "sekretariatet",
        Domain.Forums.Role.Member => "medlemmerne",
        Domain.Forums.Role.Observer => "observatørerne",
        Domain.Forums.Role.Administrative => "de administrative deltagere",
        _ => role.Value.Danish(),
    };

    internal static string Kind(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Own => "Frist",
        DeadlineKind.Found => "Frist fra en tekst",
        DeadlineKind.Annual => "Fra årshjulet",
        DeadlineKind.ItemsIn or DeadlineKind.AgendaOut or DeadlineKind.MinutesOut or DeadlineKind.CommentsIn => "Fra forretningsordenen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>The title of a meeting's own deadline.</summary>
    internal static string OfMeeting(DeadlineKind kind, LocalDate meeting) => kind switch
    {
        DeadlineKind.ItemsIn => $"Punkter til mødet d. {DanishFormat.PlainDate(meeting)} skal være inde",
        DeadlineKind.AgendaOut => $"Dagsordenen til mødet d. {DanishFormat.PlainDate(meeting)} skal ud",
        DeadlineKind.MinutesOut => $"Referatet af mødet d. {DanishFormat.PlainDate(meeting)} skal ud",
        DeadlineKind.CommentsIn => $"Bemærkninger til referatet af mødet d. {DanishFormat.PlainDate(meeting)} skal være inde",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No deadline of a meeting."),
    };

    internal static string Before(string title, LocalDate meeting) => $"{title} (mødet d. {DanishFormat.PlainDate(meeting)})";

    internal static string Set(ChatTurn turn) => $"{By(turn)} oprettede fristen {Now(turn)}.";

    internal static string Finished(ChatTurn turn) => $"{By(turn)} markerede fristen som færdig {Now(turn)}.";

    internal static string Postponed(ChatTurn turn) => $"{By(turn)} udskød fristen {Now(turn)}.";

    internal static string Edited(ChatTurn turn) => $"{By(turn)} rettede fristen {Now(turn)}.";

    internal static string RemovedBy(ChatTurn turn) => $"{By(turn)} slettede fristen {Now(turn)}.";

    internal static string Undone(ChatTurn turn) => $"{By(turn)} fortrød {Now(turn)}.";

    internal static string Step(DeadlineStep step)
    {
        var what = step.Kind switch
        {
            DeadlineChangeKind.Created => $"oprettet til {On(step.DateBefore, step.TimeAfter, step)}",
            DeadlineChangeKind.Done => "færdig",
            DeadlineChangeKind.Postponed => Moved("udskudt", step),
            DeadlineChangeKind.Moved => Moved("flyttet", step),
            DeadlineChangeKind.Removed => "slettet",
            DeadlineChangeKind.Undone => "fortrudt",
            DeadlineChangeKind.Edited => "rettet",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "Unknown step."),
        };
        var by = step.By is { } name ? $" af {name}" : string.Empty;
        var why = step.Reason is { } reason ? $": {reason}" : step.Kind == DeadlineChangeKind.Edited ? $": {DanishFormat.List([.. Corrections(step)])}" : string.Empty;
        return $"{DanishFormat.ShortDateAndTime(step.At)}: {what}{by}{why}";
    }

    /// <summary>Who got the reminder, how, and who did not.</summary>
    internal static string Reminded(DeadlineReminded reminded)
    {
        var at = DanishFormat.Time(DanishTime.ToDanish(reminded.At).TimeOfDay);
        if (!reminded.IsNew)
        {
            var again = reminded.Again is { } later ? $"kl. {DanishFormat.Time(DanishTime.ToDanish(later).TimeOfDay)}" : "i morgen";
            return $"Der er sendt en påmindelse i dag kl. {at}, så der er ikke sendt en ny. Du kan påminde igen {again}.";
        }

        List<string> told = [];
        told.AddRange(Sentence(reminded.Reached, names => $"{names} er påmindet kl. {at}."));
        told.AddRange(Sentence(reminded.ByMail, names => $"{names} får påmindelsen på mail."));
        told.AddRange(Sentence(reminded.TriedByMail, names => $"{names} kan ikke nås i Teams. Jeg prøver med en mail, og sekretariatet får besked om, hvordan det går."));
        told.AddRange(Sentence(reminded.Unreachable, names => $"{names} kan ikke nås. Ring eller skriv selv."));
        return string.Join(' ', told);
    }

    private static string[] Sentence(IReadOnlyList<string> names, Func<string, string> sentence) => names.Count == 0 ? [] : [sentence(People(names))];

    private static string People(IReadOnlyList<string> names) => names.Count <= 3 ? DanishFormat.List(names) : DanishFormat.Count(names.Count, "person", "personer");

    private static IEnumerable<string> Corrections(DeadlineStep step)
    {
        if (step.RenamedFrom is { } title)
            yield return $"titlen var {DanishFormat.Quote(DanishText.Shorten(title, 60))}";

        if (step.DateBefore != step.DateAfter)
        {
            yield return $"fristen var {On(step.DateBefore, step.TimeBefore, step)}";
        }
        else if (step.TimeBefore != step.TimeAfter)
        {
            yield return step.TimeBefore is { } time ? $"klokkeslættet var kl. {DanishFormat.ShortTime(time)}" : "uden klokkeslæt før";
        }

        if (step.IsReplanned)
            yield return "med andre påmindelser";

        if (step.TakenFrom is { } responsible)
            yield return $"ansvarlig var {responsible}";
    }

    private static string Moved(string word, DeadlineStep step) =>
        $"{word} fra {On(step.DateBefore, step.TimeBefore, step)} til {On(step.DateAfter, step.TimeAfter, step)}";

    private static string On(LocalDate date, LocalTime? time, DeadlineStep step) =>
        DanishFormat.ShortDate(date, step.At.Date) + (time is { } at ? $" kl. {DanishFormat.ShortTime(at)}" : string.Empty);

    private static string Answered(FoundLine line) =>
        (line.AnsweredBy is { } name ? $" af {name}" : string.Empty) + (line.AnsweredAt is { } at ? $" {DanishFormat.ShortDateAndTime(at)}" : string.Empty);

    private static string By(ChatTurn turn) => turn.IsPersonal ? "Du" : turn.PersonName;

    private static string Now(ChatTurn turn) => $"kl. {DanishFormat.Time(DanishTime.ToDanish(turn.Now).TimeOfDay)}";
}
