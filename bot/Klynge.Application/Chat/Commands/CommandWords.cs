namespace Klynge.Application.Chat.Commands;

/// <summary>Punctuation that people put around words and that says nothing to us.</summary>
internal static class CommandMarks
{
    public static readonly char[] Around = [.. ".,:;!?()[]\"'»«“”„-–/"];

    /// <summary>What is left hanging at the end of a part when the part behind it has been taken.</summary>
    public static readonly char[] Trailing = [.. " \n\t,;:-–—("];

    public static readonly char[] Leading = [.. " \n\t,;:-–—.)"];

    /// <summary>"Rådhuset." ends a sentence, "m.v." does not.</summary>
    public static string WithoutFullStop(string text) =>
        text.EndsWith('.') && text[(text.LastIndexOf(' ') + 1)..] is { Length: > 4 } last && last.IndexOf('.', StringComparison.Ordinal) == last.Length - 1 ? text[..^1] : text;

    /// <summary>The closing quotation mark to an opening one; null when it opens nothing.</summary>
    public static char? Closing(char opening) => opening switch
    {
        '»' => '«',
        '«' => '»',
        '“' => '”',
        '”' => '”',
        '„' => '“',
        '"' => '"',
        _ => null,
    };
}

/// <summary>Words before a command that only wrap it: "<b>jeg vil gerne</b> melde afbud", "<b>kan du</b> vise dagsordenen".</summary>
internal static class LeadWords
{
    public const int Max = 8;

    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "", "jeg", "vi", "du", "i", "maa", "vil", "gerne", "kan", "kunne", "skal", "lige", "desvaerre", "venligst", "have", "faa", "se", "vis", "vise", "mig",
        "os", "at", "er", "noedt", "bedes", "bede", "om", "saa", "og", "nu", "hermed", "proev", "jo", "ogsaa", "hjaelpe", "med", "please", "could", "you",
        "can", "would", "like", "to", "want", "show", "me", "en", "et", "den", "det", "der", "altsaa", "beklager", "men", "blot", "bare", "skulle", "ville",
    };

    private static readonly string[] Asking = ["kan jeg", "maa jeg", "skal jeg", "kan vi", "skal vi", "maa vi", "boer jeg"];

    public static bool Contains(Word word) => All.Contains(word.Folded);

    /// <summary>"Skal jeg melde afbud?" asks; "kan du …" asks for it to be done.</summary>
    public static bool Ask(IReadOnlyList<Word> words, int count)
    {
        var lead = string.Join(' ', words.Take(count).Select(word => word.Folded));
        return Array.Exists(Asking, asking => lead.StartsWith(asking, StringComparison.Ordinal));
    }
}
