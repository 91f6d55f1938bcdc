using System.Text;
using Klynge.Application.Agendas;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>
/// Files that a case put among the open documents before it was made »Lukket sag«: they leave, whatever happens on the way, and none is lost
/// or there twice.
/// </summary>
public sealed class ClosedCopiesTests : IAsyncLifetime
{
    private const string Content = "Opsigelsen, første udkast";

    private readonly ScriptedLinks _links = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-copies-").FullName;
    private TestBoard _board = null!;
    private ScriptedLibrary _library = null!;
    private ChatBench _chat = null!;
    private ProcedureBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _library = new ScriptedLibrary(_folder);
        _chat = new ChatBench(_board, _library, services => services.AddSingleton<ILinkedDocuments>(_links));
        _bench = new ProcedureBench(_board, _chat);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

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
        var after = await _bench.ReadAsync(id);
        Assert.All(after.Case.Attachments, attachment => Assert.DoesNotContain("Chefforum/2026", Uri.UnescapeDataString(attachment.CopyUrl!), StringComparison.Ordinal));
        Assert.Equal(before, (await VersionsAsync(id))[0].Case.Attachments);
        foreach (var attachment in before)
        {
            var there = await WhereIsAsync(attachment.Path!);
            Assert.Equal(attachment.Sha256, ContentHash.Of(await File.ReadAllBytesAsync(Path.Combine(_folder, there!))));
        }
    }

    [Fact]
    public async Task Evidence_OfACaseThatWasClosedWhileItRan_IsWhole()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        _links.Put("Notat.docx", "Opsigelsen, andet udkast");
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
        var copy = Assert.Single((await _bench.ReadAsync(id)).Case.Attachments);
        var path = DocumentPath.Parse(copy.Path)!;
        var passes = _chat.Get<DocumentPasses>();
        var pass = passes.For(_board.Observer.Id, path).Segments[^1];
        Assert.NotNull(await passes.ReadAsync(pass, default));

        await CloseOffAsync(id);

        Assert.True(File.Exists(Path.Combine(_folder, copy.Path!)));
        Assert.Null(await passes.ReadAsync(pass, default));
        Assert.IsType<DocumentNotForYou>((await _chat.Get<OpenDocument>().HandleAsync(TestBoard.As(_board.Member), new(copy.CopyUrl), default)).Error);
        await MoveAsync();
        Assert.Null(await passes.ReadAsync(pass, default));
        var later = DocumentPath.Parse(await WhereIsAsync(copy.Path!))!;
        await using var db = _board.Open();
        Assert.False(await db.MayReadAsync(_board.Observer.Id, later, _board.Today));
        Assert.True(await db.MayReadAsync(_board.Member.Id, later, _board.Today));
    }

    /// <summary>The file has moved, and the process ended before that was written down.</summary>
    [Fact]
    public async Task Move_ThatGotNoRecord_IsFinishedByTheNext()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        _links.Put("Notat.docx", "Et andet");
        await CloseOffAsync(id);
        await using (var db = _board.Open())
        {
            var copy = await db.OpenCopies.SingleAsync();
            Assert.IsType<MoveOutcome.Moved>((await _library.MoveAsync(DocumentPath.Parse(copy.Path)!, DocumentPath.Parse(copy.MovesTo)!, default)).Value);
        }

        await MoveAsync();
        await MoveAsync();

        Assert.Equal(2, Files().Count);
        var first = (await VersionsAsync(id))[0].Case.Attachments[0];
        Assert.Equal(Content, await File.ReadAllTextAsync(Path.Combine(_folder, (await WhereIsAsync(first.Path!))!)));
    }

    /// <summary>Two cases that were sent out with the same file have one copy; it stays for the one that is open.</summary>
    [Fact]
    public async Task Copy_OfAnOpenCaseToo_Stays_AndGoesWhenThatOneIsClosedAsWell()
    {
        var link = Link("Notat.docx", Content);
        var (first, second) = (await OpenAsync(link), await OpenAsync(link));
        var path = Assert.Single((await _bench.ReadAsync(second)).Case.Attachments).Path!;

        await CloseOffAsync(first);
        await MoveAsync();
        Assert.True(File.Exists(Path.Combine(_folder, path)));
        await CloseOffAsync(second);
        await MoveAsync();

        Assert.StartsWith("Chefforum/Lukket/", Assert.Single(Files()), StringComparison.Ordinal);
        foreach (var id in new[] { first, second })
        {
            Assert.All((await _bench.ReadAsync(id)).Case.Attachments, one => Assert.Contains("/Lukket/", one.Path, StringComparison.Ordinal));
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

        var copy = Assert.Single((await _bench.ReadAsync(other)).Case.Attachments);
        Assert.EndsWith(" (2).docx", copy.Path, StringComparison.Ordinal);
        Assert.Equal(Content, await File.ReadAllTextAsync(Path.Combine(_folder, copy.Path!)));
    }

    /// <summary>The second attachment could not be copied, so nothing was sent out; then it turns out to be a matter for a closed case.</summary>
    [Fact]
    public async Task Copy_OfAnOpeningThatCameToNothing_IsDeleted_WhenTheCaseIsSentOutClosed()
    {
        var form = FormOf(Link("Opsigelse.docx", Content), Link("Bilag.pdf", "Bilaget"));
        var draft = await _bench.DraftAsync(form: form);
        _links.Files[LinkOf("Bilag.pdf")] = new LibraryIsUnavailable();
        Assert.False((await _bench.OpenAsync(draft, _board.Secretary)).IsSuccess);
        Assert.Contains("Opsigelse", Assert.Single(Files()), StringComparison.Ordinal);
        _links.Put("Bilag.pdf", "Bilaget");

        await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft, Item: null, form with { IsClosed = true }), default);
        Assert.True((await _bench.OpenAsync(draft, _board.Secretary)).IsSuccess);
        await MoveAsync();

        Assert.Equal(2, Files().Count);
        Assert.All(Files(), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copy_OfADraftThatIsDropped_IsDeleted()
    {
        var draft = await _bench.DraftAsync(form: FormOf(Link("Opsigelse.docx", Content), Link("Bilag.pdf", "Bilaget")));
        _links.Files[LinkOf("Bilag.pdf")] = new LibraryIsUnavailable();
        await _bench.OpenAsync(draft, _board.Secretary);

        await _bench.WithdrawAsync(_board.Secretary, draft, reason: null);
        await MoveAsync();

        Assert.Empty(Files());
    }

    /// <summary>Whatever stands under the name already is not overwritten, and not taken for the copy.</summary>
    [Fact]
    public async Task Move_ToANameThatIsAnothersFile_TakesTheNextName()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        _links.Put("Notat.docx", "Et andet");
        await CloseOffAsync(id);
        await using var db = _board.Open();
        var target = DocumentPath.Parse((await db.OpenCopies.SingleAsync()).MovesTo)!;
        await _library.StoreAsync(target, Encoding.UTF8.GetBytes("En andens"), seen: null, default);

        await MoveAsync();
        await MoveAsync();

        Assert.Equal(target.Numbered(2).ToString(), await WhereIsAsync((await VersionsAsync(id))[0].Case.Attachments[0].Path!));
        Assert.Equal("En andens", await File.ReadAllTextAsync(Path.Combine(_folder, target.ToString())));
        Assert.Equal(3, Files().Count);
    }

    /// <summary>Of before there was a place for closed documents: protocol, remarks and package bear the title.</summary>
    [Fact]
    public async Task Documents_OfBeforeThereWasAClosedPlace_AreFoundAndMoved()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        await _bench.VoteAsync(_board.Member, id, Answer.Reject, "Hør hende først.");
        await _bench.CloseAsync(_board.Secretary, id);
        await _chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await _chat.Get<StoreEvidence>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, id), default);
        await using (var db = _board.Open())
        {
            var procedure = await db.WrittenProcedures.SingleAsync(one => one.Id == id);
            db.Entry(procedure).Property(one => one.Case).CurrentValue = procedure.Case with { IsClosed = true };
            await db.SaveChangesAsync();
        }

        Assert.Equal(4, Files().Count(file => !file.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.Equal(1, await _chat.Get<FindClosedDocuments>().HandleAsync(default));
        await MoveAsync();

        Assert.Equal(4, Files().Count);
        Assert.All(Files(), file => Assert.StartsWith("Chefforum/Lukket/2026/", file, StringComparison.Ordinal));
        Assert.All(Files(), file => Assert.DoesNotContain("Udpegning", file, StringComparison.Ordinal));
        await using var later = _board.Open();
        Assert.All(await later.ProcedureDocuments.ToListAsync(), one => Assert.True(File.Exists(Path.Combine(_folder, one.Path))));
        Assert.Empty(await EvidenceFaultsAsync(id));
    }

    /// <summary>The secretariat makes the folder in SharePoint, or mends its permissions; until then it is tried, and said once.</summary>
    [Fact]
    public async Task Library_ThatTakesNothing_IsTriedUntilItDoes_AndToldOnceWithoutTheTitle()
    {
        var id = await OpenAsync(Link("Notat.docx", Content));
        await CloseOffAsync(id);
        _library.Failure = new LibraryIsReadOnly();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.Equal(0, await _chat.Get<MoveClosedDocuments>().HandleAsync(default));
            _board.Clock.Advance(Duration.FromHours(1));
        }

        await using var db = _board.Open();
        var told = (await db.Outbox.Where(row => row.Payload != null).Select(row => row.Payload!).ToListAsync())
            .FindAll(payload => System.Text.RegularExpressions.Regex.Unescape(payload).Contains("er endnu ikke på plads", StringComparison.Ordinal));
        Assert.Equal(await db.Members.CountAsync(seat => seat.ForumId == _board.Forum.Id && seat.Role == Role.Secretariat), told.Count);
        _library.Failure = null;
        Assert.Equal(1, await _chat.Get<MoveClosedDocuments>().HandleAsync(default));
        Assert.All(Files(), file => Assert.Contains("/Lukket/", file, StringComparison.Ordinal));
    }

    /// <summary>An item and its case are one matter: whoever closes the item means both.</summary>
    [Fact]
    public async Task Item_ThatIsClosedLater_ClosesItsCase_WithItsCopiesAndCards()
    {
        var meeting = await _board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Klinikken" }, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(item);
        var form = FormOf(Link("Notat.docx", Content));
        var draft = (await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, Procedure: null, item.Id, form), default)).Value;
        Assert.True((await _bench.OpenAsync(draft, _board.Secretary)).IsSuccess);

        var edited = await _chat.Get<EditItem>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, item.Id, item.Content with { IsClosed = true }, item.Version), default);
        Assert.True(edited.IsSuccess, edited.Error?.Code);
        await MoveAsync();

        Assert.True((await _bench.ReadAsync(draft)).Case.IsClosed);
        Assert.StartsWith("Chefforum/Lukket/2026/Bilag (låst ", Assert.Single(Files()), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Observer, "procedure.view", new { forum = _board.Forum.Id.Value, procedure = draft.Value })).Refused<ProcedureNotFound>();
        Assert.Contains("procedure.vote", (await _chat.PressAsync(_board.Member, "procedure.ballot", new { forum = _board.Forum.Id.Value, procedure = draft.Value })).Text(), StringComparison.Ordinal);
    }

    private async Task<WrittenProcedureId> OpenAsync(params string[] links)
    {
        var draft = await _bench.DraftAsync(form: FormOf(links));
        var opened = await _bench.OpenAsync(draft, _board.Secretary);
        Assert.True(opened.IsSuccess, opened.Error?.Text);
        return draft;
    }

    private async Task CloseOffAsync(WrittenProcedureId id)
    {
        var standing = (await _bench.ReadAsync(id)).Case;
        var links = standing.Attachments.Select(one => $"{one.Name} {one.Url}");
        var amended = await _chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(_board.Secretary),
            new(_board.Forum.Id, id, ProcedureBench.Form with { Attachments = string.Join('\n', links), IsClosed = true, Reason = "Personsag" }),
            default);
        Assert.True(amended.IsSuccess, amended.Error?.Text);
    }

    private Task MoveAsync() => _chat.Get<MoveClosedDocuments>().HandleAsync(default);

    private async Task<IReadOnlyList<string>> EvidenceFaultsAsync(WrittenProcedureId id, bool close = false)
    {
        if (close)
            Assert.True((await _bench.CloseAsync(_board.Secretary, id)).IsSuccess);

        var built = await _chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, id), default);
        using var zip = new MemoryStream(built.Value);
        return (await EvidenceVerifier.VerifyAsync(zip, default)).Value.Faults;
    }

    private async Task<List<CaseVersion>> VersionsAsync(WrittenProcedureId id)
    {
        await using var db = _board.Open();
        return await db.CaseVersions.Where(version => version.ProcedureId == id).OrderBy(version => version.Version).ToListAsync();
    }

    /// <summary>Where a file lies that lay among the open ones.</summary>
    private async Task<string?> WhereIsAsync(string path)
    {
        await using var db = _board.Open();
        return await db.OpenCopies.Where(copy => copy.Path == path && copy.LeftAt != null).Select(copy => copy.MovesTo).FirstOrDefaultAsync();
    }

    /// <summary>Everything that lies in the library, earlier versions too.</summary>
    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))
            .Where(file => file != ".lock")
            .Order(StringComparer.Ordinal),
    ];

    private string Link(string name, string content) => _links.Put(name, content);

    private static string LinkOf(string name) => $"{ScriptedLinks.Site}{Uri.EscapeDataString(name)}?web=1";

    private static ProcedureForm FormOf(params string[] links) =>
        ProcedureBench.Form with { Attachments = string.Join('\n', links.Select((link, number) => $"Bilag {number + 1} {link}")) };
}
