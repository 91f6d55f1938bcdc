using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// Sentences that begin with no command and still say one: "Kan desværre ikke deltage 21/12", "sæt Rekruttering på dagsordenen". What would
/// change something is asked about first, since the words only seem to mean it.
/// </summary>
internal static class SentenceReader
{
    private static readonly string[] NotThere =
    [
        "kan ikke deltage", "kan ikke komme", "springe over", "springer over", "springe moedet over", "springer moedet over", "dropper moedet", "er forhindrede", "er optaget", "er paa orlov", "paa orlov", "paa ferie", "paa kursus", "paa barsel", "ferie i uge", "ferie uge", "ferie fra", "ferie i januar", "ferie i december", "holder ferie", "har ferie",
        "kan ikke paa", "kan ikke den", "kan ikke d", "kan ikke i", "kan ikke foer", "maa melde mig syg", "melder mig syg", "kommer desvaerre ikke", "kommer ikke", "er vaek", "er ude at rejse", "kan ikke vaere med", "kan ikke moede", "kan ikke naa", "deltager ikke", "moeder ikke",
        "er forhindret", "bliver vaek", "maa blive vaek", "bliver hjemme", "er ikke med", "har meldt afbud", "melder fra", "melde fra", "meld fra",
        "aflyse min deltagelse", "aflyser min deltagelse", "afmelde mig", "afmelder mig", "afmeld mig", "framelde mig", "framelder mig", "frameld mig", "melder afbud", "kommer alligevel ikke", "kan alligevel ikke",
        "deltager alligevel ikke", "kommer ikke alligevel", "hun ikke kan", "han ikke kan", "jeg ikke kan", "de ikke kan", "hun ikke kommer", "han ikke kommer", "jeg ikke kommer", "ikke kan komme", "ikke kan deltage",
        "ikke kan vaere med", "ikke deltager", "ikke har mulighed for at", "har ikke mulighed for at", "har ikke tid", "vaere vaek", "faar ikke tid", "ikke til stede", "ikke tilstede", "passer mig ikke", "passer ikke",
        "meld mig fra", "vaere fravaerende", "er fravaerende", "udebliver", "maa blive hjemme", "naar ikke", "jeg ikke naar", "kan heller ikke", "melder pas", "melde pas", "meld pas", "melder mig fra", "melde mig fra", "kan ikke til", "kan hverken", "naar det ikke", "er paa ferie", "er paa kursus", "er paa barsel", "er bortrejst", "er syg", "er blevet syg", "er sygemeldt", "ligger syg", "har influenza", "har feber",
        "i stedet for mig", "sender min stedfortraeder", "min stedfortraeder kommer", "min stedfortraeder deltager",
    ];

    private static readonly string[] ThereAfterAll = ["kommer alligevel", "kommer godt alligevel", "kommer gerne alligevel", "deltager gerne alligevel", "kan deltage alligevel", "kan vaere med alligevel", "moeder alligevel", "er alligevel med", "kan alligevel deltage", "kan alligevel komme", "kan alligevel vaere med", "kommer saa alligevel", "deltager alligevel", "er med alligevel", "kan godt alligevel", "kan alligevel godt", "kan komme alligevel"];

    private static readonly string[] WrittenProcedure = ["skriftlig behandling", "i skriftlig procedure"];

    private static readonly string[] OnTheAgenda = ["paa dagsordenen", "paa dagsorden", "som punkt", "som et punkt", "paa som punkt", "paa som et punkt"];

    /// <summary>A substitute who was asked answers on the card; it is no apology of the member's.</summary>
    private static readonly string[] NoStandIn = ["komme i stedet for", "kommer i stedet for", "deltage i stedet for", "som stedfortraeder for", "vaere stedfortraeder"];

    // Said of the adverbs that stand between "kan" and "ikke".
    private static readonly string[] Passing = ["desvaerre", "beklageligvis", "nok", "jo", "heller", "jeg", "vi", "saa", "altsaa", "ligevel", "lige", "hermed", "derfor", "saa"];

    /// <summary>Whether a message is signed by the one who sends it.</summary>
    public static bool IsSenders(string signature, ParserContext context) =>
        context.SenderName is not { } self
        || PersonNames.Fit(signature, self) >= NameFit.Parts
        || Word.Split(signature) is [var first, ..] && PersonNames.Fit(first.Text.ToString(), self) >= NameFit.Parts;

    /// <summary>A message that somebody else has signed, such as a mail that was copied in: an apology in it is that person's, and asked about.</summary>
    public static Result<ChatCommand>? OfAnother(Courtesy message, ParserContext context)
    {
        var words = Word.Split(message.Text);
        if (!IsApology(words, context))
            return null;
        var read = ApologyReader.Read(message.Text, context, CommandCatalogue.Named("afbud"), isAsked: true);
        return read.TryGet(out var command, out var refusal)
            ? (ChatCommand.Apology)command with { Who = ((ChatCommand.Apology)command).Who ?? message.Signature }
            : refusal;
    }

