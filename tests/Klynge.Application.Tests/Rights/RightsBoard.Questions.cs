using Klynge.Application.Agendas.Questions;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>The ladder: Driftsforum asks the chairs of the forum, whose own members ask those of Direktørforum.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>What a member of Driftsforum has asked the forum's chairs.</summary>
    internal ChairQuestionId Question { get; private set; }

    /// <summary>What the forum's member has asked the chairs of Direktørforum: nobody here reads it.</summary>
    internal ChairQuestionId QuestionAbove { get; private set; }

    private async Task AskQuestionsAsync()
    {
        var leader = new Person { Key = "dorthe", Name = "Dorthe Direktør", Email = "dorthe@fjordlandet.example" };
        await Board.AddAsync(leader, new ForumMember
        {
            ForumId = Third.Id,
            PersonId = leader.Id,
            Role = Role.Chair,
            HasVote = true,
            Organisation = "Vestby Kommune",
            Sector = "Vestby Kommune",
            From = new LocalDate(2025, 1, 1),
            Order = 1,
        });
        await using (var db = Board.Open())
        {
            await db.Forums.Where(forum => forum.Id == Forum.Id).ExecuteUpdateAsync(set => set.SetProperty(forum => forum.AboveId, Third.Id));
            await db.Forums.Where(forum => forum.Id == Board.OtherForum.Id).ExecuteUpdateAsync(set => set.SetProperty(forum => forum.AboveId, Forum.Id));
        }

        (Question, QuestionAbove) = (ChairQuestionId.New(), ChairQuestionId.New());
        Must(await Chat.Get<AskChairs>().HandleAsync(
            TestBoard.As(People[Actors.OtherForum]), new(Board.OtherForum.Id, Forum.Id, Question, "Hvornår kommer budgettet?"), default));
        Must(await Chat.Get<AskChairs>().HandleAsync(
            TestBoard.As(Board.Member), new(Forum.Id, Third.Id, QuestionAbove, $"Hvad med {ForeignRecords.OtherSecret}?"), default));
    }
}
