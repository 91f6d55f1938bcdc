using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;

namespace Klynge.Bot.Tests.CommandLine;

public sealed class BoardCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task BoardApply_ThenExport_GivesTheFileBack()
    {
        var file = Write("board.json", SampleFiles.BoardText());

        var applied = await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes");
        var exported = await BotCommand.RunAsync(_folder, "board", "export");
        var again = await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes");

        Assert.Equal((0, string.Empty), (applied.ExitCode, applied.Error));
        Assert.Contains("Forum Chefforum", applied.Output, StringComparison.Ordinal);
        Assert.Contains("lagt ind", applied.Output, StringComparison.Ordinal);
        Assert.Equal(SampleFiles.BoardText(), exported.Output);
        Assert.Equal("Rådet står allerede sådan. Intet er ændret.", again.Output.Trim());
    }

    [Fact]
    public async Task BoardApply_DryRun_ShowsAndSavesNothing()
    {
        var file = Write("board.json", SampleFiles.BoardText());

        var shown = await BotCommand.RunAsync(_folder, "board", "apply", file, "--dry-run");
        var exported = await BotCommand.RunAsync(_folder, "board", "export");

        Assert.Contains("Intet er ændret.", shown.Output, StringComparison.Ordinal);
        Assert.Equal((1, string.Empty), (exported.ExitCode, exported.Output));
        Assert.Contains("board apply", exported.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoardApply_WithNobodyToAskAndWithoutYes_ShowsTheChangesAndRefuses()
    {
        var refused = await BotCommand.RunAsync(_folder, "board", "apply", Write("board.json", SampleFiles.BoardText()));
        var exported = await BotCommand.RunAsync(_folder, "board", "export");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Forum Chefforum", refused.Output, StringComparison.Ordinal);
        Assert.Contains("--yes", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, exported.ExitCode);
    }

    [Fact]
    public async Task BoardApply_AFileWithFaults_NamesThemAllWithTheirPlaceAndExitsWithTwo()
    {
        var file = Write("board.json", SampleFiles.BoardText()
            .Replace("\"role\": \"observer\"", "\"role\": \"observatør\"", StringComparison.Ordinal)
            .Replace("\"kind\"", "\"kin\"", StringComparison.Ordinal));

        var outcome = await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("board.json: linje 3, tegn 10 ($.kin): »kin« kender jeg ikke. Mente du »kind«?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Mente du »observer«?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("3 fejl i filen", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoardApply_AFileThatIsNotThere_ExitsWithTwo()
    {
        var outcome = await BotCommand.RunAsync(_folder, "board", "apply", Path.Combine(_folder, "ingen.json"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("kan ikke læses", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoardTemplate_WritesAFileThatIsApplied_AndSaysWhichThereAre()
    {
        var file = Path.Combine(_folder, "raad.json");

        var written = await BotCommand.RunAsync(_folder, "board", "template", "sundhedsråd", "--out", file);
        var applied = await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes");
        var unknown = await BotCommand.RunAsync(_folder, "board", "template", "byråd");

        Assert.Equal((0, 0), (written.ExitCode, applied.ExitCode));
        Assert.Contains("NN Næstformand i Sundhedsråd", applied.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("Der er ingen skabelon »byråd«. Skriv sundhedsråd, klynge, ældreråd, bestyrelse eller udvalg.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoardSchema_NeverOverwritesUnlessAsked()
    {
        var file = Write("board.schema.json", "mit eget");

        var refused = await BotCommand.RunAsync(_folder, "board", "schema", "--out", file);
        Assert.Equal((2, "mit eget"), (refused.ExitCode, File.ReadAllText(file)));

        var written = await BotCommand.RunAsync(_folder, "board", "schema", "--out", file, "--force");
        Assert.Equal((0, BoardSchema.Text), (written.ExitCode, File.ReadAllText(file)));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
