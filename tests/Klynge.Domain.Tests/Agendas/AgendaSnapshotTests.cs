using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What is another agenda to a reader, and what is the same.</summary>
public sealed class AgendaSnapshotTests
{
    private static readonly MeetingTime Time = new(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0));
    private static readonly AgendaItemId First = AgendaItemId.New();
    private static readonly AgendaItemId Second = AgendaItemId.New();

    private static readonly AgendaItemContent Content = new()
    {
        Title = "Budget",
        Sections = [new("Sag", "Tekst"), new(null, "Mere")],
        Recommendations = ["Godkender"],
        Attachments = [new AgendaAttachment("Tal.xlsx") { Path = "Chefforum/2026/Tal.xlsx", Url = "https://fjordlandet.example/tal", Sha256 = "aa", Size = 7, AddedAt = Instant.FromUtc(2026, 1, 1, 0, 0) }],
    };

    /// <summary>What stands with the item and is nothing that is read on its agenda: what was taken off it, and what belongs to the minutes.</summary>
    private static readonly string[] NotOfTheAgenda = [nameof(AgendaItemContent.TakenOff), nameof(AgendaItemContent.Additions), nameof(AgendaItemContent.Votes), nameof(AgendaItemContent.Dissents), nameof(AgendaItemContent.Stops), nameof(AgendaItemContent.Impartiality)];

    /// <summary>Whatever a reader sees of an item is another agenda: a property that comes later must be thought of here.</summary>
    [Fact]
    public void EveryPropertyOfAnItem_CountsOrIsNamedAsOneThatDoesNot()
    {
        var changed = new Dictionary<string, AgendaItemContent>
        {
            [nameof(Content.Title)] = Content with { Title = "Budgettet" },
            [nameof(Content.Kind)] = Content with { Kind = AgendaItemKind.Decision },
            [nameof(Content.Presenter)] = Content with { Presenter = "Ida Holm" },
            [nameof(Content.Minutes)] = Content with { Minutes = 5 },
            [nameof(Content.Sections)] = Content with { Sections = [new("Sag", "Tekst"), new("", "Mere")] },
            [nameof(Content.Recommendations)] = Content with { Recommendations = ["Godkender", ""] },
            [nameof(Content.Attachments)] = Content with { Attachments = [Content.Attachments[0] with { IsRequiredReading = true }] },
            [nameof(Content.CaseNumber)] = Content with { CaseNumber = "26/1834" },
            [nameof(Content.MayBeDropped)] = Content with { MayBeDropped = true },
            [nameof(Content.IsClosed)] = Content with { IsClosed = true },
            [nameof(Content.ClosedBecause)] = Content with { ClosedBecause = "Personsag" },
            [nameof(Content.LateReason)] = Content with { LateReason = "Tallene kom i går" },
            [nameof(Content.StandsLast)] = Content with { StandsLast = true },
        };

        Assert.Equal(
            typeof(AgendaItemContent).GetProperties().Select(property => property.Name).Except(NotOfTheAgenda).Order(StringComparer.Ordinal),
            changed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(changed.Count, changed.Values.Append(Content).Select(content => Of(content).Mark).Distinct().Count() - 1);
        Assert.All(changed.Values, content => Assert.Equal([First], Of(content).Since(Of(Content)).Changed));
    }

    [Fact]
    public void FileThatTheLibraryMoves_SaysTheSame_AndANewVersionDoesNot()
    {
        var moved = Content.Attachments[0].WithCopyAt("Chefforum/2026/Tal.xlsx", "Lukket/2026/Tal.xlsx", "https://fjordlandet.example/nyt");

        Assert.Equal(Of(Content).Mark, Of(Content with { Attachments = [moved], TakenOff = [new(new("Væk"), 0)] }).Mark);
        Assert.NotEqual(Of(Content).Mark, Of(Content with { Attachments = [Content.Attachments[0] with { Sha256 = "bb", Before = Content.Attachments[0] }] }).Mark);
        Assert.NotEqual(Of(Content).Mark, Of(Content with { Attachments = [.. Content.Attachments, new("Mere.pdf")] }).Mark);
        Assert.NotEqual(Of(Content).Mark, Of(Content with { Attachments = [Content.Attachments[0] with { LateReason = "tallene kom i går" }] }).Mark);
    }

    [Fact]
    public void Pieces_ThatReadTheSameTogether_AreOthers() =>
        Assert.NotEqual(
            Of(Content with { Sections = [new("a", "bc")], Recommendations = [] }).Mark,
            Of(Content with { Sections = [new("ab", "c")], Recommendations = [] }).Mark);

    [Fact]
    public void Difference_NamesWhatCame_WentAndMoved()
    {
        var third = AgendaItemId.New();
        var before = AgendaSnapshot.Of(Time, "Teams", [(First, Content), (Second, Content)]);

        var difference = AgendaSnapshot.Of(Time with { End = null }, "Teams", [(Second, Content), (third, Content)]).Since(before);

        Assert.True(difference.HeadChanged);
        Assert.Equal([third], difference.Added);
        Assert.Empty(difference.Changed);
        Assert.Equal([First], difference.TakenOff);
        Assert.False(difference.IsReordered);
        Assert.True(AgendaSnapshot.Of(Time, "Teams", [(Second, Content), (First, Content)]).Since(before).IsReordered);
        Assert.True(AgendaSnapshot.Of(Time, "Rådhuset", [(First, Content)]).Since(before).HeadChanged);
    }

    [Fact]
    public void Snapshot_IsReadAsItWasWritten_AndHoldsNoWords()
    {
        var snapshot = AgendaSnapshot.Of(Time, "Teams", [(First, Content), (Second, Content)]);

        Assert.Equal(snapshot.ToString(), AgendaSnapshot.Read(snapshot.ToString()).ToString());
        Assert.Equal(snapshot.Mark, AgendaSnapshot.Read(snapshot.ToString()).Mark);
        Assert.DoesNotContain("Budget", snapshot.ToString(), StringComparison.Ordinal);
        var empty = AgendaSnapshot.Of(Time, "Teams", []);
        Assert.Empty(AgendaSnapshot.Read(empty.ToString()).Since(empty).Added);
    }

    private static AgendaSnapshot Of(AgendaItemContent content) => AgendaSnapshot.Of(Time, "Teams", [(First, content)]);
}
