namespace Klynge.Domain.Calendar.Dates;

/// <summary>A word (folded), a number or a single other character of a text in which a date may stand.</summary>
/// <param name="Text">The folded word, the digits, or the character.</param>
/// <param name="Number">The value of a number; -1 for one that is too long to be part of a date, and for everything else.</param>
/// <param name="Glued">Nothing stands between this token and the one before.</param>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, int Number, int Start, int End, bool Glued)
{
    public static DateToken None { get; } = new(DateTokenKind.None, "", -1, 0, 0, Glued: false);

    public int Length => End - Start;

    public bool IsWord => Kind == DateTokenKind.Word;

    public bool IsNumber => Kind == DateTokenKind.Number;

    public bool Is(char sign) => Kind == DateTokenKind.Sign && Text[0] == sign;
}

internal enum DateTokenKind
{
    None,
    Word,
    Number,
    Sign,
}