    /// <summary>"jeg kommer ikke med afbud", "afbud aflyst 14. januar": there is none, so one that stands is asked to be taken back.</summary>
    public static Result<ChatCommand> OfNone(Courtesy message, bool isAnothers, ParserContext context)
    {
        var read = WithdrawalReader.Read(message.Text, context, CommandCatalogue.WithdrawApology, isAsked: true);
        return isAnothers && read.TryGet(out var command, out _) && command is ChatCommand.WithdrawApology { Who: null } withdrawal
            ? withdrawal with { Who = message.Signature }
            : read;
    }

    /// <summary>Null when it says nothing that the bot knows.</summary>
    public static Result<ChatCommand>? Read(string text, ParserContext context)
    {
        var words = Word.Split(text);
        if (Lateness.Says(words))
            return new ChatCommand.NotHere(NotHereKind.ComeLate);
        if (Says(words, NoStandIn) && words.Exists(word => word.Folded is "ikke" or "forhindret"))
            return new ChatCommand.NotHere(NotHereKind.AnswerAsSubstitute);
        if (Item(text, words) is { } title)
            return ItemReader.Read(title, context, CommandCatalogue.Named("tilføj punkt"));
        if (DeadlineReaders.Reminder(words, text, context) is { } reminder)
            return reminder;
        if (QuestionReader.Read(words, text, context) is { } question)
            return question;
        if (words is [{ Folded: "punkt" or "pkt" }, ..] && DecisionReader.Number(words, 1) is { } number)
            return new ChatCommand.Decide(number, null); // "punkt 3 blev godkendt": what is to stand there is written in the form.
        if (Says(words, WrittenProcedure))
            return new ChatCommand.OpenWrittenProcedure(null, QuestionReader.Arguments(text, context, CommandCatalogue.Named("skriftlig behandling")).Forum);
        if (Says(words, ThereAfterAll) && !Says(words, ["ikke"]))
            return WithdrawalReader.Read(text, context, CommandCatalogue.Named("fortryd afbud"), isAsked: true);
        if (!IsApology(words, context))
            return null;
        return ApologyReader.Read(text, context, CommandCatalogue.Named("afbud"), isAsked: true);
    }

    // "sæt Rekruttering på dagsordenen", "kan vi sætte budget 2027 på som punkt?": what stands between.
    private static string? Item(string text, List<Word> words)
    {
        var verb = words.FindIndex(word => word.Folded is "saet" or "saette" or "put" or "tag" or "tage" or "faa" or "have");
        if (verb < 0 || verb > LeadWords.Max || !words[..verb].TrueForAll(LeadWords.Contains))
            return null;
        for (var at = verb + 2; at < words.Count; at++)
        {
            var phrase = Array.Find(OnTheAgenda, ending => Stands(words, at, ending));
            if (phrase is null)
                continue;
            var behind = at + phrase.Split(' ').Length;
            var tail = behind < words.Count ? text[words[behind].Start..].Trim(CommandMarks.Around) : string.Empty;
            return $"{text[words[verb + 1].Start..words[at - 1].End]} {tail}".Trim();
        }

        return null;
    }

    /// <summary>Somebody stays away; not "jeg har <b>ikke</b> meldt afbud", and not a question.</summary>
    private static bool IsApology(List<Word> words, ParserContext context)
    {
        if (Says(words, NotThere) || MeldFra(words, context) || IsStoodInFor(words, context))
            return true;
        if (words.Zip(words.Skip(1), words.Skip(2)).Any(three => (three.First.Folded, three.Second.Folded) is ("kan", "ikke") && char.IsAsciiDigit(three.Third.Text[0])))
            return true;
        var afbud = words.FindIndex(word => word.Folded is "afbud");
        return afbud >= 0 && !words[..afbud].Exists(word => word.Folded is "ikke" or "hvis" or "hvordan" or "hvem" or "hvornaar" or "naar");
    }

    // "meld Peter Aaby fra til mødet"
    private static bool MeldFra(List<Word> words, ParserContext context)
    {
        var verb = words.FindIndex(word => word.Folded is "meld" or "melde" or "melder");
        return verb >= 0 && PersonReader.Read(words, verb + 1, context.People) is { } read
            && verb + 1 + read.Words < words.Count && words[verb + 1 + read.Words].Folded == "fra";
    }

    // "Christina tager mødet 21/12 for mig"
    private static bool IsStoodInFor(List<Word> words, ParserContext context)
    {
        if (PersonReader.Read(words, 0, context.People) is { } read && SubstituteReader.GoesForMe(words, read.Words))
            return true;

        // "jeg sender Lise Lotte i stedet"
        var verb = words.FindIndex(word => word.Folded is "sender" or "sende");
        return verb >= 0 && PersonReader.Read(words, verb + 1, context.People) is not null && words.Exists(word => word.Folded is "stedet");
    }

    private static bool Says(List<Word> words, string[] phrases)
    {
        var said = string.Join(' ', words.Select(word => word.Folded is "ik" or "ikk" or "itte" ? "ikke" : word.Folded).Where(word => word.Length > 0 && !Passing.Contains(word)));
        return Array.Exists(phrases, phrase => $" {said} ".Contains($" {phrase} ", StringComparison.Ordinal));
    }

    private static bool Stands(List<Word> words, int at, string phrase)
    {
        var parts = phrase.Split(' ');
        return at + parts.Length <= words.Count && parts.Index().All(part => words[at + part.Index].Folded == part.Item);
    }
}
