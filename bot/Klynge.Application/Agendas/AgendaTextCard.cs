using Klynge.Application.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>»Hele dagsordenen«: every item with all its text, in as many pages as the size of a card asks for.</summary>
public static class AgendaTextCard
{
    /// <summary>Characters of escaped text and of the JSON around it on one page; Teams counts two bytes for each.</summary>
    private const int MostOnPage = 26_000;

    /// <summary>A paragraph is never longer, so that the longest text can be broken over pages.</summary>
    private const int LongestBlock = 2_000;

    private const int JsonAround = 120;

    public static AdaptiveCard Build(AgendaView view, int page = 0)
    {
        var pages = Paginate(view.Lines.SelectMany(Blocks)).ToList();
        var shown = Math.Clamp(page, 0, Math.Max(0, pages.Count - 1));
        return new AdaptiveCard
        {
            Speak = $"{Texts.WholeAgenda}. {Texts.Speak(view)}",
            FallbackText = Texts.Fallback(view),
            Body =
            [
                .. AgendaHead.Of(view.Meeting),
                .. pages.Count == 0 ? [CardParts.Line(Texts.NoItems)] : pages[shown],
                .. AgendaButtons.Pager(view, shown, AgendaVerbs.Full, pages.Count),
                .. Texts.Overrun(view).Select(CardParts.Caution),
                .. AttendanceLines.Of(view),
            ],
            Actions = [CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id)],
        };
    }

    private static IEnumerable<TextBlock> Blocks(AgendaLine line)
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
        foreach (var section in line.Content.Sections)
        {
            yield return Named(section.Heading is { Length: > 0 } heading ? heading : Texts.CaseLabel);
            foreach (var block in Paragraphs(section.Text))
                yield return block;
        }

        foreach (var block in Lists(line))
            yield return block;
    }

    private static IEnumerable<TextBlock> Lists(AgendaLine line)
    {
        if (line.Content.Recommendations.Count > 0)
        {
            yield return Named(Texts.Recommendation);
            foreach (var block in line.Content.Recommendations.SelectMany((text, index) => Paragraphs($"{index + 1}. {text}")))
                yield return block;
        }

        if (line.Content.Attachments.Count > 0)
        {
            yield return Named(Texts.Attachments);
            foreach (var block in line.Content.Attachments.SelectMany(attachment => Paragraphs(attachment.Name)))
                yield return block;
        }

        if (line.Decision is { } decision)
        {
            yield return Named(Texts.Decision);
            foreach (var block in Paragraphs(decision))
                yield return block;
        }
    }

    private static TextBlock Named(string heading) =>
        new(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };

    private static IEnumerable<TextBlock> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(LongestBlock, text.Length - start);
            if (start + length < text.Length)
            {
                var blank = text.LastIndexOfAny([' ', '\n'], start + length - 1, length);
                length = blank > start ? blank - start + 1 : length - (char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0);
            }

            yield return new TextBlock(CardText.Escape(text.Substring(start, length).Trim()))
            {
                Spacing = Spacing.Small,
            };
            start += length;
        }
    }

    private static IEnumerable<List<CardElement>> Paginate(IEnumerable<TextBlock> blocks)
    {
        var (page, size) = (new List<CardElement>(), 0);
        foreach (var block in blocks)
        {
            var length = block.Text.Length + JsonAround;
            if (page.Count > 0 && size + length > MostOnPage)
            {
                yield return page;
                (page, size) = ([], 0);
            }

            page.Add(block);
            size += length;
        }

        if (page.Count > 0)
            yield return page;
    }
}
