using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// Spørgsmål til formandskabet: a member of one forum asks those who lead the forum above. They answer once, in words or by making an item of
/// it; what is answered stands.
/// </summary>
public sealed class ChairQuestion
{
    /// <summary>More belongs in an item.</summary>
    public const int MaxLength = 2_000;

    public const int MaxAnswerLength = 4_000;

    public ChairQuestionId Id { get; init; } = ChairQuestionId.New();

    /// <summary>The forum whose chairs are asked.</summary>
    public required ForumId ForumId { get; init; }

    /// <summary>The forum below, where the asker sits.</summary>
    public required ForumId FromForumId { get; init; }

    public required PersonId AskerId { get; init; }

    public required string Text { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>Null while it waits, and where an item was made of it.</summary>
    public string? Answer { get; private set; }

    /// <summary>The item that was made of it; null for none.</summary>
    public AgendaItemId? ItemId { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public PersonId? AnsweredById { get; private set; }

    public bool IsWaiting => AnsweredAt is null;

    /// <summary>Answers in words.</summary>
    /// <returns>Whether that is news: the same answer by the same person twice is one.</returns>
    public Result<bool> Reply(string? answer, PersonId by, Instant now)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return new AnswerMissing();

        if (!IsWaiting)
            return AnsweredById == by && Answer == answer ? false : new QuestionIsAnswered();

        (Answer, AnsweredById, AnsweredAt) = (answer, by, now);
        return true;
    }

    /// <summary>An item was made of it.</summary>
    public Result<Done> Propose(AgendaItemId item, PersonId by, Instant now)
    {
        if (!IsWaiting)
            return new QuestionIsAnswered();

        (ItemId, AnsweredById, AnsweredAt) = (item, by, now);
        return default(Done);
    }
}

public readonly record struct ChairQuestionId(Guid Value) : IRecordId
{
    public static ChairQuestionId New() => new(Guid.CreateVersion7());
}
