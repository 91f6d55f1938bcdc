using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>A written procedure whose attachments, protocol and evidence lie in SharePoint, from its opening to the package, by the real SDK.</summary>
public sealed class FrozenCaseTests : IAsyncLifetime
{
    private static readonly byte[] Original = "Notatet, som det var"u8.ToArray();

    private readonly Board _health = new() { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" };
    private readonly Person _secretary = new() { Key = "sofie", Name = "Sofie Bech", Email = "sofie@fjordlandet.example" };
    private readonly Person _chair = new() { Key = "karen", Name = "Karen Ravn", Email = "karen@fjordlandet.example" };
    private SharePointFixture _fixture = null!;
    private Forum _forum = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await SharePointFixture.StartAsync();
        foreach (var column in LibraryColumns.All)
            _fixture.Drives.Library.Columns[column] = column;

        _forum = new Forum { BoardId = _health.Id, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = SampleRules.Plain };
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        db.AddRange(_health, _forum, _secretary, _chair);
        await db.SaveChangesAsync(Ct);
        db.AddRange(Seat(_secretary, Role.Secretariat, 2), Seat(_chair, Role.Chair, 1));
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    /// <param name="writesIntoWord">SharePoint changes Word documents while it stores them; the hash is of what lies there then.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_WithASharePointAttachment_IsFrozenPublishedAndPackedWhole(bool writesIntoWord)
    {
        var library = _fixture.Drives.Library;
        library.WritesIntoWord = writesIntoWord;
        library.Edit("Chefforum/Sager/Notat.txt", Original);
        library.Edit("Chefforum/Sager/Bilag.docx", Original);
        var id = await OpenAsync($"Notat {_fixture.Drives.Share(library, "Chefforum/Sager/Notat.txt")}\nBilag {DriveArea.AddressOf(library, "Chefforum/Sager/Bilag.docx").AbsoluteUri}?web=1");
        library.Edit("Chefforum/Sager/Notat.txt", "rettet"u8.ToArray());
        library.Delete("Chefforum/Sager/Bilag.docx");
        await CloseAsync(id);

        var stored = await _fixture.Get<StoreEvidence>().HandleAsync(new Caller(_secretary.Id), new(_forum.Id, id), Ct);

        Assert.Empty(stored.Value.Faults);
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var attachments = (await db.WrittenProcedures.AsNoTracking().SingleAsync(Ct)).Case.Attachments;
        Assert.Equal(ContentHash.Of(Original), attachments[0].Sha256);
        Assert.All(attachments, attachment => Assert.Equal(ContentHash.Of(library.Find(attachment.Path!)!.Content), attachment.Sha256));
        Assert.All(attachments, attachment => Assert.StartsWith("https://klynge.sharepoint.example/sites/sundhedsraad/", attachment.CopyUrl, StringComparison.Ordinal));
        AssertLabelled(".docx", "Beslutningsprotokol");
        AssertLabelled(".pdf", "Beslutningsprotokol");
        AssertLabelled(".asice", "Bevispakke");
    }

    /// <summary>The same file in two cases, in a library that changes it while storing: it is recognised by its name, whatever its bytes.</summary>
    [Fact]
    public async Task SameFile_InTwelveCases_IsKeptOnce()
    {
        _fixture.Drives.Library.WritesIntoWord = true;
        _fixture.Drives.Library.Edit("Chefforum/Sager/Bilag.docx", Original);
        foreach (var _ in Enumerable.Range(0, 12))
            await OpenAsync($"Bilag {DriveArea.AddressOf(_fixture.Drives.Library, "Chefforum/Sager/Bilag.docx").AbsoluteUri}");

        Assert.Single(_fixture.Drives.Library.Files, file => file.Name.StartsWith("Bilag Bilag", StringComparison.Ordinal));
    }

    /// <summary>A file beside the forum's folder is fetched on the secretariat's yes alone, which names where it lies.</summary>
    [Fact]
    public async Task Case_WithAFileBesideTheForumsFolder_FetchesItOnTheSecretariatsYes_WhichNamesTheFolder()
    {
        _fixture.Drives.Library.Edit("Chefforum arkiv/Notat.txt", Original);
        var draft = await DraftAsync($"Notat {_fixture.Drives.Share(_fixture.Drives.Library, "Chefforum arkiv/Notat.txt")}");
        var open = _fixture.Get<OpenWrittenProcedure>();

        var asked = await open.HandleAsync(new Caller(_secretary.Id), new(_forum.Id, draft), Ct);
        var link = Assert.Single(Assert.IsType<LinksNotFrozen>(asked.Error).Links);
        Assert.EndsWith("/Chefforum arkiv", link.Source, StringComparison.Ordinal);
        var opened = await open.HandleAsync(new Caller(_secretary.Id), new(_forum.Id, draft, AcceptedSources: link.Token), Ct);

        Assert.True(opened.IsSuccess, opened.Error?.Code);
        Assert.Single(_fixture.Drives.Library.Files, file => file.Path.StartsWith("Chefforum/2", StringComparison.Ordinal));
    }

    /// <summary>The protocol of a closed case waits while others could read it; the secretariat is told once, and it is stored once the folder is closed.</summary>
    [Fact]
    public async Task Protocol_OfAClosedCase_WaitsForAFolderThatIsClosed_AndTheSecretariatIsTold()
    {
        var id = await DraftAsync(string.Empty, isClosed: true);
        Assert.True((await _fixture.Get<OpenWrittenProcedure>().HandleAsync(new Caller(_secretary.Id), new(_forum.Id, id), Ct)).IsSuccess);
        Assert.True((await _fixture.Get<CastVote>().HandleAsync(new Caller(_chair.Id), new(_forum.Id, id, 1, Answer.Approve, null), Ct)).IsSuccess);
        var closed = _fixture.Drives.Library.ReadersOf;
        _fixture.Drives.Library.ReadersOf = _ => SimulatedReader.Site;

        for (var run = 0; run < 3; run++)
            Assert.Equal(0, await _fixture.Get<StoreProcedureDocuments>().HandleAsync(Ct));

        Assert.Empty(_fixture.Drives.Library.Files);
        var told = Assert.Single(await ToldAsync(), message => message.Contains("mappen Chefforum/Lukket kan læses af alle", StringComparison.Ordinal));
        Assert.Contains("Jeg prøver igen af mig selv", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Udpegning", told, StringComparison.Ordinal);
        _fixture.Drives.Library.ReadersOf = closed;
        Assert.Equal(1, await _fixture.Get<StoreProcedureDocuments>().HandleAsync(Ct));
        Assert.All(_fixture.Drives.Library.Files, file => Assert.StartsWith("Chefforum/Lukket/", file.Path, StringComparison.Ordinal));
    }

    private async Task<List<string>> ToldAsync()
    {
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var payloads = await db.Outbox.Where(row => row.PersonId == _secretary.Id && row.Payload != null).Select(row => row.Payload!).ToListAsync(Ct);
        return payloads.ConvertAll(payload => JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Text);
    }

    private void AssertLabelled(string extension, string name)
    {
        var file = Assert.Single(_fixture.Drives.Library.Files, one => one.Name.StartsWith(name, StringComparison.Ordinal) && one.Name.EndsWith(extension, StringComparison.Ordinal));
        Assert.Equal(("Chefforum", "Godkendt"), (file.Columns[LibraryColumns.Forum], file.Columns[LibraryColumns.Status]));
        Assert.EndsWith("T12:00:00Z", file.Columns[LibraryColumns.Date], StringComparison.Ordinal);
    }

    private async Task<WrittenProcedureId> OpenAsync(string attachments)
    {
        var draft = await DraftAsync(attachments);
        var opened = await _fixture.Get<OpenWrittenProcedure>().HandleAsync(new Caller(_secretary.Id), new(_forum.Id, draft), Ct);
        Assert.True(opened.IsSuccess, opened.Error?.Text);
        return draft;
    }

    private async Task<WrittenProcedureId> DraftAsync(string attachments, bool isClosed = false)
    {
        var deadline = DanishTime.Today(_fixture.Get<IClock>()).PlusDays(30);
        var form = new ProcedureForm("Udpegning", string.Empty, "Der skal udpeges.", "Godkender", attachments, LocalDatePattern.Iso.Format(deadline), "12:00") { IsClosed = isClosed };
        return (await _fixture.Get<SaveProcedureDraft>().HandleAsync(new Caller(_secretary.Id), new(_forum.Id, null, null, form), Ct)).Value;
    }

    private async Task CloseAsync(WrittenProcedureId id)
    {
        Assert.True((await _fixture.Get<CastVote>().HandleAsync(new Caller(_chair.Id), new(_forum.Id, id, 1, Answer.Approve, null), Ct)).IsSuccess);
        Assert.True((await _fixture.Get<ConfirmResult>().HandleAsync(new Caller(_chair.Id), new(_forum.Id, id, null), Ct)).IsSuccess);
        Assert.Equal(1, await _fixture.Get<StoreProcedureDocuments>().HandleAsync(Ct));
    }

    private ForumMember Seat(Person person, Role role, int order) => new()
    {
        ForumId = _forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Chair,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };
}
