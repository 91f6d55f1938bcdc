using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// Says which words can be a place: »Teams«, »lokale B2«, »Rådhuset«, »Hotel Koldingfjord«, »Skottenborg 26, Viborg«, and several of them in a
/// row. Nothing else that stands behind the time of a meeting is one, however well it would fit the field: »hver måned«, »uden Mehmet«.
/// </summary>
internal sealed class PlaceReader(IReadOnlyList<Word> words, ParserContext context)
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "i", "paa", "ved", "hos", "via", "over", "in", "at", "on" };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "og", "samt", "and", "" };

    /// <summary>»i <b>det store</b> mødelokale«</summary>
    private static readonly HashSet<string> Describing = new(StringComparer.Ordinal) { "det", "den", "vores", "jeres", "mit", "store", "lille", "nye", "gamle", "saedvanlige", "the" };

    private static readonly string[] Online = ["teams", "zoom", "online", "virtuel", "video", "skype", "hybrid", "telefon", "webex"];

    private static readonly HashSet<string> Rooms = new(StringComparer.Ordinal)
    {
        "lokale", "lokalet", "rum", "rummet", "sal", "salen", "stuen", "kantine", "kantinen", "auditorium", "auditoriet", "vaerelse", "vaerelset", "kontor", "kontoret",
        "etage", "bygning", "foyeren", "aula", "aulaen", "room",
    };

    private static readonly string[] RoomEndings = ["lokale", "lokalet", "lokaler", "moederum", "moederummet", "salen", "kontoret", "kantinen"];

    private static readonly string[] Buildings =
    [
        "hus", "huset", "hotel", "hotellet", "kro", "kroen", "hospital", "hospitalet", "sygehus", "sygehuset", "kommune", "region", "universitet", "universitetet", "center", "centeret", "centret",
        "skole", "skolen", "bibliotek", "biblioteket", "slot", "slottet", "kirke", "kirken", "hallen", "museum", "museet", "gaarden", "campus", "konferencecenter",
    ];

    /// <summary>With a full stop of their own: »3. th.«, »st.«</summary>
    private static readonly HashSet<string> Shortened = new(StringComparer.Ordinal) { "st", "th", "tv", "mf", "kld", "bygn", "lok", "afd", "nr", "etc", "mv", "mm" };

    /// <summary>»Vestergade 12, <b>st.</b>«</summary>
    private static readonly HashSet<string> Floors = new(StringComparer.Ordinal) { "st", "th", "tv", "mf", "kld" };

    private static readonly char[] Ends = [.. CommandMarks.Trailing, '?', '!', '…'];

    private static readonly string[] Streets = ["vej", "vejen", "gade", "gaden", "alle", "plads", "pladsen", "torv", "torvet", "straede", "boulevard", "vaenget", "parken"];

    /// <summary>Behind the last word of the places that stand from that word on; the same word where none does.</summary>
    /// <param name="isSaid">»sted:« stands before it.</param>
    public int Read(int at, bool isSaid)
    {
        var end = One(at, behindAnother: false, isSaid);
        while (end > at && end < words.Count)
        {
            var next = Joining.Contains(words[end].Folded) ? end + 1 : end;
            var more = One(next, behindAnother: true, isSaid: false);
            if (more == next)
                break;
            end = more;
        }

        return end;
    }

    /// <summary>
    /// Without what ends the sentence that the place stands in: »lokale B2.«, »Rådhuset!«; »Nørregade 3, st.« and »m.v.« end with a full stop of
    /// their own. Quotation marks around all of it go, too.
    /// </summary>
    public static string Tidy(string place)
    {
        var text = place.Trim().TrimEnd(Ends);
        while (text.EndsWith('.') && text[(text.LastIndexOf(' ') + 1)..^1] is var last && !last.Contains('.', StringComparison.Ordinal) && !Shortened.Contains(DanishText.Fold(last)))
            text = text[..^1].TrimEnd(Ends);
        return QuotedTitle.Read(text) is { Tail.Length: 0 } quoted ? Tidy(quoted.Title) : text;
    }

    /// <summary>Whether the word only says that a place follows: »<b>på</b> Rådhuset«. »hos Gitte« is whole with it.</summary>
    public static bool IsBefore(Word word) => Before.Contains(word.Folded);

    private int One(int at, bool behindAnother, bool isSaid)
    {
        var start = at;
        while (start < words.Count && Before.Contains(words[start].Folded))
            start++;
        isSaid |= start > at;
        var noun = start;
        while (noun < words.Count && Describing.Contains(words[noun].Folded))
            noun++;
        if (noun == words.Count)
            return at;
        if (words[noun].Text.Contains("://", StringComparison.Ordinal) || IsOnline(words[noun].Folded))
            return noun + 1;
        if (behindAnother && Floors.Contains(words[noun].Folded))
            return noun + 1;
        if (IsRoom(words[noun].Folded))
            return Numbered(noun + 1);
        if (IsNumber(words[noun]) && noun + 1 < words.Count && (IsRoom(words[noun + 1].Folded) || (behindAnother && IsName(noun + 1, mayBeAPerson: true))))
            return IsRoom(words[noun + 1].Folded) ? noun + 2 : Run(noun + 1, mayBeAPerson: true);
        return Named(at, noun, isSaid || (behindAnother && noun > 0 && words[noun - 1].EndsPhrase), words[Math.Max(at, start - 1)].Folded == "hos");
    }

    /// <summary>»Rådhuset«, »Hotel Koldingfjord«, »Skottenborg 26«; »Viborg« by itself only where the words say that it is a place.</summary>
    private int Named(int at, int start, bool isSaid, bool mayBeAPerson)
    {
        var end = Run(start, mayBeAPerson);
        if (end == start)
            return IsBuilding(words[start].Folded) ? Numbered(start + 1) : at;
        if (end < words.Count && !words[end - 1].EndsPhrase && IsBuilding(words[end].Folded))
            return Numbered(end + 1);
        var isNumbered = end < words.Count && IsNumber(words[end]);
        var isNamed = Enumerable.Range(start, end - start).Any(i => IsBuilding(words[i].Folded) || Array.Exists(Streets, street => words[i].Folded.EndsWith(street, StringComparison.Ordinal)));
        return isSaid || isNumbered || isNamed ? Numbered(end) : at;
    }

    private int Run(int start, bool mayBeAPerson)
    {
        var end = start;
        while (end < words.Count && IsName(end, mayBeAPerson) && !(end > start && words[end - 1].EndsPhrase))
            end++;
        return end;
    }

    private bool IsName(int at, bool mayBeAPerson) => words[at].IsCapitalised && !DoubtWords.Contains(words[at])
        && !DanishNames.Months.Concat(DanishNames.Weekdays).Contains(words[at].Folded, StringComparer.Ordinal)
        && ForumReader.Read([.. words.Skip(at)], context.Forums).Words == 0 && ForumReader.StrangeAt(words, at, context.Forums) is null
        && (mayBeAPerson || PersonReader.Read(words, at, context.People) is null);

    // »B2«, »4.12«, »3«, »26«
    private int Numbered(int at)
    {
        while (at < words.Count && !words[at - 1].EndsPhrase && (IsNumber(words[at]) || (IsRoom(words[at - 1].Folded) && words[at].Folded.Length > 0 && IsName(at, mayBeAPerson: false))))
            at++;
        return at;
    }

    private static bool IsNumber(Word word) => word.Folded is { Length: > 0 and <= 6 } folded && folded.Any(char.IsAsciiDigit) && (char.IsAsciiDigit(folded[0]) || folded.Length <= 4);

    private static bool IsOnline(string word) => Array.Exists(Online, one => word.StartsWith(one, StringComparison.Ordinal)) || word is "microsoft" or "google" or "ms" or "meet";

    private static bool IsRoom(string word) => Rooms.Contains(word) || Array.Exists(RoomEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsBuilding(string word) => Array.Exists(Buildings, ending => word.Length > 2 && word.EndsWith(ending, StringComparison.Ordinal));
}
