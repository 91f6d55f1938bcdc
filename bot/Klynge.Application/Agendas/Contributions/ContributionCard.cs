using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>
/// The one item that somebody is asked about, and the field for their text. Looked at later, it shows by itself how things stand; once nothing
/// can be sent it has their own words and whom to write to, and no item any more.
/// </summary>
internal static class ContributionCard
{
    internal const string TextField = "contributed";
    internal const string Seen = "seen";

    /// <summary>The other bilag are named, and asked for.</summary>
    private const int MaxOpened = 8;

    /// <param name="typed">What was typed over words that others have changed meanwhile; null for a card as things stand.</param>
    internal static AdaptiveCard Build(ContributionView view, Instant now, string? typed = null) => Draw(view, now, Texts.Heading, typed);

    /// <summary>As it comes unasked.</summary>
    internal static AdaptiveCard Notice(ContributionAt at, Instant now, bool isReminder = false) =>
        Draw(ContributionView.Of(at).InNotice, now, isReminder ? Texts.Reminder : Texts.Heading, typed: null);

    /// <summary>The way to the card from a list.</summary>
    internal static ExecuteAction Open(ContributionView view) =>
        CardParts.Button(view.SentAt is null ? Texts.Write : Texts.SeeOwn, ContributionVerbs.Show, Data(view));

    private static AdaptiveCard Draw(ContributionView view, Instant now, string heading, string? typed)
    {
        var today = DanishTime.ToDanish(now).Date;
        var notice = heading == Texts.Reminder ? Texts.ReminderNotice(view) : Texts.Notice(view);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(notice),
            FallbackText = notice,
            IsConfidential = view.IsClosed,
            Refresh = new CardRefresh(CardParts.Button(Texts.Open, ContributionVerbs.Show, Data(view))),
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Time))),
                .. view.IsOpen ? Asked(view, today) : Over(view),
                .. view.Content is { } content ? Item(content) : [],
                .. typed is null ? [] : new CardElement[] { Conflict(view, typed).ToElement() },
                .. view.Content is null ? [] : new CardElement[] { Input(typed ?? view.Text, Texts.TextLabel) },
            ],
            Actions = view switch
            {
                { IsOpen: false } => null,
                { Content: null } => [CardParts.Button(Texts.OpenClosed, ContributionVerbs.Show, Data(view))],
                _ => [CardParts.Submit(typed is not null ? Texts.SendMine : view.SentAt is null ? Texts.Send : Texts.SendChange, ContributionVerbs.Send, SendData(view))],
            },
        }.WithButtonsInLines();
    }

    internal static TextInput Input(string? text, string label) => new(TextField, label) { Value = text, IsMultiline = true };

    internal static JsonObject SendData(ContributionView view)
    {
        var data = Data(view);
        data[Seen] = view.Seen;
        return data;
    }

    private static JsonObject Data(ContributionView view) => new JsonObject().With(CardIds.Contribution, view.Id);

    private static EditConflict Conflict(ContributionView view, string typed) =>
        EditConflict.Of(ContributionVerbs.Show, Data(view), (Texts.TextLabel, view.Standing, typed));

    private static IEnumerable<CardElement> Asked(ContributionView view, LocalDate today)
    {
        if (view.Content is null)
            yield return new TextBlock(CardText.Escape(view.NoticeTitle)) { Weight = TextWeight.Bolder };

        if (view.SentAt is { } at)
        {
            yield return new TextBlock(CardText.Escape(Texts.Received(at, today))) { Color = TextColor.Good, Spacing = Spacing.Small };
            if (view.Content is not null && view.Standing != view.Sent)
                yield return CardParts.Caution(view.Standing is null ? Texts.TakenOut : Texts.Edited);
        }
        else
        {
            yield return new TextBlock(CardText.Escape(Texts.SendBy(view.DueOn, today)))
            {
                Weight = TextWeight.Bolder,
                Color = view.DueOn < today ? TextColor.Attention : TextColor.Default,
                Spacing = Spacing.Small,
            };
        }

        if (view.Wanted is { } wanted)
            yield return CardParts.Line(Texts.Wanted(wanted));
    }

    private static IEnumerable<CardElement> Over(ContributionView view)
    {
        yield return new TextBlock(CardText.Escape(view.NoticeTitle)) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Escape(Texts.Over(view.State, view.Contacts))) { Spacing = Spacing.Small };
        if (view.Sent is { } sent)
        {
            yield return new TextBlock(Texts.YouSent) { Weight = TextWeight.Bolder };
            foreach (var element in LongText.Of(sent))
                yield return element;
        }
    }

    private static IEnumerable<CardElement> Item(AgendaItemContent content)
    {
        yield return CardParts.Subtle(Texts.ItemNow);
        foreach (var element in ItemSummary.Of(content, decision: null, CardParts.Subtle(Texts.RestFromSecretariat)))
            yield return element;

        var buttons = content.Attachments.Select((one, index) => (Number: index + 1, Address: AttachmentsCard.AddressOf(one))).Where(one => one.Address is not null)
            .Take(MaxOpened).Select(one => DocumentButton.Open(Texts.OpenAttachment(one.Number), one.Address!)).ToList();
        foreach (var line in CardParts.Lines(buttons))
            yield return line;
    }
}

/// <summary>What people hear of a contribution that there is nothing to do about.</summary>
internal static class ContributionNotices
{
    internal static AdaptiveCard Withdrawn(ContributionAt at)
    {
        var view = ContributionView.Of(at).InNotice;
        var heading = Texts.WithdrawnNotice(view);
        return new()
        {
            Speak = CardParts.Spoken(heading),
            FallbackText = heading,
            IsConfidential = view.IsClosed,
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(Texts.NotNeeded),
                CardParts.Line(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Time))),
                .. view.SentAt is null ? Array.Empty<CardElement>() : [CardParts.Line(Texts.SentStays)],
            ],
        };
    }

    /// <summary>To the secretariat: who has sent, and which words of theirs it took the place of.</summary>
    internal static AdaptiveCard Sent(ContributionAt at, SentContribution sent)
    {
        var view = ContributionView.Of(at);
        var heading = sent.IsFirst ? Texts.HasSent(view.Heading, at.Item.Number) : Texts.HasReplaced(view.Heading, at.Item.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Forum}: {heading}"),
            FallbackText = $"{view.Forum}: {heading}",
            IsConfidential = view.IsClosed,
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(heading),
                CardParts.Line(view.NoticeTitle),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Time))),
                .. sent.Replaced is { } words && !view.IsClosed
                    ? new CardElement[] { new TextBlock(Texts.YourWordsWere) { Weight = TextWeight.Bolder }, CardParts.Line(LongText.Beginning(words, Contribution.MaxLength)) }
                    : [],
            ],
            Actions = [CardParts.Button(Agendas.Texts.OpenItem, AgendaVerbs.Item, CardParts.Data(at.Forum.Id, at.Meeting.Id, at.Item.Id))],
        }.WithButtonsInLines();
    }
}
