using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>A meeting that a file may belong to.</summary>
internal sealed record FileMeeting(ForumId ForumId, string Forum, MeetingId Id, MeetingTime Time);

/// <summary>The questions about a dropped file, one after the other: which meeting, which item, and what of it; and what became of it.</summary>
internal static class FileCards
{
    internal const string Kind = "file";
    internal const string OnlyVersion = "version";

    /// <summary>Items to choose from at once.</summary>
    private const int PageSize = 60;

    internal static CardKey Key(AttachmentId file) => new(Kind, file.Value);

    internal static AdaptiveCard AskMeeting(ReceivedFile file, IReadOnlyList<FileMeeting> meetings, string? told)
    {
        var heading = Texts.WhichMeeting(file.Name);
        var forums = meetings.DistinctBy(meeting => meeting.ForumId).Count();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(heading),
            FallbackText = heading,
            Body =
            [
                CardParts.Heading(heading),
                .. Told(told),
                .. meetings.Select(meeting => new ActionSet(CardParts.Button(TitleOf(meeting, forums > 1), AttachmentVerbs.Items, Data(meeting.ForumId, meeting.Id, file.Id))) { Spacing = Spacing.Small }),
                new ActionSet(Drop(file.Id)) { Spacing = Spacing.Medium },
            ],
        };
    }

    internal static AdaptiveCard AskItem(ReceivedFile file, MeetingView meeting, IReadOnlyList<AgendaLine> lines, int page, string? told = null)
    {
        var heading = Texts.WhichItem(file.Name);
        var last = Math.Max(0, (lines.Count - 1) / PageSize);
        var shown = Math.Clamp(page, 0, last);
        var data = Data(meeting.ForumId, meeting.Id, file.Id);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(heading),
            FallbackText = heading,
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. Told(told),
                new ChoiceSetInput(CardIds.Item, Texts.ItemLabel, [.. lines.Skip(shown * PageSize).Take(PageSize).Select(ToChoice)])
                {
                    IsRequired = true,
                    ErrorMessage = Texts.ItemNeeded,
                },
            ],
            Actions =
            [
                CardParts.Submit(Texts.Next, AttachmentVerbs.Item, data),
                .. Pages(meeting, file.Id, shown, last),
                CardParts.Button(Texts.OtherMeeting, AttachmentVerbs.Meetings, new JsonObject().With(AttachmentFields.File, file.Id)),
                Drop(file.Id),
            ],
        }.WithButtonsInLines();
    }

    internal static AdaptiveCard AskDetails(ReceivedFile file, AgendaView view, AgendaLine line, NodaTime.Instant now)
    {
        var heading = Texts.ForItem(line);
        var data = Data(view.Meeting.ForumId, view.Meeting.Id, file.Id).With(CardIds.Item, line.Id);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Meeting.Time))),
                .. AttachmentFields.Of(file.Name, line.Content, AttachmentsCard.Past(view.Meeting, line, now)),
            ],
            Actions =
            [
                CardParts.Submit(Texts.Save, AttachmentVerbs.Attach, data),
                CardParts.Back(AttachmentVerbs.Items, Data(view.Meeting.ForumId, view.Meeting.Id, file.Id)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>On its way: it is said here when it is there.</summary>
    internal static AdaptiveCard Fetching(MeetingView meeting, AgendaItem item, ItemFile file) => CardParts.Note(
        meeting,
        Texts.Fetching(file.Name),
        [Texts.FetchingFor(item)],
        file.Failure is { } failure ? [failure] : [],
        List(meeting, item));

    internal static AdaptiveCard Kept(MeetingView meeting, AgendaItem item, AgendaAttachment attachment)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id, item.Id).With(AttachmentFields.Attachment, attachment.Key());
        data[OnlyVersion] = true;
        var asksWhy = attachment is { LateReason: null, AddedAt: { } added } && item.Status != AgendaItemStatus.OfMeeting && meeting.AsksWhyAttachment(added);
        return CardParts.Note(
            meeting,
            Texts.Kept(AttachmentNames.Label(AttachmentList.NumberOf(item.Content, attachment.Key()), attachment), item),
            [item.Content.Title, DanishFormat.Capitalised(CardParts.When(meeting.Time)), string.Join(" · ", AttachmentsCard.Facts(attachment))],
            asksWhy ? [LateTexts.LateAttachment] : [],
            [.. asksWhy ? new CardAction[] { Mark() } : [], List(meeting, item), CardParts.Button(Texts.Undo, AttachmentVerbs.Remove, data)]);

        CardAction Mark() => CardParts.Button(LateTexts.Tell, AttachmentVerbs.MarkForm, CardParts.Data(meeting.ForumId, meeting.Id, item.Id).With(AttachmentFields.Attachment, attachment.Key()));
    }

    internal static AdaptiveCard Failed(string why) => Plain(why);

    internal static AdaptiveCard Dropped(string file) => Plain($"{Texts.Dropped} {DanishFormat.Quote(file)}");

    internal static JsonObject Data(ForumId forum, MeetingId meeting, AttachmentId file) => CardParts.Data(forum, meeting).With(AttachmentFields.File, file);

    private static AdaptiveCard Plain(string text) => new() { Speak = CardParts.Spoken(text), FallbackText = text, Body = [CardParts.Line(text)] };

    private static ExecuteAction List(MeetingView meeting, AgendaItem item) =>
        CardParts.Button(Texts.SeeAll, AttachmentVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id, item.Id));

    private static ExecuteAction Drop(AttachmentId file) =>
        CardParts.Button(Texts.DoNotAttach, AttachmentVerbs.Drop, new JsonObject().With(AttachmentFields.File, file));

    private static IEnumerable<CardElement> Told(string? told) => told is null ? [] : [CardParts.Caution(told)];

    private static Choice ToChoice(AgendaLine line) => new(line.IsOfMeeting ? Texts.OfMeeting : line.Number > 0 ? Texts.ItemChoice(line) : Texts.ProposalChoice(line), CardIds.Write(line.Id));

    private static IEnumerable<CardAction> Pages(MeetingView meeting, AttachmentId file, int page, int last)
    {
        if (page > 0)
            yield return Page(meeting, file, Texts.EarlierItems, page - 1);

        if (page < last)
            yield return Page(meeting, file, Texts.MoreItems, page + 1);
    }

    private static ExecuteAction Page(MeetingView meeting, AttachmentId file, string title, int page)
    {
        var data = Data(meeting.ForumId, meeting.Id, file);
        data[CardParts.Page] = page;
        return CardParts.Button(title, AttachmentVerbs.Items, data);
    }

    private static string TitleOf(FileMeeting meeting, bool isNamed)
    {
        var when = DanishFormat.Capitalised($"{DanishFormat.ShortDateWithWeekday(meeting.Time.Date)} kl. {DanishFormat.ShortTime(meeting.Time.Start)}");
        return isNamed ? $"{meeting.Forum} · {when}" : when;
    }
}
