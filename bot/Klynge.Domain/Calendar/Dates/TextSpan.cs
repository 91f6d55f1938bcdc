namespace Klynge.Domain.Calendar.Dates;

/// <summary>The part of a text that was read, so that the caller can go on behind it.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of UTF-16 code units; blanks around it are not part of it.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index of the first character behind it.</summary>
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
