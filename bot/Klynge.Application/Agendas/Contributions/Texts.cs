using Klynge.Application.Guidance;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>What is said of contributions.</summary>
internal static class Texts
{
    internal const string Heading = "Bidrag til dagsordenen";
    internal const string Reminder = "Dit bidrag mangler";
    internal const string NotNeeded = "Bidrag ikke længere nødvendigt";
    internal const string ListHeading = "Bidrag";
    internal const string Own = "Bidrag, du er bedt om";
    internal const string Ask = "Bed om bidrag";
    internal const string AskExplained =
        "De får punktet, som det står nu, og et felt til deres tekst. De ser kun dette punkt. Teksten kommer ind i punktet under deres navn, og du kan rette den.";
    internal const string AlreadyAsked = "Allerede bedt om bidrag";
    internal const string PeopleLabel = "Hvem skal bidrage?";
    internal const string NamesLabel = "Eller skriv navnene med semikolon imellem";
    internal const string DueLabel = "Senest";
    internal const string WantedLabel = "Hvad skal de skrive om? (kan udelades)";
    internal const string TextLabel = "Dit bidrag";
    internal const string RecordLabel = "Bidragets tekst";
    internal const string Send = "Send bidraget";
    internal const string SendChange = "Send ændringen";
    internal const string SendMine = "Send min tekst i stedet";
    internal const string Open = "Åbn";
    internal const string OpenClosed = "Åbn punktet, og skriv";
    internal const string Write = "Skriv bidraget";
    internal const string SeeOwn = "Se eller ret bidraget";
    internal const string ItemNow = "Punktet, som det står nu:";
    internal const string RestFromSecretariat = "… Teksten er for lang til et kort. Spørg sekretariatet, hvis du har brug for resten.";
    internal const string Edited = "Sekretariatet har rettet i din tekst. Den står nedenfor, som den er nu.";
    internal const string TakenOut = "Sekretariatet har taget din tekst ud af punktet. Send den igen, hvis det ikke var meningen.";
    internal const string YouSent = "Du har sendt:";
    internal const string SentStays = "Det, du har sendt, bliver stående i punktet. Sekretariatet kan tage det ud.";
    internal const string YourWordsWere = "Jeres rettede tekst var:";
    internal const string Record = "Skriv det ind";
    internal const string RecordAgain = "Ret teksten";
    internal const string RecordExplained = "Brug det, når du har fået teksten på en anden måde, for eksempel i en mail. Den kommer ind i punktet under personens navn.";
    internal const string WithdrawButton = "Træk tilbage";
    internal const string RemindNow = "Påmind dem, der mangler";
    internal const string SeeAll = "Se og ret bidragene";
    internal const string SeeAllUnsaved = "Se bidragene uden at gemme";
    internal const string HowToAsk = "Åbn et punkt på dagsordenen, og tryk »Bed om bidrag«.";

    internal static string AskTo(int item) => $"Bed om bidrag til punkt {item}";

    internal static string Notice(ContributionView view) => $"{view.Forum} beder om dit bidrag til {DanishFormat.Quote(view.NoticeTitle)}";

    internal static string ReminderNotice(ContributionView view) => $"Dit bidrag til {DanishFormat.Quote(view.NoticeTitle)} i {view.Forum} mangler";

    internal static string WithdrawnNotice(ContributionView view) =>
        $"{view.Forum} har ikke længere brug for dit bidrag til {DanishFormat.Quote(view.NoticeTitle)}.";

    internal static string SendBy(LocalDate dueOn, LocalDate today) =>
        dueOn < today ? $"Fristen var {DanishFormat.Date(dueOn)}. Du kan stadig sende det, indtil dagsordenen sendes ud."
        : dueOn == today ? "Send det senest i dag."
        : $"Send det senest {DanishFormat.Date(dueOn)}.";

    internal static string Received(Instant at, LocalDate today) => $"Dit bidrag er sendt ({Moment(at, today)}). Du kan ændre det, indtil dagsordenen sendes ud.";

    internal static string Wanted(string wanted) => $"Skriv om: {wanted}";

    internal static string OpenAttachment(int number) => $"Åbn bilag {number}";

    /// <summary>Why nothing can be sent, and whom to write to.</summary>
    internal static string Over(ContributionState state, IReadOnlyList<Contact> contacts)
    {
        var why = state switch
        {
            ContributionState.Withdrawn => "Sekretariatet har trukket anmodningen tilbage, så du skal ikke sende noget.",
            ContributionState.OffTheAgenda => "Punktet er taget af dagsordenen, så du skal ikke sende noget.",
            ContributionState.ForumClosed => "Forummet er nedlagt, så der kan ikke sendes bidrag.",
            ContributionState.Cancelled => "Mødet er aflyst, så du skal ikke sende noget.",
            ContributionState.AgendaOut => "Dagsordenen er sendt ud, så bidraget kan ikke sendes eller ændres her.",
            ContributionState.Begun => "Mødet er begyndt, så bidraget kan ikke sendes eller ændres her.",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Nothing is over."),
        };
        return contacts.Count == 0 ? why : $"{why} {Guidance.Texts.StrangerWriteTo(contacts)}";
    }

