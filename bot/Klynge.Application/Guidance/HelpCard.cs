using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Teams.Cards;

namespace Klynge.Application.Guidance;

/// <summary>What a person may do here: each command in a line with an example, and buttons for those that need no more words.</summary>
public static class HelpCard
{
    /// <summary>As many buttons as a phone shows whole; the rest stand behind »…«.</summary>
    private const int MaxVisible = 2;

    public static AdaptiveCard Build(HelpView view) => view.Places.Count == 0 ? Nowhere(view) : Card(view, Texts.Heading);

    public static AdaptiveCard Welcome(HelpView view) => Card(view, Texts.Welcome);

    private static AdaptiveCard Card(HelpView view, string heading) => new()
    {
        Speak = $"{heading}: {string.Join(", ", view.Commands.Select(command => command.Name))}.",
        FallbackText = heading,
        Body =
        [
            First(view),
            Heading(heading),
            .. view.Places.Select(place => Subtle(Texts.YouAre(place))),
            .. view.Commands.Select(Row),
            .. view.IsShared ? [Subtle(Texts.Mention)] : Array.Empty<CardElement>(),
            .. view.Contacts.Count > 0 ? [Subtle(Texts.Questions(view.Contacts))] : Array.Empty<CardElement>(),
        ],
        Actions = [.. view.Commands
            .Where(command => command.IsOnAPress)
            .Select((command, index) => Button(command) with { Mode = index < MaxVisible ? null : ActionMode.Secondary })],
    };

    private static AdaptiveCard Nowhere(HelpView view)
    {
        var heading = view.Forum is null ? Texts.NoSeat : Texts.NoSeatIn(view.Forum);
        var next = view.Contacts.Count > 0 ? Texts.WriteTo(view.Contacts) : Texts.NoContacts;
        return new AdaptiveCard
        {
            Speak = heading,
            FallbackText = heading,
            Body = [First(view), Heading(heading), new TextBlock(CardText.Escape(next)), .. view.Commands.Where(command => command != CommandCatalogue.Help).Select(Row)],
        };
    }

    private static Container Row(CommandDescription command) => new(
        new TextBlock($"**{CardText.Escape(command.Name)}** – {CardText.Escape(command.Summary)}"),
        Subtle(Texts.Example(command.Example)) with { Spacing = Spacing.None })
    {
        Separator = true,
        Spacing = Spacing.Small,
    };

    private static ExecuteAction Button(CommandDescription command) =>
        new(Domain.Calendar.DanishFormat.Capitalised(command.Name), ChatModule.RunVerb) { Data = new JsonObject { ["text"] = command.Name } };

    private static TextBlock First(HelpView view) =>
        Subtle(view.Forum is null ? view.Board : $"{view.Forum} · {view.Board}");

    private static TextBlock Heading(string text) =>
        new(CardText.Escape(text)) { Weight = TextWeight.Bolder, Size = TextSize.Large, Style = TextBlockStyle.Heading, Spacing = Spacing.Small };

    private static TextBlock Subtle(string text) =>
        new(CardText.Escape(text)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };
}
