using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>
/// The one question before an answer that ends the case for everybody (»Kræver mødebehandling«) or takes the voter out of it (»Inhabil«),
/// with room for the reason. Every press without <see cref="Sure"/> leads here, also that of a ballot from before there was a question.
/// </summary>
internal static class AnswerQuestionCard
{
    internal const string Sure = "sure";

    /// <summary>To the voter.</summary>
    /// <param name="typed">What stands in the remarks already.</param>
    /// <param name="problem">Why the answer was refused; null for a fresh question.</param>
    /// <param name="picks">The answers that were chosen on the ballot: they are there again for who changes their mind.</param>
    internal static AdaptiveCard Build(ProcedureView view, SeatView seat, Answer answer, string? typed, string? problem = null, AnswerPicks? picks = null)
    {
        var isMeeting = answer == Answer.DemandMeeting;
        var yes = ProcedureParts.Button(
            isMeeting ? Texts.DemandMeeting : Texts.DeclareRecused, Verbs.Vote, view, [.. BallotCard.Data(view, seat, answer), (Sure, true)]);
        var question = isMeeting ? Texts.MeetingQuestion(view.Seats.Count) : Texts.RecusedQuestion;
        var reason = Reason(isMeeting ? Texts.WhyMeeting : Texts.WhyRecused, typed);
        return Ask(view, [question, .. Last(view, seat, answer)], reason, problem, yes, ProcedureParts.Button(Texts.Back, Verbs.Ballot, view, [("change", true), .. AnswerPicks.Data(picks, view)]));
    }

    /// <summary>To the secretariat, of an answer that came by telephone or mail.</summary>
    /// <param name="source">How it came, as <see cref="RecordForm"/> names it.</param>
    internal static AdaptiveCard BuildForOther(
        ProcedureView view, SeatView seat, Answer answer, string source, string? typed, string? problem = null, AnswerPicks? picks = null)
    {
        var isMeeting = answer == Answer.DemandMeeting;
        var yes = ProcedureParts.Button(Texts.Record, Verbs.Record, view, [.. Chosen(seat, answer, source), (Sure, true)]);
        var question = isMeeting ? Texts.MeetingQuestionFor(seat.Voter, view.Seats.Count) : Texts.RecusedQuestionFor(seat.Voter);
        var reason = Reason(isMeeting ? Texts.WhyMeeting : Texts.WhyRecusedOther, typed);
        return Ask(view, [question, .. Last(view, seat, answer)], reason, problem, yes, ProcedureParts.Button(Texts.Back, Verbs.RecordForm, view, [.. Chosen(seat, answer, source), .. AnswerPicks.Data(picks, view)]));
    }

    private static IEnumerable<(string Name, JsonNode Value)> Chosen(SeatView seat, Answer answer, string source) =>
    [
        (RecordForm.SeatField, JsonValue.Create(CardIds.Write(seat.MemberId))),
        (RecordForm.AnswerField, JsonValue.Create(AnswerNames.Of(answer))),
        (RecordForm.SourceField, JsonValue.Create(source)),
    ];

    /// <summary>A recusal can be the answer that all were waiting for.</summary>
    private static string[] Last(ProcedureView view, SeatView seat, Answer answer) =>
        answer == Answer.Recused && view.Rules.ClosesWhenAllHaveAnswered && seat.Answer is null && view.Answered == view.Seats.Count - 1
            ? [Texts.LastAnswer(view.Rules, view.Seats.Count)]
            : [];

    /// <summary>Not required by the card itself: then »Fortryd«, which takes what was typed back to the ballot, would be held up, too.</summary>
    private static TextInput Reason(string label, string? typed) => new(BallotCard.RemarksField, label)
    {
        Value = typed,
        IsMultiline = true,
    };

    private static AdaptiveCard Ask(
        ProcedureView view, string[] lines, TextInput reason, string? problem, ExecuteAction yes, ExecuteAction back) => new AdaptiveCard
        {
            Speak = string.Join(' ', lines),
            FallbackText = lines[0],
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                .. lines.Select(line => new TextBlock(CardText.Escape(line)) { Weight = TextWeight.Bolder }),
                reason,
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Actions = [yes with { Style = ActionStyle.Destructive }, back],
        }.WithButtonsInLines();
}
