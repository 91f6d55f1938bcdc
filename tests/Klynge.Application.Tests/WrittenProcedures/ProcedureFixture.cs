using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A board with a case: the steps that the tests of the feature share.</summary>
internal sealed class ProcedureFixture(TestBoard board, ChatFixture chat)
{
    /// <summary>Friday 23 January 2026 at 12.00, eight workdays after the board's today.</summary>
    internal static readonly ProcedureForm Form = new(
        "Udpegning til ledelsesprogrammet",
        "Der skal udpeges deltagere.",
        "Programmet begynder til september.",
        "1. Godkender deltagerne\n2. Tager tidsplanen til efterretning",
        "Program https://fjordlandet.example/program.pdf",
        "2026-01-23",
        "12:00");

    internal static Instant Deadline => DanishTime.ToInstant(new LocalDate(2026, 1, 23), new LocalTime(12, 0));

    internal async Task<WrittenProcedureId> DraftAsync(Person? by = null, ProcedureForm? form = null)
    {
        var request = new SaveProcedureDraftRequest(board.Forum.Id, Procedure: null, Item: null, form ?? Form);
        return (await chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(by ?? board.Secretary), request, default)).Value;
    }

    internal async Task<WrittenProcedureId> OpenAsync()
    {
        var draft = await DraftAsync();
        var opened = await OpenAsync(draft, board.Secretary);
        Assert.True(opened.IsSuccess, opened.Error?.Code);
        return draft;
    }

    internal Task<Result<ProcedureOpened>> OpenAsync(WrittenProcedureId draft, Person by) =>
        chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(by), new(board.Forum.Id, draft), default);

    internal Task<Result<VoteReceipt>> VoteAsync(
        Person by, WrittenProcedureId procedure, Answer answer = Answer.Approve, string? remarks = null, string? activity = null, int version = 1) =>
        VoteAsync(by, new CastVoteRequest(board.Forum.Id, procedure, version, answer, remarks), activity);

    internal Task<Result<VoteReceipt>> VoteAsync(Person by, CastVoteRequest request, string? activity = null) =>
        chat.Get<CastVote>().HandleAsync(TestBoard.As(by, activity), request, default);

    internal Task<Result<Outcome>> CloseAsync(Person by, WrittenProcedureId procedure) =>
        chat.Get<CloseWrittenProcedure>().HandleAsync(TestBoard.As(by), new(board.Forum.Id, procedure), default);

    internal Task<Result<Done>> WithdrawAsync(Person by, WrittenProcedureId procedure, string? reason) =>
        chat.Get<WithdrawWrittenProcedure>().HandleAsync(TestBoard.As(by), new(board.Forum.Id, procedure, reason), default);

    internal async Task<WrittenProcedure> ReadAsync(WrittenProcedureId procedure)
    {
        await using var db = board.Open();
        return (await db.FindProcedureAsync(board.Forum.Id, procedure))!;
    }
}
