using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Reminders;
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
    internal const string OpenTheCase = "Sagen er lukket, så her står kun, hvornår fristen er. Åbn den for at se mere.";
    internal const string FoundInClosed = "Sætningen står i en lukket sag. Tryk på »Se« for at læse den.";
    internal const string FoundElsewhere = "Sætningen står i en lukket sag. Åbn kortet i din egen chat med mig for at læse den.";
    internal const string OpenItYourself = "Åbn fristen i din egen chat med mig for at se mere.";
    internal const string Reminder = "Husk fristen";
    internal const string Overdue = "Fristen er overskredet";
    internal const string ToTheChairs = "Fristen er overskredet, og ingen har meldt den færdig";
    internal const string LastReminder = "Det er den sidste påmindelse om fristen.";
    internal const string AnnualWheel = "Årshjul";
    internal const string CalendarLink = "Kalenderlink";

    internal const string Found = "Er det en frist?";
    internal const string FoundMore = "Jeg fandt det i teksten. Fristerne får påmindelser, når du opretter dem.";
    internal const string FoundAnswered = "Mulige frister i teksten";
    internal const string NothingFound = "Der er ikke flere mulige frister, der venter på svar.";
    internal const string Accept = "Opret frist";
    internal const string Dismiss = "Ikke en frist";
    internal const string Vague = "Der står ingen bestemt dag. Vælg den, hvis det er en frist.";
    internal const string OnlyInPersonalChat = "Det er kun til dig. Skriv til mig i vores egen chat.";

    internal static string Dismissed(FoundLine line) => line.Agreement is null
        ? $"Afvist som frist{Answered(line)}. Jeg spørger ikke igen."
        : $"Afvist som aftale{Answered(line)}. Jeg spørger ikke igen.";

    internal static string Accepted(FoundLine line) => line.Agreement is null ? $"Oprettet som frist{Answered(line)}." : $"Følges op{Answered(line)}.";

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
    internal static string When(DeadlineView view, LocalDate today) => DanishFormat.Capitalised(Within(view, today));

    /// <summary>As <see cref="When"/>, behind other words.</summary>
    internal static string Within(DeadlineView view, LocalDate today) =>
        $"{On(view.Date, view.Time)} · {DanishCountdown.Days(view.Date, today)}";

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
        view.IsKeptForOpening ? OpenTheCase : view.IsForEverybody ? OpenItYourself : view.Title == DraftCase ? DraftMore : ClosedMore;

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
        Domain.Forums.Role.DeputyChair => "næstformanden",
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
        DeadlineKind.Approval => "Fra et forbehold",
        DeadlineKind.Agreement => "Aftale fra en beslutning",
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

    private static string Answered(FoundLine line) =>
        (line.AnsweredBy is { } name ? $" af {name}" : string.Empty) + (line.AnsweredAt is { } at ? $" {DanishFormat.ShortDateAndTime(at)}" : string.Empty);

    internal static string By(ChatTurn turn) => turn.IsPersonal ? "Du" : turn.PersonName;

    internal static string Now(ChatTurn turn) => $"kl. {DanishFormat.Time(DanishTime.ToDanish(turn.Now).TimeOfDay)}";
}
