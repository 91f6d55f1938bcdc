using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums;

public sealed class ApplyBoardTests : IAsyncLifetime
{
    private EmptyBoard _board = null!;
    private ApplyBoard _apply = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await EmptyBoard.CreateAsync();
        _apply = new ApplyBoard(_board.Writer, _board.Contexts, _board.Clock);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task Export_OfAnAppliedBoard_IsTheFileItself()
    {
        await ApplyAsync(SampleFiles.Board());

        var exported = await new ExportBoard(_board.Contexts).HandleAsync(CancellationToken.None);

        Assert.Equal(SampleFiles.BoardText(), BoardFileWriter.Write(exported.Value));
    }

    [Fact]
    public async Task ApplyBoard_TheSecondTime_ChangesNothing()
    {
        await ApplyAsync(SampleFiles.Board());

        Assert.Empty(await ApplyAsync(SampleFiles.Board()));
    }

    [Fact]
    public async Task ApplyBoard_WithoutAnAnnualWheel_LeavesTheOneThatStands()
    {
        await ApplyAsync(SampleFiles.Board());
        var silent = SampleFiles.Board() with
        {
            Forums = [.. SampleFiles.Board().Forums.Select(forum => forum with { Rules = forum.Rules with { AnnualWheel = ForumDescription.WheelAsItIs } })],
        };

        Assert.Empty(await ApplyAsync(silent));

        await using var db = _board.Open();
        Assert.Equal(3, (await db.Forums.SingleAsync(forum => forum.Key == "chefforum")).Rules.AnnualWheel.Count);
    }

    [Fact]
    public async Task Preview_SavesNothing_AndSaysWhatApplyingWillDo()
    {
        var preview = (await _apply.PreviewAsync(SampleFiles.Board(), CancellationToken.None)).Value.All;

        await using (var db = _board.Open())
            Assert.Empty(await db.Boards.ToListAsync());
        Assert.Equal(preview, await ApplyAsync(SampleFiles.Board()));
    }

    [Fact]
    public async Task ApplyBoard_AMemberLeftOut_GetsYesterdayAsLastDay()
    {
        await ApplyAsync(SampleFiles.Board());
        var without = WithChefforum(forum => forum with { Members = [.. forum.Members.Where(seat => seat.Person != "mehmet-yildiz")] });

        var change = Assert.Single(await ApplyAsync(without));

        Assert.Equal((BoardChangeKind.Ended, "Mehmet Yildiz i Chefforum"), (change.Kind, change.Subject));
        await using var db = _board.Open();
        var seat = await db.Members.SingleAsync(seat => seat.Person.Key == "mehmet-yildiz");
        Assert.Equal(_board.Today.PlusDays(-1), seat.To);
        Assert.Empty(await ApplyAsync(without));
    }

    [Fact]
    public async Task ApplyBoard_AMemberWhoComesBack_GetsASeatOfTheirOwn()
    {
        await ApplyAsync(SampleFiles.Board());
        await ApplyAsync(WithChefforum(forum => forum with { Members = [.. forum.Members.Where(seat => seat.Person != "mehmet-yildiz")] }));

        await ApplyAsync(WithChefforum(forum => forum with
        {
            Members = [.. forum.Members.Select(seat => seat.Person == "mehmet-yildiz" ? seat with { From = null } : seat)],
        }));

        await using var db = _board.Open();
        var seats = await db.Members.Where(seat => seat.Person.Key == "mehmet-yildiz").OrderBy(seat => seat.From).ToListAsync();
        Assert.Equal([_board.Today.PlusDays(-1), null], seats.Select(seat => seat.To));
        Assert.Equal(_board.Today, seats[1].From);
    }

