namespace Klynge.Application.Chat.Commands;

/// <summary>Punctuation that people put around words and that says nothing to us.</summary>
internal static class CommandMarks
{
    public static readonly char[] Around = [.. ".,:;!?()[]\"'»«“”„-–/"];

    /// <summary>What is left hanging at the end of a part when the part behind it has been taken.</summary>
    public static readonly char[] Trailing = [.. " \n\t,;:-–—("];

    public static readonly char[] Leading = [.. " \n\t,;:-–—.)"];

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
