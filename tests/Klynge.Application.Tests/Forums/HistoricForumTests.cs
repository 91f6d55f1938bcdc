using Klynge.Application.Agendas;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>A forum whose last day is past is history: those who may read and search it, and nobody changes anything in it, by whatever way.</summary>
public sealed class HistoricForumTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Whose account somebody has is a matter of no forum.</summary>
    private static readonly string[] OfNoForum = ["account.answer"];

    /// <summary>Every button of the product, pressed by whoever may do most with it: the record is as it was, and looking still works.</summary>
    [Fact]
    public async Task NoButton_ChangesAnything_AndWhatIsReadIsReadAsBefore()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        await MakeHistoricAsync(board.Board);
        board.Remember();
        var (before, changed, refused) = (board.Contents(), new List<string>(), 0);
        foreach (var right in RightsTable.All.OfType<ButtonRight>().Where(right => !Cards.CardWays.Copies.Contains(right.Verb) && !OfNoForum.Contains(right.Verb)))
        {
            var actor = RightsPeople.AnyOf(right);
            var answer = await chat.DeliverAsync(right, actor, RightsCalls.Data(board, right, actor), $"historic-{right.Verb}");
            refused += answer.Contains("historisk", StringComparison.Ordinal) ? 1 : 0;
            if (Differs(before, board.Contents()) is { } what)
            {
                changed.Add($"{right.Verb} by {actor}: {what}");
                board.PutBack();
                await MakeHistoricAsync(board.Board);
            }
        }

        Assert.True(changed.Count == 0, string.Join('\n', changed));
        Assert.InRange(refused, 50, 400);
        Assert.Contains("Vinterplan", await chat.DeliverAsync(AgendaVerbs.Show, Actors.Member, RightsCalls.Data(board, AgendaVerbs.Show, Actors.Member), "read-agenda"), StringComparison.Ordinal);
    }

    /// <summary>What asks for no permission that changes is stopped where everything is written.</summary>
    [Fact]
    public async Task UseCaseThatEntersByReading_IsStoppedInTheEngine()
    {
        await using var board = await TestBoard.CreateAsync();
        await MakeHistoricAsync(board);
        foreach (var by in new[] { board.Secretary, board.Member })
        {
            var written = await board.Writer.WriteAsync<Done>(TestBoard.As(by), "Anything", board.Forum.Id, async scope =>
            {
                Assert.True((await scope.EnterAsync(board.Forum.Id, Permission.ReadAgenda)).IsSuccess);
                (await scope.Db.Forums.SingleAsync(forum => forum.Id == board.Forum.Id)).Name = "Omdøbt";
                return default(Done);
            }, Ct);

            Assert.IsType<ForumIsHistoric>(written.Error);
        }

        await using var db = board.Open();
        Assert.Equal("Chefforum", (await db.Forums.SingleAsync(forum => forum.Id == board.Forum.Id, Ct)).Name);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task ItIsHistory_FromTheDayAfterTheLast(int daysFromToday, bool isHistoric)
    {
        await using var board = await TestBoard.CreateAsync();
        await SetAsync(board, board.Today.PlusDays(-daysFromToday));
        using var chat = new ChatFixture(board);

        var set = await chat.Get<SetDeadline>().HandleAsync(TestBoard.As(board.Secretary), new(board.Forum.Id, "Frist", board.Today.PlusDays(30), null), Ct);

        Assert.Equal(isHistoric, set.Error is ForumIsHistoric);
    }

    [Fact]
    public async Task Reminders_StopOnThatDay_AndTheForumIsClosedDownByItself()
    {
        await using var board = await TestBoard.CreateAsync();
        using var chat = new ChatFixture(board);
        var last = board.Today.PlusDays(5);
        await chat.Get<SetDeadline>().HandleAsync(TestBoard.As(board.Secretary), new(board.Forum.Id, "Frist", last.PlusDays(2), null), Ct);
        await SetAsync(board, last.PlusDays(1));
        await chat.Get<DeadlineJobs>().SweepAsync(Ct);
        await using (var db = board.Open())
            Assert.False((await db.Forums.SingleAsync(forum => forum.Id == board.Forum.Id, Ct)).IsClosed);

        board.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(0, await chat.Get<DeadlineJobs>().SweepAsync(board.Clock.GetCurrentInstant(), Ct));

        await using var after = board.Open();
        Assert.True((await after.Forums.SingleAsync(forum => forum.Id == board.Forum.Id, Ct)).IsClosed);
        Assert.DoesNotContain(await after.Outbox.ToListAsync(Ct), one => one.Payload?.Contains("Frist", StringComparison.Ordinal) == true);
    }

    private static Task MakeHistoricAsync(TestBoard board) => SetAsync(board, board.Today);

    private static async Task SetAsync(TestBoard board, LocalDate day)
    {
        await using var db = board.Open();
        (await db.Forums.SingleAsync(forum => forum.Id == board.Forum.Id)).HistoricFrom = day;
        await db.SaveChangesAsync();
    }

    private static string? Differs(string before, string after) => before == after ? null : after.Split('\n').Except(before.Split('\n')).FirstOrDefault() ?? "rows are gone";
}
