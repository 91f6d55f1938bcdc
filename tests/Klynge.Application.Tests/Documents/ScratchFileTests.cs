using Klynge.Application.Documents;

namespace Klynge.Application.Tests.Documents;

public sealed class ScratchFileTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_GivesBackWhatWasWritten_AsOftenAsItIsRead()
    {
        await using var file = ScratchFile.Create();
        await file.WriteAsync("Bilaget"u8.ToArray(), Ct);

        Assert.Equal(ContentHash.Of("Bilaget"u8), await ContentHash.OfAsync(file, Ct));
        Assert.Equal(ContentHash.Of("Bilaget"u8), await ContentHash.OfAsync(file, Ct));
    }

    /// <summary>A process that is killed closes nothing: what it held must not lie there for whoever looks.</summary>
    [Fact]
    public async Task File_HasNoName_WhileItIsOpen_NorAfter()
    {
        if (OperatingSystem.IsWindows())
            return;

        var file = ScratchFile.Create();
        await file.WriteAsync("Fortroligt"u8.ToArray(), Ct);
        await file.FlushAsync(Ct);

        Assert.False(File.Exists(file.Name));
        await file.DisposeAsync();
        Assert.False(File.Exists(file.Name));
    }
}
