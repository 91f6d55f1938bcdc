using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>»Sekretariatets tilføjelse« to the minutes of an item: added and taken out.</summary>
internal static class AdditionActs
{
    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.AddToMinutes, AddAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemoveAddition, RemoveAsync);
    }

    private static Task<IResult> AddAsync(string id, MeetingPress press, AddToMinutes add, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.AddToMinutes, id, MeetingShows.Addition,
            (visit, meeting, line) => add.HandleAsync(
                press.Caller,
                new AddToMinutesRequest(visit.Forum.Id, meeting, line.Id, press.Form.NewId is { } made ? new AdditionId(made) : AdditionId.New(), press.Form.Typed(PostedForm.Text)),
                cancellationToken),
            (_, _) => (AdditionTexts.Added, null));

    private static Task<IResult> RemoveAsync(string id, MeetingPress press, AddToMinutes add, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.RemoveAddition, id, MeetingShows.Agenda,
            (visit, meeting, line) => add.RemoveAsync(press.Caller, visit.Forum.Id, meeting, line.Id, new AdditionId(press.Form.RecordId), cancellationToken),
            (_, _) => (AdditionTexts.Removed, null));
}
