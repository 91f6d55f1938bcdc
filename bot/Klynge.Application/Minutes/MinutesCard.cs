using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Messaging;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Teams.Cards;

namespace Klynge.Application.Minutes;

/// <summary>The minutes of a meeting as a card: how far they are, the document, and what this person may do next.</summary>
public static class MinutesCard
{
    internal static readonly ButtonRight ShowVerb = new("minutes.show", ShowMinutes.Needs, "minutes not yet approved: secretariat and chair");
    internal static readonly ButtonRight WriteVerb = new("minutes.write", WriteMinutes.Needs);
    internal static readonly ButtonRight ApproveVerb = new("minutes.approve", ApproveMinutes.Needs);
    internal static readonly ButtonRight PublishVerb = new("minutes.publish", PublishMinutes.Needs);

    private const string DecisionsId = "decisions";
    private const int MaxItems = 25;
    private const int MaxAgreed = 5;
    private const int MaxDecisionLength = 300;

    /// <param name="view">What the person may see.</param>
    /// <param name="happened">What the person just did, for the first line below the status; null when nothing.</param>
    public static AdaptiveCard Build(MinutesView view, string? happened = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Frame(view, [.. Status(view, happened), .. Agreed(view), .. Decisions(view)], [.. Buttons(view)]);
    }

    /// <summary>Asks once, on the same card, with the number of people that an approval reaches.</summary>
    public static AdaptiveCard AskApproval(MinutesView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var yes = new ExecuteAction(MinutesTexts.ApproveNow, ApproveVerb) { Data = DataOf(view, ("sure", "yes")), Style = ActionStyle.Positive };
        return Frame(
            view,
            [Line(CardText.Escape(MinutesTexts.AskApproval(view.Reach))), .. Agreed(view)],
            [yes, new ExecuteAction(MinutesTexts.Back, ShowVerb) { Data = DataOf(view.ForumId, view.MeetingId) }]);
    }

