using Klynge.Application.Chat;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>
/// An answer that somebody gave by telephone or mail, put on record by the secretariat with who gave it and how it came, and a seat that is left to
/// its substitute: the fields, questions and rules of the card's form.
/// </summary>
internal static class RecordActs
{
    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.RecordAnswer, RecordAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.GiveSeat, GiveSeatAsync);
    }

    private static async Task<IResult> RecordAsync(string id, Visitor visitor, RecordVote record, ReadCase read, CancellationToken cancellationToken)
    {
        var (procedure, data) = (CaseFormActs.CaseOf(id), await visitor.FieldsAsync());
        if (!(await visitor.EnterAsync(PageActs.RecordAnswer, procedure)).TryGet(out var visit, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var (seat, source) = (CardIds.Read<MemberId>(data.Text(RecordForm.SeatField)), SeatChat.SourceOf(data));
        var (answer, each) = SeatChat.AnswerOf(data);
        if (seat is not { } named || source == default || answer == default)
            return await AgainAsync(visitor, read, procedure, data, Words.ChooseAll, isAskedAbout: false, cancellationToken);

        var isQuestion = VotingRules.IsAskedAbout(answer);
        if (data.Flag(AnswerActs.BackField) == true || (isQuestion && data.Flag(AnswerActs.SureField) != true))
            return await AgainAsync(visitor, read, procedure, data, problem: null, data.Flag(AnswerActs.BackField) != true, cancellationToken);

        var request = new RecordVoteRequest(visit.Forum.Id, procedure, named, answer, source, data.Text(BallotCard.RemarksField)) { Answers = each, Version = data.Integer(AnswerActs.VersionField) };
        return (await record.HandleAsync(visitor.Turn.Caller, request, cancellationToken)).TryGet(out var voter, out var error)
            ? visitor.Tell(new Told(CaseLinks.Of(procedure), Words.Recorded(voter)))
            : await AgainAsync(visitor, read, procedure, data, error.Text, isQuestion && error is RemarksMissing or RemarksTooLong, cancellationToken);
    }

    private static async Task<IResult> GiveSeatAsync(string id, Visitor visitor, GiveUpSeat give, ReadCase read, CancellationToken cancellationToken)
    {
        var (procedure, data) = (CaseFormActs.CaseOf(id), await visitor.FieldsAsync());
        if (!(await visitor.EnterAsync(PageActs.GiveSeat, procedure)).TryGet(out var visit, out var refusal))
            return await visitor.RefuseAsync(refusal);

        if (!(await read.HandleAsync(visitor.Turn, procedure, cancellationToken)).TryGet(out var page, out refusal))
            return await visitor.RefuseAsync(refusal);

        var named = CardIds.Read<MemberId>(data.Text(RecordForm.SeatField));
        if (page.View.Seats.FirstOrDefault(one => one.MemberId == named) is not { } seat)
            return Visitor.Again<WrittenCase, CasePage>(page with { Refusal = Words.ChooseSeat });

        var result = await give.HandleAsync(visitor.Turn.Caller, new GiveUpSeatRequest(visit.Forum.Id, procedure, seat.PersonId), cancellationToken);
        return result.TryGet(out var substitute, out var error)
            ? visitor.Tell(new Told(CaseLinks.Of(procedure), Words.SeatGivenFor(seat.Name, substitute)))
            : Visitor.Again<WrittenCase, CasePage>(page with { Refusal = error.Text });
    }

    /// <summary>The page as it stands now, with what was chosen and typed.</summary>
    private static async Task<IResult> AgainAsync(
        Visitor visitor, ReadCase read, WrittenProcedureId procedure, ActionData data, string? problem, bool isAskedAbout, CancellationToken cancellationToken)
    {
        if (!(await read.HandleAsync(visitor.Turn, procedure, cancellationToken)).TryGet(out var page, out var unread))
            return await visitor.RefuseAsync(unread);

        var typed = new TypedRecord(
            data.Text(RecordForm.SeatField) ?? string.Empty, data.Text(RecordForm.SourceField) ?? string.Empty,
            new TypedAnswer(data.Text(RecordForm.AnswerField) ?? string.Empty, data.Text(BallotCard.RemarksField) ?? string.Empty, AnswerPicks.Read(data, page.View)?.Names ?? [], isAskedAbout));
        return Visitor.Again<WrittenCase, CasePage>(page with { Refusal = problem, TypedRecord = typed });
    }
}
