using System.Text;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>The job that moves and deletes copies: finished after a kill, past names that are taken, tried until the library takes them.</summary>
public sealed class MovedCopiesTests : ClosedCopiesScenario
{
    /// <summary>The file has moved, and the process ended before that was written down.</summary>
    [Fact]
    public async Task Move_ThatGotNoRecord_IsFinishedByTheNext()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        Links.Put("Notat.docx", "Et andet");
        await CloseOffAsync(id);
        await using (var db = Board.Open())
        {
            var copy = await db.OpenCopies.SingleAsync();
            Assert.IsType<MoveOutcome.Moved>((await Library.MoveAsync(DocumentPath.Parse(copy.Path)!, DocumentPath.Parse(copy.MovesTo)!, default)).Value);
        }

        await MoveAsync();
        await MoveAsync();

        Assert.Equal(2, Files().Count);
        var first = (await VersionsAsync(id))[0].Case.Attachments[0];
        Assert.Equal(Content, await File.ReadAllTextAsync(Path.Combine(Folder, (await WhereIsAsync(first.Path!))!)));
    }

    /// <summary>The second attachment could not be copied, so nothing was sent out; then it turns out to be a matter for a closed case.</summary>
    [Fact]
    public async Task Copy_OfAnOpeningThatCameToNothing_IsDeleted_WhenTheCaseIsSentOutClosed()
    {
        var form = FormOf(Link("Opsigelse.docx", Content), Link("Bilag.pdf", "Bilaget"));
        var draft = await Fixture.DraftAsync(form: form);
        Links.Files[LinkOf("Bilag.pdf")] = new LibraryIsUnavailable();
        Assert.False((await Fixture.OpenAsync(draft, Board.Secretary)).IsSuccess);
        Assert.Contains("Opsigelse", Assert.Single(Files()), StringComparison.Ordinal);
        Links.Put("Bilag.pdf", "Bilaget");

        await Chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, draft, Item: null, form with { IsClosed = true }), default);
        Assert.True((await Fixture.OpenAsync(draft, Board.Secretary)).IsSuccess);
        await MoveAsync();

        Assert.Equal(2, Files().Count);
        Assert.All(Files(), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copy_OfADraftThatIsDropped_IsDeleted()
    {
        var draft = await Fixture.DraftAsync(form: FormOf(Link("Opsigelse.docx", Content), Link("Bilag.pdf", "Bilaget")));
        Links.Files[LinkOf("Bilag.pdf")] = new LibraryIsUnavailable();
        await Fixture.OpenAsync(draft, Board.Secretary);

        await Fixture.WithdrawAsync(Board.Secretary, draft, reason: null);
        await MoveAsync();

        Assert.Empty(Files());
    }

    /// <summary>Whatever stands under the name already is not overwritten, and not taken for the copy.</summary>
    [Fact]
    public async Task Move_ToANameThatIsAnothersFile_TakesTheNextName()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        Links.Put("Notat.docx", "Et andet");
        await CloseOffAsync(id);
        await using var db = Board.Open();
        var target = DocumentPath.Parse((await db.OpenCopies.SingleAsync()).MovesTo)!;
        await Library.StoreAsync(target, Encoding.UTF8.GetBytes("En andens"), seen: null, default);

        await MoveAsync();
        await MoveAsync();

        Assert.Equal(target.Numbered(2).ToString(), await WhereIsAsync((await VersionsAsync(id))[0].Case.Attachments[0].Path!));
        Assert.Equal("En andens", await File.ReadAllTextAsync(Path.Combine(Folder, target.ToString())));
        Assert.Equal(3, Files().Count);
    }

    /// <summary>Of before there was a place for closed documents: protocol, remarks and package bear the title.</summary>
    [Fact]
    public async Task Documents_OfBeforeThereWasAClosedPlace_AreFoundAndMoved()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        await Fixture.VoteAsync(Board.Member, id, Answer.Reject, "Hør hende først.");
        await Fixture.CloseAsync(Board.Secretary, id);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await Chat.Get<StoreEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, id), default);
        await using (var db = Board.Open())
        {
            var procedure = await db.WrittenProcedures.SingleAsync(one => one.Id == id);
            db.Entry(procedure).Property(one => one.Case).CurrentValue = procedure.Case with { IsClosed = true };
            await db.SaveChangesAsync();
        }

        Assert.Equal(4, Files().Count(file => !file.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.Equal(1, await Chat.Get<FindClosedDocuments>().HandleAsync(default));
        await MoveAsync();

        Assert.Equal(4, Files().Count);
        Assert.All(Files(), file => Assert.StartsWith("Chefforum/Lukket/2026/", file, StringComparison.Ordinal));
        Assert.All(Files(), file => Assert.DoesNotContain("Udpegning", file, StringComparison.Ordinal));
        await using var later = Board.Open();
        Assert.All(await later.ProcedureDocuments.ToListAsync(), one => Assert.True(File.Exists(Path.Combine(Folder, one.Path))));
        Assert.Empty(await EvidenceFaultsAsync(id));
    }

    /// <summary>The secretariat makes the folder in SharePoint, or mends its permissions; until then it is tried, and said once.</summary>
    [Fact]
    public async Task Library_ThatTakesNothing_IsTriedUntilItDoes_AndToldOnceWithoutTheTitle()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        await CloseOffAsync(id);
        Library.Failure = new LibraryIsReadOnly();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.Equal(0, await Chat.Get<MoveClosedDocuments>().HandleAsync(default));
            Board.Clock.Advance(Duration.FromHours(1));
        }

        await using var db = Board.Open();
        var told = (await db.Outbox.Where(row => row.Payload != null).Select(row => row.Payload!).ToListAsync())
            .FindAll(payload => System.Text.RegularExpressions.Regex.Unescape(payload).Contains("er endnu ikke på plads", StringComparison.Ordinal));
        Assert.Equal(await db.Members.CountAsync(seat => seat.ForumId == Board.Forum.Id && seat.Role == Role.Secretariat), told.Count);
        Library.Failure = null;
        Assert.Equal(1, await Chat.Get<MoveClosedDocuments>().HandleAsync(default));
        Assert.All(Files(), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
    }
}
