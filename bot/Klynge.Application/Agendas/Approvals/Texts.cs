using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>What is said of approving an agenda.</summary>
internal static class Texts
{
    internal const string Ask = "Bed om godkendelse";
    internal const string AskAgain = "Bed om godkendelse igen";
    internal const string Open = "Godkend dagsordenen";
    internal const string Heading = "Godkend dagsordenen";
    internal const string WaitForYou = "Dagsordener, der venter på din godkendelse";
    internal const string Reminder = "Dagsordenen venter på din godkendelse";
    internal const string Approve = "Godkend";
    internal const string SendBack = "Send tilbage";
    internal const string SendBackAfterAll = "Send den alligevel tilbage";
    internal const string RemarkLabel = "Hvad skal ændres?";
    internal const string RemarkNeeded = "Skriv, hvad der skal ændres.";
    internal const string NoteLabel = "Bemærkning til dem, der skal godkende (valgfri)";
    internal const string Changes = "Ændret, siden du godkendte den:";
    internal const string ChangesForSecretariat = "Ændret, siden den blev godkendt:";
    internal const string TimeOrPlace = "Mødets tid eller sted er ændret.";
    internal const string Reordered = "Punkterne står i en anden rækkefølge.";
    internal const string IsApproved = "Dagsordenen er godkendt og kan sendes ud.";
    internal const string NotYetApproved = "Dagsordenen mangler stadig godkendelse.";
    internal const string YouApproved = "Du har godkendt dagsordenen. Sekretariatet har fået besked.";
    internal const string YouSentBack = "Du har sendt dagsordenen tilbage. Sekretariatet har fået besked.";
    internal const string ReadOtherwise = "Dagsordenen er ændret, siden du læste den, så den er ikke godkendt endnu. Her er den, som den er nu.";
    internal const string ItIsOut = "Dagsordenen er sendt ud, så der er ikke mere at godkende.";
    internal const string AnswerLabel = "Hvad var svaret?";
    internal const string RecordApproved = "Godkender dagsordenen";
    internal const string RecordSentBack = "Sender den tilbage";
    internal const string RecordRemark = "Bemærkning (skal med, hvis den sendes tilbage)";
    internal const string SaveAnswer = "Gem svaret";

    private const string AskButton = "Tryk »Bed om godkendelse« på dagsordenen.";

    internal static string Note(string note) => $"Fra sekretariatet: {note}";

    internal static string Notice(string forum) => $"{forum} beder dig godkende dagsordenen";

    internal static string ReminderNotice(string forum) => $"Dagsordenen for {forum} venter på din godkendelse";

    internal static string OutBy(LocalDate day) => $"Dagsordenen skal sendes ud senest {DanishFormat.Date(day)}.";

    /// <summary>»formand Ida Holm«</summary>
    internal static string Named(ApprovalLine chair) => $"{chair.Role.Danish()} {chair.Name}";

    /// <summary>How it stands with one chair, for the secretariat and the other chairs.</summary>
    internal static string StateOf(ApprovalLine chair) => chair switch
    {
        { State: ApprovalState.Approved, Approval: { } given } => $"Godkendt af {Named(chair)} {At(given.AnsweredAt)}{Recorded(chair)}{(given.Remark is { } remark ? $": {DanishFormat.Quote(remark)}" : string.Empty)}",
        { State: ApprovalState.Outdated, Approval: { } given } => $"Godkendt af {Named(chair)} {At(given.AnsweredAt)}{Recorded(chair)}, men ændret siden",
        { State: ApprovalState.SentBack, Approval: { } given } => $"Sendt tilbage af {Named(chair)} {At(given.AnsweredAt)}{Recorded(chair)}: {DanishFormat.Quote(given.Remark ?? string.Empty)}",
        { State: ApprovalState.Waiting, Approval: { } asked } => $"Venter på {Named(chair)}, spurgt {At(asked.AskedAt)}",
        _ => $"Mangler godkendelse fra {Named(chair)}",
    };