    /// <summary>Asks before a document that somebody else changed is replaced: it can also stay, with the minutes beside it.</summary>
    public static AdaptiveCard AskOverwrite(MinutesView view, DocumentChangedByOthers changed)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(changed);
        return Ask(view, changed.Text, [.. UploadCards.Choices(DataOf(view.ForumId, view.MeetingId), changed)]);
    }

    /// <summary>Asks which of several meetings of a day is meant.</summary>
    public static AdaptiveCard WhichMeeting(Forum forum, IReadOnlyList<Meeting> meetings)
    {
        ArgumentNullException.ThrowIfNull(forum);
        return Card(forum.Name, MinutesTexts.WhichMeeting, [Line(MinutesTexts.WhichMeeting)],
        [
            .. meetings.Select(meeting => new ExecuteAction(DanishFormat.Capitalised(DanishFormat.TimeRange(meeting.Start, meeting.End)), ShowVerb)
            {
                Data = DataOf(forum.Id, meeting.Id),
            }),
        ]);
    }

    /// <summary>Tells a member that the minutes are approved.</summary>
    /// <param name="documents">How many go out with them.</param>
    public static AdaptiveCard Published(Forum forum, Meeting meeting, Uri link, string? by, int documents = 0)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        var when = MinutesTexts.When(meeting.Time);
        var what = MinutesTexts.ApprovedBy(by);
        return Card(forum.Name, $"{when}. {what}",
        [
            Line(when),
            new TextBlock(MinutesTexts.Approved) { Color = TextColor.Good, Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            Line(CardText.Escape(what)),
            Line(MinutesTexts.ReadAndSay, isSubtle: true),
        ], [DocumentButton.Open(MinutesTexts.Open, link), .. documents > 0 ? [Documents(forum.Id, meeting.Id, documents)] : Array.Empty<CardAction>()]);
    }

    private static ExecuteAction Documents(ForumId forum, MeetingId meeting, int count) =>
        Meetings.CardParts.Button(Agendas.Attachments.Texts.ButtonOfMeeting(count), AttachmentVerbs.List, Meetings.CardParts.Data(forum, meeting, AgendaItem.DocumentsOf(meeting)));

    internal static JsonObject DataOf(ForumId forum, MeetingId meeting) =>
        new JsonObject().With(CardIds.Meeting, meeting).With(CardIds.Forum, forum);

    private static JsonObject DataOf(MinutesView view, (string Name, string Value) more)
    {
        var data = DataOf(view.ForumId, view.MeetingId);
        data[more.Name] = more.Value;
        return data;
    }

    private static AdaptiveCard Ask(MinutesView view, string question, IReadOnlyList<CardAction> answers) => Frame(
        view,
        [Line(CardText.Escape(question))],
        [.. answers, new ExecuteAction(MinutesTexts.Back, ShowVerb) { Data = DataOf(view.ForumId, view.MeetingId) }]);

    private static AdaptiveCard Frame(MinutesView view, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) =>
        Card(view.Forum, $"{MinutesTexts.When(view.Time)}. {WordOf(view).Word}.", [Line(MinutesTexts.When(view.Time)), .. body], actions) with { Page = CardPages.Meeting(view.MeetingId) };

    private static AdaptiveCard Card(string forum, string spoken, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = MinutesTexts.Heading(forum);
        return new AdaptiveCard
        {
            Speak = $"{heading}. {spoken}",
            FallbackText = $"{heading}. {spoken}",
            Body = [new TextBlock(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Size = TextSize.Medium, Style = TextBlockStyle.Heading }, .. body],
            Actions = actions.Count > 0 ? actions : null,
        }.WithButtonsInLines();
    }

    /// <summary>»Fremadrettet sendes referater ud til …«: whoever approves and sends them is reminded of it.</summary>
    private static IEnumerable<CardElement> Agreed(MinutesView view) => view.Agreed.Count == 0 ? []
        : [Line(AgreementTexts.AgreedOnMinutes), .. view.Agreed.Take(MaxAgreed).Select(text => Line($"- {CardText.Escape(text)}", isSubtle: true))];

    private static IEnumerable<CardElement> Status(MinutesView view, string? happened)
    {
        var (word, color) = WordOf(view);
        yield return new TextBlock(word) { Color = color, Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        if (happened is not null)
            yield return Line(CardText.Escape(happened));
        yield return Line(MinutesTexts.Counts(view.Items.Count, view.Undecided, view.Items.Count(item => item.IsClosed)));
        if (TimeLineOf(view) is { } line && happened is null)
            yield return Line(line, isSubtle: true);
        if (UploadLineOf(view) is { } upload)
            yield return upload;
        if (view is { Link: not null, PdfLink: null, UploadTask: UploadTask.Publish, Upload: UploadState.Stored })
            yield return Line(MinutesTexts.OnlyWord, isSubtle: true);
        if (view.IsStale && view.MayWrite)
            yield return new TextBlock(MinutesTexts.Stale) { Color = TextColor.Warning };
    }

    private static (string Word, TextColor Color) WordOf(MinutesView view) => view.Status switch
    {
        MinutesStatus.Approved => (MinutesTexts.Approved, TextColor.Good),
        MinutesStatus.Draft => (MinutesTexts.Draft, TextColor.Warning),
        MinutesStatus.NeedsReview => (MinutesTexts.NeedsReview, TextColor.Warning),
        null => (MinutesTexts.NotWritten, TextColor.Default),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view.Status, "Unknown status."),
    };

    private static string? TimeLineOf(MinutesView view) => view switch
    {
        { ApprovedAt: { } at, IsImported: true } => MinutesTexts.ImportedAt(at),
        { ApprovedAt: { } at } => MinutesTexts.ApprovedAt(at),
        { StoredAt: { } at } => MinutesTexts.StoredAt(at),
        _ => null,
    };

    /// <summary>A document on its way is everybody's to see who may see the minutes; why it was not stored is for those who can try again.</summary>
    private static TextBlock? UploadLineOf(MinutesView view) => view.Upload switch
    {
        UploadState.Waiting => Line(view.UploadFailure is { } why
            ? $"**{MinutesTexts.Storing}** {CardText.Escape(MinutesTexts.StoringStill(why))}"
            : $"**{MinutesTexts.Storing}** {MinutesTexts.StoringNow}"),
        UploadState.Failed or UploadState.Changed when view.MayRetry && view.UploadFailure is { } why =>
            new TextBlock($"**{MinutesTexts.NotStored}.** {CardText.Escape(why)}") { Color = TextColor.Attention, Spacing = Spacing.Small },
        _ => null,
    };

    private static IEnumerable<CardElement> Decisions(MinutesView view)
    {
        if (view.Items.Count == 0)
            yield break;
        yield return new ActionSet(new ToggleVisibilityAction(MinutesTexts.ShowDecisions, DecisionsId));
        yield return new Container([.. view.Items.Take(MaxItems).SelectMany(Rows), .. More(view.Items.Count)]) { Id = DecisionsId, IsVisible = false };
    }

    private static IEnumerable<CardElement> Rows(MinutesItem item)
    {
        var number = item.Number is { } printed ? string.Create(CultureInfo.InvariantCulture, $"{printed}  ") : string.Empty;
        yield return new TextBlock(CardText.Escape(number + item.Title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
        if (!item.IsClosed)
        {
            yield return item.Decision is { Length: > 0 } decision
                ? Line(CardText.Escape(LongText.Beginning(decision, MaxDecisionLength)))
                : Line(MinutesTexts.NoDecision, isSubtle: true);
        }
    }

    private static IEnumerable<CardElement> More(int count)
    {
        if (count > MaxItems)
            yield return Line(MinutesTexts.MoreItems(count - MaxItems), isSubtle: true);
    }

    private static IEnumerable<CardAction> Buttons(MinutesView view)
    {
        if (view.Link is { } link)
            yield return DocumentButton.Open(MinutesTexts.Open, link);
        if (view.PdfLink is { } pdf)
            yield return DocumentButton.Open(MinutesTexts.OpenPdf, pdf);
        if (view.Documents > 0 || view.MayWrite)
            yield return Documents(view.ForumId, view.MeetingId, view.Documents);
        if (view.RetryVerb is { } retry)
            yield return new ExecuteAction(MinutesTexts.TryAgain, retry) { Data = DataOf(view.ForumId, view.MeetingId) };
        if (view.MayApprove)
            yield return new ExecuteAction(MinutesTexts.Approve, ApproveVerb) { Data = DataOf(view.ForumId, view.MeetingId), Style = ActionStyle.Positive };
        if (view.MayWrite && view.RetryVerb != WriteVerb)
            yield return new ExecuteAction(view.StoredAt is null ? MinutesTexts.Write : MinutesTexts.WriteAgain, WriteVerb) { Data = DataOf(view.ForumId, view.MeetingId) };
    }

    private static TextBlock Line(string markdown, bool isSubtle = false) => new(markdown) { IsSubtle = isSubtle, Spacing = Spacing.Small };
}
