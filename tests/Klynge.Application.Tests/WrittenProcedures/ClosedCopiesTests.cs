using Klynge.Application.Agendas.Items;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>
/// Files that a case put among the open documents before it was made »Lukket sag«: they leave, whatever happens on the way, and none is lost
/// or there twice.
/// </summary>
public sealed class ClosedCopiesTests : ClosedCopiesScenario
{
    [Fact]
    public async Task Closed_MovesEveryEarlierCopy_AndNothingOnRecordNamesTheOpenPlace()
    {
        var id = await OpenAsync(Link("Opsigelse af klinikchefen.docx", Content), Link("Bilag.pdf", "Bilaget"));
        var before = (await VersionsAsync(id)).SelectMany(version => version.Case.Attachments).ToList();

        await CloseOffAsync(id);
        await MoveAsync();

        var files = Files();
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.StartsWith("Chefforum/Lukket/2026/Bilag (låst ", file, StringComparison.Ordinal));
        var after = await Fixture.ReadAsync(id);
        Assert.All(after.Case.Attachments, attachment => Assert.DoesNotContain("Chefforum/2026", Uri.UnescapeDataString(attachment.CopyUrl!), StringComparison.Ordinal));
        Assert.Equal(before, (await VersionsAsync(id))[0].Case.Attachments);
        foreach (var attachment in before)
        {
            var there = await WhereIsAsync(attachment.Path!);
            Assert.Equal(attachment.Sha256, ContentHash.Of(await File.ReadAllBytesAsync(Path.Combine(Folder, there!))));
        }
    }

    [Fact]
    public async Task Evidence_OfACaseThatWasClosedWhileItRan_IsWhole()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        Links.Put("Notat.docx", "Opsigelsen, andet udkast");
        await CloseOffAsync(id);
        var halfway = await EvidenceFaultsAsync(id, close: true);
        await MoveAsync();

        Assert.Empty(halfway);
        Assert.Empty(await EvidenceFaultsAsync(id));
        Assert.Equal(2, Files().Count(file => file.Contains("Bilag", StringComparison.Ordinal)));
    }

    /// <summary>The pass was made while the case was open; from the closing on it opens nothing, before the file has moved as well as after.</summary>
    [Fact]
    public async Task Pass_ToTheOpenPlace_OpensNothingFromTheClosingOn()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        var copy = Assert.Single((await Fixture.ReadAsync(id)).Case.Attachments);
        var path = DocumentPath.Parse(copy.Path)!;
        var passes = Chat.Get<DocumentPasses>();
        var pass = passes.For(Board.Observer.Id, path).Segments[^1];
        Assert.NotNull(await passes.ReadAsync(pass, default));

        await CloseOffAsync(id);

        Assert.True(File.Exists(Path.Combine(Folder, copy.Path!)));
        Assert.Null(await passes.ReadAsync(pass, default));
        Assert.IsType<DocumentNotForYou>((await Chat.Get<OpenDocument>().HandleAsync(TestBoard.As(Board.Member), new(copy.CopyUrl), default)).Error);
        await MoveAsync();
        Assert.Null(await passes.ReadAsync(pass, default));
        var later = DocumentPath.Parse(await WhereIsAsync(copy.Path!))!;
        await using var db = Board.Open();
        Assert.False(await db.MayReadAsync(Board.Observer.Id, later, Board.Today));
        Assert.True(await db.MayReadAsync(Board.Member.Id, later, Board.Today));
    }

    /// <summary>Two cases that were sent out with the same file have one copy; it stays for the one that is open.</summary>
    [Fact]
    public async Task Copy_OfAnOpenCaseToo_Stays_AndGoesWhenThatOneIsClosedAsWell()
    {
        var link = Link("Notat.docx", Content);
        var (first, second) = (await OpenAsync(link), await OpenAsync(link));
        var path = Assert.Single((await Fixture.ReadAsync(second)).Case.Attachments).Path!;

        await CloseOffAsync(first);
        await MoveAsync();
        Assert.True(File.Exists(Path.Combine(Folder, path)));
        await CloseOffAsync(second);
        await MoveAsync();

        Assert.StartsWith("Chefforum/Lukket/", Assert.Single(Files()), StringComparison.Ordinal);
        foreach (var id in new[] { first, second })
        {
            Assert.All((await Fixture.ReadAsync(id)).Case.Attachments, one => Assert.Contains("/Lukket/", one.Path, StringComparison.Ordinal));
            Assert.Empty(await EvidenceFaultsAsync(id, close: true));
        }
    }

    /// <summary>A case that is sent out while the same file is on its way takes a copy of its own.</summary>
    [Fact]
    public async Task Case_ThatOpensWithAFileOnItsWayOut_TakesAnotherCopy()
    {
        var link = Link("Notat.docx", Content);
        await CloseOffAsync(await OpenAsync(link));

        var other = await OpenAsync(link);
        await MoveAsync();

        var copy = Assert.Single((await Fixture.ReadAsync(other)).Case.Attachments);
        Assert.EndsWith(" (2).docx", copy.Path, StringComparison.Ordinal);
        Assert.Equal(Content, await File.ReadAllTextAsync(Path.Combine(Folder, copy.Path!)));
    }

    /// <summary>An item and its case are one matter: whoever closes the item means both.</summary>
    [Fact]
    public async Task Item_ThatIsClosedLater_ClosesItsCase_WithItsCopiesAndCards()
    {
        var meeting = await Board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Klinikken" }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        var form = FormOf(Link("Notat.docx", Content));
        var draft = (await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Procedure: null, item.Id, form), default)).Value;
        Assert.True((await Fixture.OpenAsync(draft, Board.Secretary)).IsSuccess);

        var edited = await Chat.Get<EditItem>().HandleAsync(
            TestBoard.As(Board.Secretary), new(Board.Forum.Id, item.Id, item.Content with { IsClosed = true }, item.Version), default);
        Assert.True(edited.IsSuccess, edited.Error?.Code);
        await MoveAsync();

        Assert.True((await Fixture.ReadAsync(draft)).Case.IsClosed);
        Assert.StartsWith("Chefforum/Lukket/2026/Bilag (låst ", Assert.Single(Files()), StringComparison.Ordinal);
        (await Chat.PressAsync(Board.Observer, "procedure.view", new { forum = Board.Forum.Id.Value, procedure = draft.Value })).Refused<ProcedureNotFound>();
        Assert.Contains("procedure.vote", (await Chat.PressAsync(Board.Member, "procedure.ballot", new { forum = Board.Forum.Id.Value, procedure = draft.Value })).Text(), StringComparison.Ordinal);
    }
}
