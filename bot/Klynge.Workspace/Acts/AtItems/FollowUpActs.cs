using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Workspace.MeetingParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>The sentences of an item's decision that may be agreements: followed up on a day, or never asked about again.</summary>
internal static class FollowUpActs
{
    /// <summary>The forum among whose coming items it goes; nothing for none.</summary>
    internal const string Target = "forum";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.FollowUp, FollowUpAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.DismissFound, DismissAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.UndoDismissal, UndoAsync);
    }

    /// <summary>By one press on the day that the words lead to, or by the form with another day.</summary>
    private static Task<IResult> FollowUpAsync(string id, MeetingPress press, AnswerFoundDeadline answer, CancellationToken cancellationToken) =>
        AnswerAsync(
            PageActs.FollowUp, id, press, MeetingShows.FollowUp,
            (forum, found) => answer.HandleAsync(
                press.Caller,
                new AnswerFoundDeadlineRequest(forum, found, IsDeadline: true, PostedForm.Date(press.Form.Pressed(2) ?? press.Form.Typed(PostedForm.Day)))
                {
                    Target = press.Form.Id(Target) is var target && target != Guid.Empty ? new ForumId(target) : null,
                },
                cancellationToken),
            MeetingPageTexts.FollowedUp,
            undo: null);

    private static Task<IResult> DismissAsync(string id, MeetingPress press, AnswerFoundDeadline answer, CancellationToken cancellationToken) =>
        AnswerAsync(
            PageActs.DismissFound, id, press, MeetingShows.Agenda,
            (forum, found) => answer.HandleAsync(press.Caller, new AnswerFoundDeadlineRequest(forum, found, IsDeadline: false, Date: null), cancellationToken),
            MeetingPageTexts.NotFollowedUp,
            $"/moeder/{id}/aftaler/spoerg-igen");

    /// <param name="tryk">The item and the sentence.</param>
    private static Task<IResult> UndoAsync(string id, string? tryk, MeetingPress press, UndoDismissal undo, CancellationToken cancellationToken) =>
        AnswerAsync(
            PageActs.UndoDismissal, id, press, MeetingShows.Agenda,
            (forum, found) => undo.HandleAsync(press.Caller, forum, found, cancellationToken),
            MeetingPageTexts.AskedAgain,
            undo: null);

    /// <param name="undo">The address of what takes it back; null for none.</param>
    private static Task<IResult> AnswerAsync(
        PageAct act, string id, MeetingPress press, MeetingShows open, Func<ForumId, FoundDeadlineId, Task<Result<Done>>> answer, string told, string? undo) =>
        press.AnswerAtItemAsync(
            act, id, open,
            async (visit, _, line) =>
            {
                var found = new FoundDeadlineId(press.Form.RecordId);
                if (!await press.IsOfItemAsync(visit, line.Id, found))
                    return new DeadlineNotFound();

                var answered = await answer(visit.Forum.Id, found);
                return answered.IsSuccess ? found : (Result<FoundDeadlineId>)answered.Error;
            },
            (found, line) => (told, undo is null ? null : PostedForm.Undo(undo, line.Id.Value, found.Value)));
}
