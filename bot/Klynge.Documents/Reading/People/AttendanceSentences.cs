using System.Buffers;
using System.Text.RegularExpressions;
using Klynge.Documents.Reading.Heads;

namespace Klynge.Documents.Reading.People;

/// <summary>
/// Who was away, came, left or took a seat, as minutes tell it in prose: "Der var afbud fra Eva Bang og Bo Friis", "Alle medlemmer var mødt
/// undtagen …", "Som stedfortræder for Eva Bang deltog Ole Lind", "Bo Friis forlod mødet kl. 14.30", "Eva Bang deltog ikke i behandlingen af
/// punkt 6 og 8". A sentence counts only as a whole: a name that cannot be read makes it a question.
/// </summary>
internal static partial class AttendanceSentences
{
    private const int MaxSentenceLength = 400;

    /// <summary>The stems of all words that the patterns know: most paragraphs of a case have none, and are left at a glance.</summary>
    private static readonly SearchValues<string> Stems = SearchValues.Create(
        ["afbud", "forfald", "frav", "forhindre", "deltog", "deltager", "mødt", "møder", "ikke til", "undtagen", "bortset", "på nær", "stedfortræder", "suppleant", "i stedet",
         "forlod", " gik ", "måtte", "inhabil", "afløs", "erstattet", " kom ", "ankom", "syg", "på vegne", " var ikke"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The text may hold such a sentence at all.</summary>
    public static bool MayHold(string text) => text.AsSpan().ContainsAny(Stems);

    public static IEnumerable<string> Split(string text) => text.Length > 4000
        ? []
        : text.Split('\n').SelectMany(line => SentenceEnd().Split(line)).Select(line => line.Trim(' ', '-', '–', '•', '\t')).Where(line => line.Length > 0);

    /// <summary>The sentence speaks of somebody who was not there, left or was replaced, so it must be understood or asked about.</summary>
    public static bool Speaks(string sentence) => sentence.Length <= MaxSentenceLength && Words().IsMatch(sentence);

    /// <summary>What the sentence says; empty where it says nothing of the kind, or not in words that are known.</summary>
    public static IReadOnlyList<AttendanceFact> Read(string sentence)
    {
        if (sentence.Length > MaxSentenceLength || !MayHold(sentence) || !Any().IsMatch(sentence))
            return [];

        var text = sentence.TrimEnd('.', ' ');
        return Substitutes(text) ?? FromItems(text) ?? Leaving(text) ?? Away(text) ?? Present(text) ?? [];
    }

    /// <summary>What stands behind a name in a list: "gik kl. 15", "deltog ikke i behandlingen af punkt: 2".</summary>
    public static AttendanceFact? ReadMark(string name, string mark) =>
        mark.Length > 120 ? null : Read($"{name} {char.ToLowerInvariant(mark[0])}{mark[1..]}") is [{ Kind: AttendanceKind.Left or AttendanceKind.AwayFromItems } fact] ? fact : null;

    private static IReadOnlyList<AttendanceFact>? Substitutes(string text)
    {
        foreach (var pattern in new[] { SubstituteFirst(), InsteadOf(), SubstituteLast(), Replaced() })
        {
            var match = pattern.Match(text);
            if (match.Success && Names(match.Groups["who"].Value) is { Count: > 0 } who && Names(match.Groups["for"].Value) is { } members && members.Count == who.Count)
                return [.. who.Zip(members, (name, member) => new AttendanceFact(AttendanceKind.Substitute, name, member))];
        }

        return null;
    }

    private static IReadOnlyList<AttendanceFact>? FromItems(string text)
    {
        foreach (var pattern in new[] { NotInItem(), PreventedFrom(), Recused() })
        {
            var match = pattern.Match(text);
            if (!match.Success || Names(match.Groups["who"].Value) is not { Count: > 0 } who)
                continue;

            var what = match.Groups["what"].Value;
            var kind = OfMeeting().IsMatch(what) ? AttendanceKind.Away : AttendanceKind.AwayFromItems;
            return All(who, name => new AttendanceFact(kind, name, Items: kind == AttendanceKind.Away ? null : ItemsOf(what)));
        }

        return null;
    }

    private static IReadOnlyList<AttendanceFact>? Leaving(string text)
    {
        var match = Leaves().Match(text);
        if (!match.Success || Names(match.Groups["who"].Value) is not { Count: > 0 } who)
            return null;

        var what = match.Groups["what"].Value;
        var time = ClockTimes.FindSlot(Clock().Replace(what, "kl."))?.Start;
        var items = ItemsOf(what);
        return time is null && items.Count == 0 && !what.Contains("punkt", StringComparison.OrdinalIgnoreCase)
            ? null
            : All(who, name => new AttendanceFact(AttendanceKind.Left, name, Time: time, Items: time is null ? items : null, IsAfter: After().IsMatch(what)));
    }

    private static IReadOnlyList<AttendanceFact>? Away(string text)
    {
        foreach (var pattern in new[] { ApologyOf(), AllBut(), WasAway() })
        {
            var match = pattern.Match(text);
            if (match.Success && Names(match.Groups["who"].Value) is { Count: > 0 } who)
                return All(who, name => new AttendanceFact(AttendanceKind.Away, name));
        }

        return null;
    }

    private static IReadOnlyList<AttendanceFact>? Present(string text)
    {
        var match = Came().Match(text);
        return match.Success && Names(match.Groups["who"].Value) is { Count: > 0 } who ? All(who, name => new AttendanceFact(AttendanceKind.Present, name)) : null;
    }

    private static AttendanceFact[] All(IReadOnlyList<string> names, Func<string, AttendanceFact> fact) => [.. names.Select(fact)];

    private static IReadOnlyList<int> ItemsOf(string what)
    {
        var point = Point().Match(what);
        return point.Success ? ItemNumbers.In(what[point.Index..]) : [];
    }

    /// <summary>"Eva Bang (V), formand Bo Friis og Ole Lind" as three names; null where a piece is no name.</summary>
    private static List<string>? Names(string text)
    {
        var names = new List<string>();
        foreach (var piece in Comma().Split(text))
        {
            var name = Bracket().Replace(piece, "").Trim(' ', '.', ':');
            var title = ParticipantWords.TitleBefore(name);
            name = title.Success ? name[title.Length..].Trim() : name;
            if (ParticipantWords.IsName(name) && name[^1] != '-')
                names.Add(name);
            else if (names.Count == 0 || !(ParticipantWords.IsOrganisation(name) || ParticipantWords.IsTitle(name)) || Any().IsMatch(name))
                return null;
        }

        return names;
    }

    [GeneratedRegex(@"(?<=[\p{Ll}\d)]{2})\.\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(afbud|forfald|frav(ær|æ)|forhindre|deltog ikke|deltager ikke|ikke (til stede|tilstede|mødt|fremmødt)|undtagen|stedfortræder|suppleant|i stedet for|mødte for|forlod mødet|gik (kl|fra|før|efter)|inhabil|habil|afløs)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(afbud|forfald|frav|forhindre|deltog|deltager|mødte|mødt|møder|ikke|undtagen|bortset|på nær|stedfortræder|suppleant|stedet|forlod|gik|måtte|inhabil|afløst|erstattet|kom\b|ankom|syg\b|syge\b|sygemeldt)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Any();

    [GeneratedRegex(@"\s*[,;]\s*(og\s+)?|\s+(og|samt)\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\s*\([^()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\b(punkt(et|erne)?|pkt|dagsordenens punkt|sag(erne)?( nr)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"\bklokken\b|\bkl\b\.?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\s*efter", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"\bmødet\b|\bmødets\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfMeeting();

    // "Som stedfortræder for Jakob Klint deltog Claus Kjær", "Suppleant for Jakob Klint: Claus Kjær"
    [GeneratedRegex(@"^(som\s)?(stedfortræder|suppleant|afløser)e?r?\s+for\s+(?<for>\p{Lu}[^:]{1,100}?)(\s+(deltog|deltager|mødte|møder|var mødt|var|er|indtrådte|var indkaldt|er indkaldt)|\s*:)\s*:?\s*(?<who>\p{Lu}.{1,100})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubstituteFirst();

    // "I stedet for Jakob Klint deltog Claus Kjær", "For Jakob Klint mødte Claus Kjær"
    [GeneratedRegex(@"^((i stedet )?for|på vegne af)\s+(?<for>\p{Lu}.{1,100}?)\s+(deltog|deltager|mødte|møder|var mødt|kom)\s+(?<who>\p{Lu}.{1,100})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InsteadOf();

    // "Claus Kjær mødte for Jakob Klint", "Claus Kjær deltog som suppleant for Jakob Klint"
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,100}?)(,?\s+(deltog|deltager|mødte|møder|kom|var|er|indtrådte))?,?\s+(i stedet for|som (stedfortræder|suppleant|afløser) for|(stedfortræder|suppleant|afløser) for|(?<=(mødte|møder|deltog|deltager)\s+)for|på vegne af)\s+(?<for>\p{Lu}.{1,100})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubstituteLast();

    // "Jakob Klint blev afløst af Claus Kjær"
    [GeneratedRegex(@"^(?<for>\p{Lu}.{1,100}?)\s+(blev|var|er)\s+(afløst|erstattet|repræsenteret)\s+(af|ved)\s+(?<who>\p{Lu}.{1,100})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Replaced();

    // "Eva Bang deltog ikke i behandlingen af punkt 6 og 8", "Eva Bang var ikke til stede under punkt 3"
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,150}?)\s+(deltog|deltager|var|er)\s+ikke\s+(til ?stede\s+)?(i|under|ved|til|på)\s+(?<what>.*(behandling|drøftelse|punkt|pkt|beslutning|afstemning|sagen).*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInItem();

    // "Vivi Altmann var forhindret i at deltage i sagens behandling"
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,150}?)\s+(var|er|blev)\s+(forhindret|forhindrede|fraværende)\s+(i at (deltage|være til stede)\s+)?(i|under|ved|fra|på)\s+(?<what>.*(behandling|drøftelse|punkt|pkt|mødet|sagen).*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PreventedFrom();

    // "Eva Bang var inhabil og deltog ikke i behandlingen": she left the room for the item.
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,150}?)\s+(var|er|blev|erklærede sig|meldte sig|blev erklæret)\s+inhabile?\b(?<what>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recused();

    // "Bo Friis forlod mødet kl. 14.30", "Bo Friis gik kl. 15", "Bo Friis forlod mødet efter behandlingen af punkt 2"
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,150}?)\s+(forlod|forlader|gik|måtte (forlade|gå)|går)(\s+(mødet|fra mødet|fra|lokalet|før tid))*\s+(?<what>(kl|klokken|efter|under|ved|inden|før|fra)\b.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leaves();

    // "Der var afbud fra …", "Fraværende: …", "Følgende havde meldt afbud: …"
    [GeneratedRegex(@"^(der\s+(var|er|blev|har været|er kommet)\s+|følgende\s+(havde|har|var|er)\s+)?((meldt|modtaget|sendt|givet)\s+)?(afbud|forfald|fraværende( med afbud)?|ikke til ?stede|ikke mødt|deltog ikke|forhindre(t|de))(\s+(modtaget|meldt|er|var))*(\s+fra|\s+af)?\s*[:–-]?\s*(?<who>\p{Lu}.{1,300})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ApologyOf();

    // "Alle medlemmer var mødt undtagen …, der havde meldt afbud"
    [GeneratedRegex(@"^alle\b.{0,60}?\b(undtagen|bortset fra|på nær|med undtagelse af)\s*:?\s+(?<who>.{1,300}?)(,?\s+(som|der)\s+(havde|har|var|er|meldte)\b.*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AllBut();

    // "Eva Bang havde meldt afbud", "Eva Bang deltog ikke", "Eva Bang var forhindret"
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,300}?),?\s+((var|er)\s+(fraværende|forhindret|forhindrede|bortrejst|sygemeldt|syg|syge|ikke til ?stede|ikke (frem)?mødt)|(havde|har)\s+(meldt|sendt|givet)\s+(afbud|forfald)|(meldte|sendte)\s+(afbud|forfald)|(deltog|deltager|mødte|var)\s+ikke)(\s+(i|på|til|ved|under)\s+(hele\s+)?mødet)?(\s+(på grund af|pga\.?|grundet)\b.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WasAway();

    // "Tina Maria deltog": the list of participants has her as away.
    [GeneratedRegex(@"^(?<who>\p{Lu}.{1,150}?)\s+(deltog|deltager|var til ?stede|kom|ankom|mødte|mødte op)(\s+(dog|alligevel|virtuelt|online|fysisk|på Teams|via Teams|i mødet|på mødet|i hele mødet|fra kl\b.*|kl\b.*|under punkt.*|fra punkt.*))*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Came();
}
