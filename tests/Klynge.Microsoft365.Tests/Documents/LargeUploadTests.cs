using System.Security.Cryptography;
using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Large files go up in parts, in order, and go on from where they were.</summary>
public sealed class LargeUploadTests : IAsyncLifetime
{
    private const string Uploads = "/sharepoint/uploads/";

    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(12_000_000);

    private SharePointFixture _fixture = null!;

    private IEnumerable<RecordedRequest> Parts => _fixture.Graph.StandIn.Requests.Where(request =>
        request.Method == "PUT" && request.Path.StartsWith(Uploads, StringComparison.Ordinal));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Store_OfALargeFile_SendsPartsInOrderWithoutTheToken()
    {
        Assert.IsType<StoreOutcome.Stored>(await StoreAsync());

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
        Assert.Equal(
            ["bytes 0-5242879/12000000", "bytes 5242880-10485759/12000000", "bytes 10485760-11999999/12000000"],
            Parts.Select(part => part.Headers["Content-Range"]));
        Assert.All(Parts, part => Assert.DoesNotContain("Authorization", part.Headers.Keys, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(await SessionsAsync());
    }

    [Fact]
    public async Task Store_AfterAnOutage_GoesOnFromTheLastPart()
    {
        await FailAfterFirstPartAsync();
        Assert.Single(await SessionsAsync());

        Assert.IsType<StoreOutcome.Stored>(await StoreAsync());

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
        Assert.Single(Parts, part => part.Headers["Content-Range"].StartsWith("bytes 0-", StringComparison.Ordinal));
        Assert.Empty(await SessionsAsync());
    }

    /// <summary>Graph refuses the part that it has already; the bot asks where to go on.</summary>
    [Fact]
    public async Task Store_WhenAPartsAnswerIsLost_DoesNotSendItTwice()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", Uploads, 503, "serviceNotAvailable", AfterEffect: true));
        Assert.False((await ResultAsync()).IsSuccess);

        Assert.IsType<StoreOutcome.Stored>(await StoreAsync());

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
        Assert.Empty(_fixture.File(SharePointFixture.Minutes)!.Earlier);
    }

    [Fact]
    public async Task Store_WhenTheAddressIsForgotten_BeginsAnew()
    {
        await FailAfterFirstPartAsync();
        _fixture.Drives.ForgetUploads();

        Assert.IsType<StoreOutcome.Stored>(await StoreAsync());

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
    }

    [Fact]
    public async Task Store_WhileTheNameIsTakenMeanwhile_OverwritesNothing()
    {
        await FailAfterFirstPartAsync();
        _fixture.Drives.Library.Edit(SharePointFixture.Minutes.ToString(), "en andens"u8.ToArray());

        Assert.IsType<StoreOutcome.NameTaken>(await StoreAsync());

        Assert.Equal("en andens"u8.ToArray(), _fixture.File(SharePointFixture.Minutes)!.Content);
    }

    /// <summary>Graph looks at the tag when the upload begins; the bot looks once more before the part that makes the file.</summary>
    [Fact]
    public async Task Store_WhileSomebodyEdits_OverwritesNothing()
    {
        var seen = Assert.IsType<StoreOutcome.Stored>((await _fixture.Library.StoreAsync(SharePointFixture.Minutes, "en"u8.ToArray(), null, Ct)).Value);
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", Uploads, 503, "serviceNotAvailable", AfterEffect: true));
        Assert.False((await ResultAsync(seen.Document.Version)).IsSuccess);
        _fixture.Drives.Library.Edit(SharePointFixture.Minutes.ToString(), "rettet"u8.ToArray());

        Assert.IsType<StoreOutcome.ChangedByOthers>((await ResultAsync(seen.Document.Version)).Value);

        Assert.Equal("rettet"u8.ToArray(), _fixture.File(SharePointFixture.Minutes)!.Content);
    }

    [Fact]
    public async Task Session_OnDisk_HoldsNoAddressThatAnybodyCouldUse()
    {
        await FailAfterFirstPartAsync();

        var kept = Assert.Single(await SessionsAsync());

        Assert.DoesNotContain("http", kept.ProtectedUrl, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The keys stand in the database, so a host reads the address that another began with: it goes on there, and the file is there once and whole.</summary>
    [Fact]
    public async Task Store_OfWhatAnotherHostBegan_GoesOnAndIsThereOnce()
    {
        await FailAfterFirstPartAsync();
        var begun = Assert.Single(await SessionsAsync()).ProtectedUrl;
        await using var other = _fixture.StartAnother();

        Assert.IsType<StoreOutcome.Stored>((await other.Library.StoreAsync(SharePointFixture.Minutes, Content, seen: null, Ct)).Value);

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
        Assert.Empty(_fixture.File(SharePointFixture.Minutes)!.Earlier);
        Assert.Single(Parts, part => part.Headers["Content-Range"].StartsWith("bytes 0-", StringComparison.Ordinal));
        Assert.Single(Parts.Select(part => part.Path).Distinct(StringComparer.Ordinal));
        Assert.Empty(await SessionsAsync());
        Assert.IsType<StoreOutcome.Unchanged>(await StoreAsync());
        Assert.DoesNotContain("http", begun, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The second host is half-way when the first comes again, and still there is one file.</summary>
    [Fact]
    public async Task Store_BackAndForthBetweenHosts_IsThereOnce()
    {
        await FailAfterFirstPartAsync();
        await using (var other = _fixture.StartAnother())
        {
            _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", Uploads, 503, "serviceNotAvailable", AfterEffect: true));
            Assert.False((await other.Library.StoreAsync(SharePointFixture.Minutes, Content, seen: null, Ct)).IsSuccess);
        }

        Assert.IsType<StoreOutcome.Stored>(await StoreAsync());

        Assert.Equal(Content, _fixture.File(SharePointFixture.Minutes)!.Content);
        Assert.Empty(_fixture.File(SharePointFixture.Minutes)!.Earlier);
        Assert.Empty(await SessionsAsync());
    }

    private async Task FailAfterFirstPartAsync()
    {
        _fixture.Graph.StandIn.Faults.Add(new Fault("PUT", Uploads, 503, "serviceNotAvailable", AfterEffect: true));
        Assert.False((await ResultAsync()).IsSuccess);
    }

    private Task<Domain.Common.Result<StoreOutcome>> ResultAsync(string? seen = null) =>
        _fixture.Library.StoreAsync(SharePointFixture.Minutes, Content, seen, Ct);

    private async Task<StoreOutcome> StoreAsync() => (await ResultAsync()).Value;

    private async Task<List<Application.Documents.UploadSession>> SessionsAsync()
    {
        await using var db = await _fixture.Get<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        return await db.UploadSessions.AsNoTracking().ToListAsync(Ct);
    }
}
