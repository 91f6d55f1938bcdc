using Klynge.Application.Forums.Sample;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary><c>handover</c>: a cluster's four forums to the council that follows, from a shell: what would be given first, and nothing without a yes.</summary>
public sealed class HandoverCommandTests : IAsyncLifetime
{
    private const string From = "chefforum";
    private const string AlsoFrom = "direktoerforum";
    private const string To = "politisk-niveau";
    private const string By = "signe-dahl";
    private const string NoSecretary = "marianne-ravnsbjerg";

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
    public async Task Forums_AreShownFirst_HandedOverByAYes_AndOnlyOnce()
    {
        string[] words = ["handover", From, AlsoFrom, To, "--by", By, "--last-day", "2099-12-31"];
        var asked = await BotCommand.RunAsync(_folder, words);
        var done = await BotCommand.RunAsync(_folder, [.. words, "--yes"]);
        var again = await BotCommand.RunAsync(_folder, [.. words[..2], To, "--by", By, "--last-day", "2100-12-31", "--yes"]);

        Assert.Equal((1, 0, 1), (asked.ExitCode, done.ExitCode, again.ExitCode));
        Assert.Contains("Sidste dag er torsdag d. 31. december 2099", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("er overleveret.", asked.Output, StringComparison.Ordinal);
        Assert.Equal(2, done.Output.Split("er overleveret. Dokument:").Length - 1);
        Assert.Contains("En overlevering laves kun én gang.", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("findes-ikke", By, "2099-12-31", 2)]
    [InlineData(From, "findes-ikke", "2099-12-31", 2)]
    [InlineData(From, By, "nytår", 2)]
    [InlineData(From, NoSecretary, "2099-12-31", 2)]
    [InlineData(To, By, "2099-12-31", 1)]
    public async Task WhatMakesNoSense_IsSaid_AndNothingIsDone(string from, string by, string day, int exit)
    {
        var refused = await BotCommand.RunAsync(_folder, "handover", from, To, "--by", by, "--last-day", day, "--yes");

        Assert.Equal(exit, refused.ExitCode);
        Assert.NotEmpty(refused.Error);
    }
}
