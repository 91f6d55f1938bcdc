using Klynge.Application.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings;

/// <summary>
/// »Fremmøde«: the question who came. With an attendance report those are ticked whom it shows, each with how long; without one everybody
/// who sent no apology. People whom nobody recognises in the report are asked about below.
/// </summary>
internal static class RollCallCard
{
    internal const string Attended = "attended";

    /// <summary>Before the id of a presence in the name of its field.</summary>
    internal const string Who = "who";

    /// <summary>Before the id of a participant: the substitute of that one.</summary>
    internal const string SubstituteOf = "substitute:";

    internal const string Guest = "guest";
    internal const string Ignore = "ignore";
    internal const string Room = "room";

    /// <summary>A person is about 150 characters of the card: more would not fit.</summary>
    private const int MostPeople = 150;

    /// <summary>Each question lists everybody, so that there can only be a few at a time; the next ones come when these are answered.</summary>
    private const int MostQuestions = 5;

    private const int MostChoices = 60;

    internal static AdaptiveCard Ask(MeetingView meeting, IEnumerable<RollCallLine> participants) =>
        Ask(new RollCallView(meeting, [.. participants], [], HasReport: false));

    internal static AdaptiveCard Ask(RollCallView view, string? told = null)
    {
        var meeting = view.Meeting;
        var listed = view.Lines.OrderBy(participant => participant.Order).Take(MostPeople).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {Texts.WhoCame}"),
            FallbackText = $"{meeting.Forum}: {Texts.WhoCame}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.WhoCame),
                CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. told is null ? Array.Empty<CardElement>() : [CardParts.Subtle(told)],
                .. view.Rooms is { Count: > 0 } rooms ? [CardParts.Line(Texts.InRoom(rooms))] : Array.Empty<CardElement>(),
                new ChoiceSetInput(Attended, view.HasReport ? Texts.ReportHint : Texts.RollCallHint, [.. listed.Select(ToChoice)])
                {
                    IsMultiSelect = true,
                    Style = ChoiceInputStyle.Expanded,
                    Value = string.Join(',', listed.Where(person => person.IsThere).Select(person => person.Id.ToString("N"))),
                },
                .. Questions(view, listed),
                .. CardParts.Lines(
                [
                    CardParts.Submit(Texts.SaveRollCall, MeetingVerbs.RollCall, CardParts.Data(meeting.ForumId, meeting.Id)),
                    Button(Texts.WriteDecision, AgendaVerbs.DecideForm),
                    Button(Texts.WriteMinutes, AgendaVerbs.Minutes),
                    Button(Texts.WasATrial, MeetingVerbs.Reopen),
                    Button(Texts.GoesOn, MeetingVerbs.Resume),
                ]),
            ],
        };

        ExecuteAction Button(string title, string verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }

    private static IEnumerable<CardElement> Questions(RollCallView view, List<RollCallLine> listed)
    {
        if (view.Unknown.Count == 0)
        {
            yield break;
        }

        yield return CardParts.Line(Texts.UnknownHeading(view.Unknown.Count));
        var choices = WhoChoices(listed);
        foreach (var presence in view.Unknown.Take(MostQuestions))
        {
            yield return new ChoiceSetInput(Who + presence.Id.ToString("N"), Texts.UnknownPerson(presence), choices) { Placeholder = Texts.AnswerLater };
        }

        if (view.Unknown.Count > MostQuestions)
        {
            yield return CardParts.Subtle(Texts.MoreUnknown(view.Unknown.Count - MostQuestions));
        }
    }

    private static IReadOnlyList<Choice> WhoChoices(List<RollCallLine> listed) =>
    [
        .. listed.Take(MostChoices).Select(person => new Choice(Short(person.Name), person.Id.ToString("N"))),
        .. listed.Where(person => person.Apology).Take(MostChoices)
            .Select(person => new Choice(Texts.SubstituteOf(Short(person.Name)), SubstituteOf + person.Id.ToString("N"))),
        new Choice(Texts.GuestChoice, Guest),
        new Choice(Texts.RoomChoice, Room),
        new Choice(Texts.IgnoreChoice, Ignore),
    ];

    private static Choice ToChoice(RollCallLine participant)
    {
        var absent = (participant.Apology, participant.Substitute) switch
        {
            (true, { } substitute) => $" (afbud, stedfortræder: {Short(substitute)})",
            (true, null) => " (afbud)",
            (false, { } substitute) => $" (stedfortræder: {Short(substitute)})",
            _ => string.Empty,
        };
        var evidence = participant.Evidence is { } says ? $" · {says}" : string.Empty;
        return new Choice($"{Short(participant.Name)}, {participant.Role.Danish()}{absent}{evidence}", participant.Id.ToString("N"));
    }

    private static string Short(string name) => DanishText.Shorten(name, 60);
}
