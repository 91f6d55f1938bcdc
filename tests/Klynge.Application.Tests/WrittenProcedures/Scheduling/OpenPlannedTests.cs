using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures.Scheduling;

/// <summary>The job that opens drafts whose time has come.</summary>
public abstract class OpenPlannedTests(TestStore store) : PlanTest(store)
{
    public sealed class OnSqlite() : OpenPlannedTests(TestStore.Sqlite);

    public sealed class OnPostgres() : OpenPlannedTests(TestStore.Postgres);

    [Fact]
    public async Task Job_OpensAtItsTime_AsWhoPlannedItWouldHave()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        SetClock(14, 7, 59);
        Assert.Equal(0, await Job.HandleAsync(default));
        Assert.Equal(0, await CountAsync(Board.Member, "Vinterplan"));

        SetClock(14, 8, 0);
        Assert.Equal(1, await Job.HandleAsync(default));

        var opened = await ReadAsync();
        Assert.Equal((ProcedureStatus.Open, Board.Secretary.Id, null), (opened.Status, opened.OpenedById!.Value, opened.OpensAt));
        Assert.Equal(4, opened.Roll.Count);
        foreach (var voter in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
            Assert.Equal(1, await CountAsync(voter, "Vinterplan. Svar senest"));

        // Nobody sees an answer to a press, so who planned it is told like the rest of the secretariat.
        Assert.Equal(1, await CountAsync(Board.Secretary, "Sagen er sendt ud til 4 medlemmer."));
        Assert.True((await Fixture.VoteAsync(Board.Member, Draft)).IsSuccess);
        await using var db = Board.Open();
        var entry = await db.Audit.SingleAsync(row => row.UseCase == nameof(OpenWrittenProcedure) && row.SubjectId == Draft.Value);
        Assert.Equal((Board.Secretary.Id, null), (entry.ActorId!.Value, entry.Refusal));
    }

