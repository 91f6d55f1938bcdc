using System.Text.Json.Nodes;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>One item for one person: what it says, and for the secretariat what can be done with it.</summary>
internal static class ItemCard
{
    internal const string Steps = "steps";
    internal const string Number = "number";

    internal static AdaptiveCard Build(AgendaView view, AgendaLine line, AgendaAudience audience)
    {
        var heading = $"Punkt {line.Number}";
        return new AdaptiveCard
        {
            Speak = $"{view.Meeting.Forum}: {heading}",
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Meeting.Time))),
                .. line.IsHidden ? [CardParts.Line(Texts.Hidden)] : ItemSummary.Of(line.Content),
                .. line.Decision is { } decision ? Decided(decision) : [],
            ],
            Actions = [.. Buttons(view, line, audience)],
        };
    }

    private static TextBlock[] Decided(string decision) =>
    [
        new TextBlock(Texts.Decision) { Weight = TextWeight.Bolder },
        new TextBlock(CardText.Escape(DanishText.Shorten(decision, 2_000))) { Spacing = Spacing.Small },
    ];

    private static IEnumerable<CardAction> Buttons(AgendaView view, AgendaLine line, AgendaAudience audience)
    {
        yield return CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);
        if (!audience.Manages || view.Meeting.Status == MeetingStatus.Cancelled)
        {
            yield break;
        }

        if (!view.IsFinal)
        {
            yield return Button(Texts.WriteDecision, AgendaVerbs.DecideForm);
        }

        if (view.Meeting.Status == MeetingStatus.Held)
        {
            yield break;
        }

        yield return Button(Texts.Edit, AgendaVerbs.EditForm);
        yield return Button(Texts.MoveUp, AgendaVerbs.Move, data => data[Steps] = -1) with { IsEnabled = line.Number > 1 ? null : false };
        yield return Button(Texts.MoveDown, AgendaVerbs.Move, data => data[Steps] = 1) with { IsEnabled = line.Number < view.Lines.Count ? null : false };
        yield return Button(Texts.Remove, AgendaVerbs.Remove) with { Mode = ActionMode.Secondary };
        yield return Button(Texts.InWriting, AgendaVerbs.WrittenProcedureForm) with { Mode = ActionMode.Secondary };

        ExecuteAction Button(string title, string verb, Action<JsonObject>? also = null)
        {
            var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, line.Id);
            also?.Invoke(data);
            return CardParts.Button(title, verb, data);
        }
    }
}
