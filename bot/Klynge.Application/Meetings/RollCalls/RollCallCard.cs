using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>
/// »Fremmøde«: the question who came. With an attendance report those are ticked whom it shows, each with how long; without one everybody
/// who sent no apology. People whom nobody recognises in the report are asked about below. A long list is asked about page by page, and
/// each page is saved by itself.
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

    /// <summary>A person is about 150 bytes of the card.</summary>
    internal const int PageSize = 100;

    /// <summary>Each question lists everybody, so that there can only be a few at a time; the next ones come when these are answered.</summary>
    private const int MaxQuestions = 5;

    /// <summary>Five questions with so many choices, beside a page of people, fit a card.</summary>
    private const int MaxChoices = 40;

    /// <summary>What else somebody can be.</summary>
    private static IReadOnlyList<Choice> Others { get; } =
        [new Choice(Texts.GuestChoice, Guest), new Choice(Texts.RoomChoice, Room), new Choice(Texts.IgnoreChoice, Ignore)];

    /// <summary>As it is sent of its own accord: once somebody has answered, it says so.</summary>
    internal static AdaptiveCard Sent(RollCallView view) => Ask(view) with
    {
        Refresh = new CardRefresh(CardParts.Button(Texts.WhoCame, MeetingVerbs.RollCallForm, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id))),
    };

    internal static AdaptiveCard Sent(MeetingView meeting, IEnumerable<RollCallLine> participants) =>
        Sent(new RollCallView(meeting, [.. participants], [], HasReport: false));

    /// <param name="page">From 0; one that is out of range shows the nearest there is.</param>
    internal static AdaptiveCard Ask(RollCallView view, string? told = null, int page = 0)
    {
        var meeting = view.Meeting;
        var shown = Math.Clamp(page, 0, PagesOf(view) - 1);
        var listed = PageOf(view.Lines, line => (line.Order, line.Id.Value), shown);
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
                    Value = string.Join(',', listed.Where(person => person.IsThere).Select(person => CardIds.Write(person.Id))),
                },
                .. Questions(view),
                .. Pager(view, shown),
                .. CardParts.Lines(
                [
                    CardParts.Submit(Texts.SaveRollCall, MeetingVerbs.RollCall, PageData(view, shown)),
                    Button(Texts.WriteDecision, AgendaVerbs.DecideForm),
                    Button(Texts.WriteMinutes, Minutes.MinutesCard.ShowVerb),
                    Button(Texts.WasATrial, MeetingVerbs.Reopen),
                    Button(Texts.GoesOn, MeetingVerbs.Resume),
                ]),
            ],
        };

        ExecuteAction Button(string title, ButtonRight verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }

    internal static int PagesOf(RollCallView view) => Math.Max(1, (view.Lines.Count + PageSize - 1) / PageSize);

    /// <summary>The people on one page. Who is added later comes last, so a page keeps its people.</summary>
    internal static List<T> PageOf<T>(IEnumerable<T> people, Func<T, (int Order, Guid Id)> key, int page) =>
        [.. people.OrderBy(key).Skip(page * PageSize).Take(PageSize)];

    private static IEnumerable<CardElement> Pager(RollCallView view, int page)
    {
        var pages = PagesOf(view);
        if (pages == 1)
            yield break;

        yield return CardParts.Subtle(Texts.RollCallPage(page, pages, view.Lines.Count));
        CardAction?[] ways = [page > 0 ? Turn(Agendas.Texts.PreviousPage, page - 1) : null, page < pages - 1 ? Turn(Agendas.Texts.NextPage, page + 1) : null];
        yield return new ActionSet([.. ways.OfType<CardAction>()]);

        CardAction Turn(string title, int to) => CardParts.Button(title, MeetingVerbs.RollCallForm, PageData(view, to));
    }

    private static JsonObject PageData(RollCallView view, int page)
    {
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
        if (PagesOf(view) > 1)
            data[CardParts.Page] = page;

        return data;
    }

    private static IEnumerable<CardElement> Questions(RollCallView view)
    {
        if (view.Unknown.Count == 0)
            yield break;

        yield return CardParts.Line(Texts.UnknownHeading(view.Unknown.Count));
        var source = Source(view.Meeting.ForumId, view.Meeting.Id);
        Choice[] people = [.. ParticipantList.Choices(view.Lines).Select(one => new Choice(one.Title, one.Value))];
        foreach (var presence in view.Unknown.Take(MaxQuestions))
        {
            var input = new ChoiceSetInput(Who + CardIds.Write(presence.Id), Texts.UnknownPerson(presence)) { Placeholder = Texts.AnswerLater };
            foreach (var field in PersonInput.Of(input, source, people, Others, maxListed: MaxChoices))
                yield return field;
        }

        if (view.Unknown.Count > MaxQuestions)
            yield return CardParts.Subtle(Texts.MoreUnknown(view.Unknown.Count - MaxQuestions));
    }

    /// <summary>Where a line of the list is searched for when it is too long for the card.</summary>
    internal static PeopleSource Source(ForumId forum, MeetingId meeting) => new(PeopleSource.Participants, forum, ListedId.Of(meeting));

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

        // A list that is ticked is read as Markdown, a list that drops down is not.
        return new Choice(CardText.Escape($"{Short(participant.Name)}, {participant.Role.Danish()}{absent}{evidence}"), CardIds.Write(participant.Id));
    }

    private static string Short(string name) => DanishText.Shorten(name, 60);
}
