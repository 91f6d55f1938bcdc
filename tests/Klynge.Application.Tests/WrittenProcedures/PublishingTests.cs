using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>The documents of a case have the library's columns, and the protocol its PDF, as minutes have.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly ScriptedLinks _links = new();
    private ScriptedLibrary _library = null!;
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;
    private WrittenProcedureId _case;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = new ScriptedLibrary(_folder) { Pdf = "%PDF"u8.ToArray() };
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, _library, services => services.AddSingleton<ILinkedDocuments>(_links));
        _fixture = new ProcedureFixture(_board, _chat);
        _case = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Documents_SayForumDateStatusAndCaseNumber_AndTheConfirmedProtocolHasAPdf()
    {
        await CloseAsync();
        await RunAsync();
        Assert.Equal(
            [("Beslutningsprotokol", "Kladde"), ("Bemærkninger", "Kladde")],
            _library.Described.Select(one => (one.Path.Name.Split(' ')[0], one.Facts.Status)));
        Assert.All(_library.Described, one => Assert.Equal(("Chefforum", new LocalDate(2026, 1, 13), "EMN-2026-7"), (one.Facts.Forum, one.Facts.Date, one.Facts.CaseNumber)));
        _library.Described.Clear();

        await ConfirmAsync();
        await RunAsync();

        Assert.Equal(
            [("Beslutningsprotokol", ".docx"), ("Beslutningsprotokol", ".pdf"), ("Bemærkninger", ".docx")],
            _library.Described.Where(one => one.Facts.Status == "Godkendt").Select(one => (one.Path.Name.Split(' ')[0], Path.GetExtension(one.Path.Name))));
        var card = (await _chat.PressAsync(_board.Member, "procedure.ballot", Named())).Text();
        Assert.Contains("Åbn protokollen som PDF", card, StringComparison.Ordinal);
        Assert.Contains("13%20Udpegning%20til%20ledelsesprogrammet.pdf", card, StringComparison.Ordinal);
        _library.Described.Clear();
        await RunAsync();
        Assert.Empty(_library.Described);
    }

    [Fact]
    public async Task Pdf_ThatCannotBeMadeNow_IsTriedAgainLaterAndHoldsUpNothing()
    {
        await CloseAsync();
        await ConfirmAsync();
        _library.PdfFailure = new LibraryIsUnavailable();
        await RunAsync();
        _library.PdfFailure = null;
        Assert.Null((await ProtocolAsync()).PublishedAt);
        await RunAsync();
        Assert.Null((await ProtocolAsync()).PdfPath);

        _board.Clock.Advance(Duration.FromMinutes(5));
        await RunAsync();

        Assert.EndsWith(".pdf", (await ProtocolAsync()).PdfPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_ThatCannotBeMadeForADay_IsTold()
    {
        await CloseAsync();
        await ConfirmAsync();
        _library.PdfFailure = new LibraryIsUnavailable();
        for (var attempt = 0; attempt < 51; attempt++)
        {
            await RunAsync();
            _board.Clock.Advance(Duration.FromMinutes(31));
        }

        await using var db = _board.Open();
        var told = await db.Outbox.Where(row => row.PersonId == _board.Secretary.Id).OrderBy(row => row.Id).Select(row => row.Payload!).ToListAsync(Ct);
        Assert.Single(told, card => card.Contains("kolonnerne", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Evidence_HasTheColumnsToo()
    {
        await CloseAsync();

        await _chat.PressAsync(_board.Secretary, "procedure.evidence", Named());

        var (path, facts) = Assert.Single(_library.Described);
        Assert.EndsWith(".asice", path.Name, StringComparison.Ordinal);
        Assert.Equal(new DocumentFacts("Chefforum", new LocalDate(2026, 1, 13), "Kladde", "EMN-2026-7"), facts);
    }

    /// <summary>Somebody has written another text into the frozen copy: the package says so, here and on any other machine.</summary>
    [Fact]
    public async Task Evidence_WithAFrozenCopyThatWasChanged_NamesTheAttachment()
    {
        await CloseAsync();
        await File.WriteAllTextAsync(Frozen(), "en anden tekst", Ct);

        var card = (await _chat.PressAsync(_board.Secretary, "procedure.evidence", Named())).Text();
        var faults = await FaultsAsync();

        Assert.Contains("Pakken er ikke hel: Bilaget »Notat« mangler i pakken, eller filen er en anden", card, StringComparison.Ordinal);
        Assert.StartsWith("Bilaget »Notat« mangler i pakken, eller filen er en anden", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_WithAFrozenCopyThatIsGone_IsStillMadeAndNamesIt()
    {
        await CloseAsync();
        await RunAsync();
        File.Delete(Frozen());
        File.Delete(Directory.GetFiles(_folder, "Beslutningsprotokol*.docx", SearchOption.AllDirectories).Single());

        Assert.Collection(
            await FaultsAsync(),
            fault => Assert.StartsWith("beslutningsprotokol.docx mangler", fault, StringComparison.Ordinal),
            fault => Assert.Contains("»Notat«", fault, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var zip = (await _chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(_board.Secretary), new BuildEvidenceRequest(_board.Forum.Id, _case), Ct)).Value;
        return (await EvidenceVerifier.VerifyAsync(new MemoryStream(zip), Ct)).Value.Faults;
    }

    private string Frozen() => Directory.GetFiles(_folder, "Bilag Notat*", SearchOption.AllDirectories).Single();

    /// <summary>A case that comes from an item of a meeting with a case number, with a frozen attachment.</summary>
    private async Task<WrittenProcedureId> OpenAsync()
    {
        var meeting = await _board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Udpegning", Kind = AgendaItemKind.Decision }, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(item);
        await using (var db = _board.Open())
        {
            (await db.Meetings.SingleAsync(Ct)).CaseNumber = "EMN-2026-7";
            await db.SaveChangesAsync(Ct);
        }

        var form = ProcedureFixture.Form with { Attachments = $"Notat {_links.Put("Notat.txt", "Notatet")}" };
        var draft = await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, null, item.Id, form), Ct);
        Assert.True((await _fixture.OpenAsync(draft.Value, _board.Secretary)).IsSuccess);
        return draft.Value;
    }

    private async Task CloseAsync()
    {
        await _fixture.VoteAsync(_board.Member, _case, Answer.ApproveWithRemarks, "Flere pladser");
        await _fixture.CloseAsync(_board.Secretary, _case);
    }

    private async Task ConfirmAsync() =>
        Assert.True((await _chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(_board.Chair), new(_board.Forum.Id, _case, null), Ct)).IsSuccess);

    private Task<int> RunAsync() => _chat.Get<StoreProcedureDocuments>().HandleAsync(Ct);

    private async Task<ProcedureDocument> ProtocolAsync()
    {
        await using var db = _board.Open();
        return await db.ProcedureDocuments.AsNoTracking().SingleAsync(document => document.Kind == ProcedureDocumentKind.Protocol, Ct);
    }

    private object Named() => new { forum = _board.Forum.Id.Value, procedure = _case.Value };
}
