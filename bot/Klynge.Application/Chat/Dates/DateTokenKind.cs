namespace Klynge.Application.Chat.Dates;

internal enum DateTokenKind
{
    None,
    Word,
    Number,
    Sign,
}
