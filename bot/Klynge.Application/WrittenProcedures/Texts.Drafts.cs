using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Drafts, the preview, what is sent out, and a case that is changed.</summary>
internal static partial class Texts
{
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
    internal const string DraftDiscarded = "Kladden er kasseret. Ingen har set den.";
    internal const string ReasonLabel = "Hvad er ændret, og hvorfor? Det sendes til dem, der får besked";
    internal const string SeeDraft = "Se kladden";
    internal const string NoChat = "Forummet har ingen chat, der er knyttet til mig, så kun de personlige kort er sendt.";

    /// <summary>Stands at the attachment on the ballot and in the protocol.</summary>
    internal const string LinkOnly = "kun link – ikke fastfrosset";

    internal const string FetchLabel = "Uden for forummets bibliotek";

    internal const string NotKnownYet =
        "SharePoint svarer ikke lige nu. Jeg prøver at fastfryse filen, når sagen sendes ud, og sender den ikke, hvis det ikke lykkes.";

    internal const string AmendFreezes = "Bilag i dokumentbiblioteket og i SharePoint fastfryses på ny. Andre links bliver ved med at være links.";

    internal const string PresentationPlaceholder = "En linje, der begynder med # og et mellemrum, er en overskrift";

    internal static string PresentationCut(int length) =>
        $"Punktets tekst er på {DanishFormat.Number(length)} tegn; der er plads til {DanishFormat.Number(CaseText.MaxPresentationLength)}, så slutningen er ikke med her. Forkort teksten, eller læg den i et bilag.";

    internal static string TooManyRecommendations(int count) =>
        $"Der er plads til {CaseText.MaxRecommendations} linjer i indstillingen, men her er {count}. Saml nogle af dem.";

    internal static string RecommendationTooLong(int length) =>
        $"En linje i indstillingen fylder {DanishFormat.Number(length)} tegn; der er plads til {CaseText.MaxRecommendationLength}. Forkort den, eller del den i to.";

    internal static string TooManyAttachments(int count) => $"Der er plads til {CaseText.MaxAttachments} bilag, men her er {count}. Saml nogle af dem.";

    internal static string SendTo(int voters) => $"Send ud til {DanishFormat.Count(voters, "medlem", "medlemmer")}";

    internal static string PreviewQuestion(int voters) =>
        $"Sådan bliver sagen sendt ud. {DanishFormat.Count(voters, "medlem", "medlemmer")} får den i {(voters == 1 ? "sin" : "deres")} personlige chat og bliver bedt om at svare. "
        + $"Derefter kan teksten kun ændres, hvis {(voters == 1 ? "medlemmet" : "alle")} svarer igen.";

    internal static string Sent(int voters) => $"Sagen er sendt ud til {DanishFormat.Count(voters, "medlem", "medlemmer")}.";

    /// <summary>Of many names the first: the card of the case has them all, page by page.</summary>
    private const int MaxNames = 60;

    internal static string Unreachable(IEnumerable<string> names) =>
        $"Kan ikke nås i Teams: {DanishFormat.Some([.. names], MaxNames)}. Ring eller skriv til dem, og registrér svaret på deres vegne.";

    internal static string MailOnly(IEnumerable<string> names) =>
        $"Får kun sagen på mail, fordi kontoen hører til en anden organisation: {DanishFormat.Some([.. names], MaxNames)}. Registrér svaret, når det kommer tilbage.";

    internal static string AmendWarning(int seats, int answered) =>
        $"Retter du i sagen, får {All(seats)} den igen og skal svare på ny."
        + (answered == 0 ? string.Empty : $" {(answered == 1 ? "Det ene" : $"De {answered}")} svar, der er givet, gælder ikke længere, men bliver bevaret i sagen.")
        + " Flytter du kun svarfristen, står svarene ved magt, og kun de, der mangler at svare, får besked.";

    internal static string MoveDeadline(int missing) => missing == 0
        ? "Flyt kun svarfristen"
        : $"Flyt kun svarfristen, og giv {DanishFormat.Count(missing, "person", "personer")} besked";

    internal const string NewDeadline = "Ny svarfrist";

    internal static string DeadlineMoved(Instant from, Instant to) => $"Svarfristen er flyttet fra {DanishFormat.Deadline(from)} til {DanishFormat.Deadline(to)}.";

    internal static string DeadlineMovedByYou(Instant to) =>
        $"Svarfristen er nu {DanishFormat.Deadline(to)}. De svar, der er givet, står ved magt, og de, der mangler at svare, har fået besked.";

    internal const string NothingChanged = "Sagen står, som du har skrevet den, så der er ikke sendt noget nyt ud.";

    internal static string SendAgain(int seats) => $"Send igen til {DanishFormat.Count(seats, "medlem", "medlemmer")}";

    internal static string SentAgain(int seats) => $"Den ændrede sag er sendt ud til {DanishFormat.Count(seats, "medlem", "medlemmer")}, som skal svare igen.";

    internal static string StayLinks(int count) => count == 1
        ? "Et bilag er kun et link, så det bliver ikke fastfrosset og kan ændres, mens der stemmes:"
        : $"{DanishFormat.Number(count)} bilag er kun links, så de bliver ikke fastfrosset og kan ændres, mens der stemmes:";

    internal static string AreLinks(IEnumerable<string> names) => $"{DanishFormat.Capitalised(LinkOnly)}: {DanishFormat.List(names.Select(DanishFormat.Quote))}.";

    /// <summary>The copy's name tells its content apart from later versions of the same document.</summary>
    internal static string FrozenName(string name, string hash) => $"Bilag {name} (låst {hash[..8]})";

    internal static string ClosedFrozenName(string hash) => $"Bilag (låst {hash[..16]})";

    /// <summary>What the secretariat says yes to: which file, and where from.</summary>
    internal static string FetchFrom(string name, string source) => $"Hent {DanishFormat.Quote(name)} fra {source}, og fastfrys den i sagen";
}
