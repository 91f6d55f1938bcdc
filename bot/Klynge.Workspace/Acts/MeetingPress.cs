using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.MeetingParts;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Klynge.Workspace.MeetingParts;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Klynge.Workspace.Acts;

/// <summary>
/// One press on a meeting's page: who it is let in, what it does, and back to the page; refused, the page is drawn again with the sentence, the
/// form that was open and what was typed there.
/// </summary>
internal sealed class MeetingPress(Visitor visitor, ReadMeeting read, ReadAtItem at, IHttpContextAccessor contexts)
{
    private PostedForm? _form;

    internal ChatTurn Turn => visitor.Turn;

    internal Caller Caller => visitor.Turn.Caller;

    internal PostedForm Form => _form!;

    private CancellationToken Aborted => contexts.HttpContext!.RequestAborted;

    /// <param name="id">The meeting, as the address has it.</param>
    /// <param name="open">The form that was open; drawn again where the press is refused.</param>
    /// <param name="act">Calls the use case.</param>
    /// <param name="done">The sentence, which item to go back to (null for none), and the act that takes it back (null where there is none).</param>
    internal async Task<IResult> AnswerAsync<T>(
        PageAct act, string id, MeetingShows open, Func<Visit, MeetingId, Task<Result<T>>> call, Func<T, (string Sentence, int? Number, string? Undo)> done)
        where T : notnull
    {
        var meeting = new MeetingId(WorkspaceEndpoints.IdOf(id));
        _form = await PostedForm.ReadAsync(contexts.HttpContext!.Request);
        return await visitor.ActAsync(
            visitor.EnterAsync(act, meeting),
            visit => call(visit, meeting),
            (_, result) =>
            {
                var (sentence, number, undo) = done(result);
                return new Told(MeetingAddress.Anchor(meeting, number), sentence, undo);
            },
            (_, error) => AgainAsync(meeting, open, error));
    }

    /// <summary>The same for what is done to an item that the person may read; to whoever may not, it is closed here as in a chat.</summary>
    internal Task<IResult> AnswerOfItemAsync<T>(
        PageAct act, string id, MeetingShows open, Func<Visit, MeetingId, AgendaLine, Task<Result<T>>> call, Func<T, (string Sentence, int? Number, string? Undo)> done)
        where T : notnull =>
        AnswerAsync(
            act, id, open,
            async (visit, meeting) => (await read.ItemAsync(visitor.Turn, visit, meeting, Form.ItemId, Aborted)).TryGet(out var line, out var error)
                ? await call(visit, meeting, line)
                : error,
            done);

    /// <summary>The same, and back to the item.</summary>
    /// <param name="done">The sentence, and the act that takes it back (null where there is none).</param>
    internal Task<IResult> AnswerAtItemAsync<T>(
        PageAct act, string id, MeetingShows open, Func<Visit, MeetingId, AgendaLine, Task<Result<T>>> call, Func<T, AgendaLine, (string Sentence, string? Undo)> done)
        where T : notnull =>
        AnswerOfItemAsync<(T Value, AgendaLine Line)>(
            act, id, open,
            async (visit, meeting, line) => (await call(visit, meeting, line)).TryGet(out var value, out var error) ? (value, line) : error,
            result =>
            {
                var (sentence, undo) = done(result.Value, result.Line);
                return (sentence, result.Line.Number, undo);
            });

    internal Task<int> NumberOfAsync(AgendaItemId item) => read.NumberOfAsync(item, Aborted);

    internal Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, DeadlineId deadline) => at.IsOfItemAsync(visit, item, deadline, Aborted);

    internal Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, FoundDeadlineId found) => at.IsOfItemAsync(visit, item, found, Aborted);

    internal Task<bool> IsOfItemAsync(Visit visit, AgendaItemId item, ContributionId contribution) => at.IsOfItemAsync(visit, item, contribution, Aborted);

    /// <inheritdoc cref="ReadAtItem.AttendanceOfAsync"/>
    internal Task<string> AttendanceOfAsync(Visit visit, MeetingId meeting, AgendaItemId item) => at.AttendanceOfAsync(visit, meeting, item, Aborted);

    /// <inheritdoc cref="ReadAtItem.ResultOfAsync"/>
    internal Task<string> ResultOfAsync(Visit visit, MeetingId meeting, AgendaItemId item, ItemVoteId vote) => at.ResultOfAsync(visit, meeting, item, vote, Aborted);

    private async Task<IResult> AgainAsync(MeetingId meeting, MeetingShows open, Error error)
    {
        var look = open == MeetingShows.Agenda ? new MeetingLook(open)
            : new MeetingLook(open, Form.ItemId, new AttachmentId(Form.Id(PostedForm.Attachment))).About(Form.Id(PostedForm.Record) is var record && record != Guid.Empty ? record : null);
        if (!(await read.HandleAsync(visitor.Turn, meeting, look, Aborted)).TryGet(out var page, out var unread))
            return await visitor.RefuseAsync(unread);

        return new RazorComponentResult<Agenda>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Agenda.View)] = page,
            [nameof(Agenda.Refused)] = new Refused(error, Form),
        })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };
    }
}
