using Klynge.Application.Audit;
using Klynge.Application.Audit.Heads;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Application.Seals;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Seals;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.Audit;

/// <summary>The log's head is noted every day outside the database, and a log that was written anew does not fit the notes.</summary>
public sealed class AuditHeadsTests : IAsyncLifetime
{
    private readonly string _library = Directory.CreateTempSubdirectory("klynge-heads-library-").FullName;
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-heads-").FullName;
    private readonly TestSealer _sealer = new();
    private ScriptedLibrary _documents = null!;
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(TestStore.Sqlite);
        _documents = new ScriptedLibrary(_library);
        _chat = new ChatFixture(_board, _documents, services =>
        {
            _sealer.Register(services);
            services.AddSingleton(new SealSettings(null, null, null, null, null, _folder));
        });
        await ActAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        Directory.Delete(_library, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Head_IsNotedOnceADay_InTheLibraryAndTheFolder_Sealed()
    {
        await NoteAsync();
        var first = await File.ReadAllTextAsync(Path.Combine(_folder, "Revisionsspor 2026-01-13.json"), Ct);
        await ActAsync();
        await NoteAsync();

        Assert.Equal(["Revisionsspor 2026-01-13.asice", "Revisionsspor 2026-01-13.json"], Names(_folder));
        Assert.Equal(["Revisionsspor 2026-01-13.asice", "Revisionsspor 2026-01-13.json"], Names(Path.Combine(_library, "Revisionsspor", "2026")));
        Assert.Equal(first, await File.ReadAllTextAsync(Path.Combine(_folder, "Revisionsspor 2026-01-13.json"), Ct));
        Assert.Equal(SealState.Proved, (await TestSealer.ReadAsync(Path.Combine(_folder, "Revisionsspor 2026-01-13.asice"))).State);
        Assert.Equal(2, _sealer.Count);

        _board.Clock.Advance(Duration.FromDays(1));
        await NoteAsync();
        Assert.Equal(4, Names(_folder).Count);
    }

    /// <summary>What needs nobody is written at once; the run fails, and the next one catches up.</summary>
    [Fact]
    public async Task KeyThatIsAway_StopsNoNote()
    {
        _sealer.IsAway = true;
        await Assert.ThrowsAsync<SealUnavailableException>(NoteAsync);
        Assert.Equal(["Revisionsspor 2026-01-13.json"], Names(_folder));
        await ActAsync();
        _sealer.IsAway = false;

        await NoteAsync();

        Assert.Equal(2, Names(_folder).Count);
        Assert.Single((await ReadAsync()).Hashes);
    }

    [Fact]
    public async Task LibraryThatIsAway_FailsTheRun()
    {
        _documents.Failure = new LibraryIsUnavailable();

        await Assert.ThrowsAsync<DocumentLibraryException>(NoteAsync);
    }

    [Fact]
    public async Task LogThatHasGrown_FitsItsNotes()
    {
        await NoteAsync();
        await ActAsync();
        _board.Clock.Advance(Duration.FromDays(1));
        await NoteAsync();

        var report = await VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Anchors.Count);
    }

    /// <summary>Every row and every hash made anew, so that the chain is whole: only the notes tell.</summary>
    [Fact]
    public async Task LogThatWasWrittenAnew_IsFoundByTheNotes()
    {
        await NoteAsync();
        await RewriteAsync();

        var report = await VerifyAsync();

        Assert.Equal(AuditFaultKind.AnchorLost, Assert.Single(report.Faults).Kind);
        Assert.False(report.IsWhole);
    }

