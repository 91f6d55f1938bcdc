using Klynge.Application.Agendas.Votes;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>A vote on an item, written down by name and for many at once, corrected and taken out.</summary>
internal static class VoteActs
{
    internal const string Question = "spoergsmaal";
    internal const string Dissent = "mindretal";

    /// <summary>How those voted of whom nothing of their own is said.</summary>
    internal const string Others = "resten";

    /// <summary>Of a seat: it did not vote, whatever the others did.</summary>
    internal const string DidNotVote = "ikke";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.RecordItemVote, RecordAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemoveItemVote, RemoveAsync);
    }

    internal static string AnswerOf(MemberId seat) => $"stemme-{seat.Value}";

    private static Task<IResult> RecordAsync(string id, MeetingPress press, RecordItemVote record, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.RecordItemVote, id, MeetingShows.Vote,
            async (visit, meeting, line) =>
            {
                var request = Read(press.Form, visit.Forum.Id, meeting, line.Id);
                var saved = await record.HandleAsync(press.Caller, request, cancellationToken);
                return saved.IsSuccess ? $"{VoteTexts.Saved} {await press.ResultOfAsync(visit, meeting, line.Id, request.Id)}".TrimEnd() : saved.Error;
            },
            (told, _) => (told, null));

    private static Task<IResult> RemoveAsync(string id, MeetingPress press, RecordItemVote record, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.RemoveItemVote, id, MeetingShows.Agenda,
            (visit, meeting, line) => record.RemoveAsync(press.Caller, visit.Forum.Id, meeting, line.Id, new ItemVoteId(press.Form.RecordId), cancellationToken),
            (_, _) => (VoteTexts.Removed, null));

    /// <summary>
    /// Each seat of the form by its own answer, or as the rest. Only seats that the form showed are counted among the rest: nobody votes whom the
    /// secretary has not seen there.
    /// </summary>
    private static RecordItemVoteRequest Read(PostedForm form, ForumId forum, MeetingId meeting, AgendaItemId item)
    {
        var rest = Answer(form.Typed(Others));
        var answers = form.Ids(PostedForm.Seat).Select(seat => new MemberId(seat)).ToLookup(seat => form.Typed(AnswerOf(seat)) switch
        {
            null or "" => rest,
            var own => Answer(own),
        });
        var named = form.Id(PostedForm.Record);
        return new RecordItemVoteRequest(forum, meeting, item, named != Guid.Empty ? new ItemVoteId(named) : form.NewId is { } made ? new ItemVoteId(made) : ItemVoteId.New())
        {
            Question = form.Typed(Question),
            For = [.. answers[SeatAnswer.For]],
            Against = [.. answers[SeatAnswer.Against]],
            Abstained = [.. answers[SeatAnswer.Abstain]],
            Dissent = form.Typed(Dissent),
        };
    }

    private static SeatAnswer? Answer(string? written) =>
        Enum.TryParse<SeatAnswer>(written, out var answer) && Enum.IsDefined(answer) && answer.ToString() == written ? answer : null;
}
