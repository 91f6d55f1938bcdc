using System.Text.Json.Nodes;
using Klynge.Application.Documents.Opening;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>What became of a document that took longer than the answer in the chat.</summary>
public static class UploadCards
{
    /// <summary>It is there now.</summary>
    public static AdaptiveCard Stored(Forum forum, Meeting meeting, Uri link)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        return Card(forum, meeting, (MinutesTexts.IsStored, TextColor.Good), MinutesTexts.StoredNow, [DocumentButton.Open(MinutesTexts.Open, link), Show(meeting)]);
    }

    /// <summary>It could not be stored, and why; the button tries again.</summary>
    public static AdaptiveCard NotStored(Forum forum, Meeting meeting, string why, UploadTask task)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        var verb = task == UploadTask.Write ? MinutesCard.WriteVerb : MinutesCard.PublishVerb;
        return Card(forum, meeting, (MinutesTexts.NotStored, TextColor.Attention), why,
            [new ExecuteAction(MinutesTexts.TryAgain, verb) { Data = MinutesCard.DataOf(meeting.ForumId, meeting.Id) }, Show(meeting)]) with
        {
            Refresh = new CardRefresh(Show(meeting)),
        };
    }

    /// <summary>An item has been closed: what was written before lies among the closed documents, and the minutes are being written anew.</summary>
    public static AdaptiveCard ClosedAway(Forum forum, Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        return Card(forum, meeting, (MinutesTexts.IsClosedAway, TextColor.Good), MinutesTexts.ClosedAway, [Show(meeting)]);
    }

    /// <summary>It is tried until it is done; the reason says what the secretariat can mend.</summary>
    public static AdaptiveCard StillInTheOpen(Forum forum, Meeting meeting, Error why)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(why);
        return Card(forum, meeting, (MinutesTexts.IsStillInTheOpen, TextColor.Attention), MinutesTexts.StillInTheOpen(why.Text), [Show(meeting)]);
    }

    /// <summary>Somebody has changed the document meanwhile: it stays as it is until a person decides.</summary>
    public static AdaptiveCard Changed(Forum forum, Meeting meeting, DocumentChangedByOthers changed)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(changed);
        return Card(forum, meeting, (MinutesTexts.HasChanged, TextColor.Warning), changed.Text,
            [.. Choices(MinutesCard.DataOf(meeting.ForumId, meeting.Id), changed), Show(meeting)]) with
        {
            Refresh = new CardRefresh(Show(meeting)),
        };
    }

    /// <summary>Beside it, or over it; the earlier version is kept either way.</summary>
    internal static IEnumerable<ExecuteAction> Choices(JsonObject target, DocumentChangedByOthers changed)
    {
        var over = target.DeepClone().AsObject();
        over["over"] = changed.Version;
        var beside = target.DeepClone().AsObject();
        beside["beside"] = "yes";
        yield return new ExecuteAction(MinutesTexts.Beside, MinutesCard.WriteVerb) { Data = beside, Style = ActionStyle.Positive };
        yield return new ExecuteAction(MinutesTexts.Overwrite, MinutesCard.WriteVerb) { Data = over, Style = ActionStyle.Destructive };
    }

    private static ExecuteAction Show(Meeting meeting) =>
        new(MinutesTexts.Show, MinutesCard.ShowVerb) { Data = MinutesCard.DataOf(meeting.ForumId, meeting.Id) };

    private static AdaptiveCard Card(
        Forum forum, Meeting meeting, (string Word, TextColor Color) state, string text, IReadOnlyList<CardAction> actions)
    {
        var heading = MinutesTexts.Heading(forum.Name);
        var when = MinutesTexts.When(meeting.Time);
        var spoken = $"{heading}. {when}. {state.Word}. {text}";
        return new AdaptiveCard
        {
            Speak = spoken,
            FallbackText = spoken,
            Body =
            [
                new TextBlock(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Size = TextSize.Medium, Style = TextBlockStyle.Heading },
                new TextBlock(when) { Spacing = Spacing.Small },
                new TextBlock(state.Word) { Color = state.Color, Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                new TextBlock(CardText.Escape(text)) { Spacing = Spacing.Small },
            ],
            Actions = actions,
        }.WithButtonsInLines();
    }
}
