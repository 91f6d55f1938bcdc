using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>A question is answered once, in words or by an item.</summary>
public sealed class ChairQuestionTests
{
    private static readonly PersonId Chair = new(Guid.NewGuid());
    private static readonly PersonId Other = new(Guid.NewGuid());
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private readonly ChairQuestion _question = new()
    {
        ForumId = ForumId.New(),
        FromForumId = ForumId.New(),
        AskerId = Other,
        Text = "Hvornår?",
        AskedAt = Now,
    };

    [Fact]
    public void FirstAnswer_Stands_AndTheSameTwice_IsOnce()
    {
        Assert.True(_question.Reply("I februar", Chair, Now).Value);
        Assert.False(_question.Reply("I februar", Chair, Now + Duration.FromHours(1)).Value);
        Assert.IsType<QuestionIsAnswered>(_question.Reply("I februar", Other, Now).Error);
        Assert.IsType<QuestionIsAnswered>(_question.Reply("Til marts", Chair, Now).Error);
        Assert.IsType<QuestionIsAnswered>(_question.Propose(AgendaItemId.New(), Chair, Now).Error);

        Assert.Equal(("I februar", Chair, Now, null), (_question.Answer, _question.AnsweredById, _question.AnsweredAt, _question.ItemId));
    }

    [Fact]
    public void Item_IsAnAnswer_AndNothingIsNone()
    {
        Assert.IsType<AnswerMissing>(_question.Reply(" ", Chair, Now).Error);
        Assert.True(_question.IsWaiting);
        Assert.True(_question.Propose(AgendaItemId.New(), Chair, Now).IsSuccess);

        Assert.False(_question.IsWaiting);
        Assert.IsType<QuestionIsAnswered>(_question.Reply("I februar", Chair, Now).Error);
    }
}
