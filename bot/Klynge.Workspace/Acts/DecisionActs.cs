using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Minutes;
using Klynge.Application.Workspace;
using Klynge.Domain.Attendance;
using Klynge.Workspace.MeetingParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.Agendas.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>What the secretariat does at the meeting and after it: begins and ends it, writes decisions, says who came, and makes the minutes.</summary>
internal static class DecisionActs
{
    internal const string Attended = "deltog";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.RecordDecision, DecideAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.AnswerRecommendations, AnswerAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.UndoDecision, UndoAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.BeginMeeting, BeginAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.FinishMeeting, FinishAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RecordRollCall, CallRollAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.WriteMinutes, WriteAsync);
    }

    /// <summary>A stock phrase is pressed where nothing was seen, so it never takes another text's place; a typed one was seen with the version of its form.</summary>
    private static Task<IResult> DecideAsync(string id, MeetingPress press, RecordDecision record, CancellationToken cancellationToken) =>
        press.AnswerOfItemAsync(
            PageActs.RecordDecision, id, MeetingShows.Decision,
            (visit, _, line) =>
            {
                var phrase = press.Form.PressedNumber(1) is >= 0 and var index && index < Words.StockPhrases.Count ? Words.StockPhrases[index] : null;
                var request = phrase is null
                    ? new RecordDecisionRequest(visit.Forum.Id, line.Id, press.Form.Typed(PostedForm.Text), press.Form.Number(PostedForm.Version) ?? 0)
                    : new RecordDecisionRequest(visit.Forum.Id, line.Id, phrase);
                return record.HandleAsync(press.Caller, request, cancellationToken);
            },
            saved => Told(id, saved, Words.Decided));

    private static Task<IResult> AnswerAsync(string id, MeetingPress press, AnswerRecommendations answer, CancellationToken cancellationToken) =>
        press.AnswerOfItemAsync(
            PageActs.AnswerRecommendations, id, MeetingShows.Answers,
            async (visit, _, line) => PostedAnswers.Read(visit.Forum.Id, press.Form, line.Content.Recommendations.Count).TryGet(out var request, out var unread)
                ? await answer.HandleAsync(press.Caller, request, cancellationToken)
                : unread,
            saved => Told(id, saved, Words.Decided));

    /// <param name="tryk">The item, what is done, and of which change or version: »3a…/fortryd/7«.</param>
    private static Task<IResult> UndoAsync(string id, string? tryk, MeetingPress press, UndoDecision undo, CancellationToken cancellationToken)
    {
        return press.AnswerOfItemAsync(
            PageActs.UndoDecision, id, MeetingShows.Agenda,
            (visit, _, line) => undo.HandleAsync(
                press.Caller,
                Deletes() ? new UndoDecisionRequest(visit.Forum.Id, line.Id, Change: null, Seen()) : new UndoDecisionRequest(visit.Forum.Id, line.Id, Seen()),
                cancellationToken),
            saved => Told(id, saved, Deletes() ? Words.DecisionRemoved : Words.DecisionUndone));

        bool Deletes() => press.Form.Pressed(1) == MeetingActNames.Delete;
        int Seen() => press.Form.PressedNumber(2) ?? 0;
    }

    private static Task<IResult> BeginAsync(string id, MeetingPress press, BeginMeeting begin, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.BeginMeeting, id, MeetingShows.Agenda,
            (visit, meeting) => begin.HandleAsync(press.Caller, new MeetingEventRequest(visit.Forum.Id, meeting, IsSure: IsSure(press)), cancellationToken),
            _ => (MeetingPageTexts.BegunNow, null, null));

    private static Task<IResult> FinishAsync(string id, MeetingPress press, FinishMeeting finish, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.FinishMeeting, id, MeetingShows.Agenda,
            (visit, meeting) => finish.HandleAsync(press.Caller, new MeetingEventRequest(visit.Forum.Id, meeting, IsSure: IsSure(press)), cancellationToken),
            _ => (MeetingPageTexts.EndedNow, null, null));

    private static Task<IResult> CallRollAsync(string id, MeetingPress press, RecordRollCall record, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.RecordRollCall, id, MeetingShows.RollCall,
            (visit, meeting) => record.HandleAsync(
                press.Caller,
                new RecordRollCallRequest(visit.Forum.Id, meeting, [.. press.Form.All(Attended).Select(one => new ParticipantId(WorkspaceEndpoints.IdOf(one)))]),
                cancellationToken),
            called => (MeetingPageTexts.RollCalled(called.Attended), null, null));

    private static Task<IResult> WriteAsync(string id, MeetingPress press, WriteMinutes write, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.WriteMinutes, id, MeetingShows.Agenda,
            (visit, meeting) => write.HandleAsync(press.Caller, new WriteMinutesRequest(visit.Forum.Id, meeting), cancellationToken),
            written => (written.IsStored ? MeetingPageTexts.MinutesWritten : MeetingPageTexts.MinutesOnTheirWay, null, null));

    private static bool IsSure(MeetingPress press) => press.Form.Pressed(0) == MeetingActNames.Sure;

    private static (string, int?, string?) Told(string id, RecordedDecision saved, Func<int, string?, string> told) => (
        told(saved.Number, saved.Text),
        saved.Number,
        saved.Change is { } change ? PostedForm.Undo($"/moeder/{id}/fortryd-beslutning", saved.ItemId.Value, MeetingActNames.Undo, change) : null);
}
