using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <param name="Form">With what was changed, which everybody who was asked is told.</param>
public sealed record AmendWrittenProcedureRequest(ForumId Forum, WrittenProcedureId Procedure, ProcedureForm Form);

/// <summary>
/// Changes a case that has been sent out: a new version with a new ballot to everybody. The answers so far no longer count and stay on
/// record.
/// </summary>
public sealed class AmendWrittenProcedure(Writer writer)
{
    /// <returns>How many must answer again.</returns>
    public Task<Result<int>> HandleAsync(Caller caller, AmendWrittenProcedureRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(AmendWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => AmendAsync(scope, request),
            cancellationToken);

    private static async Task<Result<int>> AmendAsync(WriteScope scope, AmendWrittenProcedureRequest request)
    {
        var allowed = await scope.Db.RequireAsync(scope.Caller, request.Forum, Permission.OpenWrittenProcedure, scope.Today);
        if (!allowed.TryGet(out var forum, out var refusal))
        {
            return refusal;
        }

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
        {
            return new ProcedureNotFound();
        }

        if (!new ProcedureFormReader(forum, scope.Now).Read(request.Form, procedure.Case.IsClosed).TryGet(out var read, out var invalid))
        {
            return invalid;
        }

        var reason = DanishText.CleanLines(request.Form.Reason);
        var amended = procedure.Amend(forum, read.Text, read.Deadline, reason, scope.Caller.PersonId ?? default, scope.Now);
        if (!amended.TryGet(out var version, out var error))
        {
            return error;
        }

        scope.Db.CaseVersions.Add(version);
        var view = ProcedureView.Of(procedure, forum);
        foreach (var seat in view.Seats)
        {
            scope.Notify(new PersonId(seat.VoterId), BallotCard.Build(view, seat, scope.Now, changed: reason));
        }

        await scope.RefreshAsync(new CardKey(ProcedureCardSource.CardKind, view.Id));
        return view.Seats.Count;
    }
}