    /// <summary>The forger reaches the folder, too, and writes the plain note anew: the sealed one beside it stands.</summary>
    [Fact]
    public async Task NoteThatWasWrittenAnew_IsFoundByTheSealedOne()
    {
        await NoteAsync();
        await RewriteAsync();
        await using (var db = _board.Open())
        {
            var head = await db.AuditHead.SingleAsync(Ct);
            await File.WriteAllBytesAsync(Path.Combine(_folder, "Revisionsspor 2026-01-13.json"), AuditHeadNote.Of(head, _board.Clock.GetCurrentInstant()).Write(), Ct);
        }

        Assert.Equal(AuditFaultKind.AnchorLost, Assert.Single((await VerifyAsync()).Faults).Kind);
    }

    [Fact]
    public async Task NoteOfTheRightHash_AtTheWrongRow_IsFound()
    {
        await NoteAsync();
        File.Delete(Path.Combine(_folder, "Revisionsspor 2026-01-13.asice"));
        var file = Path.Combine(_folder, "Revisionsspor 2026-01-13.json");
        var note = AuditHeadNote.Read(await File.ReadAllBytesAsync(file, Ct))!;
        await File.WriteAllBytesAsync(file, (note with { Number = note.Number + 7 }).Write(), Ct);

        Assert.Equal($"Hashen, der er noteret for række {note.Number + 7}, hører nu til række {note.Number}. Revisionssporet er skrevet om.", Assert.Single((await VerifyAsync()).Faults).Text);
    }

    [Theory]
    [InlineData("Revisionsspor 2026-01-13.json", "{}", "Revisionsspor 2026-01-13.json er ingen note om, hvor langt revisionssporet var nået.")]
    [InlineData("Revisionsspor 2026-01-13.json", "", "Revisionsspor 2026-01-13.json er ingen note om, hvor langt revisionssporet var nået.")]
    [InlineData("Revisionsspor 2026-01-13.asice", "PK", "Revisionsspor 2026-01-13.asice er ingen note om, hvor langt revisionssporet var nået.")]
    public async Task NoteThatCannotBeRead_IsNamed(string name, string content, string sentence)
    {
        await NoteAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, name), content, Ct);

        Assert.Equal(sentence, Assert.Single((await ReadAsync()).Faults));
    }

    [Fact]
    public async Task EmptyLog_IsNotNoted()
    {
        await using var board = await TestBoard.CreateAsync();
        using var chat = new ChatFixture(board, _documents, services => services.AddSingleton(new SealSettings(null, null, null, null, null, _folder)));
        await using (var db = board.Open())
            Assert.False(await db.Audit.AnyAsync(Ct));

        await chat.Get<NoteAuditHead>().HandleAsync(Ct);

        Assert.Empty(Names(_folder));
    }

    private Task NoteAsync() => _chat.Get<NoteAuditHead>().HandleAsync(Ct);

    private Task<AuditHeads> ReadAsync() => CheckAuditHeads.HandleAsync(_folder, [], Ct);

    private async Task<AuditReport> VerifyAsync()
    {
        var notes = await ReadAsync();
        return notes.AddTo(await _chat.Get<VerifyAudit>().HandleAsync(new VerifyAuditRequest([.. notes.Hashes.Keys]), Ct));
    }

    private async Task ActAsync() => await _board.Writer.WriteAsync<Done>(Caller.Of(EventRights.MeetingStart), "Rename", _board.Forum.Id, async scope =>
    {
        await scope.EnterAsJobAsync(_board.Forum.Id, BeginMeeting.Needs);
        (await scope.Db.People.SingleAsync(person => person.Key == "mads")).Title = Guid.NewGuid().ToString();
        return default(Done);
    }, Ct);

    private async Task RewriteAsync()
    {
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(Forger.Unlock(TestStore.Sqlite), Ct);
        var chain = new AuditChain();
        foreach (var row in await db.Audit.OrderBy(entry => entry.Sequence).ToListAsync(Ct))
        {
            db.Entry(row).Property(entry => entry.UseCase).CurrentValue = "NothingHappened";
            chain.Take(row);
        }

        await db.SaveChangesAsync(Ct);
        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditHead" SET "Hash" = {chain.Head.Hash}""", Ct);
    }

    private static List<string> Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
