using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading;

/// <summary>What a label that stands alone, or before a colon, opens within an item.</summary>
internal enum LabelKind
{
    None,
    Section,
    Recommendation,
    Attachments,
    Decision,
}

/// <summary>The words by which Danish minutes and agendas label the parts of an item.</summary>
internal static partial class Vocabulary
{
    private const int MaxLabelLength = 120;

    private static readonly FrozenDictionary<string, LabelKind> Labels = Build();

    /// <summary>
    /// Takes a label off the start of a line. <paramref name="rest"/> is what follows it on the same line, empty where the label stands alone;
    /// <paramref name="heading"/> is the label as printed, without its colon.
    /// </summary>
    public static LabelKind Read(string text, out string heading, out string rest)
    {
        var line = WithoutNumber(text);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var cut = (colon, tab) switch
        {
            ( >= 0, >= 0) => Math.Min(colon, tab),
            ( >= 0, _) => colon,
            _ => tab,
        };
        heading = (cut >= 0 ? line[..cut] : line).Trim().TrimEnd(':');
        rest = cut >= 0 ? line[(cut + 1)..].TrimStart(':', ' ', '\t').TrimEnd() : "";
        return heading.Length is 0 or > MaxLabelLength || heading[^1] == '.' || !char.IsUpper(heading[0]) ? LabelKind.None : KindOf(heading, rest);
    }

    /// <summary>A block opens what its words say in every document, or what they say in this one.</summary>
    public static LabelKind Read(Block block, out string heading, out string rest)
    {
        if (block.Opens == LabelKind.None)
            return Read(block.Line, out heading, out rest);

        (heading, rest) = (block.Line.TrimEnd(':'), "");
        return block.Opens;
    }

    /// <summary>"2.1 Indstilling" is the label within item 2.</summary>
    private static string WithoutNumber(string text) => text.Length is > 4 and < 200 && char.IsAsciiDigit(text[0]) ? SubNumber().Replace(text, "") : text;

    public static LabelKind Read(string line) => Read(line, out _, out _);

    /// <summary>The label stands alone on its line.</summary>
    public static bool IsLabel(string line) => Read(line, out _, out var rest) != LabelKind.None && rest.Length == 0;

    private static LabelKind KindOf(string heading, string rest)
    {
        var key = Fold(heading);
        if (Labels.TryGetValue(key, out var kind))
            return kind == LabelKind.Section && rest.Length > 0 && !char.IsUpper(rest[0]) ? LabelKind.None : kind;

        if (DecisionOfForum().IsMatch(key))
            return LabelKind.Decision;

        return RecommendationOfSomeone().IsMatch(key) ? LabelKind.Recommendation : LabelKind.None;
    }

    /// <summary>Lower case, without the punctuation that labels come with or without.</summary>
    public static string Fold(string text) => text.Trim().TrimEnd(':', '.', ';').Replace("é", "e", StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenDictionary<string, LabelKind> Build()
    {
        var labels = new Dictionary<string, LabelKind>(StringComparer.Ordinal);
        Add(LabelKind.Decision, "beslutning|beslutninger|vedtagelse|vedtagelser|vedtaget|besluttet|protokol|mødenotat|konkluderende referat|konklusioner|beslutningsprotokol|referat|konklusion|afgørelse|beslutningen blev|beslutningsreferat|referat og beslutning|beslutning/referat|referat/beslutning|referat af punktet|drøftelse og beslutning|drøftelse/beslutning|udfald");
        Add(LabelKind.Recommendation, "indstilling|indstillinger|indstilles|forslag|det indstilles|forslag til beslutning|beslutningsforslag|anbefaling");
        Add(LabelKind.Attachments, "bilag|bilagsliste|bilagsoversigt|vedlagt|vedlagte bilag|vedhæftet|vedhæftede bilag|vedhæftede filer|medfølgende bilag|bilag til punktet|bilag (forventes læst)|bilag - forventes læst|materiale|læsemateriale");
        Add(LabelKind.Section, "sagsfremstilling|supplerende sagsfremstilling|resume|sammendrag|baggrund|sagens baggrund|sagens gang|sagsforløb|formål|problemstilling|redegørelse|beskrivelse|borgerperspektiv|patientperspektiv|borger-/patientperspektiv|borger- og patientperspektiv|borger-/patientperspektivet|økonomi|økonomiske konsekvenser|økonomiske og personalemæssige konsekvenser|konsekvenser|personalemæssige konsekvenser|lovgrundlag|retsgrundlag|høring|kommunikation|proces|videre proces|den videre proces|tidsplan|vurdering|administrationens vurdering|tidligere behandling|tidligere beslutninger|historik|inddragelse|implementering|opfølgning|sagsbeskrivelse|indhold|drøftelse|orientering|næste skridt|bemærkninger|faglig vurdering|klima og miljø|sundhedsfaglig vurdering|punktets formål|motivation|begrundelse|uddybning|oplæg");
        return labels.ToFrozenDictionary();

        void Add(LabelKind kind, string words)
        {
            foreach (var word in words.Split('|'))
                labels[word] = kind;
        }
    }

    [GeneratedRegex(@"^(beslutning|beslutninger|vedtagelse|afgørelse|behandling|protokol)( (i|fra|af|for|den|d\.|på) |, ).{2,110}[^.,;]$|^(beslutning|beslutninger|vedtagelse|behandling) .{2,80}\b(19|20)\d\d\b.{0,12}$|^[\p{L}-]{3,40}s (beslutning|afgørelse)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecisionOfForum();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.?\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubNumber();

    [GeneratedRegex(@"^[\p{L} -]{3,50}(s|ens) (indstilling|anbefaling)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecommendationOfSomeone();
}
