using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Attendance.Items;

/// <summary>Who took no part in an item: the question, and what the minutes will say.</summary>
internal static class ItemAttendanceCard
{
    internal const string Recused = "recused";
    internal const string Away = "away";
    internal const string Span = "span";
    internal const string Person = "person";

    private const int MaxSubstitutes = 3;

    /// <summary>Each stands in the card twice.</summary>
    private const int MaxPeople = 100;

    internal static AdaptiveCard Ask(MeetingView meeting, AgendaLine line, ItemAttendance attendance)
    {
        var there = attendance.There;
        return Card(meeting, line, there.Count == 0
            ? [CardParts.Line(Texts.NoSeats)]
            :
            [
                People(Recused, Texts.Recused, ItemAbsenceKind.Recused),
                People(Away, Texts.Away, ItemAbsenceKind.Away),
                new ChoiceSetInput(Span, Texts.Onwards, [Choice(Texts.OnlyThis, ItemSpan.OnlyThis), Choice(Texts.Following, ItemSpan.Following), Choice(Texts.Preceding, ItemSpan.Preceding)])
                {
                    Style = ChoiceInputStyle.Expanded,
                    Value = Number(ItemSpan.OnlyThis),
                },
            ],
            there.Count == 0
                ? [Back(meeting, line)]
                : [CardParts.Submit(Texts.Save, ItemAttendanceVerbs.Save, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)), Back(meeting, line)]);

        ChoiceSetInput People(string id, string label, ItemAbsenceKind kind) => new(id, label, [.. there.Take(MaxPeople).Select(ToChoice)])
        {
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Value = string.Join(',', there.Where(one => attendance.Of(line.Id, one.Seat.Id) == kind).Select(one => CardIds.Write(one.Seat.Id))),
        };
    }

    /// <summary>What the minutes will say of the item.</summary>
    /// <param name="replaces">The forum's rules let a substitute be called in for an item.</param>
    internal static AdaptiveCard Saved(MeetingView meeting, AgendaLine line, ItemAttendance attendance, bool replaces = false)
    {
        var (sentences, quorum) = (attendance.Sentences(line.Id), attendance.QuorumAt(line.Id));
        return Card(
            meeting,
            line,
            [
                .. sentences.Count == 0 ? [CardParts.Line(Texts.Nobody)] : sentences.Select(sentence => CardParts.Line(sentence)),
                .. quorum.IsMet ? [CardParts.Subtle(Texts.StillQuorum(quorum))] : Array.Empty<CardElement>(),
                .. replaces ? Substitutes(meeting, line, attendance) : [],
            ],
            [Back(meeting, line), CardParts.Button(Agendas.Attachments.Texts.Change, ItemAttendanceVerbs.Form, CardParts.Data(meeting.ForumId, meeting.Id, line.Id))]);
    }

    /// <summary>In the seat of whoever is inhabil: the substitutes on the member's list, in their order; or the one who was called in, to be taken out.</summary>
    private static IReadOnlyList<CardElement> Substitutes(MeetingView meeting, AgendaLine line, ItemAttendance attendance)
    {
        var buttons = attendance.There.Where(one => attendance.Of(line.Id, one.Seat.Id) == ItemAbsenceKind.Recused).SelectMany(one => attendance.IsEmptyAt(line.Id, one.Seat.Id)
            ? one.Seat.SubstitutePeople.Take(MaxSubstitutes).Select(person => Button(Texts.CallIn(person.Name, one.Name!), one.Seat, person.Id))
            : [Button(Texts.TakeOut, one.Seat, person: null)]).ToList();
        return buttons.Count == 0 ? [] : [CardParts.Subtle(Texts.SubstituteHint), .. CardParts.Lines(buttons)];

        ExecuteAction Button(string title, Domain.Forums.ForumMember seat, Domain.Forums.PersonId? person)
        {
            var data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id).With(CardIds.Member, seat.Id);
            return CardParts.Button(title, ItemAttendanceVerbs.Substitute, person is { } id ? data.With(Person, id) : data);
        }
    }

    private static AdaptiveCard Card(MeetingView meeting, AgendaLine line, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = Texts.Heading(line.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. body,
            ],
            Actions = actions,
        }.WithButtonsInLines();
    }

    private static ExecuteAction Back(MeetingView meeting, AgendaLine line) =>
        CardParts.Button(Agendas.Attachments.Texts.BackToItem, AgendaVerbs.Item, CardParts.Data(meeting.ForumId, meeting.Id, line.Id));

    /// <summary>A list that is ticked is read as Markdown.</summary>
    private static Choice ToChoice(Sitting sitting) =>
        new(CardText.Escape($"{DanishText.Shorten(sitting.Name!, 60)}, {DanishText.Shorten(sitting.Seat.Organisation, 60)}"), CardIds.Write(sitting.Seat.Id));

    private static Choice Choice(string title, ItemSpan span) => new(title, Number(span));

    private static string Number(ItemSpan span) => ((int)span).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
