using System.IO.Compression;
using Klynge.Testing;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>The evidence package as the real program writes it, checked in a folder that knows nothing of the case.</summary>
public sealed class EvidenceCommandTests : IDisposable
{
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("klynge-evidence-");

    private string Package => Path.Combine(_elsewhere.FullName, "bevis.zip");

    public void Dispose() => _elsewhere.Delete(recursive: true);

    [Fact]
    public async Task Evidence_IsVerifiedOnAnotherMachineAndAnAlteredByteNamesItsFile()
    {
        await using var closed = await OpenCase.CreateAsync(voters: 3);
        await closed.CloseAsync();

        var written = await ProgramRun.RunAsync(closed.Folder, "evidence", closed.Procedure.Id.Value.ToString(), "--out", Package);
        Assert.True(written.ExitCode == 0, written.Error);
        var whole = await ProgramRun.RunAsync(_elsewhere.FullName, "verify", "bevis.zip");
        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Contains("Chefforum: Vinterplan", whole.Output, StringComparison.Ordinal);
        Assert.Contains("Pakken er hel", whole.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_elsewhere.FullName, ".data")), "To verify needs no database and leaves none.");

        FlipAByteOf("sag/udgave-1.json");
        var altered = await ProgramRun.RunAsync(_elsewhere.FullName, "verify", "bevis.zip");
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

        var verified = await ProgramRun.RunAsync(_elsewhere.FullName, "verify", "bevis.zip");

        Assert.Equal(2, verified.ExitCode);
        Assert.Contains("ikke en bevispakke", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_OfAnOpenCase_IsRefusedAndWritesNothing()
    {
        await using var opened = await OpenCase.CreateAsync(voters: 1);

        var refused = await ProgramRun.RunAsync(opened.Folder, "evidence", opened.Procedure.Id.Value.ToString(), "--out", Package);

        Assert.Equal(1, refused.ExitCode);
        Assert.NotEmpty(refused.Error);
        Assert.False(File.Exists(Package));
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
