using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// Questions that something the bot can show answers: "hvilke frister har vi?", "er Mehmet med på mødet?". Nothing is changed by an answer,
/// so the words around the one that counts need not all be understood.
/// </summary>
internal static class QuestionReader
{
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "hvad", "hva", "hvd", "hvorfor", "hvilke", "hvilken", "hvilket", "hvornaar", "hvor", "hvem", "er", "har", "kommer", "deltager", "what", "when", "which", "who",
    };

    /// <summary>"send mig lige dagsordenen", "kan man få referatet fra oktober": asks to see something.</summary>
    private static readonly string[] Openings =
    [
        "send mig", "send os", "giv mig", "kan man", "kan jeg", "kan vi", "kan du", "maa jeg", "jeg vil", "jeg mangler", "jeg leder", "jeg soeger", "jeg skal", "lad mig", "find lige", "ligger der", "vil du",
        "er der", "har du", "har vi", "mangler jeg", "vi mangler",
    ];

    public static Result<ChatCommand>? Read(List<Word> words, string text, ParserContext context)
    {
        // "Nu har jeg meldt afbud tre gange, virker det?"
        if (text.TrimEnd().EndsWith('?') && words.Zip(words.Skip(1), words.Skip(2)).Any(three => (three.First.Folded, three.Second.Folded, three.Third.Folded) is ("har", "jeg", "meldt") or ("jeg", "har", "meldt")))
            return Show("hvem kommer", Arguments(text, context, CommandCatalogue.Named("hvem kommer")));
        if (words.Count < 2 || !(Asking.Contains(words[0].Folded) || IsOpened(words)))
            return null;
        if (Decided(words, text) is { } about)
            return new ChatCommand.Search(about);

        // "kommer ikke til mødet før jul" asks for nothing.
        var isStatement = words[0].Folded is "kommer" or "deltager" or "er" or "har" && !text.Contains('?', StringComparison.Ordinal);
        if (isStatement && words.Exists(word => word.Folded is "ikke" or "ik"))
            return null;
        var who = words[0].Folded is "er" or "kommer" or "deltager" or "har" && PersonReader.Read(words, 1, context.People) is not null;
        var isAskedAbout = who && (text.Contains('?', StringComparison.Ordinal) || words.Exists(word => word.Folded is "med" or "tilmeldt"));
        if (who && !isAskedAbout)
            return null;
        if (words[0].Folded == "hvem" && words.Exists(word => word.Folded is "svaret" or "stemt" or "stemme" or "svare"))
            return new ChatCommand.NotHere(NotHereKind.TellWhoAnswered);
        var kind = isAskedAbout ? "hvem kommer" : NounOf(words);
        if (kind is null)
            return null;
        var shown = Show(kind, Arguments(text, context, CommandCatalogue.Named(kind)));
        return shown.TryGet(out var command, out _) && command is ChatCommand.ShowDeadlines deadlines && words.Exists(word => word.Folded is "jeg" or "mine")
            ? deadlines with { AreOwn = true }
            : shown;
    }

    /// <summary>"hvad blev besluttet om sårteamet?": what to look for.</summary>
    private static string? Decided(List<Word> words, string text)
    {
        var decided = words.FindIndex(word => word.Folded is "besluttet" or "beslutningen" or "aftalt" or "vedtaget" or "aftalen");
        var about = decided < 0 ? -1 : words.FindIndex(decided, word => word.Folded is "om" or "vedr" or "vedroerende" or "ift" or "angaaende");
        return words[0].Folded.StartsWith("hv", StringComparison.Ordinal) && about >= 0 && about + 1 < words.Count
            ? Klynge.Domain.Calendar.DanishText.Shorten(text[words[about + 1].Start..].Trim(CommandMarks.Around), CommandLimits.MaxSearch)
            : null;
    }

    // What would change or send something on is no wish to see it.
    private static bool IsOpened(List<Word> words) =>
        (Openings.Contains($"{words[0].Folded} {words[1].Folded}") || (words[0].Folded is "send" or "giv" && words.Exists(word => word.Folded is "mig" or "os")))
        && (words.Exists(word => word.Folded is "mig" or "os") || !words.Exists(word => word.Folded is "sende"))
        && !words.Exists(word => word.Folded is "ikke" or "afbud" or "udsende" or "rette" or "aendre" or "flytte" or "slette" or "paa" or "godkende" or "tilfoeje" or "oprette");

    /// <summary>The forum and the date that a text names somewhere.</summary>
    public static ArgumentReader Arguments(string text, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(text, context, command);
        while (arguments is { AtEnd: false, Refusal: null })
        {
            if (!arguments.TakeForum() && !arguments.TakeDate(MeetingTense.Any))
                arguments.Skip(1);
        }

        arguments.RefuseStrangeForum();
        return arguments;
    }

    // The first that stands there counts: "hvem mangler at stemme om dagsordenen".
    private static string? NounOf(List<Word> words)
    {
        var first = words[0].Folded;
        foreach (var word in words.Skip(1))
        {
            switch (word.Folded)
            {
                case "frister" or "fristerne" or "deadlines" or "frist" or "fristen" or "deadline" or "deadlinen":
                    return "frister";
                case "dagsorden" or "dagsordenen" or "dagsordnen" or "agenda" or "agendaen" or "program" or "programmet" or "punkter" or "punkterne":
                    return "dagsorden";
                case "punkt" or "punktet" or "pkt" when first is "hvad" or "hva" or "hvd" or "hvem":
                    return "dagsorden";
                case "besluttet" or "beslutning" or "beslutningen" or "beslutninger" or "aftalt" or "vedtaget" when first.StartsWith("hv", StringComparison.Ordinal):
                case "referat" or "referatet" or "referater":
                    return "referat";
                case "stemme" or "stemt" or "sager" or "svare" or "svaret":
                    return "mine sager";
                case "afbud" when first is "har" or "hvorfor" or "hvornaar":
                case "meldt" or "fra" or "vaek" or "fravaerende" when first is "hvem":
                case "afbud" or "kommer" or "deltager" when first is "hvem" or "hvor":
                    return "hvem kommer";
                case "moede" or "moeder" or "moedet" or "moedes":
                    return first is "hvad" or "hva" or "hvd" ? "dagsorden" : first is "hvem" ? "hvem kommer" : "møder";
            }
        }

        return null;
    }

    // The list of meetings answers "er der møde i februar?" whether there is one or not.
    private static Result<ChatCommand> Show(string kind, ArgumentReader arguments) => arguments.Refusal is { } refusal && !(kind is "møder" or "frister" && refusal is DateAmbiguous or NoMeetingThen or DatePast) ? refusal : kind switch
    {
        "frister" => new ChatCommand.ShowDeadlines(arguments.Forum),
        "dagsorden" => new ChatCommand.ShowAgenda(arguments.Forum, arguments.Day),
        "referat" => new ChatCommand.ShowMinutes(arguments.Forum, arguments.Day),
        "mine sager" => new ChatCommand.ShowMyCases(),
        "hvem kommer" => new ChatCommand.WhoComes(arguments.Forum, arguments.Day),
        _ => new ChatCommand.ListMeetings(arguments.Forum),
    };
}
