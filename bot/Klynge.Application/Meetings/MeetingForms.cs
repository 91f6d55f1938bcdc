using System.Text.Json.Nodes;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime.Text;

namespace Klynge.Application.Meetings;

/// <summary>The forms in which the secretariat moves, cancels and describes a meeting. Each says how many people it reaches.</summary>
internal static class MeetingForms
{
    internal const string Date = "date";
    internal const string Start = "start";
    internal const string End = "end";
    internal const string Place = "place";
    internal const string Reason = "reason";
    internal const string Chair = "chair";
    internal const string MinuteTaker = "minuteTaker";
    internal const string CaseNumber = "caseNumber";
    internal const string DocumentNumber = "documentNumber";
    internal const string Nobody = "-";

    internal static AdaptiveCard Move(MeetingView meeting, int people) => Form(
        meeting,
        Texts.MoveMeeting,
        [
            CardParts.Line(Texts.Reach(people)),
            new DateInput(Date, Texts.DateLabel)
            {
                Value = LocalDatePattern.Iso.Format(meeting.Time.Date),
                IsRequired = true,
                ErrorMessage = Texts.DateNeeded,
            },
            new TimeInput(Start, Texts.StartLabel)
            {
                Value = Clock.Format(meeting.Time.Start),
                IsRequired = true,
                ErrorMessage = Texts.StartNeeded,
            },
            new TimeInput(End, Texts.EndLabel) { Value = meeting.Time.End is { } end ? Clock.Format(end) : null },
            new TextInput(Place, Texts.PlaceLabel) { Value = meeting.Place, MaxLength = 200 },
        ],
        CardParts.Submit(Texts.MoveButton(people), MeetingVerbs.Move, Versioned(meeting)));

    internal static AdaptiveCard Cancel(MeetingView meeting, int people) => Form(
        meeting,
        Texts.CancelMeeting,
        [
            CardParts.Line(Texts.Reach(people)),
            new TextInput(Reason, Texts.CancelReasonLabel(people)) { IsMultiline = true, MaxLength = 500 },
        ],
        CardParts.Submit(
            Texts.CancelButton(people), MeetingVerbs.Cancel, CardParts.Data(meeting.ForumId, meeting.Id), ActionStyle.Destructive));

    internal static AdaptiveCard Details(MeetingView meeting, IReadOnlyList<ForumMember> seats) => Form(
        meeting,
        Texts.MeetingDetails,
        [
            .. Person(Chair, Texts.ChairLabel, meeting, seats, meeting.ChairId),
            .. Person(MinuteTaker, Texts.MinuteTakerLabel, meeting, seats, meeting.MinuteTakerId),
            new TextInput(CaseNumber, Texts.CaseLabel) { Value = meeting.CaseNumber, MaxLength = 50 },
            new TextInput(DocumentNumber, Texts.DocumentLabel) { Value = meeting.DocumentNumber, MaxLength = 50 },
        ],
        CardParts.Submit(Texts.Save, MeetingVerbs.Details, Versioned(meeting)));

    internal static LocalTimePattern Clock { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static IEnumerable<CardElement> Person(string id, string label, MeetingView meeting, IReadOnlyList<ForumMember> seats, PersonId? chosen) =>
        PersonInput.Of(
            new ChoiceSetInput(id, label, new Choice(Texts.NobodyChosen, Nobody)) { Value = chosen is { } person ? person.Value.ToString("N") : Nobody },
            People(meeting.ForumId, meeting.Id),
            [.. People(seats)]);

    /// <summary>Where a person is searched for when the forum is too large for the card.</summary>
    internal static PeopleSource People(ForumId forum, MeetingId meeting) => new(PeopleSource.People, forum, meeting.Value);

    private static IEnumerable<Choice> People(IReadOnlyList<ForumMember> seats) => seats
        .DistinctBy(seat => seat.PersonId)
        .Select(seat => new Choice(
            DanishText.Shorten($"{seat.Person.Name}, {seat.Role.Danish()}", 100), seat.PersonId.Value.ToString("N")));

    private static JsonObject Versioned(MeetingView meeting)
    {
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[CardParts.Version] = meeting.Version;
        return data;
    }

    private static AdaptiveCard Form(MeetingView meeting, string heading, IEnumerable<CardElement> body, ExecuteAction save) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
        FallbackText = $"{meeting.Forum}: {heading}",
        Body =
        [
            CardParts.ForumLine(meeting.Forum, meeting.Board),
            CardParts.Heading(heading),
            CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
            .. body,
        ],
        Actions = [save, CardParts.ToAgenda(meeting.ForumId, meeting.Id)],
    }.WithButtonsInLines();
}
