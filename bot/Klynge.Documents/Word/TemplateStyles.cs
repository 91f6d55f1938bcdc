namespace Klynge.Documents.Word;

/// <summary>
/// The names of the styles that our documents are written with. They are the agreement between writing and reading: a document that was written
/// with them, and perhaps corrected in Word since, is read by its styles. Names and not ids, because a Danish Word gives its built-in styles
/// Danish ids when it saves.
/// </summary>
public static class TemplateStyles
{
    public const string Kind = "Dokumenttype";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Item = "heading 1";
    public const string SectionHeading = "heading 2";
    public const string SubHeading = "heading 3";
    public const string ContentsHeading = "TOC Heading";
    public const string Contents = "toc 1";
    public const string Header = "header";
    public const string Footer = "footer";
    public const string Body = "Body Text";
    public const string Bullet = "List Bullet";
    public const string Labelled = "List Continue";
    public const string FactLabel = "Faktaetiket";
    public const string Fact = "Fakta";
    public const string PeopleHeading = "Deltageroverskrift";
    public const string PersonColumn = "Deltagerkolonne";
    public const string Person = "Deltager";
    public const string PreambleHeading = "Indledningsoverskrift";
    public const string Preamble = "Indledning";
    public const string PreambleBullet = "Indledningspunkt";
    public const string ItemFacts = "Punktfakta";
    public const string CaseHeading = "Sagsoverskrift";
    public const string RecommendationHeading = "Indstillingsoverskrift";
    public const string RecommendationLead = "Indstillingsindledning";
    public const string Recommendation = "List Number";
    public const string RecommendationText = "Indstillingstekst";
    public const string AttachmentHeading = "Bilagsoverskrift";
    public const string Attachment = "Bilag";
    public const string DecisionHeading = "Beslutningsoverskrift";
    public const string Decision = "Beslutning";
    public const string NoDecision = "Ingen beslutning";
    public const string DecisionBullet = "Beslutningspunkt";
    public const string FactTable = "Faktatabel";
    public const string PeopleTable = "Deltagertabel";
    public const string TextTable = "Teksttabel";
    public const string TableColumn = "Tabelkolonne";
    public const string TableCell = "Tabelcelle";
    public const string AfterTable = "Tabelafstand";
    public const string Link = "Hyperlink";

    /// <summary>A document that has all of these was written by us.</summary>
    public static readonly string[] Marks = [Kind, ItemFacts, PersonColumn, PreambleHeading, DecisionHeading];

    /// <summary>The id under which a style stands in a document of ours.</summary>
    public static string IdOf(string name) => name switch
    {
        Item => "Heading1",
        SectionHeading => "Heading2",
        SubHeading => "Heading3",
        Contents => "TOC1",
        Header => "Header",
        Footer => "Footer",
        _ => name.Replace(" ", "", StringComparison.Ordinal),
    };
}
