using Klynge.Application.Agendas.Votes;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas.Votes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>A vote on cards: opened, closed and counted, or called off. Each voter presses in Teams.</summary>
internal static class BallotActs
{
    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.OpenBallot, OpenAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.CloseBallot, CloseAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.CallOffBallot, CallOffAsync);
    }

    private static Task<IResult> OpenAsync(string id, MeetingPress press, RunItemBallot run, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.OpenBallot, id, MeetingShows.Ballot,
            (visit, meeting, line) => run.OpenAsync(
                press.Caller,
                new OpenBallotRequest(visit.Forum.Id, meeting, line.Id, press.Form.NewId is { } made ? new ItemVoteId(made) : ItemVoteId.New(), press.Form.Typed(VoteActs.Question)),
                cancellationToken),
            (opened, _) => (VoteTexts.Opened(opened), null));

    private static Task<IResult> CloseAsync(string id, MeetingPress press, RunItemBallot run, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.CloseBallot, id, MeetingShows.Agenda,
            async (visit, meeting, line) =>
            {
                var ballot = new ItemVoteId(press.Form.RecordId);
                var closed = await run.CloseAsync(press.Caller, visit.Forum.Id, meeting, line.Id, ballot, cancellationToken);
                return closed.TryGet(out var counted, out var error) ? $"{VoteTexts.Closed(counted)} {await press.ResultOfAsync(visit, meeting, line.Id, ballot)}".TrimEnd() : error;
            },
            (told, _) => (told, null));

    private static Task<IResult> CallOffAsync(string id, MeetingPress press, RunItemBallot run, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.CallOffBallot, id, MeetingShows.Agenda,
            (visit, meeting, line) => run.CallOffAsync(press.Caller, visit.Forum.Id, meeting, line.Id, new ItemVoteId(press.Form.RecordId), cancellationToken),
            (_, _) => (VoteTexts.CalledOff, null));
}
