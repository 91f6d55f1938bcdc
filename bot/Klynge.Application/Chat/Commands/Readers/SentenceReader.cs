using Klynge.Application.Chat.Commands.Apologies;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// Sentences that begin with no command and still say one: "Kan desværre ikke deltage 21/12", "sæt Rekruttering på dagsordenen". What would
/// change something is asked about first, since the words only seem to mean it.
/// </summary>
internal static class SentenceReader
{
    private static readonly string[] NotThere =
    [
        "kan ikke deltage", "kan ikke komme", "springe over", "springer over", "springe moedet over", "springer moedet over", "dropper moedet", "er forhindrede", "er optaget", "er paa orlov", "paa orlov", "paa ferie", "paa kursus", "paa barsel", "ferie i uge", "ferie uge", "ferie fra", "ferie i januar", "ferie i december", "holder ferie", "har ferie",
        "kan ikke paa", "kan ikke den", "kan ikke d", "kan ikke i", "kan ikke foer", "maa melde mig syg", "melder mig syg", "kommer desvaerre ikke", "kommer ikke", "er vaek", "er ude at rejse", "kan ikke vaere med", "kan ikke vaere der", "kan ikke vaere til stede", "kan ikke moede", "kan ikke naa", "deltager ikke", "moeder ikke",
        "er forhindret", "bliver vaek", "maa blive vaek", "bliver hjemme", "er ikke med", "har meldt afbud", "melder fra", "melde fra", "meld fra",
        "aflyse min deltagelse", "aflyser min deltagelse", "afmelde mig", "afmelder mig", "afmeld mig", "framelde mig", "framelder mig", "frameld mig", "melder afbud", "kommer alligevel ikke", "kan alligevel ikke",
        "deltager alligevel ikke", "kommer ikke alligevel", "hun ikke kan", "han ikke kan", "jeg ikke kan", "de ikke kan", "hun ikke kommer", "han ikke kommer", "jeg ikke kommer", "ikke kan komme", "ikke kan deltage",
        "ikke kan vaere med", "ikke deltager", "ikke har mulighed for at", "har ikke mulighed for at", "har ikke tid", "vaere vaek", "faar ikke tid", "ikke til stede", "ikke tilstede", "passer mig ikke", "passer ikke",
        "meld mig fra", "vaere fravaerende", "er fravaerende", "udebliver", "maa blive hjemme", "naar ikke", "jeg ikke naar", "kan heller ikke", "melder pas", "melde pas", "meld pas", "melder mig fra", "melde mig fra", "kan ikke til", "kan hverken", "naar det ikke", "er paa ferie", "er paa kursus", "er paa barsel", "er bortrejst", "er syg", "er blevet syg", "er sygemeldt", "ligger syg", "har influenza", "har feber",
        "uden mig", "uden os", "sender ingen", "goer ikke", "goer det ikke", "can't make", "cannot make", "can't come", "can't attend", "cannot attend", "will not attend", "won't attend", "unable to attend", "not attending", "not coming",
        "i stedet for mig", "sender min stedfortraeder", "min stedfortraeder kommer", "min stedfortraeder deltager",
    ];

    private static readonly string[] ThereAfterAll = ["kommer alligevel", "kommer godt alligevel", "kommer gerne alligevel", "deltager gerne alligevel", "kan deltage alligevel", "kan vaere med alligevel", "moeder alligevel", "er alligevel med", "kan alligevel deltage", "kan alligevel komme", "kan alligevel vaere med", "kommer saa alligevel", "deltager alligevel", "er med alligevel", "kan godt alligevel", "kan alligevel godt", "kan komme alligevel"];

    private static readonly string[] WrittenProcedure = ["skriftlig behandling", "i skriftlig procedure"];

    private static readonly string[] OnTheAgenda = ["paa dagsordenen", "paa dagsorden", "som punkt", "som et punkt", "paa som punkt", "paa som et punkt"];

    /// <summary>A substitute who was asked answers on the card; it is no apology of the member's.</summary>
    private static readonly string[] NoFakeGraph = ["traede til for", "tage den for", "tage moedet for", "vikariere for", "daekke for", "moede for", "komme for", "deltage for", "komme i stedet for", "kommer i stedet for", "deltage i stedet for", "som stedfortraeder for", "vaere stedfortraeder"];

