using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>What is said of attachments.</summary>
internal static class Texts
{
    internal const string Attachments = "Bilag";
    internal const string ClosedAttachment = "Lukket bilag";
    internal const string Required = "forventes læst";
    internal const string NotRequired = "forventes ikke læst";
    internal const string ClosedMark = "lukket";
    internal const string LinkOnly = "kun et link: det, der står der, kan ændre sig";
    internal const string Open = "Åbn";
    internal const string Up = "Op";
    internal const string Down = "Ned";
    internal const string Remove = "Fjern";
    internal const string Undo = "Fortryd";
    internal const string Change = "Ret";
    internal const string SaveMarks = "Gem";
    internal const string ToProposal = "Til forslaget";
    internal const string AddLink = "Tilføj bilag med link";
    internal const string HowToDrop = "Læg en fil i din egen chat med mig, hvis den skal være bilag.";
    internal const string None = "Der er ingen bilag endnu.";
    internal const string BackToItem = "Til punktet";
    internal const string SeeAll = "Se bilagene";
    internal const string NameLabel = "Navn på dagsordenen";
    internal const string LinkLabel = "Link";
    internal const string LinkHint = "https://…";
    internal const string ReadingLabel = "Før mødet";
    internal const string ReadingRequired = "Forventes læst";
    internal const string ReadingNotRequired = "Forventes ikke læst";
    internal const string ReadingNeeded = "Vælg, om bilaget forventes læst.";
    internal const string NameNeeded = "Skriv et navn på højst 200 tegn.";
    internal const string LinkNeeded = "Skriv et link, der begynder med https://";
    internal const string ClosedLabel = "Lukket bilag";
    internal const string ClosedTitle = "Bilaget er lukket: det vises ikke for observatører og gæster og kommer ikke i det offentlige referat";
    internal const string ReplacesLabel = "Er det en ny udgave?";
    internal const string NotReplacing = "Nej, det er et nyt bilag";
    internal const string ChangeLabel = "Hvad er nyt i udgaven? (kan udelades)";
    internal const string ChangeHint = "Bemærkningerne er indarbejdet";
    internal const string Save = "Læg ved punktet";
    internal const string DoNotAttach = "Læg den ikke ved";
    internal const string ItemLabel = "Punkt";
    internal const string ItemNeeded = "Vælg et punkt.";
    internal const string Next = "Videre";
    internal const string OtherMeeting = "Et andet møde";
    internal const string OtherItem = "Et andet punkt";
    internal const string MoreItems = "Flere punkter";
    internal const string EarlierItems = "Tidligere punkter";
    internal const string Dropped = "Filen er ikke lagt ved noget punkt.";
    internal const string OutOfReach = "Teams udleverer den ikke lige nu.";
    internal const string OnlyInPersonalChat = "Jeg kan ikke hente filer her. Læg filen i din egen chat med mig, så spørger jeg, hvilket punkt den hører til. Står den i SharePoint, kan du lægge den ved med et link: åbn punktet, og tryk på »Bilag«.";
    internal const string OfMeeting = "Bilag til referatet";
    internal const string OfMeetingMore = "Det, der hører til mødet som helhed og sendes ud med referatet: slides, en undersøgelse, et notat.";
    internal const string NoFile = "Jeg kan ikke hente filen. Læg den i chatten igen.";

    internal static string TooMany(int left) => $"Jeg tager {ReceiveFiles.MaxFiles} filer ad gangen. Læg {DanishFormat.Count(left, "den sidste fil", "de sidste filer")} i chatten bagefter.";

    internal static string NotRead(string text) => $"Du skrev også {DanishFormat.Quote(DanishText.Shorten(text, 100))}. Det har jeg ikke gjort noget ved.";

    internal static string WhichMeeting(string file) => $"Hvilket møde hører {DanishFormat.Quote(file)} til?";

    internal static string WhichItem(string file) => $"Hvilket punkt hører {DanishFormat.Quote(file)} til?";

    internal static string ForItem(AgendaLine line) => line.IsOfMeeting ? OfMeeting : line.Number > 0 ? $"Bilag til punkt {line.Number}" : "Bilag til forslaget";

    internal static string ItemChoice(AgendaLine line) => $"{line.Number}. {DanishText.Shorten(line.Content.Title, 70)}";

    internal static string ProposalChoice(AgendaLine line) => $"Forslag: {DanishText.Shorten(line.Content.Title, 70)}";

    internal static string Marked(string name) => $"{DanishFormat.Quote(name)} er rettet.";

    internal static string ChangeHeading(int number, AgendaAttachment attachment) => $"Ret {AttachmentNames.Label(number, attachment)}";

    internal static string Fetching(string file) => $"Jeg henter {DanishFormat.Quote(file)} …";

    internal static string FetchingFor(AgendaItem item) =>
        $"Den bliver lagt ved {Place(item)}{(item.Status == AgendaItemStatus.OfMeeting ? string.Empty : $", {DanishFormat.Quote(item.Content.Title)}")}, og kortet her siger til.";

    internal static string Kept(string label, AgendaItem item) => $"{label} er lagt ved {Place(item)}";

    internal static string Removed(string name) => $"{DanishFormat.Quote(name)} er fjernet.";

    internal static string Restored(string name) => $"{DanishFormat.Quote(name)} er lagt tilbage.";

    internal static string ReplacesChoice(int number, AgendaAttachment attachment) => $"Ja, af bilag {number}: {DanishText.Shorten(attachment.Name, 70)}";

    internal static string ButtonOfMeeting(int count) => count == 0 ? OfMeeting : $"{OfMeeting} ({count})";

    internal static string Button(int count) => count == 0 ? Attachments : $"{Attachments} ({count})";

    internal static string Version(int version) => $"Udgave {version}";

    /// <summary>»ny udgave 3. feb.: bemærkningerne er indarbejdet«</summary>
    internal static string NewVersion(AgendaAttachment attachment)
    {
        var when = attachment.AddedAt is { } at ? $" {DanishFormat.ShortDate(DanishTime.ToDanish(at).Date)}" : string.Empty;
        return $"ny udgave{when}{(attachment.Change is { } change ? $": {change.TrimEnd('.')}" : string.Empty)}";
    }

    internal static string Size(long bytes) => bytes >= 1_000_000 ? $"{DanishFormat.Number(bytes / 1_000_000m, 1)} MB" : $"{DanishFormat.Number(Math.Max(1, bytes / 1_000))} kB";

    /// <summary>In the library: tells it from every other file of that name.</summary>
    internal static string FileName(string name, AttachmentId id) => $"Bilag {name} ({id.Value.ToString("N")[^12..]})";

    /// <summary>The name of a closed one says nothing.</summary>
    internal static string ClosedFileName(AttachmentId id) => $"Bilag ({id.Value.ToString("N")[^12..]})";

    private static string Place(AgendaItem item) => item.Status == AgendaItemStatus.OfMeeting ? "referatet" : item.Number > 0 ? $"punkt {item.Number}" : "forslaget";
}
