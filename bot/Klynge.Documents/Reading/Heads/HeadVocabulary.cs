using System.Collections.Frozen;

namespace Klynge.Documents.Reading.Heads;

internal enum HeadField
{
    None,
    Forum,
    Title,
    Time,
    Place,
    TimeAndPlace,
    Chair,
    MinuteTaker,
    CaseNumber,
    DocumentNumber,
    CaseAndDocumentNumber,
    Members,
    Secretariat,
    Administrative,
    Observers,
    Guests,
    Apologies,
    Kind,
}

/// <summary>The words that label the facts and the lists of people ahead of the first item.</summary>
internal static class HeadVocabulary
{
    private const int MaxLabelLength = 40;

    private static readonly FrozenDictionary<string, HeadField> Fields = Build();

    /// <summary>Lists of people run on over several lines; facts end with their line.</summary>
    public static bool IsGroup(HeadField field) => field is >= HeadField.Members and <= HeadField.Apologies;

    public static HeadField FieldOf(string label)
    {
        var key = Vocabulary.Fold(label).TrimEnd(' ', '-', '–');
        return Fields.TryGetValue(key.Length > MaxLabelLength ? "" : key, out var field) ? field : GroupHeading.Of(label);
    }

    /// <summary>
    /// Takes a label off the start of a line: before a colon or a tab, alone on its line, or – in a table whose borders were lost – before a value
    /// that begins with a capital or a digit.
    /// </summary>
    public static HeadField Read(string line, out string value)
    {
        value = "";
        var cut = line.AsSpan().IndexOfAny(':', '\t');
        if (cut > 0 && cut <= MaxLabelLength && FieldOf(line[..cut]) is var field and not HeadField.None)
        {
            value = line[(cut + 1)..].TrimStart(':', ' ', '\t').TrimEnd();
            return field;
        }

        return FieldOf(line) is var alone and not HeadField.None ? alone : BeforeValue(line, out value);
    }

    /// <summary>A line of a page's head that says something of the meeting: a case number, a date, that it is confidential.</summary>
    public static bool IsFact(string line) => line.Length is > 2 and < 200 && Read(line, out var value) is not (HeadField.None or HeadField.Kind or HeadField.Title) && value.Length > 0;

    /// <summary>The line is a label or a title of the head, so it is no item.</summary>
    public static bool IsHeadLine(string line) => Read(line, out _) != HeadField.None || ForumTitle.IsTitle(line);

    private static HeadField BeforeValue(string line, out string value)
    {
        value = "";
        for (var space = line.IndexOf(' ', StringComparison.Ordinal); space is > 0 and <= MaxLabelLength; space = line.IndexOf(' ', space + 1))
        {
            var rest = line[(space + 1)..].TrimStart();
            var field = FieldOf(line[..space]);
            if (rest.Length > 0 && IsPlainLabel(field) && (char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || rest.StartsWith("kl", StringComparison.Ordinal)))
            {
                // "Lokale 12" is the place itself; "Sted Lokale 12" is labelled.
                value = line[..space].Contains("okale", StringComparison.Ordinal) ? line.Trim() : rest.TrimEnd();
                return field;
            }
        }

        return HeadField.None;
    }

    /// <summary>A list of people or the word "Referat" needs its colon: "Sekretariat Nord" may be a name, "Deltagere" a sentence.</summary>
    private static bool IsPlainLabel(HeadField field) => field is not (HeadField.None or HeadField.Kind or HeadField.Title) && !IsGroup(field);

    private static FrozenDictionary<string, HeadField> Build()
    {
        var fields = new Dictionary<string, HeadField>(StringComparer.Ordinal);
        Add(HeadField.Forum, "møde|forum|udvalg|råd|gruppe|mødeforum|mødetype|mødenavn|møde i|udvalget|organ|mødegruppe|mødeudvalg");
        Add(HeadField.Title, "titel|emne|mødetitel");
        Add(HeadField.Time, "tid|tidsrum|tidsramme|dato|mødedato|mødetid|tidspunkt|mødetidspunkt|hvornår|dato og tid|dato og tidspunkt|mødedato og tid|dato/tid|dato/tidspunkt|starttidspunkt|sluttidspunkt|start|slut|møde startet|møde slut|klokken|kl");
        Add(HeadField.Place, "sted|mødested|mødeværelse|lokalitet|lokale|mødelokale|hvor|lokation|adresse");
        Add(HeadField.TimeAndPlace, "tid og sted|tid/sted|dato og sted|tid & sted");
        Add(HeadField.Chair, "mødeleder|mødeledere|ordstyrer|formand|dirigent|mødeledelse|leder af mødet|mødeformand");
        Add(HeadField.MinuteTaker, "referent|referenter|referat ved|referat v/|sekretær|mødesekretær|referatskriver");
        Add(HeadField.CaseNumber, "sagsnr|sagnr|sags nr|sagsnummer|sag nr|sagsid|sags-id|sagsnr|j.nr|journalnr|journalnummer|journal nr|esdh-nr|esdh nr|sag");
        Add(HeadField.DocumentNumber, "dok.nr|dok. nr|doknr|dokumentnr|dokumentnummer|dok.id|dokument-id|dokument nr|dok.nr|brevid");
        Add(HeadField.CaseAndDocumentNumber, "sagsnr./dok.nr|sagsnr/dok.nr|sagsnr./doknr|sags-/dok.nr|sagsnr. / dok.nr|sags- og dokumentnr|sagsnr./dokumentnr|sagsnr. og dok.nr");
        Add(HeadField.Members, "deltagere|deltager|deltog|medlemmer|til stede|tilstede|fremmødte|mødedeltagere|deltagere i mødet|faste deltagere|indkaldte|inviterede|mødte|mødt|mødt var|til stede var|tilstede var|fremmødt|fremmødt var|følgende deltog|i mødet deltog|følgende var til stede|tilstedeværende|medlemmer og deltagere|formandskab|formandskabet|deltagere til mødet");
        Add(HeadField.Secretariat, "sekretariat|sekretariatet|sekretariatsbetjening|deltagere fra sekretariatet|fra sekretariatet|sekretariatsdeltagere");
        Add(HeadField.Administrative, "administrative deltagere|administration|administrationen|fra administrationen|administrativ deltagelse|øvrige administrative deltagere|embedsmænd|fra forvaltningen|forvaltningen");
        Add(HeadField.Observers, "observatører|observatør|tilforordnede|tilforordnet");
        Add(HeadField.Guests, "gæster|gæst|øvrige deltagere|andre deltagere|inviterede gæster|eksterne deltagere|særligt inviterede|oplægsholdere");
        Add(HeadField.Apologies, "afbud|afbud fra|fraværende|ikke til stede|deltog ikke|fraværende med afbud|meldt afbud|ikke fremmødt|ikke mødt|fravær|afbud/fravær|afbud og fravær|følgende har meldt afbud|forfald|ej til stede");
        Add(HeadField.Kind, "referat|dagsorden|mødereferat|beslutningsreferat|dagsordenspunkter|punkter|møde referat|åben dagsorden|åbent referat");
        return fields.ToFrozenDictionary();

        void Add(HeadField field, string words)
        {
            foreach (var word in words.Split('|'))
                fields.TryAdd(word, field);
        }
    }
}
