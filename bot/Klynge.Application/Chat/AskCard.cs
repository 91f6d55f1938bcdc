using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat;

/// <summary>Shows what a command would do, with the button that does it.</summary>
internal static class AskCard
{
    /// <summary>Asks which of some commands is meant, with a button for each.</summary>
    internal static AdaptiveCard Choose(string question, IEnumerable<CommandChoice> choices) => new()
    {
        Speak = CardParts.Spoken(question),
        FallbackText = question,
        Body =
        [
            CardParts.Heading(question),
            .. choices.Select(choice => new ActionSet(new ExecuteAction(choice.Title, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = choice.Text } }) { Spacing = Spacing.Small }),
        ],
    };

    /// <param name="text">The command, given as it stands when the button is pressed.</param>
    internal static AdaptiveCard Build(string question, IEnumerable<string> lines, string button, string text) => new()
    {
        Speak = CardParts.Spoken(question),
        FallbackText = question,
        Body = [CardParts.Heading(question), .. lines.Where(line => line.Length > 0).Select(CardParts.Line), CardParts.Subtle(Texts.NothingDone)],
        Actions = [new ExecuteAction(button, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = text }, Style = ActionStyle.Positive }],
    };
}
