using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime.Text;

namespace Klynge.Application.Meetings.Scheduling;

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

    internal static LocalTimePattern Clock { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="typed">The meeting as the person would have it, while another saved what stands there now; null for the meeting as it stands.</param>
    internal static AdaptiveCard Move(MeetingView meeting, int people, MeetingView? typed = null) => Form(
        meeting,
        Texts.MoveMeeting,
        [
            .. typed is null ? [] : Conflict(
                MeetingVerbs.MoveForm,
                meeting,
                (Texts.NewTimeLabel, CardParts.When(meeting.Time), CardParts.When(typed.Time)),
                (Texts.PlaceLabel, meeting.Place, typed.Place)),
            CardParts.Line(Texts.Reach(people)),
            new DateInput(Date, Texts.DateLabel)
            {
                Value = LocalDatePattern.Iso.Format((typed ?? meeting).Time.Date),
                IsRequired = true,
                ErrorMessage = Texts.DateNeeded,
            },
            new TimeInput(Start, Texts.StartLabel)
            {
                Value = Clock.Format((typed ?? meeting).Time.Start),
                IsRequired = true,
                ErrorMessage = Texts.StartNeeded,
            },
            new TimeInput(End, Texts.EndLabel) { Value = (typed ?? meeting).Time.End is { } end ? Clock.Format(end) : null },
            new TextInput(Place, Texts.PlaceLabel) { Value = (typed ?? meeting).Place },
        ],
        CardParts.Submit(Texts.MoveButton(people), MeetingVerbs.Move, Versioned(meeting)));

    internal static AdaptiveCard Cancel(MeetingView meeting, int people) => Form(
        meeting,
        Texts.CancelMeeting,
        [
            CardParts.Line(Texts.Reach(people)),
            new TextInput(Reason, Texts.CancelReasonLabel(people)) { IsMultiline = true },
        ],
        CardParts.Submit(
            Texts.CancelButton(people), MeetingVerbs.Cancel, CardParts.Data(meeting.ForumId, meeting.Id), ActionStyle.Destructive));

    /// <inheritdoc cref="Move"/>
    internal static AdaptiveCard Details(MeetingView meeting, IReadOnlyList<ForumMember> seats, MeetingView? typed = null)
    {
        var shown = typed ?? meeting;
        return Form(
            meeting,
            Texts.MeetingDetails,
            [
                .. typed is null ? [] : Conflict(
                    MeetingVerbs.DetailsForm,
                    meeting,
                    (Texts.ChairLabel, NameOf(seats, meeting.ChairId), NameOf(seats, typed.ChairId)),
                    (Texts.MinuteTakerLabel, NameOf(seats, meeting.MinuteTakerId), NameOf(seats, typed.MinuteTakerId)),
                    (Texts.CaseLabel, meeting.CaseNumber, typed.CaseNumber),
                    (Texts.DocumentLabel, meeting.DocumentNumber, typed.DocumentNumber)),
                .. Person(Chair, Texts.ChairLabel, meeting, seats, shown.ChairId),
                .. Person(MinuteTaker, Texts.MinuteTakerLabel, meeting, seats, shown.MinuteTakerId),
                new TextInput(CaseNumber, Texts.CaseLabel) { Value = shown.CaseNumber },
                new TextInput(DocumentNumber, Texts.DocumentLabel) { Value = shown.DocumentNumber },
            ],
            CardParts.Submit(typed is null ? Texts.Save : Texts.SaveMine, MeetingVerbs.Details, Versioned(meeting)));
    }

    private static Container[] Conflict(ButtonRight verb, MeetingView meeting, params (string Label, string? Saved, string? Typed)[] fields) =>
        [EditConflict.Of(verb, CardParts.Data(meeting.ForumId, meeting.Id), fields).ToElement()];

    private static string? NameOf(IReadOnlyList<ForumMember> seats, PersonId? person) =>
        seats.FirstOrDefault(seat => seat.PersonId == person)?.Person.Name;

    private static IEnumerable<CardElement> Person(string id, string label, MeetingView meeting, IReadOnlyList<ForumMember> seats, PersonId? chosen) =>
        PersonInput.Of(
            new ChoiceSetInput(id, label, new Choice(Texts.NobodyChosen, Nobody)) { Value = chosen is { } person ? CardIds.Write(person) : Nobody },
            People(meeting.ForumId, meeting.Id),
            [.. People(seats)]);

    /// <summary>Where a person is searched for when the forum is too large for the card.</summary>
    internal static PeopleSource People(ForumId forum, MeetingId meeting) => new(PeopleSource.People, forum, ListedId.Of(meeting));

    private static IEnumerable<Choice> People(IReadOnlyList<ForumMember> seats) => seats
        .DistinctBy(seat => seat.PersonId)
        .Select(seat => new Choice(
            DanishText.Shorten($"{seat.Person.Name}, {seat.Role.Danish()}", 100), CardIds.Write(seat.PersonId)));

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
        Actions = [save, CardParts.BackToAgenda(meeting.ForumId, meeting.Id)],
    }.WithButtonsInLines();
}
