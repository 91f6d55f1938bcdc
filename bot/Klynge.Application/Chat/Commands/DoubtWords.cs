namespace Klynge.Application.Chat.Commands;

/// <summary>Words that make something else of an order: a condition, a repetition, a choice, an exception. No reader may take one for a part of a name.</summary>
internal static class DoubtWords
{
    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "hvis", "medmindre", "mindre", "saafremt", "ifald", "forudsat", "if", "unless",
    };

    private static readonly HashSet<string> Repetitions = new(StringComparer.Ordinal)
    {
        "hver", "hvert", "ugentlig", "ugentligt", "maanedlig", "maanedligt", "kvartalsvis", "kvartalsvist", "aarlig", "aarligt", "every", "weekly", "monthly",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "ikke", "ik", "ingen", "intet", "undtagen", "undtaget", "uden", "eller", "enten", "men", "igen", "maaske", "muligvis", "eventuelt", "evt", "foreloebig", "foreloebigt",
        "tentativ", "tentativt", "or", "not", "except", "without", "maybe",
    };

    /// <summary>»hvis Mehmet kan«, »medmindre der er ferie«, »med mindre …«.</summary>
    public static bool IsCondition(Word word) => Conditions.Contains(word.Folded);

    /// <summary>»hver måned«, »ugentligt«: what comes round is no one day's.</summary>
    public static bool IsRepetition(Word word) => Repetitions.Contains(word.Folded);

    public static bool Contains(Word word) => IsCondition(word) || IsRepetition(word) || Others.Contains(word.Folded);

    /// <summary>Whether the words that open a name take it back: »måske Høringssvar«, »ikke Budget«, and a condition anywhere in it.</summary>
    public static bool Unsettle(IReadOnlyList<Word> words) =>
        words.Count > 0 && Others.Contains(words[0].Folded) || words.Any(IsCondition);
}