    internal static string TooLateToAsk(ContributionState state) => state switch
    {
        ContributionState.AgendaOut => "Dagsordenen er sendt ud, så der kan ikke bedes om bidrag. Skriv teksten ind under »Ret punktet«.",
        ContributionState.OffTheAgenda => "Punktet er ikke på dagsordenen, så der kan ikke bedes om bidrag til det.",
        ContributionState.Cancelled => "Mødet er aflyst, så der kan ikke bedes om bidrag.",
        _ => "Mødet er begyndt, så der kan ikke bedes om bidrag. Skriv teksten ind under »Ret punktet«.",
    };

    /// <summary>»mangler, senest 20. jan.«</summary>
    internal static string StateOf(Contribution one, LocalDate today) =>
        one.SentAt is { } at ? $"sendt {Moment(at, today)}"
        : one.DueOn < today ? $"mangler, fristen var {DanishFormat.ShortDate(one.DueOn, today)}"
        : one.DueOn == today ? "mangler, senest i dag"
        : $"mangler, senest {DanishFormat.ShortDate(one.DueOn, today)}";

    internal static string ItemNumber(int number) => $"punkt {number}";

    internal static string ItemOf(ContributionAt at) => $"Punkt {at.Item.Number}: {NoticeTitle.Of(at.Item.Content)}";

    internal static string RecordFor(string heading) => $"Bidrag fra {heading}";

    internal static string HasSent(string heading, int item) => $"{heading}, har sendt sit bidrag til punkt {item}";

    internal static string HasReplaced(string heading, int item) => $"{heading}, har ændret den tekst til punkt {item}, som I havde rettet";

    internal static string Asked(AskedContributions asked, LocalDate dueOn) => asked.News == 0
        ? "De var allerede bedt om det, så der er ikke sendt noget nyt."
        : $"{DanishFormat.List(asked.Names)}: bedt om bidrag senest {DanishFormat.Date(dueOn)}.";

    internal static string Withdrawn(string heading) => $"{heading}: anmodningen er trukket tilbage, og der er givet besked.";

    internal static string Recorded(string heading) => $"{heading}: teksten er skrevet ind i punktet.";

    internal static string Reminded(RemindedContributors reminded) => (reminded.Reminded, reminded.Missing) switch
    {
        (0, 0) => "Der mangler ingen, så der er ikke sendt noget.",
        (0, _) => "De, der mangler, har fået besked for nylig, så der er ikke sendt noget. De påmindes højst én gang om dagen.",
        (var people, var missing) when people == missing => $"{DanishFormat.Capitalised(DanishFormat.Count(people, "person", "personer"))} er påmindet.",
        (var people, _) => $"{DanishFormat.Capitalised(DanishFormat.Count(people, "person", "personer"))} er påmindet. Resten har fået besked for nylig.",
    };

    /// <summary>»2 af 5 mangler.«</summary>
    internal static string Count(IReadOnlyList<ContributionAt> asked) => (asked.Count(one => one.Contribution.IsMissing), asked.Count) switch
    {
        (_, 0) => "Der er ikke bedt om bidrag til mødet.",
        (0, _) => "Alle har sendt deres bidrag.",
        (var missing, var all) => $"{DanishFormat.Number(missing)} af {DanishFormat.Number(all)} mangler.",
    };

    /// <param name="own">How many of one's own are missing.</param>
    /// <param name="others">How many others owe; null for somebody who is no secretariat.</param>
    internal static string Overview(int own, int? others) => (own, others) switch
    {
        (0, null) => "Der er ikke noget bidrag, du mangler at sende.",
        (0, 0) => "Der mangler ingen bidrag.",
        (0, { } missing) => $"Der mangler {DanishFormat.Count(missing, "bidrag", "bidrag")} fra andre.",
        (var mine, null or 0) => $"Du mangler at sende {DanishFormat.Count(mine, "bidrag", "bidrag")}.",
        (var mine, { } missing) => $"Du mangler at sende {DanishFormat.Count(mine, "bidrag", "bidrag")}, og der mangler {DanishFormat.Number(missing)} fra andre.",
    };

    /// <summary>On the question before the agenda is sent: from then on nobody can send any.</summary>
    internal static string MissingBeforeSending(IReadOnlyList<string> headings) =>
        $"Der mangler bidrag fra {DanishFormat.Some(headings, 5)}. Når dagsordenen er sendt ud, kan de ikke sende dem mere.";

    private static string Moment(Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        var day = moment.Date == today ? "i dag" : DanishFormat.ShortDate(moment.Date, today);
        return $"{day} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }
}
