using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Changes;

/// <summary>What has changed since the agenda went out: the question to the secretariat, with what everybody will read, and the notice.</summary>
internal static class ChangesCard
{
    internal const string Seen = "seen";

    /// <summary>More lines than this are summed up: the agenda has them all.</summary>
    private const int MaxLines = 20;

    /// <param name="meanwhile">It has changed since it was asked last.</param>
    internal static AdaptiveCard Ask(MeetingView meeting, AgendaChanges changes, int people, bool meanwhile)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Seen] = changes.Seen;
        return CardParts.Note(
            meeting,
            ChangeTexts.Question(people),
            [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. Lines(changes)],
            meanwhile ? [ChangeTexts.Meanwhile] : [],
            CardParts.Submit(ChangeTexts.Tell(people), AgendaVerbs.TellChanges, data),
            CardParts.ToAgenda(meeting.ForumId, meeting.Id));
    }

    internal static AdaptiveCard Notice(MeetingView meeting, AgendaChanges changes) => CardParts.Note(
        meeting,
        ChangeTexts.Heading,
        [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. Lines(changes)],
        [],
        CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    private static IEnumerable<string> Lines(AgendaChanges changes)
    {
        foreach (var change in changes.Lines.Take(MaxLines))
            yield return ChangeTexts.Line(change);

        if (changes.Lines.Count > MaxLines)
            yield return ChangeTexts.More(changes.Lines.Count - MaxLines);
    }
}
