using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>The agenda as others will read it, before it goes out: nothing on it can be pressed but what shows more.</summary>
internal static class AgendaPreview
{
    /// <summary>Whether it is for somebody who may read closed items.</summary>
    internal const string ReadsClosed = "readsClosed";

    /// <param name="view">As the secretariat reads it.</param>
    /// <param name="readsClosed">A member does, an observer does not.</param>
    internal static AdaptiveCard Build(AgendaView view, bool readsClosed)
    {
        var meeting = view.Meeting;
        var theirs = readsClosed ? view : view with { Lines = [.. view.Lines.Select(AgendaLines.Hide)] };
        var card = AgendaCard.Build(theirs, new AgendaAudience { Closed = readsClosed ? ClosedReader.Everything : ClosedReader.Nothing });
        return card with
        {
            Body = [CardParts.Caution(Texts.PreviewFor(readsClosed)), .. card.Body],
            Actions = [CardParts.Button(Texts.BackToSending, AgendaVerbs.SendForm, CardParts.Data(meeting.ForumId, meeting.Id))],
        };
    }

    /// <summary>The ways to look: as a member, and where something is closed also as an observer.</summary>
    internal static IEnumerable<CardAction> Ways(AgendaView view)
    {
        yield return Way(view, Texts.PreviewAsMember, readsClosed: true);
        if (view.Lines.Any(line => line.Content.IsClosed))
            yield return Way(view, Texts.PreviewAsObserver, readsClosed: false);
    }

    private static ExecuteAction Way(AgendaView view, string title, bool readsClosed)
    {
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
        data[ReadsClosed] = readsClosed;
        return CardParts.Button(title, AgendaVerbs.Preview, data);
    }
}
