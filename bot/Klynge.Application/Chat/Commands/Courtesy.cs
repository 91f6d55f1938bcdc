using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// What people put around a request and that asks for nothing: »Hej @Klynge, … På forhånd tak. Mvh Nadia«.
/// </summary>
/// <param name="Text">The request.</param>
/// <param name="Signature">Who has signed it; null for nobody. A mail that was copied in is signed by somebody else than its sender.</param>
internal readonly record struct Courtesy(string Text, string? Signature)
{
    private const int MaxSignatureWords = 5;

    private static readonly string[][] Greetings = Phrases(
        "god morgen", "god dag", "god formiddag", "god eftermiddag", "god aften", "hej", "hejsa", "hejhej", "hey", "hi", "hello", "hallo",
        "halløj", "goddag", "dav", "davs", "godmorgen", "godaften", "kære", "dear");

    private static readonly string[][] Addressed = Phrases("med dig", "med jer", "alle sammen", "alle", "igen", "sekretariat", "sekretariatet", "bot", "robot");

    private static readonly string[][] Thanks = Phrases(
        "på forhånd mange tak", "på forhånd tak", "tak på forhånd", "mange tak", "tusind tak", "tak for hjælpen", "tak for hjælp", "tak",
        "venligst", "god dag", "god weekend", "thank you", "thanks", "please");

    /// <summary>Said alone; as a part of a sentence they may belong to it.</summary>
    private static readonly string[][] MoreThanks = Phrases(
        "tak for i dag", "tak for nu", "tak for det", "tak for svaret", "mange tak for hjælpen", "tusind tak for hjælpen", "tak skal du have", "tak for alt",
        "mange tak for det", "super", "fint", "perfekt", "godt", "dejligt", "ok", "okay", "fedt", "vi ses", "hav en god dag", "farvel", "hej hej", "god weekend", "skål", "glædelig jul", "godt nytår", "nej tak", "det var alt", "tak det var alt", "det er fint", "alt i orden", "det er i orden");

    private static readonly string[][] AllThanks = [.. Thanks.Concat(MoreThanks).OrderByDescending(phrase => phrase.Length)];

    private static readonly string[][] Bot = Phrases("klynge", "klyngebot", "bot", "robot", "du");

    private static readonly string[][] SignOffs = Phrases(
        "med venlig hilsen", "venlig hilsen", "med de bedste hilsner", "de bedste hilsner", "bedste hilsner", "mange hilsner",
        "kærlig hilsen", "de bedste hilsener", "hilsen", "hilsner", "mvh", "m.v.h", "vh", "v.h", "kh", "bh", "dbh", "kind regards", "best regards", "regards");

    /// <summary>What a message says that is nothing but kind; null for any other.</summary>
    public static Pleasantry? Of(string text, ParserContext context)
    {
        var words = Word.Split(text).FindAll(word => word.Folded.Length > 0 && word.Folded.Any(char.IsLetter) && !IsBot(word, context));
        var (at, said) = (0, (Pleasantry?)null);
        while (at < words.Count)
        {
            var (thanks, greeting) = (LengthAt(words, at, AllThanks), LengthAt(words, at, Greetings));
            var taken = Math.Max(thanks, greeting) is > 0 and var kind ? kind
                : said is null ? 0
                : LengthAt(words, at, [.. Addressed, .. Bot]) is > 0 and var addressed ? addressed
                : PersonReader.Read(words, at, context.People)?.Words ?? 0;
            if (taken == 0)
                return null;
            said = thanks > 0 ? Pleasantry.Thanks : said ?? Pleasantry.Greeting;
            at += taken;
        }

        return said;
    }

    /// <summary>"»Jeg melder afbud« skrev Gitte": what somebody else has written, as a message that they have signed; null for no such thing.</summary>
    public static Courtesy? Quoted(string text, ParserContext context)
    {
        var open = text.IndexOfAny(['»', '“', '"']);
        var close = open < 0 || CommandMarks.Closing(text[open]) is not { } mark ? -1 : text.IndexOf(mark, open + 1);
        if (close < 0)
            return null;
        var around = Word.Split($"{text[..open]} {text[(close + 1)..]}");
        if (!around.Exists(word => word.Folded is "skrev" or "skriver" or "skrevet" or "svarer" or "svarede" or "siger" or "sagde" or "mailer" or "mailede"))
            return null;
        var name = Enumerable.Range(0, around.Count).Where(at => at == 0 || around[at - 1].Folded is not ("til" or "hej")).Select(at => PersonReader.Read(around, at, context.People)).FirstOrDefault(read => read is not null);
        return name is { } found ? WithoutSignature(text[(open + 1)..close], context) with { Signature = found.Written } : null;
    }

    /// <summary>Leaves out the mail that was answered: lines behind "&gt;", and all below "Den 12. november skrev Signe:" or "Fra: …".</summary>
    public static string WithoutAnsweredMail(string text)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, IsOfMail);
        var rest = end > 0 ? string.Join('\n', lines[..end]).TrimEnd() : string.Empty;
        return rest.Length > 0 ? rest : text;
    }

    private static bool IsOfMail(string line)
    {
        var words = Word.Split(line);
        return words is [var first, ..]
            && (first.Text[0] == '>' || line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("___", StringComparison.Ordinal)
                || (first.Text[^1] == ':' && first.Folded is "fra" or "from" or "sendt" or "sent") || (line.TrimEnd().EndsWith(':') && words.Exists(word => word.Folded is "skrev" or "wrote")));
    }

    /// <summary>Takes the greeting and the bot's name off the front. A greeting that is the whole message stays.</summary>
    public static string WithoutGreeting(string text, ParserContext context)
    {
        var words = Word.Split(text);
        var (at, greeted) = (0, false);
        while (at < words.Count)
        {
            var greeting = greeted ? 0 : LengthAt(words, at, Greetings);
            var taken = IsBot(words[at], context) || words[at].Folded.Length == 0 || IsForwarded(words[at]) ? 1 : greeting > 0 ? greeting : greeted ? AddressAt(words, at, context) : 0;
            if (taken == 0)
                break;
            (at, greeted) = (at + taken, greeted || greeting > 0);
        }

        return at < words.Count ? text[words[at].Start..] : greeted ? text : string.Empty;
    }

    /// <summary>Takes thanks and signature off the end.</summary>
    public static Courtesy WithoutSignature(string text, ParserContext context)
    {
        var (rest, signature) = (text, (string?)null);
        for (var words = Word.Split(rest); ; words = Word.Split(rest))
        {
            var end = words.Count;
            while (end > 0 && words[end - 1].Folded.Length == 0)
                end--;
            var (at, name) = SignatureAt(words[..end], context) ?? (end - LengthAtEnd(words, end, Thanks), null);
            if (at == end || at == 0)
                return new Courtesy(rest, signature);
            (rest, signature) = (rest[..words[at - 1].End].TrimEnd(CommandMarks.Trailing), name ?? signature);
        }
    }

    // "VS:", "Re:": the subject of a mail that was sent on.
    private static bool IsForwarded(Word word) => word.Text[^1] == ':' && word.Folded is "vs" or "sv" or "fw" or "fwd" or "re";

    // "Hej Signe, …": a name in address belongs to somebody here, or ends with a comma.
    private static int AddressAt(List<Word> words, int at, ParserContext context)
    {
        if (LengthAt(words, at, Addressed) is > 0 and var addressed)
            return addressed;
        if (!words[at].IsCapitalised || words[at - 1].EndsPhrase || words[at - 1].Text[^1] is '.' or '!')
            return 0;
        return PersonReader.Read(words, at, context.People) is { } read ? read.Words : words[at].Text[^1] is ',' or '!' ? 1 : 0;
    }

    /// <summary>"@Klynge" and "Klynge:"; a bare "Klynge" may begin a sentence about one.</summary>
    private static bool IsBot(Word word, ParserContext context)
    {
        var folded = word.Folded.TrimStart('@');
        return (folded == DanishText.Fold(context.BotName) || folded is "klynge" or "klynge.bot")
            && (word.Text[0] == '@' || word.EndsPhrase || word.Text[^1] is '!' or '.');
    }

    private static (int At, string? Name)? SignatureAt(List<Word> words, ParserContext context)
    {
        for (var at = Math.Max(0, words.Count - MaxSignatureWords - 3); at < words.Count; at++)
        {
            if (LengthAt(words, at, SignOffs) is not (> 0 and var length))
                continue;
            var name = words[(at + length)..].FindAll(word => word.Folded.Length > 0);
            return name.Count <= MaxSignatureWords && name.TrueForAll(IsOfName) ? (at, name.Count == 0 ? null : Joined(name)) : null;
        }

        return OwnNameAt(words, context);
    }

    // A last line that is the sender's own name needs no »Mvh« before it.
    private static (int At, string? Name)? OwnNameAt(List<Word> words, ParserContext context)
    {
        var first = words.FindLastIndex(word => word.Start > 0 && word.Source[..word.Start].TrimEnd(' ').EndsWith('\n'));
        return first > 0 && context.SenderName is { } self && Joined(words[first..]) is var line && PersonNames.Fit(line, self) >= NameFit.Parts
            ? (first, line)
            : null;
    }

    private static bool IsOfName(Word word) => word.IsCapitalised || word.Folded is "de" or "la" or "von" or "van" or "af";

    private static string Joined(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text.Trim(CommandMarks.Around).ToString()));

    private static int LengthAt(List<Word> words, int at, string[][] phrases) =>
        Array.Find(phrases, phrase => Stands(words, at, phrase))?.Length ?? 0;

    private static int LengthAtEnd(List<Word> words, int end, string[][] phrases) =>
        Array.Find(phrases, phrase => phrase.Length <= end && Stands(words[..end], end - phrase.Length, phrase))?.Length ?? 0;

    private static bool Stands(List<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[at + i].Folded != phrase[i])
                return false;
        }

        return true;
    }

    private static string[][] Phrases(params string[] texts) =>
        [.. texts.Select(text => DanishText.Fold(text).Split(' ')).OrderByDescending(phrase => phrase.Length)];
}
