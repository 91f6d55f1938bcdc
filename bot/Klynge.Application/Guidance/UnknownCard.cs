using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Guidance;

/// <summary>»Mente du …?«: a button for each command that comes near, which runs it with the words that were written behind it.</summary>
public static class UnknownCard
{
    private const int MaxTitleLength = 60;

    public static AdaptiveCard Build(ChatCommand.Unknown unknown)
    {
        var heading = unknown.Said switch
        {
            Pleasantry.Greeting => Texts.Hello,
            Pleasantry.Thanks => Texts.YouAreWelcome,
            _ => unknown.Suggestions.Count > 0 ? Texts.DidYouMean : Texts.NotUnderstood,
        };
        return new AdaptiveCard
        {
            Speak = heading,
            FallbackText = heading,
            Body =
            [
                new TextBlock(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Size = TextSize.Large, Style = TextBlockStyle.Heading },
                .. unknown.Suggestions
                    .Select(command => Suggestion.Of(unknown.Text, command))
                    .Distinct(StringComparer.Ordinal)
                    .Select(text => new ActionSet(Run(text)) { Spacing = Spacing.Small }),
                new TextBlock(CardText.Escape(Texts.AskForHelp)) { IsSubtle = true, Spacing = Spacing.Small },
            ],
            Actions = [Button(Texts.ShowHelp, "hjælp")],
        };
    }

    /// <summary>What the person did not write themselves is shown before it changes anything.</summary>
    private static ExecuteAction Run(string text) => new(DanishText.Shorten(text, MaxTitleLength), ChatModule.RunVerb)
    {
        Data = new JsonObject { ["text"] = text, [ChatModule.AsksFirst] = "true" },
    };

    private static ExecuteAction Button(string title, string text) =>
        new(title, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = text } };
}
