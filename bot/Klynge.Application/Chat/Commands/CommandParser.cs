using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary>Reads a chat message as a command.</summary>
public static class CommandParser
{
    /// <summary>
    /// <paramref name="text"/> is the message without the mention of the bot. A refusal or a question back is an error whose Danish
    /// text is the answer; <see cref="DateAmbiguous"/> brings the dates to choose from.
    /// </summary>
    public static Result<ChatCommand> Parse(string text, ParserContext context) =>
        new ChatCommand.Unknown(text, []);
}
