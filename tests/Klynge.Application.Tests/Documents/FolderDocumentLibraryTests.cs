using System.Text;
using Klynge.Application.Documents;
using Klynge.Application.Ports;

namespace Klynge.Application.Tests.Documents;

public sealed class FolderDocumentLibraryTests : IDisposable
{
    private static readonly DocumentPath Path1 = DocumentPath.Of("Chefforum", 2025, "Referat Chefforum 2025-02-04");

    private readonly string _root = Path.Combine(Directory.CreateTempSubdirectory("klynge-").FullName, "documents");
    private readonly FolderDocumentLibrary _library;

    public FolderDocumentLibraryTests() => _library = new FolderDocumentLibrary(_root);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_root)!, recursive: true);

    [Fact]
    public async Task Store_ANewDocument_LiesUnderForumAndYear()
    {
        var stored = Assert.IsType<StoreOutcome.Stored>(await StoreAsync("et"));

        Assert.Equal("et", await File.ReadAllTextAsync(Path.Combine(_root, "Chefforum", "2025", Path1.Name), Cancel));
        Assert.Equal(ContentHash.Of("et"u8), stored.Document.Version);
        Assert.Equal(2, stored.Document.Size);
        Assert.Equal(["Chefforum/2025/Referat Chefforum 2025-02-04.docx"], (await _library.ListAsync("Chefforum/2025", Cancel)).Select(one => one.Path.ToString()));
    }

    [Fact]
    public async Task Move_TakesTheEarlierVersionsAlong_AndLeavesOthersAlone()
    {
        var first = await StoreAsync("et");
        await StoreAsync("to", first.Document.Version);
        var other = DocumentPath.Of("Chefforum", 2025, "Referat Chefforum 2025-02-04.rettet");
        var kept = (StoreOutcome.Stored)(await _library.StoreAsync(other, "a"u8.ToArray(), null, Cancel)).Value;
        await _library.StoreAsync(other, "b"u8.ToArray(), kept.Document.Version, Cancel);
        var to = DocumentPath.Of("Chefforum", 2025, "Bilag (låst 01)").AsClosed();

        Assert.IsType<MoveOutcome.Moved>((await _library.MoveAsync(Path1, to, Cancel)).Value);
        Assert.IsType<MoveOutcome.Moved>((await _library.MoveAsync(Path1, to, Cancel)).Value);

        Assert.Equal(
            ["Chefforum/2025/.versions/Referat Chefforum 2025-02-04.rettet.1.docx", "Chefforum/2025/Referat Chefforum 2025-02-04.rettet.docx", "Chefforum/Lukket/2025/.versions/Bilag (låst 01).1.docx", "Chefforum/Lukket/2025/Bilag (låst 01).docx"],
            AllFiles());
        Assert.Equal("to", await File.ReadAllTextAsync(Path.Combine(_root, to.ToString()), Cancel));
        Assert.Equal("et", await File.ReadAllTextAsync(Path.Combine(_root, "Chefforum/Lukket/2025/.versions/Bilag (låst 01).1.docx"), Cancel));
    }

    /// <summary>The earlier version had moved when the process ended.</summary>
    [Fact]
    public async Task Move_ThatEndedHalfWay_IsFinishedByTheNext()
    {
        var first = await StoreAsync("et");
        await StoreAsync("to", first.Document.Version);
        var to = Path1.AsClosed();
        Directory.CreateDirectory(Path.Combine(_root, "Chefforum/Lukket/2025/.versions"));
        File.Move(Path.Combine(_root, "Chefforum/2025/.versions", "Referat Chefforum 2025-02-04.1.docx"), Path.Combine(_root, "Chefforum/Lukket/2025/.versions", "Referat Chefforum 2025-02-04.1.docx"));

        Assert.IsType<MoveOutcome.Moved>((await _library.MoveAsync(Path1, to, Cancel)).Value);

        Assert.Equal(["Chefforum/Lukket/2025/.versions/Referat Chefforum 2025-02-04.1.docx", "Chefforum/Lukket/2025/Referat Chefforum 2025-02-04.docx"], AllFiles());
    }

    [Fact]
    public async Task Delete_TakesTheEarlierVersionsToo_AndAgainChangesNothing()
    {
        var first = await StoreAsync("et");
        await StoreAsync("to", first.Document.Version);

        Assert.True((await _library.DeleteAsync(Path1, Cancel)).IsSuccess);
        Assert.True((await _library.DeleteAsync(Path1, Cancel)).IsSuccess);

        Assert.Empty(AllFiles());
    }

    private IEnumerable<string> AllFiles() => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'))
        .Where(file => file != ".lock")
        .Order(StringComparer.Ordinal);

    [Fact]
    public async Task Store_WhenTheNameIsAnotherDocuments_LeavesItAlone()
    {
        await StoreAsync("et");

        Assert.IsType<StoreOutcome.NameTaken>(await StoreAsync("to"));
        Assert.Equal("et", await ReadAsync());
    }

    [Fact]
    public async Task Store_WhenTheNameDiffersInCaseOnly_IsTheSameDocument()
    {
        await StoreAsync("et");

        var other = await _library.StoreAsync(DocumentPath.Of("Chefforum", 2025, "REFERAT chefforum 2025-02-04"), "to"u8.ToArray(), null, Cancel);
        Assert.IsType<StoreOutcome.NameTaken>(other.Value);
    }

    [Fact]
    public async Task Store_OverTheVersionThatWasSeen_KeepsTheEarlierOne()
    {
        var first = await StoreAsync("et");
        var second = await StoreAsync("to", first.Document.Version);
        await StoreAsync("tre", second.Document.Version);

        Assert.Equal("tre", await ReadAsync());
        var versions = Directory.GetFiles(Path.Combine(_root, "Chefforum", "2025", ".versions")).Order().Select(File.ReadAllText);
        Assert.Equal(["et", "to"], versions);
        Assert.Single(await _library.ListAsync("Chefforum/2025", Cancel));
    }

    [Fact]
    public async Task Store_OverAVersionThatOthersChanged_StoresNothing()
    {
        var first = await StoreAsync("et");
        await File.WriteAllTextAsync(Path.Combine(_root, Path1.ToString()), "rettet i hånden", Cancel);

        var outcome = Assert.IsType<StoreOutcome.ChangedByOthers>(await StoreAsync("to", first.Document.Version));

        Assert.Equal("rettet i hånden", await ReadAsync());
        Assert.IsType<StoreOutcome.Stored>(await StoreAsync("to", outcome.Document.Version));
    }

    [Fact]
    public async Task Store_TheSameContentAgain_IsUnchangedAndKeepsNoVersion()
    {
        await StoreAsync("et");

        Assert.IsType<StoreOutcome.Unchanged>(await StoreAsync("et"));
        Assert.False(Directory.Exists(Path.Combine(_root, "Chefforum", "2025", ".versions")));
    }

    [Fact]
    public async Task Store_AgainWhenSomebodyDeletedIt_PutsItBack()
    {
        var first = await StoreAsync("et");
        File.Delete(Path.Combine(_root, Path1.ToString()));

        Assert.IsType<StoreOutcome.Stored>(await StoreAsync("to", first.Document.Version));
    }

    [Fact]
    public async Task Store_ByManyAtOnce_LetsOneHaveTheNameAndLosesNothing()
    {
        var libraries = Enumerable.Range(0, 4).Select(_ => new FolderDocumentLibrary(_root)).ToArray();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(
            () => libraries[number % 4].StoreAsync(Path1, Encoding.UTF8.GetBytes($"udgave {number}"), null, Cancel), Cancel)));

        var winner = Assert.Single(outcomes, outcome => outcome.Value is StoreOutcome.Stored);
        Assert.All(outcomes.Where(outcome => outcome != winner), outcome => Assert.IsType<StoreOutcome.NameTaken>(outcome.Value));
        Assert.Equal(winner.Value.Document.Version, ContentHash.Of(Encoding.UTF8.GetBytes(await ReadAsync())));
        Assert.Equal([Path1.Name], Directory.GetFiles(Path.Combine(_root, "Chefforum", "2025")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Store_OfSuccessiveVersionsByManyAtOnce_KeepsEveryOneThatWasStored()
    {
        var present = (await StoreAsync("0")).Document.Version;
        for (var round = 0; round < 5; round++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
                () => _library.StoreAsync(Path1, Encoding.UTF8.GetBytes($"{round}-{number}"), present, Cancel), Cancel)));
            present = Assert.Single(outcomes, outcome => outcome.Value is StoreOutcome.Stored).Value.Document.Version;
        }

        Assert.Equal(5, Directory.GetFiles(Path.Combine(_root, "Chefforum", "2025", ".versions")).Length);
    }

    [Fact]
    public async Task Open_WhatIsNotThere_IsNull() => Assert.Null(await _library.OpenAsync(Path1, Cancel));

    [Theory]
    [InlineData("Chefforum/2024")]
    [InlineData("../..")]
    [InlineData("")]
    public async Task List_OfAFolderThatIsNone_IsEmpty(string folder) => Assert.Empty(await _library.ListAsync(folder, Cancel));

    [Fact]
    public async Task Store_WhileAnotherProgramReads_StillWorksAndTheReaderKeepsWhatItOpened()
    {
        var first = await StoreAsync("et");
        await using var reader = await _library.OpenAsync(Path1, Cancel);
        await StoreAsync("to", first.Document.Version);

        using var text = new StreamReader(reader!);
        Assert.Equal("et", await text.ReadToEndAsync(Cancel));
        Assert.Equal("to", await ReadAsync());
    }

    private async Task<StoreOutcome> StoreAsync(string content, string? seen = null) =>
        (await _library.StoreAsync(Path1, Encoding.UTF8.GetBytes(content), seen, Cancel)).Value;

    private async Task<string> ReadAsync()
    {
        using var reader = new StreamReader((await _library.OpenAsync(Path1, Cancel))!);
        return await reader.ReadToEndAsync(Cancel);
    }
}
