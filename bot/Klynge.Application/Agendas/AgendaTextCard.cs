using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>»Hele dagsordenen«: every item with all its text, in as many pages as the size of a card asks for.</summary>
public static class AgendaTextCard
{
    /// <summary>Characters of the JSON on one page; Teams counts two bytes for each.</summary>
    private const int MaxOnPage = 26_000;

    public static AdaptiveCard Build(AgendaView view, int page = 0)
    {
        var pages = LongText.Pages(view.Lines.SelectMany(Blocks), MaxOnPage).ToList();
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        return new AdaptiveCard
        {
            Speak = $"{Texts.WholeAgenda}. {Texts.Speak(view)}",
            FallbackText = Texts.Fallback(view),
            Page = CardPages.Meeting(view.Meeting.Id),
            Body =
            [
                .. AgendaHead.Of(view.Meeting),
                .. view.Lines.Count == 0 ? [CardParts.Line(Texts.NoItems)] : pages[shown],
                .. AgendaButtons.Pager(view, shown, AgendaVerbs.Full, pages.Count),
                .. Texts.Overrun(view).Select(CardParts.Caution),
                .. AttendanceLines.Of(view),
            ],
            Actions = [CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id)],
        };
    }

    private static IEnumerable<CardElement> Blocks(AgendaLine line)
    {
        yield return new TextBlock(CardText.Escape($"{line.Number}. {line.Content.Title}"))
        {
            Weight = TextWeight.Bolder,
            Size = TextSize.Medium,
            Style = TextBlockStyle.Heading,
            Separator = true,
            Spacing = Spacing.Medium,
        };
        yield return CardParts.Subtle(ItemSummary.Facts(line.Content));
        if (line.Content.LateReason is { } late)
            yield return CardParts.Subtle(LateTexts.Item(late));

        foreach (var section in line.Content.Sections)
        {
            yield return Named(section.Heading is { Length: > 0 } heading ? heading : Texts.CaseLabel);
            foreach (var block in LongText.Of(section.Text))
                yield return block;
        }

        foreach (var block in Lists(line))
            yield return block;
    }

    private static IEnumerable<CardElement> Lists(AgendaLine line)
    {
        if (line.Content.Recommendations.Count > 0)
        {
            if (RecommendationLead.Of(line.Content) is null)
                yield return Named(Texts.Recommendation);

            foreach (var block in line.Content.Recommendations.SelectMany((text, index) => LongText.Entry(index + 1, text)))
                yield return block;
        }

        if (line.Content.Attachments.Count > 0)
        {
            yield return Named(Texts.Attachments);
            foreach (var block in AttachmentNames.Lines(line.Content).Select(CardParts.Line))
                yield return block;
        }

        if (line.Guests.Count > 0)
        {
            yield return Named(Guests.Texts.Guests);
            foreach (var block in line.Guests.Select(CardParts.Line))
                yield return block;
        }

        if (line.Decision is { } decision)
        {
            yield return Named(Texts.Decision);
            foreach (var block in LongText.Of(decision))
                yield return block;
        }
    }

    private static TextBlock Named(string heading) =>
        new(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
}
