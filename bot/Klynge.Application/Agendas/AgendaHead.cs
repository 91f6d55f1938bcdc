using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>The head of an agenda: forum and state, when, where, who leads, and the way into the meeting.</summary>
internal static class AgendaHead
{
    internal static IEnumerable<CardElement> Of(MeetingView meeting)
    {
        var (word, color) = CardParts.Badge(meeting.Status);
        yield return new ColumnSet(
            new Column(CardParts.ForumLine(meeting.Forum, meeting.Board)),
            new Column(new TextBlock(word) { Color = color, Weight = TextWeight.Bolder, Wrap = false }) { Width = "auto" });
        yield return CardParts.Heading($"{Texts.Agenda}: {CardParts.When(meeting.Time)}");
        yield return CardParts.Line(string.Join(" · ", Facts(meeting)));
        if (meeting.Status == MeetingStatus.Cancelled)
        {
            yield return CardParts.Warning([Texts.Cancelled(meeting.CancellationReason)]);
        }
        else if (JoinAddress(meeting) is { } address)
        {
            yield return new ActionSet(new OpenUrlAction(Texts.Join, address));
        }
    }

    private static IEnumerable<string> Facts(MeetingView meeting)
    {
        if (meeting.Place.Length > 0)
        {
            yield return DanishText.Shorten(meeting.Place, 200);
        }

        if (meeting.Chair is { } chair)
        {
            yield return Texts.Led(chair);
        }

        if (meeting.Place.Length == 0 && meeting.Chair is null)
        {
            yield return "Sted følger";
        }
    }

    /// <summary>The address comes from a calendar or an event: only a web address becomes a button.</summary>
    private static Uri? JoinAddress(MeetingView meeting) =>
        meeting.Status != MeetingStatus.Held
        && Uri.TryCreate(meeting.JoinUrl, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : null;
}
