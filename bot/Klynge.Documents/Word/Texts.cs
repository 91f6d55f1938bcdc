using System.Globalization;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Word;

/// <summary>The words that a document of minutes prints, and that reading one of ours looks for.</summary>
internal static class Texts
{
    public const string Minutes = "Referat";
    public const string Agenda = "Dagsorden";
    public const string Contents = "Indhold";
    public const string TableOfContents = "Indholdsfortegnelse";
    public const string PageUnknown = "–";
    public const string Date = "Mødedato";
    public const string Time = "Tidspunkt";
    public const string Place = "Mødested";

    // As documents of earlier versions have them.
    public const string EarlierDate = "Dato";
    public const string EarlierPlace = "Sted";

    public const string Chair = "Mødeleder";
    public const string MinuteTaker = "Referent";
    public const string CaseNumber = "Sagsnr.";
    public const string DocumentNumber = "Dok.nr.";
    public const string Name = "Navn";
    public const string Title = "Titel";
    public const string Organisation = "Organisation";
    public const string Remark = "Bemærkning";
    public const string Apology = "Afbud";
    public const string Substitute = "Stedfortræder: ";
    public const string SubstituteFor = "Stedfortræder for ";
    public const string Party = "Liste ";
    public const string Left = "Gik kl. ";
    public const string OnlyItems = "Til punkt ";
    public const string AbsentFromItems = "Deltog ikke i punkt ";
    public const string RequiredReading = " (forventes læst)";
    public const string Recommendation = "Indstilling";
    public const string Attachments = "Bilag";
    public const string Decision = "Beslutning";
    public const string NoDecision = "Der er ikke noteret nogen beslutning.";
    public const string Case = "Sagsfremstilling";
    public const string Closed = "Lukket punkt";
    public const string ItemCaseNumber = "Sagsnr. ";
    public const string ItemCase = "Sag ";
    public const string MayBeDropped = "Kan udgå";
    public const string Presenter = "v/ ";
    public const string FactSeparator = " · ";
    public const string FactsCaption = "Mødets fakta";
    public const string TableCaption = "Tabel: ";
    public const string PeopleCaption = "Deltagere: ";

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>The forum that is asked: the one whose meeting it is.</summary>
    public static string RecommendationLead(string? forum) => $"Det indstilles, at {forum ?? "forummet"}:";

    public static string ItemLead(int number) => string.Create(CultureInfo.InvariantCulture, $"Punkt {number}: ");

    public static string TitleLine(MinutesDocument document)
    {
        string?[] parts = [Kind(document.Kind).ToUpperInvariant(), document.Forum, document.Date is { } date ? TitleDate(date) : null];
        return string.Join(' ', parts.Where(part => part is not null));
    }

    public static string TitleDate(LocalDate date) => date.ToString("'d.' dd-MM-yyyy", CultureInfo.InvariantCulture);

    public static string Kind(MinutesKind kind) => kind == MinutesKind.Agenda ? Agenda : Minutes;

    /// <summary>The heading over the people of a role; chairs stand among the members.</summary>
    public static string GroupOf(MinutesRole role) => role switch
    {
        MinutesRole.Chair or MinutesRole.CoChair or MinutesRole.DeputyChair or MinutesRole.Member => "Medlemmer",
        MinutesRole.Observer => "Observatører",
        MinutesRole.Administrative => "Administrative deltagere",
        MinutesRole.Secretariat => "Sekretariat",
        MinutesRole.Guest => "Gæster",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The order of the groups on the page.</summary>
    public static int GroupOrder(MinutesRole role) => role is MinutesRole.Chair or MinutesRole.CoChair or MinutesRole.DeputyChair or MinutesRole.Member ? 0 : (int)role;

    public static string? RoleRemark(MinutesRole role) => role switch
    {
        MinutesRole.Chair => "Formand",
        MinutesRole.CoChair => "Medformand",
        MinutesRole.DeputyChair => "Næstformand",
        _ => null,
    };

    public static string LongDate(LocalDate date) => date.ToString("dddd 'd.' d. MMMM yyyy", Danish);

    public static string Span(LocalTime start, LocalTime? end) => end is { } until ? $"kl. {Clock(start)}–{Clock(until)}" : $"kl. {Clock(start)}";

    public static string Until(LocalTime end) => $"til kl. {Clock(end)}";

    public static string Length(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min.");

    public static string Clock(LocalTime time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
