using Klynge.Application.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings;

/// <summary>»Fremmøde«: the question who came, with everybody ticked who sent no apology.</summary>
internal static class RollCallCard
{
    internal const string Attended = "attended";

    /// <summary>A person is about 150 characters of the card: more would not fit.</summary>
    private const int MostPeople = 150;

    internal static AdaptiveCard Ask(MeetingView meeting, IEnumerable<RollCallLine> participants)
    {
        var listed = participants.OrderBy(participant => participant.Order).Take(MostPeople).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {Texts.WhoCame}"),
            FallbackText = $"{meeting.Forum}: {Texts.WhoCame}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.WhoCame),
                CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                new ChoiceSetInput(Attended, Texts.RollCallHint, [.. listed.Select(ToChoice)])
                {
                    IsMultiSelect = true,
                    Style = ChoiceInputStyle.Expanded,
                    Value = string.Join(',', listed.Where(person => person.IsThere).Select(person => person.Id.ToString("N"))),
                },
                .. CardParts.Lines(
                [
                    CardParts.Submit(Texts.SaveRollCall, MeetingVerbs.RollCall, CardParts.Data(meeting.ForumId, meeting.Id)),
                    Button(Texts.WriteDecision, AgendaVerbs.DecideForm),
                    Button(Texts.WriteMinutes, AgendaVerbs.Minutes),
                    Button(Texts.WasATrial, MeetingVerbs.Reopen),
                ]),
            ],
        };

        ExecuteAction Button(string title, string verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }

    private static Choice ToChoice(RollCallLine participant)
    {
        var name = DanishText.Shorten(participant.Name, 60);
        var absent = (participant.Apology, participant.Substitute) switch
        {
            (true, { } substitute) => $" (afbud, stedfortræder: {DanishText.Shorten(substitute, 60)})",
            (true, null) => " (afbud)",
            _ => string.Empty,
        };
        return new Choice($"{name}, {participant.Role.Danish()}{absent}", participant.Id.ToString("N"));
    }
}
