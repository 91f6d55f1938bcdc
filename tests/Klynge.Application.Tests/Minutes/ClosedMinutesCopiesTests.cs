using Klynge.Application.Documents;
using Klynge.Application.WrittenProcedures.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>Copies beside the one that the record knows, and who opens any of them while they are on their way out.</summary>
public sealed class ClosedMinutesCopiesTests : ClosedMinutesScenario
{
    [Fact]
    public async Task Minutes_OnTheirWayOut_AreOpenedByNobody_AndAfterwardsByThoseOfClosedItems()
    {
        await WriteAsync();
        var path = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        await using var db = Board.Open();
        Assert.True(await db.MayReadAsync(Board.Secretary.Id, path, Board.Today));

        await CloseItemAsync();
        foreach (var person in new[] { Board.Secretary, Board.Chair, Board.Observer })
        {
            Assert.False(await db.MayReadAsync(person.Id, path, Board.Today));
            Assert.False(await db.MayReadAsync(person.Id, path.WithExtension(".pdf"), Board.Today));
        }

        await StoreAsync();
        Assert.True(await db.MayReadAsync(Board.Secretary.Id, path, Board.Today));
        Assert.True(await db.MayReadAsync(Board.Secretary.Id, path.AsClosed(), Board.Today));
        Assert.False(await db.MayReadAsync(Board.Observer.Id, path.AsClosed(), Board.Today));
    }

    /// <summary>Somebody had corrected the document, and the bot's own was stored beside it: the record knows the last one only.</summary>
    [Fact]
    public async Task Document_ThatSomebodyCorrectedBesideTheBots_LeavesWithIt_AndIsOpenedByNobodyMeanwhile()
    {
        await WriteAsync();
        var first = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        await CorrectAsync(first);
        await ChangeDecisionAsync();
        await WriteAsync(isBeside: true);
        var last = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        Assert.NotEqual(first, last);
        Assert.Equivalent(new[] { first.ToString(), last.ToString() }, OpenFiles().Where(file => !file.Contains(".versions", StringComparison.Ordinal)), strict: true);

        await CloseItemAsync();
        await using var db = Board.Open();
        Assert.False(await db.MayReadAsync(Board.Secretary.Id, first, Board.Today));
        Assert.False(await db.MayReadAsync(Board.Secretary.Id, last, Board.Today));
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", Text(Assert.Single(OpenFiles())), StringComparison.Ordinal);
        Assert.True(Files().Count(file => file.Contains("/Lukket/", StringComparison.Ordinal)) >= 2);
    }

    /// <summary>As a version of before the closing took minutes along has left it: the latest says nothing of the item, those before it do.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EarlierVersions_OfBeforeMinutesLeftWithTheClosing_AreFoundAndMoved_AndNoOthers(bool areOlder)
    {
        await WriteTwiceAsync();
        await using (var db = Board.Open())
        {
            (await db.AgendaItems.SingleAsync(one => one.Id == Item.Id, Ct)).CloseOff(Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
            var applied = (Board.Clock.GetCurrentInstant() + Duration.FromDays(areOlder ? 1 : -1)).ToString();
            await db.Database.ExecuteSqlAsync($"""UPDATE "SchemaHistory" SET "AppliedAt" = {applied}""", Ct);
        }

        await WriteAsync();
        Assert.NotEmpty(Holding(Title));

        await Chat.Get<FindClosedDocuments>().HandleAsync(Ct);
        await StoreAsync();
        await Chat.Get<FindClosedDocuments>().HandleAsync(Ct);
        await StoreAsync();

        Assert.All(Holding(Title), file => Assert.Equal(areOlder, file.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.Contains("Lukket punkt", Text(OpenFiles().Single(file => !file.Contains(".versions", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    /// <summary>SharePoint knows a file by any case, and so must rights.</summary>
    [Fact]
    public async Task Minutes_AskedForInOtherLetters_HaveTheSameRights()
    {
        await WriteAsync();
        var path = DocumentPath.Parse((await MinutesAsync()).DocumentPath)!;
        var other = DocumentPath.Parse(path.ToString().Replace("Chefforum", "CHEFFORUM", StringComparison.Ordinal).Replace("Referat", "referat", StringComparison.Ordinal))!;
        await using var db = Board.Open();

        Assert.Equal((true, false), (await db.MayReadAsync(Board.Secretary.Id, other, Board.Today), await db.MayReadAsync(Board.Observer.Id, other, Board.Today)));
        await CloseItemAsync();
        Assert.False(await db.MayReadAsync(Board.Secretary.Id, other, Board.Today));
    }
}
