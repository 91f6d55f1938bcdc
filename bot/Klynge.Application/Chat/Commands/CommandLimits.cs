namespace Klynge.Application.Chat.Commands;

/// <summary>The largest values a command takes; forms keep to the same.</summary>
public static class CommandLimits
{
    /// <summary>A title is one line of a card, of a table of contents and of a mail's subject.</summary>
    public const int MaxTitle = 200;

    public const int MaxName = 100;

    public const int MaxPlace = 200;

    public const int MaxReason = 500;

    public const int MaxDecision = 4_000;

    public const int MaxSearch = 200;

    /// <summary>Eight hours.</summary>
    public const int MaxItemMinutes = 480;
}