    // Said of the adverbs that stand between "kan" and "ikke".
    private static readonly string[] Passing = ["desvaerre", "beklageligvis", "nok", "jo", "heller", "jeg", "vi", "saa", "altsaa", "ligevel", "lige", "hermed", "derfor", "saa"];

    private static readonly string[] Acts = ["slet", "fjern", "send", "udsend", "tilfoej", "flyt", "ryk", "aflys", "opret", "indkald", "planlaeg", "book", "skriv", "gem", "saet", "inviter", "luk", "udsaet", "godkend", "ret"];
    private static readonly string[] Done = ["slettes", "fjernes", "sendes", "udsendes", "tilfoejes", "aflyses", "oprettes", "inviteres", "indkaldes", "lukkes", "godkendes", "rettes", "behandles", "droeftes"];

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
        return ApologyOf(message.Text, message.Signature, context);
    }

    /// <param name="signature">Whose apology it is where the words name nobody.</param>
    public static Result<ChatCommand> ApologyOf(string text, string? signature, ParserContext context)
    {
        var read = ApologyReader.Read(text, context, CommandCatalogue.Apology, isAsked: true);
        return read.TryGet(out var command, out var refusal)
            ? (ChatCommand.Apology)command with { Who = ((ChatCommand.Apology)command).Who ?? signature }
            : refusal;
    }

    /// <summary>"hvis toget er aflyst, melder jeg afbud": nobody has sent one.</summary>
    public static bool IsOnCondition(List<Word> words) => !words[^1].Source.TrimEnd().EndsWith('?')
        && words.Exists(word => word.Folded is "hvis" or "medmindre" or "saafremt" or "ifald") && (words.Exists(word => word.Folded == "afbud") || Says(words, NotThere));

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
        if (IsThanks(words))
            return new ChatCommand.Unknown(DanishText.Shorten(DanishText.Clean(text), CommandLimits.MaxName), []) { Said = Pleasantry.Thanks };
        if (IsLeftAsItIs(words))
            return new ChatCommand.NotHere(NotHereKind.LeaveAsItIs);
        if (Says(words, NoFakeGraph) && words.Exists(word => word.Folded is "ikke" or "forhindret"))
            return new ChatCommand.NotHere(NotHereKind.AnswerAsSubstitute);
        if (Item(text, words, context) is { } title)
            return ItemReader.Read(title, context, CommandCatalogue.Named("tilføj punkt"));
        if (DeadlineReaders.Reminder(words, text, context) is { } reminder)
            return reminder;
        if (QuestionReader.Read(words, text, context) is { } question)
            return question;
        if (words is [{ Folded: "punkt" or "pkt" }, ..] && DecisionReader.Number(words, 1) is { } number)
            return OfItem(words, number);
        if (IsMoreOnDeadline(words) || words is [{ Folded: "fristen" or "fristerne" or "deadlinen" }, ..])
            return new ChatCommand.NotHere(NotHereKind.ChangeDeadline);
        if (words.Exists(word => word.Folded is "aflyser" or "aflyse" or "aflyses" or "aflyst") && words.Exists(word => word.Folded is "moedet" or "moede"))
            return new ChatCommand.NotHere(NotHereKind.CancelMeeting);
        if (Says(words, WrittenProcedure))
            return new ChatCommand.OpenWrittenProcedure(null, QuestionReader.Arguments(text, context, CommandCatalogue.Named("skriftlig behandling")).Forum);
        if (Says(words, ThereAfterAll) && !Says(words, ["ikke"]))
            return WithdrawalReader.Read(text, context, CommandCatalogue.Named("fortryd afbud"), isAsked: true);
        if (Says(words, ["er stedfortraeder for", "er suppleant for"]) && !Enumerable.Range(0, words.Count).Any(at => ArgumentReader.IsDate(text[words[at].Start..], context)))
            return new ChatCommand.NotHere(NotHereKind.TellWhoIsWho);
        if (IsApology(words, context))
            return ApologyReader.Read(text, context, CommandCatalogue.Apology, isAsked: true);
        if (AboutAttendance(words, context) is { } kind)
            return new ChatCommand.NotHere(kind);
        return null;
    }

    /// <summary>"Afbud? Nej, jeg kommer skam"</summary>
    public static bool SaysComing(List<Word> words) => words is [{ Folded: "afbud" } first, ..] && first.Text[^1] == '?'
        && words.Exists(word => word.Folded is "kommer" or "deltager") && !words.Exists(word => word.Folded is "ikke" or "ik");

    /// <summary>"Referatet skal ikke sendes ud endnu" begins as a command does.</summary>
    public static bool IsNoOrder(List<Word> words) =>
        words is [{ Folded: "referatet" or "dagsordenen" or "moedet" or "fristen" or "afstemningen" }, { Folded: "skal" or "maa" or "boer" }, { Folded: "ikke" or "ik" }, ..] && IsLeftAsItIs(words);

    private static bool IsThanks(List<Word> words)
    {
        var at = words.FindIndex(word => word.Folded == "tak");
        return at is 0 or 1 && at + 1 < words.Count && words[at + 1].Folded is "for" or "fordi" or "til" && (at == 0 || words[0].Folded is "mange" or "tusind")
            && !Says(words, NotThere) && !words.Exists(word => word.Folded is "melder" or "melde" or "ikke" or "men" or "alligevel");
    }

    /// <summary>"slet ikke punkt 3", "referatet skal ikke sendes ud endnu", "ingen frist endnu": nothing is to be done, and nothing is.</summary>
    private static bool IsLeftAsItIs(List<Word> words)
    {
        if (words[^1].Source.TrimEnd().EndsWith('?') || words.Exists(word => word.Folded is "flyttes" or "rykkes" or "udsaettes" or "men"))
            return false;
        if (words is [{ Folded: "ingen" or "intet" }, { Folded: "frist" or "frister" or "punkt" or "punkter" or "moede" or "beslutning" or "referat" }, ..])
            return true;
        var not = words.FindIndex(word => word.Folded is "ikke" or "ik");
        if (not < 1)
            return false;
        return (not <= 2 && Acts.Contains(words[0].Folded))
            || (words[not - 1].Folded is "skal" or "maa" or "boer" && (words.Skip(not).Any(word => Done.Contains(word.Folded)) || words.Skip(not).Any(word => word.Folded is "dagsordenen" or "dagsorden")));
    }

    // "mon ikke fristen den 8. januar kan rykkes?"
    private static bool IsMoreOnDeadline(List<Word> words) => words.Exists(word => word.Folded is "fristen" or "deadlinen")
        && words.Exists(word => word.Folded is "rykkes" or "rykke" or "flyttes" or "flytte" or "forlaenges" or "forlaenge" or "udskydes" or "udskyde" or "udsaettes" or "udsaette" or "aendres" or "aendre" or "skubbes");

    /// <summary>"punkt 3 blev godkendt" opens the form, where it is written; "punkt 3 flyttes til januar" is no decision.</summary>
    private static ChatCommand OfItem(List<Word> words, int number)
    {
        var isSure = !words.Exists(word => word.Folded is "ikke" or "ik" or "hvis");
        return words.Exists(word => word.Folded is "flyttes" or "rykkes" or "skubbes") ? new ChatCommand.NotHere(NotHereKind.MoveItem)
            : words.Exists(word => word.Folded is "udgaar" or "slettes" or "fjernes") || Says(words, ["tages af"])
                ? isSure ? new ChatCommand.RemoveItem(number, null, null) : new ChatCommand.NotHere(NotHereKind.LeaveAsItIs)
            : new ChatCommand.Decide(number, null);
    }

    /// <summary>"Jeg kommer skam", "er der mon afbud?": about who comes, and no more can be told of it.</summary>
    private static NotHereKind? AboutAttendance(List<Word> words, ParserContext context)
    {
        if (words.Exists(word => word.Folded is "afbud" or "afbuddet"))
            return NotHereKind.UnsureAboutApology;
        if (words.Exists(word => word.Folded is "stedfortraeder" or "stedfortraederen" or "suppleant"))
            return NotHereKind.TellWhoIsWho;
        var isSomebody = words.Index().Any(one => one.Item.Folded is "jeg" or "vi" || PersonReader.Read(words, one.Index, context.People) is not null);
        var comes = words.Exists(word => word.Folded is "kommer" or "deltager");
        var can = words.Exists(word => word.Folded is "kan") && Enumerable.Range(0, words.Count).Any(at => ArgumentReader.IsDate(words[at].Source[words[at].Start..], context));
        return !isSomebody || !(comes || can) ? null
            : comes && !words.Exists(word => word.Folded is "ikke" or "ik") ? NotHereKind.SayWhoComes
            : NotHereKind.UnsureAboutApology;
    }

    // "sæt Rekruttering på dagsordenen", "kan vi sætte budget 2027 på som punkt?": what stands between.
    private static string? Item(string text, List<Word> words, ParserContext context)
    {
        var verb = words.FindIndex(word => word.Folded is "saet" or "saette" or "put" or "tag" or "tage" or "faa" or "have");
        if (verb < 0 || verb > LeadWords.Max || !words[..verb].TrueForAll(LeadWords.Contains))
            return null;
        if (About(text, words, verb + 1) is { } about)
            return about;
        for (var at = verb + 2; at < words.Count; at++)
        {
            // "sæt Rekruttering på til januar"
            var phrase = Array.Find(OnTheAgenda, ending => Stands(words, at, ending))
                ?? (Stands(words, at, "paa til") && ArgumentReader.IsDate(text[words[at + 1].Start..], context) ? "paa" : null);
            if (phrase is null)
                continue;
            var behind = at + phrase.Split(' ').Length;
            var tail = behind < words.Count ? text[words[behind].Start..].Trim(CommandMarks.Around) : string.Empty;
            return $"{text[words[verb + 1].Start..words[at - 1].End]} {Destination(tail, context)}".Trim();
        }

        return null;
    }

    // "på dagsordenen for 14. januar", "… til januar": a day behind those words is the meeting's.
    private static string Destination(string tail, ParserContext context)
    {
        var day = Word.Split(tail) is [{ Folded: "for" or "til" or "i" or "paa" }, var first, ..] ? tail[first.Start..] : tail;
        return new ArgumentReader(day, context, CommandCatalogue.Named("tilføj punkt")).TakeAll() is { AtEnd: true, NamesDay: true, Forum: null, SaysMeeting: false } ? $"til mødet {day}" : tail;
    }

    // "jeg vil gerne have et punkt på dagsordenen om vagtplaner"
    private static string? About(string text, List<Word> words, int at)
    {
        var noun = at < words.Count && words[at].Folded is "et" or "nyt" ? at + 1 : at;
        if (noun >= words.Count || words[noun].Folded is not ("punkt" or "dagsordenspunkt"))
            return null;
        var about = noun + 1;
        while (about < words.Count && words[about].Folded is "paa" or "med" or "ind" or "dagsordenen" or "dagsorden")
            about++;
        return about + 1 < words.Count && words[about].Folded is "om" or "vedr" or "vedroerende" or "angaaende" ? text[words[about + 1].Start..].Trim(CommandMarks.Around) : null;
    }

    /// <summary>Somebody stays away; not "jeg har <b>ikke</b> meldt afbud", and not a question.</summary>
    private static bool IsApology(List<Word> words, ParserContext context)
    {
        // "selv om flere har meldt afbud"
        if (words.Exists(word => word.Folded is "flere" or "mange" or "nogle" or "nogen" or "andre" or "ingen") && Says(words, ["har meldt afbud"]))
            return false;
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

    // "Christina tager mødet 21/12 for mig", "jeg sender Lise Lotte i stedet", "Lone kommer i stedet for Mehmet".
    private static bool IsStoodInFor(List<Word> words, ParserContext context)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Folded == "jeg" && SubstituteReader.GoesFor(words, at + 1, context.People))
                return true;
            if (PersonReader.Read(words, at, context.People) is not { } read)
                continue;
            if (SubstituteReader.GoesForMe(words, at + read.Words) || SubstituteReader.GoesFor(words, at + read.Words, context.People)
                || (at > 0 && words[at - 1].Folded is "sender" or "sende" && words.Exists(word => word.Folded is "stedet")))
            {
                return true;
            }
        }

        return words.Exists(word => word.Folded == "hverken") && words.Exists(word => word.Folded is "kommer" or "deltager" or "kan" or "moeder");
    }

    private static bool Says(List<Word> words, string[] phrases)
    {
        var said = $" {string.Join(' ', words.Select(word => word.Folded is "ik" or "ikk" or "itte" ? "ikke" : word.Folded).Where(word => word.Length > 0 && !Passing.Contains(word)))} ";
        return Array.Exists(phrases, phrase => said.Contains($" {phrase.Replace("jeg ", string.Empty, StringComparison.Ordinal)} ", StringComparison.Ordinal));
    }

    private static bool Stands(List<Word> words, int at, string phrase)
    {
        var parts = phrase.Split(' ');
        return at + parts.Length <= words.Count && parts.Index().All(part => words[at + part.Index].Folded == part.Item);
    }
}
