namespace Klynge.Domain.Calendar.Dates;

/// <summary>Walks over the tokens; every Try moves on only when it succeeds.</summary>
internal sealed class DateCursor(List<DateToken> tokens)
{
    public int Position { get; set; }

    public DateToken Current => Peek(0);

    /// <summary>The stretch of the text from the first token to the last one taken.</summary>
    public TextSpan Taken => new(tokens[0].Start, tokens[Position - 1].End - tokens[0].Start);

    /// <summary>Whether a word could end here: not in "30. april-mødet", "30/4/7" or "30/4x".</summary>
    public bool AtBoundary => !Current.Glued || (Current.Kind, Current.Text) switch
    {
        (DateTokenKind.Word or DateTokenKind.Number, _) => false,
        (_, "-") => !(Peek(1) is { Glued: true, IsWord: true }),
        (_, "/") => false,
        _ => true,
    };

    public DateToken Peek(int ahead) => Position + ahead is >= 0 and var at && at < tokens.Count ? tokens[at] : DateToken.None;

    /// <summary>Takes the words in a row, "i dag".</summary>
    public bool TryPhrase(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).IsWord || Peek(i).Text != words[i])
                return false;
        }

        Position += words.Length;
        return true;
    }

    /// <summary>Takes one of the words.</summary>
    public bool TryAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (TryPhrase(word))
                return true;
        }

        return false;
    }

    /// <summary>Takes the word when the table has it.</summary>
    public bool TryLookup(IReadOnlyDictionary<string, int> table, out int value)
    {
        value = 0;
        if (!Current.IsWord || !table.TryGetValue(Current.Text, out value))
            return false;

        Position++;
        return true;
    }

    public bool TrySign(char sign)
    {
        if (!Current.Is(sign))
            return false;
        Position++;
        return true;
    }

    /// <summary>Takes the sign only where it stands right behind the token before.</summary>
    public bool TryGluedSign(char sign) => Current.Glued && TrySign(sign);

    public bool TryNumber(int maxDigits, out int number)
    {
        number = Current.Number;
        if (!Current.IsNumber || Current.Length > maxDigits)
            return false;
        Position++;
        return true;
    }

    /// <summary>Takes a year of four digits, and not the hour of "14.30".</summary>
    public bool TryYear(out int year)
    {
        year = Current.Number;
        if (!Current.IsNumber || Current.Length != 4 || BeginsClockTime())
            return false;
        Position++;
        return true;
    }

    /// <summary>Whether the current number goes on as "14.30" or "14:30" does.</summary>
    public bool BeginsClockTime() =>
        (Peek(1).Is('.') || Peek(1).Is(':')) && Peek(1).Glued && Peek(2) is { Glued: true, IsNumber: true };
}
