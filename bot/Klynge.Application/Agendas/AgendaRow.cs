using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>One line of the agenda card, and the part that unfolds under it.</summary>
internal static class AgendaRow
{
    internal static IEnumerable<CardElement> Of(MeetingView meeting, AgendaLine line, AgendaDetail detail)
    {
        var id = $"item{line.Number}";
        yield return new ColumnSet(
            new Column(new TextBlock($"{line.Number}") { IsSubtle = true, Wrap = false }) { Width = "auto" },
            new Column(TitleOf(line, detail), Facts(line, detail)),
            new Column(Clock(line), Letter(line)) { Width = "auto" },
            new Column(Mark("▸", $"{id}shut"), Mark("▾", $"{id}open", isVisible: false)) { Width = "auto" })
        {
            Separator = true,
            Spacing = Spacing.Small,
            SelectAction = new ToggleVisibilityAction(string.Empty, id, $"{id}shut", $"{id}open") { Tooltip = Texts.Toggle(line.Number) },
        };
        yield return new Container([.. Body(meeting, line, detail)])
        {
            Id = id,
            IsVisible = false,
            Spacing = Spacing.Small,
            Style = ContainerStyle.Emphasis,
        };
    }

    private static RichTextBlock TitleOf(AgendaLine line, AgendaDetail detail)
    {
        var title = new TextRun(DanishText.Shorten(line.Content.Title, detail.Title))
        {
            Weight = TextWeight.Bolder,
            Italic = line.IsHidden,
        };
        return line.Mark switch
        {
            AgendaMark.New => new RichTextBlock(title, Marked(Texts.NewMark)),
            AgendaMark.Changed => new RichTextBlock(title, Marked(Texts.ChangedMark(line.ChangedOn!.Value))),
            _ => new RichTextBlock(title),
        };
    }

    private static TextRun Marked(string mark) => new($"  {mark}") { Color = TextColor.Accent, Size = TextSize.Small };

    /// <summary>The kind as a word, for those who do not know the letter and for those who hear the card.</summary>
    private static RichTextBlock Facts(AgendaLine line, AgendaDetail detail)
    {
        var closed = line.Content.IsClosed && !line.IsHidden ? " · lukket punkt" : string.Empty;
        var dropped = line.Content.MayBeDropped ? $" · {ItemTexts.MayBeDroppedFact}" : string.Empty;
        var presenter = line.Content.Presenter is { } name ? $" · v/ {DanishText.Shorten(name, detail.Title)}" : string.Empty;
        var decided = line.IsInWriting ? $" · {Texts.InWritingMark}" : line.Decision is null ? string.Empty : " · besluttet";
        var deadline = line.Deadline is { } day ? $" · {Texts.Deadline(day)}" : string.Empty;
        return new RichTextBlock(
            new TextRun($"{Texts.Kind(line.Content.Kind)}{presenter}{dropped}{closed}{decided}{deadline}") { IsSubtle = true, Size = TextSize.Small })
        {
            Spacing = Spacing.None,
        };
    }

    /// <summary>Says that the row unfolds, and which way it is: the press that unfolds it turns the mark, too.</summary>
    private static TextBlock Mark(string mark, string id, bool? isVisible = null) => new(mark)
    {
        Id = id,
        IsVisible = isVisible,
        IsSubtle = true,
        Size = TextSize.Small,
        Wrap = false,
    };

    private static TextBlock Clock(AgendaLine line) => new(Texts.Clock(line.Start))
    {
        HorizontalAlignment = HorizontalAlignment.Right,
        Wrap = false,
    };

    private static TextBlock Letter(AgendaLine line) =>
        new(line.Content.Minutes is { } minutes ? $"{Texts.Letter(line.Content.Kind)} · {minutes} min" : Texts.Letter(line.Content.Kind))
        {
            HorizontalAlignment = HorizontalAlignment.Right,
            IsSubtle = true,
            Size = TextSize.Small,
            Spacing = Spacing.None,
            Wrap = false,
        };

    private static IEnumerable<CardElement> Body(MeetingView meeting, AgendaLine line, AgendaDetail detail)
    {
        if (line.IsHidden)
        {
            yield return CardParts.Line(Texts.Hidden);
            yield break;
        }

        if (!detail.HasBody)
            yield return CardParts.Subtle(Texts.ShortenedText);
        else if (IsBare(line))
            yield return CardParts.Subtle(Texts.NoText);

        if (line.Mark != AgendaMark.None && line.Content.LateReason is { } late)
            yield return CardParts.Subtle(LateTexts.Item(late));

        foreach (var element in detail.HasBody ? Details(line, detail) : [])
            yield return element;

        var open = CardParts.Button(Texts.OpenItem, AgendaVerbs.Item, CardParts.Data(meeting.ForumId, meeting.Id, line.Id));
        yield return new ActionSet(open);
    }

    private static IEnumerable<CardElement> Details(AgendaLine line, AgendaDetail detail)
    {
        var content = line.Content;
        var sections = content.Recommendations.Count == 0 ? content.Sections : RecommendationLead.Without(content);
        if (sections.Count > 0)
        {
            var text = string.Join("\n\n", sections.Select(section => section.Text));
            yield return new TextBlock(CardText.Escape(LongText.Beginning(text, detail.Text)));
        }

        if (content.Recommendations.Count > 0)
        {
            IEnumerable<string> lead = RecommendationLead.Of(content) is { } words ? [words] : [];
            yield return List(Texts.Recommendation, [.. lead, .. content.Recommendations.Select((text, index) => $"{index + 1}. {text}")], detail);
        }

        if (content.Attachments.Count > 0)
        {
            var heading = $"{Texts.Attachments} ({content.Attachments.Count})";
            yield return List(heading, AttachmentNames.Lines(content), detail);
        }

        if (line.Guests.Count > 0)
            yield return List(Guests.Texts.Guests, line.Guests, detail);

        if (line.Decision is { } decision)
            yield return List(Texts.Decision, [decision], detail with { Line = detail.Text });
    }

    private static TextBlock List(string heading, IEnumerable<string> lines, AgendaDetail detail)
    {
        var all = lines.ToList();
        var shown = all.Take(detail.Lines).Select(text => CardText.Escape(LongText.Beginning(text, detail.Line)));
        var rest = all.Count > detail.Lines ? $"\n\n… og {all.Count - detail.Lines} mere" : string.Empty;
        return new TextBlock($"**{heading}:**\n\n{string.Join("\n\n", shown)}{rest}") { Spacing = Spacing.Small };
    }

    private static bool IsBare(AgendaLine line) =>
        line.Content.Sections.Count == 0 && line.Content.Recommendations.Count == 0
        && line.Content.Attachments.Count == 0 && line.Guests.Count == 0 && line.Decision is null;
}
