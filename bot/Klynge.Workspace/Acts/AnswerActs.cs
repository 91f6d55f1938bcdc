using Klynge.Application.Chat;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.WrittenProcedures.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>A voter's own answer from the page of a case: the same fields, questions and rules as on the ballot card.</summary>
internal static class AnswerActs
{
    internal const string AnswerField = "answer";
    internal const string SeatField = "seat";
    internal const string VersionField = "version";

    /// <summary>The question before an answer that cannot be taken back has been answered.</summary>
    internal const string SureField = "sure";

    /// <summary>Back from that question to the ballot, with what was typed.</summary>
    internal const string BackField = "tilbage";

    internal static void Map(RouteGroupBuilder workspace) => WorkspaceEndpoints.Map(workspace, PageActs.AnswerCase, AnswerAsync);

    private static async Task<IResult> AnswerAsync(string id, Visitor visitor, CastVote cast, ReadCase read, CancellationToken cancellationToken)
    {
        var (procedure, data) = (CaseFormActs.CaseOf(id), await visitor.FieldsAsync());

        // A seat on the roll decides, which whoever may only read the case has not.
        if (!(await read.HandleAsync(visitor.Turn, procedure, cancellationToken)).TryGet(out var page, out var refusal))
            return await visitor.RefuseAsync(refusal);

        if (page.Seat is null)
            return await visitor.RefuseAsync(new NotOnTheRoll());

        var (answer, picks) = (AnswerNames.Read(data.Text(AnswerField)), AnswerPicks.Read(data));
        if (data.Flag(BackField) == true)
            return Again(page, data, problem: null);

        if (AnswerPicks.SayOtherwise(picks, answer, data))
            return Again(page, data, Words.ChoseOtherwise(answer));

        if (VotingRules.IsAskedAbout(answer) && data.Flag(SureField) != true)
            return Again(page, data, problem: null, isAskedAbout: true);

        var result = await cast.HandleAsync(visitor.Turn.Caller, RequestOf(page, data, answer, picks), cancellationToken);
        return result.TryGet(out var receipt, out var error)
            ? visitor.Tell(new Told(CaseLinks.Of(procedure) + "#indhold", Receipt(receipt, DanishTime.ToDanish(page.Now).Date)))
            : Again((await read.HandleAsync(visitor.Turn, procedure, cancellationToken)).TryGet(out var now, out _) ? now : page, data, error.Text, VotingRules.IsAskedAbout(answer) && error is RemarksMissing or RemarksTooLong);
    }

    private static CastVoteRequest RequestOf(CasePage page, ActionData data, Answer answer, AnswerPicks? picks) => new(
        page.View.ForumId, page.View.Id, data.Integer(VersionField) ?? 0, answer, data.Text(BallotCard.RemarksField), data.Id<MemberId>(SeatField))
    {
        Answers = answer == Answer.Separate ? AnswerPicks.Answers(picks, page.View.Separate ?? 0) : null,
    };

    private static string Receipt(VoteReceipt receipt, NodaTime.LocalDate today) => string.Join(' ', new[]
    {
        $"{Words.YouAnswered(receipt.Answer, receipt.AnsweredAt, today)}.",
        receipt.Replaced is { } before ? Words.BeforeThat(before, receipt.ReplacedEach) : null,
        receipt.ClosedAs is { } outcome ? Words.YourAnswerClosedIt(outcome) : $"{DanishFormat.Capitalised(Words.MayChange(receipt.Deadline, today))}.",
    }.OfType<string>());

    private static IResult Again(CasePage page, ActionData data, string? problem, bool isAskedAbout = false) => Visitor.Again<WrittenCase, CasePage>(page with
    {
        Refusal = problem,
        Typed = new TypedAnswer(data.Text(AnswerField) ?? string.Empty, data.Text(BallotCard.RemarksField) ?? string.Empty, AnswerPicks.Read(data, page.View)?.Names ?? [], isAskedAbout),
    });
}
