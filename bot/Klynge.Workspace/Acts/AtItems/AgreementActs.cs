using Klynge.Application.Agreements;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Workspace.MeetingParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Words = Klynge.Application.Deadlines.Texts;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>What was agreed at an item: who does what by when; changed, done, given up, and taken back.</summary>
internal static class AgreementActs
{
    internal const string Title = "hvad";
    internal const string Responsible = "hvem";

    /// <summary>A name, an organisation or a group that is not among the choices; where it says something, it counts.</summary>
    internal const string OtherResponsible = "anden";

    /// <summary>What the form does not show of a deadline goes along, so that a change of its day takes nothing from it.</summary>
    internal const string Time = "klokken";
    internal const string Reminders = "paamindelser";

    private const string Path = "aftaler";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.SetAgreement, SetAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.EditAgreement, EditAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.DropAgreement, DropAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.FinishAgreement, FinishAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.UndoAgreement, UndoAsync);
    }

    private static Task<IResult> SetAsync(string id, MeetingPress press, SetDeadline set, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.SetAgreement, id, MeetingShows.Agreement,
            (visit, _, line) => set.HandleAsync(
                press.Caller,
                new SetDeadlineRequest(visit.Forum.Id, press.Form.Typed(Title), DayOf(press), ResponsibleOf(press), line.Id)
                {
                    New = press.Form.NewId is { } made ? new DeadlineId(made) : null,
                    IsAgreement = true,
                },
                cancellationToken),
            (agreement, line) => (MeetingPageTexts.Agreed(line.Number), Undo(id, line.Id.Value, agreement.Value, seen: 1)));

    private static Task<IResult> EditAsync(string id, MeetingPress press, EditDeadline edit, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.EditAgreement, id, press, MeetingShows.Agreement,
            (forum, agreement) => edit.HandleAsync(
                press.Caller,
                new EditDeadlineRequest(forum, agreement, press.Form.Typed(Title), DayOf(press), ResponsibleOf(press), press.Form.Number(PostedForm.Version) ?? 0, press.Form.Typed(Reminders))
                {
                    Time = MeetingForms.Clock.Parse(DanishText.Clean(press.Form.Typed(Time))) is { Success: true } time ? time.Value : (LocalTime?)null,
                },
                cancellationToken),
            () => (Words.Edited(press.Turn), press.Form.Number(PostedForm.Version)));

    private static Task<IResult> DropAsync(string id, MeetingPress press, DropAgreement drop, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.DropAgreement, id, press, MeetingShows.DropAgreement,
            (forum, agreement) => drop.HandleAsync(
                press.Caller, new DropAgreementRequest(forum, agreement, press.Form.Typed(PostedForm.Text), press.Form.Number(PostedForm.Version) ?? 0), cancellationToken),
            () => (AgreementTexts.Dropped(press.Turn), press.Form.Number(PostedForm.Version)));

    private static Task<IResult> FinishAsync(string id, MeetingPress press, FinishDeadline finish, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.FinishAgreement, id, press, MeetingShows.Agenda,
            (forum, agreement) => finish.HandleAsync(press.Caller, forum, agreement, press.Form.PressedNumber(2) ?? 0, cancellationToken),
            () => (Words.Finished(press.Turn), press.Form.PressedNumber(2)));

    /// <param name="tryk">The item, the agreement and the version after the step that is taken back.</param>
    private static Task<IResult> UndoAsync(string id, string? tryk, MeetingPress press, UndoDeadline undo, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.UndoAgreement, id, press, MeetingShows.Agenda,
            (forum, agreement) => undo.HandleAsync(press.Caller, forum, agreement, press.Form.PressedNumber(2) ?? 0, cancellationToken),
            () => (Words.Undone(press.Turn), null));

    /// <param name="told">The sentence, and the version that was seen, after which the step is taken back; null for a step that has no way back.</param>
    private static Task<IResult> ChangeAsync(
        PageAct act, string id, MeetingPress press, MeetingShows open, Func<ForumId, DeadlineId, Task<Result<Done>>> change, Func<(string Sentence, int? Seen)> told) =>
        press.AnswerAtItemAsync(
            act, id, open,
            async (visit, _, line) =>
            {
                var agreement = new DeadlineId(press.Form.RecordId);
                if (!await press.IsOfItemAsync(visit, line.Id, agreement))
                    return new DeadlineNotFound();

                var changed = await change(visit.Forum.Id, agreement);
                return changed.IsSuccess ? agreement : (Result<DeadlineId>)changed.Error;
            },
            (agreement, line) =>
            {
                var (sentence, seen) = told();
                return (sentence, seen is { } version ? Undo(id, line.Id.Value, agreement.Value, version + 1) : null);
            });

    private static string Undo(string id, Guid item, Guid agreement, int seen) => PostedForm.Undo($"/moeder/{id}/{Path}/fortryd", item, agreement, seen);

    private static LocalDate? DayOf(MeetingPress press) => PostedForm.Date(press.Form.Typed(PostedForm.Day));

    private static string? ResponsibleOf(MeetingPress press) =>
        DanishText.Clean(press.Form.Typed(OtherResponsible)) is { Length: > 0 } typed ? typed : press.Form.Typed(Responsible);
}
