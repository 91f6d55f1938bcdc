using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>The attachments of one item for one person: to open, with their earlier versions; and for the secretariat to order, take off and add to.</summary>
internal static class AttachmentsCard
{
    internal const string Steps = "steps";
    internal const string Number = "number";
    internal const string New = "new";
    internal const string Url = "url";

    private const int PageSize = 6;

    /// <summary>Earlier versions with a button each.</summary>
    private const int MaxEarlier = 3;

    /// <param name="told">What has just become of one of them; null for nothing.</param>
    /// <param name="undo">The way back from that; null for none.</param>
    internal static AdaptiveCard Build(AgendaView view, AgendaLine line, AgendaAudience audience, int page, string? told = null, CardAction? undo = null)
    {
        var heading = Texts.ForItem(line);
        var mayChange = audience.Manages || line is { Number: 0, IsOfMeeting: false }; // Whoever sees a proposal made it, or answers it.
        var all = line.Content.Attachments;
        var last = Math.Max(0, (all.Count - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.IsOfMeeting ? Texts.OfMeetingMore : line.Content.Title),
                .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
                .. undo is null ? [] : new CardElement[] { new ActionSet(undo) },
                .. line.IsHidden || all.Count == 0 ? [CardParts.Line(line.IsHidden ? Agendas.Texts.Hidden : Texts.None)] : Array.Empty<CardElement>(),
                .. all.Skip(shown * PageSize).Take(PageSize).SelectMany((one, index) => Rows(view, line, mayChange, (shown * PageSize) + index, one)),
                .. Pages(view, line, shown, last),
                .. mayChange ? [CardParts.Subtle(Texts.HowToDrop)] : Array.Empty<CardElement>(),
            ],
            Actions =
            [
                Back(view, line, audience),
                .. mayChange && !line.IsHidden ? [CardParts.Button(Texts.AddLink, AttachmentVerbs.LinkForm, Data(view, line))] : Array.Empty<CardAction>(),
            ],
        }.WithButtonsInLines();
    }

    internal static AdaptiveCard LinkForm(AgendaView view, AgendaLine line, AttachmentId id, NodaTime.Instant now)
    {
        var heading = Texts.ForItem(line);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                new TextInput(Url, Texts.LinkLabel) { Placeholder = Texts.LinkHint, IsRequired = true, ErrorMessage = Texts.LinkNeeded },
                .. AttachmentFields.Of(string.Empty, line.Content, Past(view.Meeting, line, now)),
            ],
            Actions =
            [
                CardParts.Submit(Texts.Save, AttachmentVerbs.Link, Data(view, line).With(New, id)),
                CardParts.Back(AttachmentVerbs.List, Data(view, line)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>What one is called and marked as, to be changed.</summary>
    internal static AdaptiveCard MarkForm(AgendaView view, AgendaLine line, AgendaAttachment attachment, NodaTime.Instant now)
    {
        var heading = Texts.ChangeHeading(AttachmentList.NumberOf(line.Content, attachment.Key()), attachment);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                .. AttachmentFields.Of(attachment, line.Content, Past(view.Meeting, line, now)),
            ],
            Actions =
            [
                CardParts.Submit(Texts.SaveMarks, AttachmentVerbs.Mark, Data(view, line).With(AttachmentFields.Attachment, attachment.Key())),
                CardParts.Back(AttachmentVerbs.List, Data(view, line)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>What is said of the time limit of bilag, where it is past. What goes out with the minutes has none.</summary>
    internal static IReadOnlyList<string> Past(MeetingView meeting, AgendaLine line, NodaTime.Instant now) =>
        !line.IsOfMeeting && meeting.AsksWhyAttachment(now) ? [.. LateTexts.PastAttachments(meeting.Clock!)] : [];

    /// <summary>»forventes læst · udgave 2 · 1,4 MB«</summary>
    internal static IEnumerable<string> Facts(AgendaAttachment attachment)
    {
        if (attachment.Id is not null && !attachment.IsRequiredReading)
            yield return Texts.NotRequired;

        foreach (var mark in AttachmentNames.Marks(attachment))
            yield return mark;

        if (attachment.Size is { } size)
            yield return Texts.Size(size);

        if (attachment is { Path: null, Url: not null })
            yield return Texts.LinkOnly;
    }

    internal static CardAction Undo(AgendaView view, AgendaLine line, AttachmentId taken) =>
        CardParts.Button(Texts.Undo, AttachmentVerbs.Restore, Data(view, line).With(AttachmentFields.Attachment, taken));

    private static IEnumerable<CardElement> Rows(AgendaView view, AgendaLine line, bool mayChange, int index, AgendaAttachment attachment)
    {
        yield return new TextBlock(CardText.Escape(AttachmentNames.Label(index + 1, attachment))) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        var facts = string.Join(" · ", Facts(attachment));
        if (facts.Length > 0)
            yield return CardParts.Subtle(facts);

        foreach (var buttons in CardParts.Lines([.. Versions(attachment), .. mayChange ? Changes(view, line, index, attachment) : []]))
            yield return buttons;
    }

    private static IEnumerable<CardAction> Versions(AgendaAttachment attachment)
    {
        if (AddressOf(attachment) is { } now)
            yield return DocumentButton.Open(Texts.Open, now);

        foreach (var earlier in attachment.Versions().Skip(1).Take(MaxEarlier))
        {
            if (AddressOf(earlier) is { } address)
                yield return DocumentButton.Open(Texts.Version(earlier.Version()), address);
        }
    }

    private static IEnumerable<CardAction> Changes(AgendaView view, AgendaLine line, int index, AgendaAttachment attachment)
    {
        var data = Data(view, line).With(AttachmentFields.Attachment, attachment.Key());
        if (index > 0)
            yield return Move(Texts.Up, data, -1, index + 1);

        if (index < line.Content.Attachments.Count - 1)
            yield return Move(Texts.Down, data, 1, index + 1);

        yield return CardParts.Button(Texts.Change, AttachmentVerbs.MarkForm, (JsonObject)data.DeepClone());
        yield return CardParts.Button(Texts.Remove, AttachmentVerbs.Remove, (JsonObject)data.DeepClone());
    }

    private static ExecuteAction Move(string title, JsonObject of, int steps, int number)
    {
        var data = (JsonObject)of.DeepClone();
        (data[Steps], data[Number]) = (steps, number);
        return CardParts.Button(title, AttachmentVerbs.Move, data);
    }

    /// <summary>People wrote some of them: only a web address becomes a button.</summary>
    internal static Uri? AddressOf(AgendaAttachment attachment) =>
        Uri.TryCreate(attachment.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url : null;

    private static IEnumerable<CardElement> Pages(AgendaView view, AgendaLine line, int page, int last)
    {
        CardAction?[] ways = [page > 0 ? Page(view, line, Agendas.Texts.PreviousPage, page - 1) : null, page < last ? Page(view, line, Agendas.Texts.NextPage, page + 1) : null];
        return CardParts.Lines(ways.OfType<CardAction>());
    }

    private static ExecuteAction Page(AgendaView view, AgendaLine line, string title, int page)
    {
        var data = Data(view, line);
        data[CardParts.Page] = page;
        return CardParts.Button(title, AttachmentVerbs.List, data);
    }

    private static CardAction Back(AgendaView view, AgendaLine line, AgendaAudience audience) =>
        line.IsOfMeeting ? CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id)
        : line.Number > 0 ? CardParts.Button(Texts.BackToItem, AgendaVerbs.Item, Data(view, line))
        : audience.Manages ? CardParts.Button(Texts.ToProposal, AgendaVerbs.Proposal, Data(view, line))
        : CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);

    private static JsonObject Data(AgendaView view, AgendaLine line) => CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, line.Id);
}
