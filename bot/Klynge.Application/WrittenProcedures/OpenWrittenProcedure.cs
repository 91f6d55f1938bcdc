using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

public sealed record OpenWrittenProcedureRequest(ForumId Forum, WrittenProcedureId Procedure);

/// <param name="Voters">How many were asked.</param>
/// <param name="Chats">How many chats of the forum show the shared card.</param>
/// <param name="Unreachable">Voters to whom the bot cannot write, by name.</param>
public sealed record ProcedureOpened(int Voters, int Chats, IReadOnlyList<string> Unreachable);

/// <summary>Sends a draft out: everybody with a vote gets the ballot in personal chat, and the forum's chats the shared card.</summary>
public sealed class OpenWrittenProcedure(Writer writer)
{
    public Task<Result<ProcedureOpened>> HandleAsync(
        Caller caller, OpenWrittenProcedureRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(OpenWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => OpenAsync(scope, request),
            cancellationToken);

    private static async Task<Result<ProcedureOpened>> OpenAsync(WriteScope scope, OpenWrittenProcedureRequest request)
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

        var seats = await scope.Db.ActiveSeatsAsync(request.Forum, scope.Today);
        if (!procedure.Open(forum, seats, procedure.Case, scope.Caller.PersonId ?? default, scope.Now).TryGet(out var version, out var error))
        {
            return error;
        }

        scope.Db.CaseVersions.Add(version);
        scope.Db.RollEntries.AddRange(procedure.Roll);
        return await TellAsync(scope, forum, procedure);
    }

    private static async Task<ProcedureOpened> TellAsync(WriteScope scope, Forum forum, WrittenProcedure procedure)
    {
        var view = ProcedureView.Of(procedure, forum) with
        {
            ConsultationRemarks = await scope.Db.ConsultationRemarksAsync(procedure.Id, CancellationToken.None),
        };
        foreach (var seat in view.Seats)
        {
            scope.Notify(new PersonId(seat.VoterId), BallotCard.Build(view, seat, scope.Now));
        }

        var chats = await scope.PublishAsync(new CardKey(ProcedureCardSource.CardKind, view.Id), forum.Id);
        var unreachable = await Reach.UnreachableAsync(scope.Db, view);
        var opened = new ProcedureOpened(view.Seats.Count, chats, unreachable);
        await scope.NotifySecretariatAsync(forum.Id, OpenedCard.Build(view, opened, scope.Now));
        return opened;
    }
}
