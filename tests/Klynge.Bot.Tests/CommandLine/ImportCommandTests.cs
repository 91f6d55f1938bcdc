using System.Text.Json;

namespace Klynge.Bot.Tests.CommandLine;

public sealed class ImportCommandTests : IDisposable
{
    private const string Minutes = """
        Referat
        Chefforum
        Dato: 4. februar 2025
        Tidspunkt: kl. 14.00 - 16.00
        Sted: Rådhuset i Birkelse

        Deltagere:
        Anna Østergård, Birkelse Kommune
        Bent Kær, Region Fjordlandet

        Punkt 1: Godkendelse af dagsordenen
        Det indstilles, at Chefforum
        1. godkender dagsordenen
        Beslutning
        Dagsordenen blev godkendt.

        Punkt 2: Årshjul for ældreområdet
        Sagsfremstilling
        Forvaltningen har lavet et årshjul.
        Beslutning
        Indstillingen blev godkendt.
        """;

    private readonly ImportFolder _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Json_IsAllThatIsPrinted_AndNothingIsStored()
    {
        var answer = await _bot.RunAsync("import", _bot.Write("referat.txt", Minutes), "--json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal("2025-02-04", json.GetProperty("date").GetString());
        Assert.Equal("Årshjul for ældreområdet", json.GetProperty("items")[1].GetProperty("title").GetString());
        Assert.Equal(["referat.txt"], Directory.EnumerateFileSystemEntries(_bot.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Import_StoresTheMeetingPrintsATableAndTheMinutesCanBeWritten()
    {
        var file = _bot.Write("referat.txt", Minutes);

        var first = await _bot.RunAsync("import", file);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Chefforum, tirsdag d. 4. februar 2025 kl. 14.00–16.00", first.Output, StringComparison.Ordinal);
        Assert.Contains("Gemt: 2 punkter, 2 beslutninger.", first.Output, StringComparison.Ordinal);

        var again = await _bot.RunAsync("import", file);
        Assert.Contains("Findes allerede", again.Output, StringComparison.Ordinal);

        var output = Path.Combine(_bot.Folder, "ud.docx");
        var minutes = await _bot.RunAsync("minutes", "chefforum:2025-02-04", "--out", output);
        Assert.Equal((0, ""), (minutes.ExitCode, minutes.Error));
        Assert.True(new FileInfo(output).Length > 1000);
        Assert.True(File.Exists(Path.Combine(_bot.Folder, "documents", "Chefforum", "2025", "Referat Chefforum 2025-02-04.docx")));
    }

    [Fact]
    public async Task Import_AnotherTextOfTheSameMeeting_FailsUntilToldToReplace()
    {
        await _bot.BeginWithDatabaseAsync();
        var file = _bot.Write("referat.txt", Minutes);
        await _bot.RunAsync("import", file);
        _bot.Write("referat.txt", Minutes.Replace("Indstillingen blev godkendt.", "Punktet udsættes.", StringComparison.Ordinal));

        var refused = await _bot.RunAsync("import", file);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);

        var replaced = await _bot.RunAsync("import", file, "--replace");
        Assert.Equal(0, replaced.ExitCode);
        Assert.Single(Directory.GetFiles(Path.Combine(_bot.Folder, "documents", "Chefforum", "2025", ".versions")));
    }

    [Fact]
    public async Task Folder_GoesOnAfterABadFile_AndSaysWhichAtTheEnd()
    {
        await _bot.BeginWithDatabaseAsync();
        _bot.Write("ind/a.txt", "");
        _bot.Write("ind/b.txt", Minutes);
        _bot.Write("ind/c.txt", "Bare et brev uden noget af det.");
        _bot.Write("ind/~$d.docx", "låsefil");

        var answer = await _bot.RunAsync("import", Path.Combine(_bot.Folder, "ind"));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("b.txt", answer.Output, StringComparison.Ordinal);
        Assert.Contains("2 kunne ikke læses ind:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("a.txt: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("c.txt: ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_SeveralAtOnce_AreAllStored_AndABadOneDoesNotStopTheRest()
    {
        await _bot.BeginWithDatabaseAsync();
        var first = _bot.Write("a.txt", Minutes);
        var second = _bot.Write("ind/b.txt", Minutes.Replace("4. februar 2025", "4. marts 2025", StringComparison.Ordinal));

        var answer = await _bot.RunAsync("import", first, "findesikke.txt", second, Path.Combine(_bot.Folder, "ind"));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("a.txt", answer.Output, StringComparison.Ordinal);
        Assert.Single(answer.Output.Split('\n'), line => line.Contains("b.txt", StringComparison.Ordinal));
        Assert.Contains("1 kunne ikke læses ind:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("findesikke.txt: ", answer.Error, StringComparison.Ordinal);
        var folder = Path.Combine(_bot.Folder, "documents", "Chefforum", "2025");
        Assert.True(File.Exists(Path.Combine(folder, "Referat Chefforum 2025-02-04.docx")));
        Assert.True(File.Exists(Path.Combine(folder, "Referat Chefforum 2025-03-04.docx")));
    }

    [Fact]
    public async Task Json_OfSeveralFiles_IsAListInTheirOrder()
    {
        var first = _bot.Write("a.txt", Minutes);
        var second = _bot.Write("b.txt", Minutes.Replace("4. februar 2025", "4. marts 2025", StringComparison.Ordinal));

        var answer = await _bot.RunAsync("import", second, first, "--json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var dates = JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().Select(one => one.GetProperty("date").GetString());
        Assert.Equal(["2025-03-04", "2025-02-04"], dates);
    }

    [Theory]
    [InlineData("import", "findesikke.txt")]
    [InlineData("import", "tom.txt")]
    [InlineData("import", "binaer.docx")]
    [InlineData("import", "brev.txt")]
    [InlineData("import", "tommappe")]
    [InlineData("import", "referat.txt", "--forum", "findesikke")]
    [InlineData("minutes", "vrøvl")]
    [InlineData("minutes", "chefforum:2025-02-04")]
    [InlineData("minutes", "00000000-0000-0000-0000-000000000001")]
    [InlineData("import")]
    [InlineData("import", "referat.txt", "--jsn")]
    public async Task BadInput_IsOneClearSentenceAndExitCode2(params string[] arguments)
    {
        await _bot.BeginWithDatabaseAsync();
        _bot.Write("tom.txt", "");
        _bot.Write("binaer.docx", "\0\u0001\u0002PNG");
        _bot.Write("brev.txt", "Kære alle. Tak for sidst.");
        _bot.Write("referat.txt", Minutes);
        Directory.CreateDirectory(Path.Combine(_bot.Folder, "tommappe"));

        var answer = await _bot.RunAsync(arguments);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.NotEmpty(answer.Error.Trim());
        Assert.DoesNotContain("Exception", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_ToAFolderThatIsNotThere_FailsWithASentence()
    {
        await _bot.BeginWithDatabaseAsync();
        await _bot.RunAsync("import", _bot.Write("referat.txt", Minutes));

        var answer = await _bot.RunAsync("minutes", "chefforum:2025-02-04", "--out", Path.Combine(_bot.Folder, "ingen", "ud.docx"));

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("kan ikke skrives", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "--replace")]
    [InlineData("minutes", "--out")]
    public async Task Help_IsInDanish(string command, string option)
    {
        var answer = await _bot.RunAsync(command, "--help");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("Brug:", answer.Output, StringComparison.Ordinal);
        Assert.Contains(option, answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Show help", answer.Output, StringComparison.Ordinal);
    }
}