    /// <summary>On the chair's own card.</summary>
    internal static string Own(ApprovalLine chair) => chair switch
    {
        { State: ApprovalState.Approved, Approval: { } given } => $"Du godkendte dagsordenen {At(given.AnsweredAt)}{Recorded(chair)}.",
        { State: ApprovalState.SentBack, Approval: { } given } => $"Du sendte dagsordenen tilbage {At(given.AnsweredAt)}{Recorded(chair)}: {DanishFormat.Quote(given.Remark ?? string.Empty)}",
        { State: ApprovalState.Outdated, Approval: { } given } => $"Du godkendte dagsordenen {At(given.AnsweredAt)}, men den er ændret siden.",
        _ => "Godkend den, eller send den tilbage med det, der skal ændres.",
    };

    internal static string NoChair(string forum) =>
        $"Reglerne for {forum} kræver, at formandskabet godkender dagsordenen, men der står hverken en formand eller en medformand på medlemslisten. "
        + "Skriv en på listen, eller ret reglen (agendaApproval), og indlæs filen igen.";

    /// <summary>Why the agenda cannot go out, and what to do.</summary>
    internal static string NotApproved(string forum, ApprovalView approval)
    {
        if (approval.Chairs.Count == 0)
            return NoChair(forum);

        var missing = approval.Missing.ToList();
        var sentBack = missing.FindAll(chair => chair.State == ApprovalState.SentBack);
        if (sentBack.Count > 0)
            return $"Dagsordenen kan ikke sendes ud: {string.Join(" ", sentBack.Select(chair => $"{DanishFormat.Capitalised(Named(chair))} har sendt den tilbage: {DanishFormat.Quote(chair.Approval!.Remark ?? string.Empty)}."))} Ret den, og tryk »Bed om godkendelse« igen.";

        var outdated = missing.FindAll(chair => chair.State == ApprovalState.Outdated);
        if (outdated.Count > 0)
            return $"Dagsordenen er ændret, siden {Names(outdated, approval)} godkendte den, så den kan ikke sendes ud endnu. Tryk »Bed om godkendelse« igen.";

        return missing.TrueForAll(chair => chair.State == ApprovalState.Waiting)
            ? $"Dagsordenen venter på godkendelse fra {Names(missing, approval)} og kan ikke sendes ud, før den er godkendt."
            : $"Reglerne for {forum} kræver, at {Names(missing, approval)} godkender dagsordenen, før den sendes ud. {AskButton}";
    }

    /// <summary>Before the button: who will be asked.</summary>
    internal static string WillAsk(ApprovalView approval) => $"Dagsordenen sendes til godkendelse hos {Names([.. approval.Missing], approval)}.";

    internal static string Asked(AskedApproval asked) => asked.Names.Count == 0
        ? "De var allerede spurgt om dagsordenen, som den er nu, så der er ikke sendt noget nyt."
        : $"{DanishFormat.Capitalised(DanishFormat.List(asked.Names))} er bedt om at godkende dagsordenen.";

    internal static string HasApproved(ApprovalLine chair) => $"{DanishFormat.Capitalised(Named(chair))} har godkendt dagsordenen";

    internal static string HasSentBack(ApprovalLine chair) => $"{DanishFormat.Capitalised(Named(chair))} har sendt dagsordenen tilbage";

    internal static string Remark(string remark) => $"Det skal ændres: {remark}";

    internal static string RecordFor(string name) => $"Skriv svaret fra {name} ind";

    internal static string RecordWhy(string name) => $"{name} har ikke Teams og svarer jer på mail eller telefon.";

    internal static string RecordedFor(ApprovalLine chair) => $"Svaret fra {Named(chair)} er skrevet ind.";

    private static string Names(IReadOnlyList<ApprovalLine> chairs, ApprovalView approval) =>
        DanishFormat.List(chairs.Select(Named), approval.Rule == AgendaApprovalRule.Chair ? "eller" : "og");

    private static string Recorded(ApprovalLine chair) => chair.RecordedBy is { } name ? $" (skrevet ind af {name})" : string.Empty;

    /// <summary>»d. 3. december kl. 10.12«</summary>
    private static string At(Instant? at)
    {
        var moment = DanishTime.ToDanish(at ?? default);
        return $"d. {DanishFormat.DayAndMonth(moment.Date)} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }
}
