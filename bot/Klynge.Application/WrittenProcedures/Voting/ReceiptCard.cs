using System.Text.Json.Nodes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>What takes the ballot's place once it is answered: what was answered, when, and the way back.</summary>
public static class ReceiptCard
{
    public static AdaptiveCard Build(VoteReceipt receipt, Instant now)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var today = DanishTime.ToDanish(now).Date;
        var answered = Texts.YouAnswered(receipt.Answer, receipt.AnsweredAt, today);
        var state = receipt.ClosedAs is { } outcome ? (Texts.Result(outcome), ProcedureParts.Color(outcome)) : (Texts.OpenState, TextColor.Accent);
        return new()
        {
            Speak = $"{answered}: {receipt.NoticeTitle}",
            FallbackText = $"{answered}: {receipt.NoticeTitle}",
            Page = CardPages.Case(receipt.ProcedureId),
            Refresh = receipt.ClosedAs is null ? ProcedureParts.OwnRefresh(receipt.ForumId, receipt.ProcedureId) : null,
            Body =
            [
                ProcedureParts.Head(receipt.Forum, state.Item1, state.Item2),
                ProcedureParts.Title(receipt.Title),
                .. Lines(receipt, answered, today),
            ],
            Actions = receipt.ClosedAs is null ? [Change(receipt)] : null,
        };
    }

    /// <summary>The receipt of an answer that stands.</summary>
    public static VoteReceipt Of(ProcedureView view, SeatView seat)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(seat);
        return new()
        {
            ProcedureId = view.Id,
            ForumId = view.ForumId,
            Forum = view.Forum,
            Title = view.Case.Title,
            NoticeTitle = view.NoticeTitle,
            Answer = seat.Answer!.Value,
            Answers = seat.Answers,
            Remarks = seat.Remarks,
            AnsweredAt = seat.AnsweredAt!.Value,
            Deadline = view.Deadline,
            ClosesAt = view.ClosesAt,
            Rules = view.Rules,
            ClosedAs = view.Outcome,
        };
    }

    private static IEnumerable<CardElement> Lines(VoteReceipt receipt, string answered, LocalDate today)
    {
        var ends = new VotingState(ProcedureStatus.Open, Outcome: null, receipt.Deadline, Version: 1, receipt.ClosesAt).Ends;
        yield return new TextBlock(receipt.ClosedAs is null ? $"{answered} · {Texts.MayChange(ends, today)}" : answered)
        {
            Weight = TextWeight.Bolder,
        };
        if (receipt.Answers is { } each)
            yield return new TextBlock(Texts.Name(receipt.Answer, each)) { Spacing = Spacing.Small };

        if (receipt.Remarks is { } remarks)
            yield return new TextBlock(CardText.Escape(DanishFormat.Quote(LongText.Beginning(remarks, 600)))) { Spacing = Spacing.Small };

        if (receipt.ClosedAs is { } outcome)
            yield return new TextBlock(Texts.YourAnswerClosedIt(outcome));
        else if (receipt.Replaced is { } replaced)
            yield return ProcedureParts.Note(Texts.BeforeThat(replaced, receipt.ReplacedEach));

        if (receipt is { ClosedAs: null, Rules: { } rules })
            yield return ProcedureParts.Note(receipt.ClosesAt is null ? Texts.ClosesBefore(rules) : Texts.AllHaveAnswered(ends, today));
    }

    private static ExecuteAction Change(VoteReceipt receipt)
    {
        var data = ProcedureParts.Data(receipt.ForumId, receipt.ProcedureId);
        data["change"] = JsonValue.Create(true);
        return new ExecuteAction(Texts.ChangeAnswer, Verbs.Ballot) { Data = data };
    }
}

/// <summary>What a voter is told after answering: all that the card needs, so that it is drawn without reading anything more.</summary>
public sealed record VoteReceipt
{
    public required WrittenProcedureId ProcedureId { get; init; }

    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required string Title { get; init; }

    public required NoticeTitle NoticeTitle { get; init; }

    public required Answer Answer { get; init; }

    /// <inheritdoc cref="RollEntry.Answers"/>
    public IReadOnlyList<Answer>? Answers { get; init; }

    public string? Remarks { get; init; }

    public required Instant AnsweredAt { get; init; }

    public required Instant Deadline { get; init; }

    /// <summary>When the case closes because everybody has answered; null while somebody is missing.</summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>The frozen rules of the case; null until they are looked up.</summary>
    public WrittenProcedureRules? Rules { get; init; }

    /// <summary>The answer that this one took the place of; null for the first one.</summary>
    public Answer? Replaced { get; init; }

    /// <summary>The answers to each recommendation that this one took the place of; null where it was an answer to the whole.</summary>
    public IReadOnlyList<Answer>? ReplacedEach { get; init; }

    /// <summary>What the case came to when this answer closed it; null while it is open.</summary>
    public Outcome? ClosedAs { get; init; }
}
