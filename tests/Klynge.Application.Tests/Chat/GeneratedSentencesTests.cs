using System.Runtime.InteropServices;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// 5,000 sentences (1,000 of them in each run) put together at random out of commands, names, dates, phrases and noise. Whatever the bot makes of one, it changes
/// nothing for a person or a meeting that the sentence does not name; where it names none, nothing but the sender's own seat at the
/// next meeting; else it has asked.
/// </summary>
public sealed class GeneratedSentencesTests
{
    private static readonly (int Sentences, int Seed) Run = Environment.GetEnvironmentVariable("KLYNGE_EVERY_SENTENCE") == "1" ? (5_000, 20261128) : (1_000, 20261128);

    private static readonly string[] Openings =
        ["", "", "", "Hej, ", "Hej @Klynge, ", "Kære sekretariat, ", "@Klynge: ", "God morgen! ", "Hej Signe, ", "Til orientering: "];

    private static readonly string[] Commands =
    [
        "afbud", "afbud", "afbud", "meld afbud", "jeg må melde afbud", "jeg må desværre melde afbud", "vil du melde afbud", "kan desværre ikke deltage",
        "kommer ikke", "fortryd afbud", "kommer alligevel", "slet punkt 3", "send punkt 2", "flyt mødet", "aflys mødet", "beslutning", "hvem kommer",
        "dagsorden", "er forhindret", "har meldt afbud", "tilføj punkt Budget", "afbdu", "møder", "skal jeg melde afbud",
    ];

    private static readonly (string Written, string Person)[] Names =
    [
        ("Mehmet Yildiz", "mehmet-yildiz"), ("Mehmet", "mehmet-yildiz"), ("Gitte", "gitte-holmgaard"), ("G. Holmgaard", "gitte-holmgaard"),
        ("Peter Aaby Thorup", "peter-thorup"), ("peter thorup", "peter-thorup"), ("Lise Lotte Damgaard", "lise-damgaard"), ("Nadia El Sayed", "nadia-el-sayed"),
        ("Torben Aagesen", "torben-aagesen"), ("Søren Lindholt", "soeren-lindholt"), ("Soeren Kjaer Lindholt", "soeren-lindholt"), ("Åse Bjerre Lund", "aase-lund"),
        ("Birgitte Munk (LYNGBÆK)", "birgitte-munk"), ("Farhad", "farhad-rahimi"), ("Bo Friis", ""), ("Ulla Berg", ""), ("Mehmed", "mehmet-yildiz"), ("Gitta", "gitte-holmgaard"),
    ];

    private static readonly string[] BeforeNames = ["for ", "fra ", "på vegne af ", "", "", "og ", "med ", "at ", "om "];

    /// <summary>With the meeting that the words may change: 21 December, 14 January, or none at all.</summary>
    private static readonly (string Written, string Meetings)[] Dates =
    [
        ("21/12", "21/12"), ("den 21. december", "21/12"), ("mandag d. 21. december", "21/12"), ("d. 21/12-2026", "21/12"), ("14. januar", "14/1"), ("14/1", "14/1"),
        ("den 14. januar 2027", "14/1"), ("14/1.", "14/1"), ("den fjortende", "14/1"), ("til januarmødet", "14/1"), ("begge møder", "21/12 14/1"), ("i morgen", ""),
        ("22/12", ""), ("i uge 52", "21/12"), ("21/12 og 14/1", "21/12 14/1"), ("på fredag", ""), ("næste møde", "21/12"), ("3. marts", ""), ("den 14.", "14/1"),
    ];

    private static readonly string[] Reasons =
        ["pga. ferie", "på grund af sygdom", "jeg er på kursus", "ferie", "barns sygdom", "da jeg skal til andet møde", "(syg)", ": syg", "hest og vogn", "se vedhæftede", "???", "🙂"];

    private static readonly (string Written, string Substitute)[] Substitutes =
        [("stedfortræder Christina Bilde", "christina-bilde"), ("Christina kommer i stedet", "christina-bilde"), ("stedfortræder Lone Skaarup", ""), ("suppleant Bo Friis", ""), ("min stedfortræder kommer", "")];

    private static readonly string[] Closings = ["", "", "", ". Mvh Nadia", " Mvh", " tak", ". Hilsen Gitte", "?", ".\nNadia El-Sayed", ". På forhånd tak"];

    private static readonly string[] Senders = ["nadia-el-sayed", "signe-dahl", "henrik-vestermark", "christina-bilde", "kirsten-uhrskov", "mehmet-yildiz"];

