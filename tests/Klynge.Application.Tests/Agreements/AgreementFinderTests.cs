using System.Text.Json;
using Klynge.Application.Agreements.Finding;
using Klynge.Application.Minutes;
using Klynge.Domain.Agreements;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Agreements;

/// <summary>How well promises are found: on sentences that the rules were written with, and on others that were kept back.</summary>
public sealed class AgreementFinderTests(ITestOutputHelper output)
{
    private const double WantedPrecision = 0.9;
    private const double WantedRecall = 0.85;
    private const double WantedKinds = 0.85;
    private static readonly LocalDate Day = new(2026, 2, 4);

    [Theory]
    [InlineData("aftaler.txt")]
    [InlineData("aftaler-gemt.txt")]
    [InlineData("aftaler-nye-1.txt")]
    [InlineData("aftaler-nye-2.txt")]
    [InlineData("aftaler-nye-3.txt")]
    [InlineData("aftaler-nye-4.txt")]
    [InlineData("aftaler-nye-5.txt")]
    [InlineData("aftaler-nye-6.txt")]
    [InlineData("aftaler-nye-7.txt")]
    [InlineData("aftaler-nye-8.txt")]
    [InlineData("aftaler-nye-9.txt")]
    public void Finder_OnLabelledSentences_IsPreciseAndCompleteAndKnowsTheKind(string file)
    {
        var (right, wrong, missed, kinds) = (0, 0, 0, 0);
        var parts = new int[3];
        foreach (var cells in Labelled(file))
        {
            var found = AgreementFinder.Find(cells[4], Day).SingleOrDefault();
            var (kind, expected) = (found is null ? "-" : JsonNamingPolicy.CamelCase.ConvertName(found.Kind.ToString()), cells[0]);
            (right, wrong, missed) = (right + (kind != "-" && expected != "-" ? 1 : 0), wrong + (kind != "-" && expected == "-" ? 1 : 0), missed + (kind == "-" && expected != "-" ? 1 : 0));
            kinds += kind != "-" && kind == expected ? 1 : 0;
            if (found is not null && expected != "-")
            {
                string?[] told = [found.Forum, found.Who, found.Trigger];
                for (var at = 0; at < parts.Length; at++)
                    parts[at] += (told[at] ?? string.Empty) == cells[at + 1] ? 1 : 0;
            }

            output.WriteLine($"{(kind == expected ? " " : "!")} {expected} / {kind} [{found?.Forum}|{found?.Who}|{found?.Trigger}] ({cells[1]}|{cells[2]}|{cells[3]}): {cells[4]}");
        }

        var (precision, recall, kindsRight) = ((double)right / (right + wrong), (double)right / (right + missed), (double)kinds / right);
        output.WriteLine($"{file}: {right} found, {wrong} wrong, {missed} missed: precision {precision:0.000}, recall {recall:0.000}, kinds {kindsRight:0.000}; forum {(double)parts[0] / right:0.00}, who {(double)parts[1] / right:0.00}, trigger {(double)parts[2] / right:0.00}");
        Assert.InRange(precision, WantedPrecision, 1);
        Assert.InRange(recall, WantedRecall, 1);
        Assert.InRange(kindsRight, WantedKinds, 1);
    }

    [Fact]
    public void Promise_IsReadWithItsForumWhoAndTrigger()
    {
        Assert.Equal(
            new AgreementFinding("Lægeforeningen inviteres til Ledelsesforum på næste møde.", AgreementKind.Invite) { Forum = "Ledelsesforum", Who = "Lægeforeningen", Trigger = "på næste møde" },
            Assert.Single(AgreementFinder.Find("Rådet drøftede sagen. Lægeforeningen inviteres til Ledelsesforum på næste møde. Der var ros til arbejdet.", Day)));
        Assert.Equal("Sekretariatet", Assert.Single(AgreementFinder.Find("Sekretariatet udarbejder et notat om emnet.", Day)).Who);
    }

    /// <summary>A day by which it is due makes it a deadline, and an answer to a recommendation has its code.</summary>
    [Theory]
    [InlineData("Hver kommune udpeger en deltager senest den 1. maj 2026.")]
    [InlineData("Indstilling 2 sendes videre til Direktørforum.")]
    [InlineData("Punktet blev drøftet, og Bo Friis orienterede om økonomien.")]
    [InlineData("")]
    public void WhatIsNoPromise_IsNotFound(string text) => Assert.Empty(AgreementFinder.Find(text, Day));

    [Fact]
    public void Import_TellsTheAgreementsOfDecisions()
    {
        var document = new MinutesDocument
        {
            Date = Day,
            Items =
            [
                new MinutesItem { Number = 3, Title = "Sag", Sections = [new MinutesSection(null, "Sekretariatet udarbejder et notat.")], Decision = "Godkendt. Sagen tages op igen efter sommerferien." },
            ],
        };

        var agreements = JsonDocument.Parse(MinutesJson.Serialize(document)).RootElement.GetProperty("agreements");

        Assert.Equal(
            """[{"text":"Sagen tages op igen efter sommerferien.","kind":"agenda","forum":null,"who":null,"trigger":"efter sommerferien","item":3}]""",
            JsonSerializer.Serialize(agreements));
    }

    private static IEnumerable<string[]> Labelled(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Agreements", file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