    [Fact]
    public async Task Job_RunBySeveralAtOnceAndAgain_OpensOnce()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        SetClock(14, 8, 0);

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Job.HandleAsync(default)));

        Assert.Equal(1, opened.Sum());
        Assert.Equal(0, await Job.HandleAsync(default));
        Assert.Equal(1, await CountAsync(Board.Member, "Vinterplan. Svar senest"));
        Assert.Equal(1, await CountAsync(Board.Secretary, "Sagen er sendt ud til 4 medlemmer. Vinterplan"));
        await using var db = Board.Open();
        Assert.Equal(1, await db.CaseVersions.CountAsync(version => version.ProcedureId == Draft));
    }

    [Fact]
    public async Task Job_ThatComesLate_OpensLate()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        SetClock(16, 10, 0);

        Assert.Equal(1, await Job.HandleAsync(default));

        Assert.Equal(Board.Clock.GetCurrentInstant(), (await ReadAsync()).OpenedAt);
    }

    [Fact]
    public async Task Job_ThatComesSoLateThatTheDeadlineIsTooClose_LeavesADraftAndTellsTheAuthorWhy()
    {
        await DraftAsync(by: Board.Chair);
        await PlanAsync("2026-01-14", "08:00", Board.Chair);
        SetClock(22, 10, 0);

        Assert.Equal(0, await Job.HandleAsync(default));
        Assert.Equal(0, await Job.HandleAsync(default));

        await AssertMissedAsync("skal have mindst");
        Assert.Equal(1, await CountAsync(Board.Chair, "Sagen åbnede ikke onsdag d. 14. januar 2026 kl. 08.00 som planlagt."));
        Assert.Equal(1, await CountAsync(Board.Secretary, "Sagen åbnede ikke onsdag d. 14. januar 2026 kl. 08.00 som planlagt."));
    }

    [Fact]
    public async Task Job_AfterTheDeadline_LeavesADraftThatCanBePutRightAndPlannedAgain()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        SetClock(26, 10, 0);
        await Job.HandleAsync(default);
        await AssertMissedAsync("Svarfristen er allerede passeret.");

        var form = ProcedureFixture.Form with { Title = "Vinterplan", Attachments = string.Empty, Date = "2026-02-12" };
        await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Draft, null, form), default);
        Assert.True((await PlanAsync("2026-01-27", "08:00")).IsSuccess);
        SetClock(27, 8, 0);

        Assert.Equal(1, await Job.HandleAsync(default));
        Assert.Null((await ReadAsync()).OpeningProblem);
    }

    [Fact]
    public async Task Job_UnderRulesThatHaveChanged_LeavesADraft()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await ChangeForumAsync(forum => forum.Rules = forum.Rules with { WrittenProcedures = forum.Rules.WrittenProcedures with { Allowed = false } });
        SetClock(14, 8, 0);

        await Job.HandleAsync(default);

        await AssertMissedAsync("afgør ikke sager skriftligt");
    }

    [Fact]
    public async Task Job_WithNobodyToAsk_LeavesADraft()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await using (var db = Board.Open())
            await db.Members.Where(seat => seat.ForumId == Board.Forum.Id).ExecuteUpdateAsync(row => row.SetProperty(seat => seat.HasVote, false));

        SetClock(14, 8, 0);
        await Job.HandleAsync(default);

        await AssertMissedAsync("Ingen i Chefforum har stemmeret");
    }

    [Fact]
    public async Task Job_ForSomebodyWhoHasLeft_LeavesADraftAndTellsTheSecretariatAlone()
    {
        await DraftAsync(by: Board.Chair);
        await PlanAsync("2026-01-14", "08:00", Board.Chair);
        await using (var db = Board.Open())
        {
            await db.Members.Where(seat => seat.ForumId == Board.Forum.Id && seat.PersonId == Board.Chair.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(seat => seat.To, new LocalDate(2026, 1, 13)));
        }

        SetClock(14, 8, 0);
        await Job.HandleAsync(default);

        await AssertMissedAsync("kan ikke længere sende sager ud");
        Assert.Equal(1, await CountAsync(Board.Secretary, "Sagen åbnede ikke"));
        Assert.Equal(0, await CountAsync(Board.Chair, "Vinterplan"));
    }

    [Fact]
    public async Task Job_InAForumThatIsClosedDown_DoesNothing()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        await ChangeForumAsync(forum => forum.IsClosed = true);
        SetClock(14, 8, 0);

        Assert.Equal(0, await Job.HandleAsync(default));

        Assert.Equal(ProcedureStatus.Draft, (await ReadAsync()).Status);
        await ChangeForumAsync(forum => forum.IsClosed = false);
        Assert.Equal(1, await Job.HandleAsync(default));
    }

    [Fact]
    public async Task Job_ForAPlanThatWasMovedMeanwhile_OpensNothing()
    {
        await DraftAsync();
        await PlanAsync("2026-01-14", "08:00");
        SetClock(14, 8, 0);
        var open = Chat.Get<OpenWrittenProcedure>();
        var caller = Klynge.Application.Data.Caller.Of(Klynge.Application.Rights.JobRights.OpenPlanned, Board.Secretary.Id);
        var request = new OpenWrittenProcedureRequest(Board.Forum.Id, Draft) { PlannedAt = DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(8, 0)) };
        await PlanAsync("2026-01-15", "08:00");
        Assert.IsType<PlanChangedMeanwhile>((await open.HandleAsync(caller, request, default)).Error);

        await Chat.Get<CallOffOpening>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Draft), default);
        Assert.IsType<PlanChangedMeanwhile>((await open.HandleAsync(caller, request, default)).Error);
        Assert.Equal(0, await CountAsync(Board.Member, "Vinterplan"));
    }

    private async Task AssertMissedAsync(string why)
    {
        var draft = await ReadAsync();
        Assert.Equal((ProcedureStatus.Draft, null, 0), (draft.Status, draft.OpensAt, draft.Roll.Count));
        Assert.Contains(why, draft.OpeningProblem, StringComparison.Ordinal);
        Assert.Equal(("Vinterplan", 2), (draft.Case.Title, draft.Case.Recommendations.Count));
        Assert.Equal(0, await CountAsync(Board.Member, "Vinterplan"));
        Assert.Contains(await SentToAsync(Board.Secretary), card => card.Contains("Sagen åbnede ikke", StringComparison.Ordinal) && card.Contains(why, StringComparison.Ordinal));
        Assert.Contains(why, (await PreviewAsync()).Text(), StringComparison.Ordinal);
    }
}
