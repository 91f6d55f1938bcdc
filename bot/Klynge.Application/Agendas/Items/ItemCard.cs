using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Journeys;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Items;

/// <summary>One item for one person: what it says, and for the secretariat what can be done with it.</summary>
internal static class ItemCard
{
    internal const string Steps = "steps";
    internal const string Number = "number";

    /// <param name="back">The way back to where the item was opened from; null where that is the agenda.</param>
    /// <param name="told">What has just become of it, below the heading; null where nothing has.</param>
    internal static AdaptiveCard Build(AgendaView view, AgendaLine line, AgendaAudience audience, CardAction? back = null, string? told = null)
    {
        var heading = $"Punkt {line.Number}";
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Meeting.Forum}: {heading}"),
            FallbackText = $"{view.Meeting.Forum}: {heading}",
            Page = CardPages.Meeting(view.Meeting.Id, line.Number),
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(view.Meeting.Time))),
                .. told is null ? [] : new[] { CardParts.Line(told) },
                .. line.CaseKey is { } key ? new[] { CardParts.Subtle(DanishFormat.Capitalised(Sending.Texts.CaseFact(key))) } : [],
                .. line.IsHidden ? [CardParts.Line(Texts.Hidden)] : ItemSummary.Of(line.Content, line.Decision, WholeAgenda(view)),
                .. line.Guests.Count == 0 ? [] : new[] { CardParts.Line(Guests.Texts.Line(line.Guests)) },
                .. CardParts.Lines(More(view, line, audience)),
            ],
            Actions = [.. back is null ? Array.Empty<CardAction>() : [back], .. Main(view, line, audience)],
        }.WithButtonsInLines();
    }

    private static ActionSet WholeAgenda(AgendaView view) =>
        new(CardParts.Button(Texts.ReadOn, AgendaVerbs.Full, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id)));

    /// <summary>What is done often.</summary>
    private static IEnumerable<CardAction> Main(AgendaView view, AgendaLine line, AgendaAudience audience)
    {
        yield return CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);
        if (line.Case is { } procedure)
        {
            var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
            data.With(CardIds.Procedure, procedure);
            yield return CardParts.Button(Texts.SeeCase, WrittenProcedures.Verbs.View, data);
        }

        if (!line.IsHidden && (audience.Manages || line.Content.Attachments.Count > 0))
            yield return Button(view, line, Attachments.Texts.Button(line.Content.Attachments.Count), AttachmentVerbs.List);

        if (line.CaseKey is { } key)
            yield return JourneyCard.Button(view.Meeting.ForumId, key);

        foreach (var button in OfMembers(view, line, audience))
            yield return button;

        if (!audience.Manages || view.Meeting.Status == MeetingStatus.Cancelled)
            yield break;

        if (line is { IsHidden: false, Content.IsClosed: false, IsOfMeeting: false })
            yield return Button(view, line, Sending.Texts.Button, Sending.SendVerbs.Form);

        if (!line.IsHidden)
            yield return Button(view, line, Guests.Texts.Button(line.Guests.Count, line.GuestsToTell), GuestVerbs.List);

        if (!view.IsFinal)
            yield return Button(view, line, Texts.WriteDecision, AgendaVerbs.DecideForm);

        if (view.Meeting.Status != MeetingStatus.Held)
            yield return Button(view, line, Texts.Edit, AgendaVerbs.EditForm);

        if (!view.IsFinal && !line.IsHidden && view.Meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held)
        {
            yield return Button(view, line, Attendance.Items.Texts.Button, ItemAttendanceVerbs.Form);
            yield return Button(view, line, ImpartialityTexts.Button, ImpartialityVerbs.Show);
            yield return Button(view, line, VoteTexts.Button, AgendaVerbs.Votes);
            yield return Button(view, line, AdditionTexts.Button, AgendaVerbs.Additions);
        }

        if (!line.IsHidden)
            yield return Button(view, line, ItemTexts.Copy, AgendaVerbs.AddForm, data => data[ItemForm.CopyOf] = CardIds.Write(line.Id));
    }

    /// <summary>A member's rights at an item that is being, or has been, taken up; whether they were there is checked when they are used.</summary>
    private static IEnumerable<CardAction> OfMembers(AgendaView view, AgendaLine line, AgendaAudience audience)
    {
        if (!audience.IsMember || line.IsHidden || view.IsFinal)
            yield break;

        if (!audience.Manages && view.Meeting.Status is not (MeetingStatus.Held or MeetingStatus.Cancelled))
            yield return Button(view, line, ImpartialityTexts.Button, ImpartialityVerbs.Show);

        if (view.AllowsDissent && view.Meeting.Status is (MeetingStatus.InProgress or MeetingStatus.Held))
            yield return Button(view, line, CouncilTexts.Dissent, CouncilVerbs.DissentForm);

        if (view.AllowsStop && line.Decision is not null && view.Meeting.Status == MeetingStatus.InProgress)
            yield return Button(view, line, CouncilTexts.StopButton, CouncilVerbs.StopForm);
    }

    private static IEnumerable<CardAction> More(AgendaView view, AgendaLine line, AgendaAudience audience)
    {
        if (!audience.Manages || view.Meeting.Status is MeetingStatus.Cancelled or MeetingStatus.Held)
            yield break;

        yield return Button(view, line, Texts.MoveUp, AgendaVerbs.Move, data => (data[Steps], data[Number]) = (-1, line.Number)) with
        {
            IsEnabled = line.Number > 1 ? null : false,
        };
        yield return Button(view, line, Texts.MoveDown, AgendaVerbs.Move, data => (data[Steps], data[Number]) = (1, line.Number)) with
        {
            IsEnabled = line.Number < view.Lines.Count ? null : false,
        };
        yield return Button(view, line, Texts.Remove, AgendaVerbs.Remove);
        yield return Button(view, line, Texts.InWriting, WrittenProcedures.Verbs.Form);
        if (line is { IsHidden: false, Content.IsClosed: true })
            yield return Button(view, line, line.Excluded.Count == 0 ? ExclusionTexts.Button : ExclusionTexts.On(line.Excluded.Count), ExclusionVerbs.Form);

        if (!line.IsHidden && view.Meeting is { Status: MeetingStatus.Planned, AgendaSentAt: null })
            yield return Button(view, line, Contributions.Texts.Ask, ContributionVerbs.AskForm);
    }

    private static ExecuteAction Button(AgendaView view, AgendaLine line, string title, ButtonRight verb, Action<JsonObject>? also = null)
    {
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, line.Id);
        also?.Invoke(data);
        return CardParts.Button(title, verb, data);
    }
}
