using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Seals;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Seals;

/// <summary>A package is stored at once and sealed by a job, whatever the key and the timestamp authority do meanwhile.</summary>
public sealed class SealPackagesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-seals-").FullName;
    private readonly TestSealer _sealer = new();
    private ScriptedLibrary _library = null!;
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;
    private WrittenProcedureId _case;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _library = new ScriptedLibrary(_folder);
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, _library, _sealer.Register);
        _fixture = new ProcedureFixture(_board, _chat);
        _case = await _fixture.OpenAsync();
        Assert.True((await _fixture.CloseAsync(_board.Secretary, _case)).IsSuccess);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Evidence_IsStoredAtOnce_AndSealedByTheJob_Once()
    {
        await PressAsync();
        Assert.Equal(SealState.None, (await TestSealer.ReadAsync(Package())).State);

        Assert.Equal(1, await RunAsync());
        var (state, names) = await TestSealer.ReadAsync(Package());
        Assert.Equal(SealState.Proved, state);
        Assert.Superset(new HashSet<string> { "manifest.json", "revisionsspor.jsonl", "sag/svar.json", "sag/stemmeliste.json" }, names.ToHashSet(StringComparer.Ordinal));
        var bytes = await File.ReadAllBytesAsync(Package(), Ct);

        Assert.Equal(0, await RunAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Package(), Ct));
        Assert.Equal(1, _sealer.Count);
    }

    /// <summary>Packed anew at the same instant, which gives the same files: what lies there is not sealed any more.</summary>
    [Fact]
    public async Task EvidenceThatIsAskedForAgain_IsSealedAgain()
    {
        await PressAsync();
        await RunAsync();
        await PressAsync();

        Assert.Equal(1, await RunAsync());
        Assert.Equal(SealState.Proved, (await TestSealer.ReadAsync(Package())).State);
    }

    [Fact]
    public async Task KeyThatIsAway_HoldsNothingUp_AndIsCaughtUpWith()
    {
        _sealer.IsAway = true;
        await PressAsync();
        Assert.Equal(SealState.None, (await TestSealer.ReadAsync(Package())).State);
        await Assert.ThrowsAsync<SealUnavailableException>(RunAsync);
        Assert.Equal(SealingState.Waiting, (await SealAsync()).State);

        _sealer.IsAway = false;

        Assert.Equal(1, await RunAsync());
        Assert.Equal(SealState.Proved, (await TestSealer.ReadAsync(Package())).State);
        Assert.Equal(SealingState.Sealed, (await SealAsync()).State);
    }

    [Fact]
    public async Task LibraryThatIsAway_IsCaughtUpWith()
    {
        await PressAsync();
        _library.Failure = new LibraryIsUnavailable();
        await Assert.ThrowsAsync<DocumentLibraryException>(RunAsync);

        _library.Failure = null;

        Assert.Equal(1, await RunAsync());
    }

    /// <summary>Killed between the library and the database: the package is there, and nothing on record of it.</summary>
    [Fact]
    public async Task SealThatWasStoredAndNotRecorded_IsNotSetAgain()
    {
        await PressAsync();
        await RunAsync();
        var bytes = await File.ReadAllBytesAsync(Package(), Ct);
        await using (var db = _board.Open())
            await db.PackageSeals.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, SealingState.Waiting), Ct);

        Assert.Equal(1, await RunAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Package(), Ct));
        Assert.Equal(1, _sealer.Count);
    }

    /// <summary>Somebody has put another package there before the job came: what was packed is sealed, and nothing else.</summary>
    [Fact]
    public async Task PackageThatWasChangedMeanwhile_IsNotSealed_UntilItIsPackedAnew()
    {
        await PressAsync();
        using (var zip = await System.IO.Compression.ZipFile.OpenAsync(Package(), System.IO.Compression.ZipArchiveMode.Update, Ct))
        {
            zip.GetEntry("sag/svar.json")!.Delete();
            await using var forged = new StreamWriter(await zip.CreateEntry("sag/svar.json").OpenAsync(Ct));
            await forged.WriteAsync("""[{"answer":"Godkendt"}]""");
        }

        Assert.Equal(0, await RunAsync());
        Assert.Equal((SealState.None, SealingState.Dropped), ((await TestSealer.ReadAsync(Package())).State, (await SealAsync()).State));

        await PressAsync();
        Assert.Equal(1, await RunAsync());
        Assert.Equal(SealState.Proved, (await TestSealer.ReadAsync(Package())).State);
    }

    [Fact]
    public async Task PackageThatIsNone_IsDropped()
    {
        await PressAsync();
        await File.WriteAllTextAsync(Package(), "ingen zip", Ct);

        Assert.Equal(0, await RunAsync());
        Assert.Equal(SealingState.Dropped, (await SealAsync()).State);
    }

    /// <summary>Packed anew while the seal of the one before was being set.</summary>
    [Fact]
    public async Task PackageThatIsPackedAnewMeanwhile_IsSealedTheNextTime()
    {
        await PressAsync();
        _sealer.Meanwhile = async () =>
        {
            _sealer.Meanwhile = null;
            _board.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            await PressAsync();
        };

        Assert.Equal(0, await RunAsync());
        Assert.Equal(1, await RunAsync());
        Assert.Equal(SealState.Proved, (await TestSealer.ReadAsync(Package())).State);
    }

    [Fact]
    public async Task WithoutASealer_NothingIsPutDown()
    {
        using var chat = new ChatFixture(_board, _library);

        await chat.PressAsync(_board.Secretary, "procedure.evidence", new { forum = _board.Forum.Id.Value, procedure = _case.Value });

        await using var db = _board.Open();
        Assert.False(await db.PackageSeals.AnyAsync(Ct));
        Assert.Equal(0, await chat.Get<SealPackages>().HandleAsync(Ct));
    }

    /// <summary>It holds every vote: whatever it ends in, it is for those who may make one.</summary>
    [Theory]
    [InlineData(".asice")]
    [InlineData(".ASICE")]
    [InlineData(".zip")]
    public async Task Package_IsReadByThoseWhoMayMakeOne(string extension)
    {
        await using var db = _board.Open();
        var path = DocumentPath.Of("Chefforum", 2026, "Bevispakke", extension);

        Assert.True(await db.MayReadAsync(_board.Secretary.Id, path, _board.Today));
        Assert.False(await db.MayReadAsync(_board.Member.Id, path, _board.Today));
    }

    private async Task PressAsync()
    {
        var reply = await _chat.PressAsync(_board.Secretary, "procedure.evidence", new { forum = _board.Forum.Id.Value, procedure = _case.Value });
        Assert.Contains("Åbn bevispakken", reply.Text(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync() => _chat.Get<SealPackages>().HandleAsync(Ct);

    private string Package() => Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "Chefforum", "2026"), "*.asice"));

    private async Task<PackageSeal> SealAsync()
    {
        await using var db = _board.Open();
        return await db.PackageSeals.AsNoTracking().SingleAsync(Ct);
    }
}
