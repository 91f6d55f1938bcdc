using Klynge.Application.Forums.Sample;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>One forum's members and rules from a shell: shown first, written when said so.</summary>
public sealed class MemberCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder, "board.json");
        await File.WriteAllTextAsync(file, SampleFiles.BoardText());
        Assert.Equal(0, (await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes")).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Member_IsShown_Added_Changed_AndEnded()
    {
        string[] add = ["board", "member", "add", "Ida Prøve", "--forum", "chefforum", "--role", "næstformand", "--organisation", "Egholt Kommune", "--party", "A", "--substitute", "Bo Prøve", "--substitute", "Eva Prøve"];
        var asked = await BotCommand.RunAsync(_folder, add);
        var added = await BotCommand.RunAsync(_folder, [.. add, "--yes"]);
        var listed = await BotCommand.RunAsync(_folder, "board", "member", "list", "--forum", "chefforum");
        var ended = await BotCommand.RunAsync(_folder, "board", "member", "end", "ida prøve", "--forum", "chefforum", "--last-day", "2099-12-31", "--yes");
        var same = await BotCommand.RunAsync(_folder, "board", "member", "change", "Ida Prøve", "--forum", "chefforum", "--party", "A", "--yes");

        Assert.Equal((1, 0, 0, 0, 0), (asked.ExitCode, added.ExitCode, listed.ExitCode, ended.ExitCode, same.ExitCode));
        Assert.Contains("Ida Prøve i Chefforum", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Stemmer: 13 → 14.", asked.Output, StringComparison.Ordinal);
        Assert.Contains("--yes", asked.Error, StringComparison.Ordinal);
        Assert.Contains("Bo Prøve; Eva Prøve", listed.Output, StringComparison.Ordinal);
        Assert.Contains("31. december 2099", ended.Output, StringComparison.Ordinal);
        Assert.Equal("Sådan står det allerede. Intet er ændret.", same.Output.Trim());
    }

    [Fact]
    public async Task Table_IsWritten_ReadBackAsTheSame_AndADoubtIsAsked()
    {
        var file = Path.Combine(_folder, "medlemmer.csv");
        var written = await BotCommand.RunAsync(_folder, "board", "table", "--forum", "chefforum", "--out", file);
        var again = await BotCommand.RunAsync(_folder, "board", "table", file, "--forum", "chefforum", "--whole", "--yes");
        await File.WriteAllTextAsync(file, "Navn;Rolle;Organisation\nIda Prøve;bisidder;X\n", TestContext.Current.CancellationToken);
        var doubted = await BotCommand.RunAsync(_folder, "board", "table", file, "--forum", "chefforum", "--yes");

        Assert.Equal((0, 0, 2), (written.ExitCode, again.ExitCode, doubted.ExitCode));
        Assert.Equal("Sådan står det allerede. Intet er ændret.", again.Output.Trim());
        Assert.Contains("Linje 2: rollen »bisidder« kender jeg ikke.", doubted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_IsChanged_AndWhatIsNotThereIsSaid()
    {
        var changed = await BotCommand.RunAsync(_folder, "board", "rule", "agendaOut", "4 hverdage", "--forum", "chefforum", "--yes");
        var unknown = await BotCommand.RunAsync(_folder, "board", "rule", "agendaUd", "4 hverdage", "--forum", "chefforum", "--yes");
        var nowhere = await BotCommand.RunAsync(_folder, "board", "member", "list", "--forum", "byraad");

        Assert.Equal((0, 1, 2), (changed.ExitCode, unknown.ExitCode, nowhere.ExitCode));
        Assert.Contains("dagsorden ud", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Der er ingen regel »agendaUd«.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("chefforum", nowhere.Error, StringComparison.Ordinal);
    }
}
