using Klynge.Application.Agendas;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings;

/// <summary>»møder«: the meetings ahead, forum by forum.</summary>
internal static class MeetingListCard
{
    /// <summary>Meetings on the card; a year's plan of a forum is a handful.</summary>
    private const int Most = 24;

    internal static AdaptiveCard Build(IReadOnlyList<MeetingsOfForum> forums)
    {
        var left = Most;
        var body = new List<CardElement> { CardParts.Heading(Texts.MeetingsAhead) };
        foreach (var forum in forums)
        {
            body.Add(new TextBlock(CardText.Escape(forum.Name))
            {
                Weight = TextWeight.Bolder,
                Separator = true,
                Style = TextBlockStyle.Heading,
            });
            body.AddRange(forum.Meetings.Take(left).Select(meeting => Row(forum, meeting)));
            left -= Math.Min(left, forum.Meetings.Count);
            if (forum.Meetings.Count == 0)
                body.Add(CardParts.Subtle(forum.Manages ? $"{Texts.NoMeetings} {Texts.NewMeetingHint}" : Texts.NoMeetings));

            if (forum.Manages && forum.Warnings.Count > 0)
                body.Add(CardParts.Warning(forum.Warnings));
        }

        return new AdaptiveCard { Speak = Texts.MeetingsAhead, FallbackText = Texts.MeetingsAhead, Body = body };
    }

    private static Container Row(MeetingsOfForum forum, MeetingRow meeting)
    {
        var (word, color) = CardParts.Badge(meeting.Status);
        return new Container(
            new ColumnSet(
                new Column(
                    CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                    CardParts.Subtle(DanishText.Shorten(meeting.Place, 100))),
                new Column(new TextBlock(word) { Color = color, Weight = TextWeight.Bolder, Wrap = false }) { Width = "auto" }),
            new ActionSet([.. Buttons(forum, meeting)]));
    }

    private static IEnumerable<CardAction> Buttons(MeetingsOfForum forum, MeetingRow meeting)
    {
        yield return Button(Texts.AgendaShort, AgendaVerbs.Show);
        if (forum.Manages)
        {
            yield return Button(Texts.MoveShort, MeetingVerbs.MoveForm);
            yield return Button(Texts.CancelShort, MeetingVerbs.CancelForm);
        }

        ExecuteAction Button(string title, ButtonRight verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }
}

internal sealed record MeetingRow(MeetingId Id, ForumId ForumId, MeetingTime Time, string Place, MeetingStatus Status)
{
    internal static MeetingRow Of(Meeting meeting) => new(meeting.Id, meeting.ForumId, meeting.Time, meeting.Place, meeting.Status);
}

/// <param name="Manages">The reader may move and cancel.</param>
internal sealed record MeetingsOfForum(string Name, bool Manages, IReadOnlyList<MeetingRow> Meetings, IReadOnlyList<string> Warnings);