    [Fact]
    public async Task Sentence_ChangesNothingForAnybodyItDoesNotName()
    {
        var random = new Random(Run.Seed);
        await using var chat = await SampleChat.CreateAsync();
        var contexts = new Dictionary<string, ParserContext>(StringComparer.Ordinal);
        foreach (var sender in Senders)
            contexts[sender] = await chat.ReadingContextAsync(sender);

        // The same command by the same person has the same effect, so each is carried out once; why is no part of that.
        var byEffect = Enumerable.Range(0, Run.Sentences).Select(_ => Make(random))
            .Select(sentence => (Sentence: sentence, Command: CommandParser.Parse(sentence.Text, contexts[sentence.Sender])))
            .Where(read => read.Command.IsSuccess)
            .GroupBy(read => (read.Sentence.Sender, Command: WithoutReason(read.Command.Value)));
        var (untouched, wrong, acted) = (await chat.EverythingAsync(), new List<string>(), 0);
        foreach (var group in byEffect)
        {
            await chat.RunAsync(group.Key.Sender, group.Key.Command);
            var apologies = await chat.ApologiesAsync();
            acted += apologies.Count > 0 ? group.Count() : 0;
            wrong.AddRange(group
                .Where(read => apologies.Any(apology => !read.Sentence.Allows(apology)))
                .Select(read => $"{read.Sentence.Sender}: {read.Sentence.Text} → {string.Join("; ", apologies)}"));
            if (apologies.Count > 0)
                await chat.ForgetApologiesAsync();
        }

        Assert.Equal(untouched, await chat.EverythingAsync());
        TestContext.Current.TestOutputHelper!.WriteLine($"{Run.Sentences} sentences, {acted} acted on, {wrong.Count} for somebody or something they do not name.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {acted}\n{string.Join('\n', wrong.Take(40))}");
        Assert.InRange(acted, Run.Sentences / 20, Run.Sentences);
    }

    private static ChatCommand WithoutReason(ChatCommand command) => command is ChatCommand.Apology apology ? apology with { Reason = null } : command;

    // A third are as plain as the bot's own examples, so that every run has acts to look at, whatever its seed.
    private static Sentence Make(Random random) => random.Next(3) == 0 ? MakePlain(random) : MakeMixed(random);

    private static Sentence MakePlain(Random random)
    {
        var (sender, command) = (Pick(random, Senders), Pick(random, new[] { "afbud", "meld afbud", "jeg må melde afbud", "jeg må desværre melde afbud" }));
        var named = random.Next(2) == 0 ? Pick(random, Names) : ((string Written, string Person)?)null;
        var dated = random.Next(2) == 0 ? Pick(random, Dates) : ((string Written, string Meetings)?)null;
        var text = command + (named is { } name ? $" for {name.Written}" : "") + (dated is { } date ? $" {date.Written}" : "")
            + Pick(random, new[] { "", "", " pga. ferie", ", på grund af sygdom" });
        return new Sentence(
            sender, Pick(random, Openings) + text + Pick(random, new[] { "", " tak", ". Mvh" }), named is { } one ? [one.Person] : [], dated is { } days ? [.. days.Meetings.Split(' ')] : [], [], dated is not null);
    }

    private static Sentence MakeMixed(Random random)
    {
        var sender = Pick(random, Senders);
        var parts = new List<string>();
        var (people, meetings, substitutes, hasDate) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), false);
        if (random.Next(2) > 0)
        {
            for (var count = random.Next(4) == 0 ? 2 : 1; count > 0; count--)
            {
                var (written, person) = Pick(random, Names);
                parts.Add(Pick(random, BeforeNames) + written);
                people.Add(person);
            }
        }

        if (random.Next(2) > 0)
        {
            var (written, days) = Pick(random, Dates);
            parts.Add(written);
            hasDate = true;
            meetings.UnionWith(days.Split(' '));
        }

        if (random.Next(3) == 0)
            parts.Add(Pick(random, Reasons));

        if (random.Next(6) == 0)
        {
            var (written, person) = Pick(random, Substitutes);
            parts.Add(written);
            substitutes.Add(person);
        }

        random.Shuffle(CollectionsMarshal.AsSpan(parts));
        if (random.Next(8) == 0 && parts.Count > 0)
            parts.Insert(random.Next(parts.Count), Pick(random, Reasons));

        var closing = Pick(random, Closings);
        if (closing.Contains("Gitte", StringComparison.Ordinal))
            people.Add("gitte-holmgaard");

        if (closing.Contains("Nadia", StringComparison.Ordinal))
            people.Add("nadia-el-sayed");

        var glue = Pick(random, new[] { " ", " ", ", ", " - " });
        parts.Insert(random.Next(5) == 0 ? random.Next(parts.Count + 1) : 0, Pick(random, Commands));
        return new Sentence(sender, Pick(random, Openings) + string.Join(glue, parts) + closing, people, meetings, substitutes, hasDate);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private sealed record Sentence(
        string Sender, string Text, HashSet<string> People, HashSet<string> Meetings, HashSet<string> Substitutes, bool HasDate)
    {
        /// <param name="apology">»chefforum 21/12 gitte-holmgaard Christina Bilde (syg)«</param>
        internal bool Allows(string apology)
        {
            var words = apology.Split(' ');
            var (day, person) = (words[1], words[2]);
            var ownOnly = People.Count == 0 || (People.Count == 1 && People.Contains(Sender));
            var isMeant = ownOnly ? person == Sender : People.Contains(person);
            var isMeeting = HasDate ? Meetings.Contains(day) : day == "21/12";
            var isSubstitute = !apology.Contains("Christina Bilde", StringComparison.Ordinal) || Text.Contains("Christina", StringComparison.Ordinal)
                || Text.Contains("min stedfortræder", StringComparison.OrdinalIgnoreCase);
            return isMeant && isMeeting && isSubstitute && !apology.Contains("Bo Friis", StringComparison.Ordinal) && (person == "mehmet-yildiz" || !apology.Contains("Lone", StringComparison.Ordinal));
        }
    }
}