    [Fact]
    public async Task ApplyBoard_AForumLeftOut_IsClosedAndKeepsItsSeats()
    {
        await ApplyAsync(SampleFiles.Board());
        var sample = SampleFiles.Board();
        var without = sample with
        {
            Forums = [.. sample.Forums.Where(forum => forum.Key != "driftsforum")],
        };

        var change = Assert.Single(await ApplyAsync(without));

        Assert.Equal((BoardChangeKind.Ended, "Forum Driftsforum"), (change.Kind, change.Subject));
        await using var db = _board.Open();
        Assert.True((await db.Forums.SingleAsync(forum => forum.Key == "driftsforum")).IsClosed);
        Assert.True(await db.Members.AnyAsync(seat => seat.Person.Key == "sanne-krogsgaard"));
    }

    [Fact]
    public async Task ApplyBoard_ChangedRules_AreToldNumberByNumber()
    {
        await ApplyAsync(SampleFiles.Board());

        var change = Assert.Single(await ApplyAsync(WithChefforum(forum => forum with
        {
            Rules = forum.Rules with
            {
                MinimumMeetingsPerYear = 6,
                AgendaOut = forum.Rules.ItemsIn,
                WrittenProcedures = forum.Rules.WrittenProcedures with { ClosingDelayMinutes = 0, AnswerPerRecommendation = true },
            },
        })));

        Assert.Equal("Regler for Chefforum", change.Subject);
        Assert.Equal(
            "dagsorden ud: 5 hverdage → 11 dage kl. 24.00; møder om året mindst: 4 → 6; minutter fra sidste svar, til sagen lukker: 10 → 0; svar til hver indstilling for sig: nej → ja",
            change.Detail);
    }

    [Fact]
    public async Task ApplyBoard_WithoutAnObjectId_KeepsTheOneThatWasLearnt()
    {
        var sample = SampleFiles.Board();
        await ApplyAsync(sample);

        var changes = await ApplyAsync(sample with { People = [.. sample.People.Select(person => person with { EntraObjectId = null })] });

        Assert.Empty(changes);
    }

    [Fact]
    public async Task ApplyBoard_AnAddressOfSomebodyElseOnRecord_IsRefusedAndNothingIsSaved()
    {
        var sample = SampleFiles.Board();
        await ApplyAsync(sample);
        var taken = sample with
        {
            Name = "Et andet navn",
            People = [.. sample.People, new PersonDescription("ny", "Ny Person", "x@y.example", null, sample.People[0].EntraObjectId)],
        };
        taken = taken with { People = [.. taken.People.Skip(1)] };
        taken = taken with
        {
            Forums = [.. taken.Forums.Select(forum => forum with
            {
                Members = [.. forum.Members.Where(seat => seat.Person != sample.People[0].Key && !seat.Substitutes.Contains(sample.People[0].Key))],
            })],
        };

        var result = await _apply.HandleAsync(Caller.System, taken, CancellationToken.None);

        Assert.IsType<AccountBelongsToAnother>(result.Error);
        await using var db = _board.Open();
        Assert.Equal(sample.Name, (await db.Boards.SingleAsync()).Name);
    }

    [Fact]
    public async Task ApplyBoard_ByAPersonInChat_IsRefused()
    {
        var result = await _apply.HandleAsync(new Caller(PersonId.New()), SampleFiles.Board(), CancellationToken.None);

        Assert.IsType<BoardNotYours>(result.Error);
    }

    [Fact]
    public async Task ApplyBoard_IsOnTheAuditLog()
    {
        await ApplyAsync(SampleFiles.Board());

        await using var db = _board.Open();
        var entry = await db.Audit.SingleAsync(entry => entry.UseCase == nameof(ApplyBoard));
        Assert.Contains("chefforum", entry.Changes, StringComparison.Ordinal);
    }

    private static BoardDescription WithChefforum(Func<ForumDescription, ForumDescription> change)
    {
        var sample = SampleFiles.Board();
        return sample with { Forums = [.. sample.Forums.Select(forum => forum.Key == "chefforum" ? change(forum) : forum)] };
    }

    private async Task<IReadOnlyList<BoardChange>> ApplyAsync(BoardDescription board)
    {
        var result = await _apply.HandleAsync(Caller.System, board, CancellationToken.None);
        Assert.Null(result.Error);
        return result.Value.All;
    }
}
