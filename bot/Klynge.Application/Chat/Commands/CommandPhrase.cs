using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>One way to say a command.</summary>
/// <param name="Words">Folded, one to four of them.</param>
internal sealed record CommandPhrase(CommandKind Kind, IReadOnlyList<string> Words, CommandDescription Command)
{
    /// <summary>The words in one string, to measure distances by.</summary>
    public string Folded { get; } = string.Join(' ', Words);

    public static CommandPhrase Of(CommandKind kind, string text, CommandDescription command) =>
        new(kind, DanishText.Fold(text).Split(' '), command);
}
