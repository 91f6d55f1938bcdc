using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
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
    private SharePointBench _bench = null!;
    private Forum _forum = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await SharePointBench.StartAsync();
        foreach (var column in LibraryColumns.All)
            _bench.Drives.Library.Columns[column] = column;

        _forum = new Forum { BoardId = _health.Id, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = SampleRules.Plain };
        await using var db = await _bench.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        db.AddRange(_health, _forum, _secretary, _chair);
        await db.SaveChangesAsync(Ct);
        db.AddRange(Seat(_secretary, Role.Secretariat, 2), Seat(_chair, Role.Chair, 1));
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    /// <param name="writesIntoWord">SharePoint changes Word documents while it stores them; the hash is of what lies there then.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_WithASharePointAttachment_IsFrozenPublishedAndPackedWhole(bool writesIntoWord)
    {
        var library = _bench.Drives.Library;
        library.WritesIntoWord = writesIntoWord;
        library.Edit("Sager/Notat.txt", Original);
        library.Edit("Sager/Bilag.docx", Original);
        var id = await OpenAsync($"Notat {_bench.Drives.Share(library, "Sager/Notat.txt")}\nBilag {DriveArea.AddressOf(library, "Sager/Bilag.docx").AbsoluteUri}?web=1");
        library.Edit("Sager/Notat.txt", "rettet"u8.ToArray());
        library.Delete("Sager/Bilag.docx");
        await CloseAsync(id);

        var stored = await _bench.Get<StoreEvidence>().HandleAsync(new Caller(_secretary.Id), new(_forum.Id, id), Ct);

        Assert.Empty(stored.Value.Faults);
        await using var db = await _bench.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var attachments = (await db.WrittenProcedures.AsNoTracking().SingleAsync(Ct)).Case.Attachments;
        Assert.Equal(ContentHash.Of(Original), attachments[0].Sha256);
        Assert.All(attachments, attachment => Assert.Equal(ContentHash.Of(library.Find(attachment.Path!)!.Content), attachment.Sha256));
        Assert.All(attachments, attachment => Assert.StartsWith("https://klynge.sharepoint.example/sites/sundhedsraad/", attachment.CopyUrl, StringComparison.Ordinal));
        AssertLabelled(".docx", "Beslutningsprotokol");
        AssertLabelled(".pdf", "Beslutningsprotokol");
        AssertLabelled(".zip", "Bevispakke");
    }

    /// <summary>The same file in two cases, in a library that changes it while storing: it is recognised by its name, whatever its bytes.</summary>
    [Fact]
    public async Task SameFile_InTwelveCases_IsKeptOnce()
    {
        _bench.Drives.Library.WritesIntoWord = true;
        _bench.Drives.Library.Edit("Sager/Bilag.docx", Original);
        foreach (var _ in Enumerable.Range(0, 12))
            await OpenAsync($"Bilag {DriveArea.AddressOf(_bench.Drives.Library, "Sager/Bilag.docx").AbsoluteUri}");

        Assert.Single(_bench.Drives.Library.Files, file => file.Name.StartsWith("Bilag Bilag", StringComparison.Ordinal));
    }

    private void AssertLabelled(string extension, string name)
    {
        var file = Assert.Single(_bench.Drives.Library.Files, one => one.Name.StartsWith(name, StringComparison.Ordinal) && one.Name.EndsWith(extension, StringComparison.Ordinal));
        Assert.Equal(("Chefforum", "Godkendt"), (file.Columns[LibraryColumns.Forum], file.Columns[LibraryColumns.Status]));
        Assert.EndsWith("T12:00:00Z", file.Columns[LibraryColumns.Date], StringComparison.Ordinal);
    }

    private async Task<WrittenProcedureId> OpenAsync(string attachments)
    {
        var caller = new Caller(_secretary.Id);
        var deadline = DanishTime.Today(_bench.Get<IClock>()).PlusDays(30);
        var form = new ProcedureForm("Udpegning", string.Empty, "Der skal udpeges.", "Godkender", attachments, LocalDatePattern.Iso.Format(deadline), "12:00");
        var draft = (await _bench.Get<SaveProcedureDraft>().HandleAsync(caller, new(_forum.Id, null, null, form), Ct)).Value;
        var opened = await _bench.Get<OpenWrittenProcedure>().HandleAsync(caller, new(_forum.Id, draft), Ct);
        Assert.True(opened.IsSuccess, opened.Error?.Text);
        return draft;
    }

    private async Task CloseAsync(WrittenProcedureId id)
    {
        Assert.True((await _bench.Get<CastVote>().HandleAsync(new Caller(_chair.Id), new(_forum.Id, id, 1, Answer.Approve, null), Ct)).IsSuccess);
        Assert.True((await _bench.Get<ConfirmResult>().HandleAsync(new Caller(_chair.Id), new(_forum.Id, id, null), Ct)).IsSuccess);
        Assert.Equal(1, await _bench.Get<StoreProcedureDocuments>().HandleAsync(Ct));
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
