namespace Klynge.Application.Chat.Commands;

/// <summary>Every command, in the order in which help shows them.</summary>
public static class CommandCatalogue
{
    public static IReadOnlyList<CommandDescription> All { get; } = [];
}
