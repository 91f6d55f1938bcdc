using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Minutes;
using Klynge.Application.Seals;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Seals;

/// <summary>Minutes that were approved lie sealed beside their document, with who approved them.</summary>
public sealed class SealedMinutesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-sealed-minutes-").FullName;
    private readonly TestSealer _sealer = new();
    private MinutesBoard _minutes = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestBoard Board => _minutes.Board;

    public async ValueTask InitializeAsync() =>
        _minutes = await MinutesBoard.CreateAsync(new ScriptedLibrary(_folder) { Pdf = "%PDF-1.7"u8.ToArray() }, _sealer.Register);

    public async ValueTask DisposeAsync()
    {
        await _minutes.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ApprovedMinutes_AreSealed_WithTheirPdfAndTheirApproval()
    {
        await WriteAsync();
        Assert.Equal(0, await RunAsync());
        await ApproveAsync();

        Assert.Equal(1, await RunAsync());
        var (state, names) = await TestSealer.ReadAsync(Package());
        Assert.Equal(SealState.Proved, state);
        Assert.Equal(["referat.docx", "godkendelse.json", "referat.pdf", "manifest.json"], names);
        using var approval = await ReadAsync("godkendelse.json");
        Assert.Equal("Sofie Bech", approval.RootElement.GetProperty("approvedByName").GetString());
        Assert.Equal(64, approval.RootElement.GetProperty("auditHash").GetString()!.Length);
        await using var content = File.OpenRead(Package());
        Assert.Empty((await EvidenceVerifier.VerifyAsync(content, Ct)).Value.Faults);
        Assert.Equal(0, await RunAsync());
    }

    /// <summary>They are stored and approved all the same.</summary>
    [Fact]
    public async Task KeyThatIsAway_HoldsNoApprovalUp()
    {
        _sealer.IsAway = true;
        await WriteAsync();
        await ApproveAsync();
        await Assert.ThrowsAsync<SealUnavailableException>(RunAsync);
        Assert.True((await _minutes.MinutesAsync()).IsFinal);
        _sealer.IsAway = false;

        Assert.Equal(1, await RunAsync());
    }

    /// <summary>Written anew because an item was closed: the package that holds the item must not be put among the open ones.</summary>
    [Fact]
    public async Task MinutesThatAreTakenAwayMeanwhile_LeaveNoPackageBehind()
    {
        await WriteAsync();
        await ApproveAsync();
        _sealer.Meanwhile = async () =>
        {
            await using var db = Board.Open();
            (await db.Minutes.SingleAsync(Ct)).TakeAway();
            await db.SaveChangesAsync(Ct);
        };

        Assert.Equal(0, await RunAsync());
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.asice", SearchOption.AllDirectories));
    }

    private async Task WriteAsync() =>
        Assert.True((await _minutes.Chat.Get<WriteMinutes>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id), Ct)).IsSuccess);

    private async Task ApproveAsync() =>
        Assert.True((await _minutes.Chat.Get<ApproveMinutes>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id), Ct)).IsSuccess);

    private Task<int> RunAsync() => _minutes.Chat.Get<SealPackages>().HandleAsync(Ct);

    private string Package() => Assert.Single(Directory.EnumerateFiles(_folder, "Referat*.asice", SearchOption.AllDirectories));

    private async Task<JsonDocument> ReadAsync(string name)
    {
        using var zip = await ZipFile.OpenReadAsync(Package(), Ct);
        await using var content = await zip.GetEntry(name)!.OpenAsync(Ct);
        return await JsonDocument.ParseAsync(content, cancellationToken: Ct);
    }
}
