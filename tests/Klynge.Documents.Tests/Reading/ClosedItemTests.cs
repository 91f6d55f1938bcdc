namespace Klynge.Documents.Tests.Reading;

public sealed class ClosedItemTests
{
    [Theory]
    [InlineData("Køb af bygning\n\nLukket\n\nSagsfremstilling\n\nPrisen.")]
    [InlineData("Køb af bygning (lukket)")]
    [InlineData("Lukket: Køb af bygning")]
    [InlineData("(Lukket) Køb af bygning")]
    [InlineData("Køb af bygning - lukket punkt")]
    public void AMarkOnTheItem_ClosesIt_AndIsNoPartOfTheTitle(string second)
    {
        var minutes = Papers.With(second: second);

        Assert.Equal([false, true, false], minutes.Items.Select(item => item.IsClosed));
        Assert.Equal("Køb af bygning", minutes.Items[1].Title);
        Assert.Empty(minutes.Doubts);
    }

    [Fact]
    public void AHeadingOverItems_ClosesThoseBelow_AndIsNoItem()
    {
        var minutes = Papers.With(firstDecision: "Godkendt.\n\nLukkede punkter");

        Assert.Equal([false, true, true], minutes.Items.Select(item => item.IsClosed));
        Assert.Equal("Godkendt.", minutes.Items[0].Decision);
    }

    [Fact]
    public void ASentenceThatNamesTheItems_ClosesThem()
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\nPunkt 2 blev behandlet for lukkede døre.");

        Assert.Equal([false, true, false], minutes.Items.Select(item => item.IsClosed));
        Assert.Empty(minutes.Doubts);
    }

    [Fact]
    public void ClosedItemsThatCannotBePlaced_AreAsked_AndAllIsClosedUntilThen()
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\nMødet havde også et lukket punkt.");

        Assert.All(minutes.Items, item => Assert.True(item.IsClosed));
        Assert.Contains(minutes.Doubts, doubt => doubt.Path == "items");
    }
}
