using System.IO.Compression;
using Klynge.Testing;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>The evidence package as the real program writes it, checked in a folder that knows nothing of the case.</summary>
public sealed class EvidenceCommandTests : IDisposable
{
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("klynge-evidence-");

    private string Package => Path.Combine(_elsewhere.FullName, "bevis.zip");

    public void Dispose() => _elsewhere.Delete(recursive: true);

    /// <summary>In local mode a trial seals: believed in its own data folder, and elsewhere by whoever names its root.</summary>
    [Fact]
    public async Task Evidence_IsVerifiedOnAnotherMachineAndAnAlteredByteNamesItsFile()
    {
        await using var opened = await OpenCase.CreateAsync(voters: 3);
        var id = await LoggedCase.CloseAsync(opened);

        var written = await ProgramRun.RunAsync(opened.Folder, "evidence", $"{id}", "--out", Package);
        Assert.True(written.ExitCode == 0, written.Error);
        var unproved = await VerifyAsync("bevis.zip");
        Assert.True(unproved.ExitCode == 2, unproved.Output + unproved.Error);
        Assert.Contains("Chefforum: Sommerplan – Vedtaget", unproved.Output, StringComparison.Ordinal);
        Assert.Contains("Pakken er hel", unproved.Output, StringComparison.Ordinal);
        Assert.Contains("ikke bevist", unproved.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_elsewhere.FullName, ".data")), "To verify needs no database and leaves none.");

        var root = Path.Combine(opened.Folder, ".data", "seal", "anchors.pem");
        var proved = await VerifyAsync("bevis.zip", "--certificate", root);
        Assert.True(proved.ExitCode == 0, proved.Output + proved.Error);
        Assert.Contains("PRØVE", proved.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.RunAsync(opened.Folder, "verify", Package)).ExitCode);
        Assert.Equal(1, (await VerifyAsync("bevis.zip", "--certificate", root, "--expect", new string('a', 64))).ExitCode);
        Assert.Equal(0, (await VerifyAsync("bevis.zip", "--certificate", root, "--expect", HashOfARow())).ExitCode);

        FlipAByteOf("sag/udgave-1.json");
        var altered = await VerifyAsync("bevis.zip", "--certificate", root);
        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("sag/udgave-1.json er ændret", altered.Error, StringComparison.Ordinal);
        Assert.Contains("Pakken er ikke hel.", altered.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ikke et arkiv")]
    [InlineData("")]
    public async Task Verify_OfAFileThatIsNoPackage_SaysSo(string content)
    {
        await File.WriteAllTextAsync(Package, content, TestContext.Current.CancellationToken);

        var verified = await VerifyAsync("bevis.zip");

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("ikke en bevispakke", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfWhatIsNotThere_IsNeitherForgedNorProved()
    {
        Assert.Equal(3, (await VerifyAsync("findes-ikke.asice")).ExitCode);
        await File.WriteAllTextAsync(Package, "x", TestContext.Current.CancellationToken);
        var refused = await VerifyAsync("bevis.zip", "--certificate", "findes-ikke.pem");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("findes-ikke.pem", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_OfAnOpenCase_IsRefusedAndWritesNothing()
    {
        await using var opened = await OpenCase.CreateAsync(voters: 1);

        var refused = await ProgramRun.RunAsync(opened.Folder, "evidence", opened.Procedure.Id.Value.ToString(), "--out", Package);

        Assert.Equal(1, refused.ExitCode);
        Assert.NotEmpty(refused.Error);
        Assert.Empty(_elsewhere.GetFiles());
    }

    private Task<ProgramResult> VerifyAsync(params string[] arguments) => ProgramRun.RunAsync(_elsewhere.FullName, ["verify", .. arguments]);

    private string HashOfARow()
    {
        using var archive = ZipFile.OpenRead(Package);
        using var rows = new StreamReader(archive.GetEntry("revisionsspor.jsonl")!.Open());
        rows.ReadLine();
        using var row = System.Text.Json.JsonDocument.Parse(rows.ReadLine()!);
        return row.RootElement.GetProperty("hash").GetString()!;
    }

    /// <summary>One letter of the file's text, the archive around it whole again.</summary>
    private void FlipAByteOf(string path)
    {
        using var archive = ZipFile.Open(Package, ZipArchiveMode.Update);
        using var stream = archive.GetEntry(path)!.Open();
        stream.Position = stream.Length / 2;
        var letter = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(letter ^ 1));
    }
}
