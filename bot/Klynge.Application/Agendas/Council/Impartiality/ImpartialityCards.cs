using System.Globalization;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>Who may be inhabil at an item: what was raised and decided, the way to raise it, and for the secretariat to write what the body decides.</summary>
internal static class ImpartialityCards
{
    internal const string Outcome = "outcome";

    private const int MaxSeats = 60;

    /// <param name="ownSeat">The presser's own, where they sit in one; null otherwise.</param>
    /// <param name="told">What has just happened; null for nothing.</param>
    internal static AdaptiveCard Show(MeetingView meeting, AgendaLine line, MemberId? ownSeat, bool decides, string? told = null) => Card(
        meeting,
        line,
        [
            .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
            CardParts.Subtle(ImpartialityTexts.Hint),
            .. line.Content.Impartiality.Count == 0 ? [CardParts.Line(ImpartialityTexts.NobodyYet)] : Array.Empty<CardElement>(),
            .. decides && line.Content.Impartiality.Count > 0 ? [CardParts.Subtle(ImpartialityTexts.DecideHint)] : Array.Empty<CardElement>(),
            .. line.Content.Impartiality.SelectMany(one => Question(meeting, line, one, decides)),
        ],
        [
            .. ownSeat is { } own && line.Content.Impartiality.All(one => one.Seat != own)
                ? [CardParts.Button(ImpartialityTexts.Own, ImpartialityVerbs.Raise, CardParts.Data(meeting.ForumId, meeting.Id, line.Id).With(CardIds.Member, own))]
                : Array.Empty<CardAction>(),
            CardParts.Button(ImpartialityTexts.Other, ImpartialityVerbs.Form, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)),
            .. decides ? [CardParts.Button(Attendance.Items.Texts.Button, ItemAttendanceVerbs.Form, CardParts.Data(meeting.ForumId, meeting.Id, line.Id))] : Array.Empty<CardAction>(),
            CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)),
        ]);

    /// <param name="seats">The members at the meeting, in the forum's order.</param>
    internal static AdaptiveCard Form(MeetingView meeting, AgendaLine line, IReadOnlyList<Sitting> seats) => Card(
        meeting,
        line,
        [
            new ChoiceSetInput(CardIds.Member, ImpartialityTexts.WhoLabel, [.. seats.Take(MaxSeats).Select(ToChoice)])
            {
                IsRequired = true,
                ErrorMessage = ImpartialityTexts.WhoNeeded,
            },
        ],
        [
            CardParts.Submit(ImpartialityTexts.Raise, ImpartialityVerbs.Raise, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)),
            CardParts.Back(ImpartialityVerbs.Show, CardParts.Data(meeting.ForumId, meeting.Id, line.Id)),
        ]);

    private static IEnumerable<CardElement> Question(MeetingView meeting, AgendaLine line, ImpartialityQuestion question, bool decides)
    {
        yield return CardParts.Line(ImpartialityTexts.Printed(question, meeting.Forum));
        if (!decides)
            yield break;

        CardAction?[] buttons =
        [
            question.Outcome == ImpartialityOutcome.Recused ? null : Button(ImpartialityTexts.IsRecused(question.Name), ImpartialityOutcome.Recused),
            question.Outcome == ImpartialityOutcome.TakesPart ? null : Button(ImpartialityTexts.TakesPart(question.Name), ImpartialityOutcome.TakesPart),
        ];
        foreach (var row in CardParts.Lines(buttons.OfType<CardAction>()))
            yield return row;

        ExecuteAction Button(string title, ImpartialityOutcome outcome)
        {
            var data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id).With(CardIds.Member, question.Seat);
            data[Outcome] = ((int)outcome).ToString(CultureInfo.InvariantCulture);
            return CardParts.Button(DanishText.Shorten(title, 80), ImpartialityVerbs.Decide, data);
        }
    }

    private static AdaptiveCard Card(MeetingView meeting, AgendaLine line, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = ImpartialityTexts.Heading(line.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            IsConfidential = line.Content.IsClosed,
            Body = [CardParts.ForumLine(meeting.Forum, meeting.Board), CardParts.Heading(heading), CardParts.Line(line.Content.Title), .. body],
            Actions = actions,
        }.WithButtonsInLines();
    }

    private static Choice ToChoice(Sitting sitting) =>
        new($"{DanishText.Shorten(sitting.Name!, 60)}, {DanishText.Shorten(sitting.Seat.Organisation, 60)}", CardIds.Write(sitting.Seat.Id));
}
