using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

public sealed class CommandCatalogueTests
{
    private static readonly ParserContext Context = new(new LocalDate(2026, 11, 22), [new("chef", "Chefforum")]);

    public static TheoryData<string> Names => [.. CommandCatalogue.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_OfEveryCommand_IsUnderstood(string name)
    {
        var result = CommandParser.Parse(CommandCatalogue.Named(name).Example, Context);

        Assert.True(result.IsSuccess, result.Error?.Text);
        Assert.IsNotType<ChatCommand.Unknown>(result.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NameAndAlias_OfEveryCommand_AreReadAlike(string name)
    {
        var command = CommandCatalogue.Named(name);
        var danish = CommandParser.Parse(command.Name, Context);
        var english = CommandParser.Parse(command.English.ToUpperInvariant(), Context);
        var ascii = CommandParser.Parse(DanishText.Fold(command.Name), Context);

        Assert.Equal(danish, english);
        Assert.Equal(danish, ascii);
        Assert.IsNotType<ChatCommand.Unknown>(danish.IsSuccess ? danish.Value : null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Texts_OfEveryCommand_FitWhereTheyAreShown(string name)
    {
        var command = CommandCatalogue.Named(name);

        // The limits of the Teams manifest for a command's title and description.
        Assert.InRange(command.Name.Length, 1, 32);
        Assert.InRange(command.Summary.Length, 1, 128);
        Assert.StartsWith(command.Name, command.Usage, StringComparison.Ordinal);
        Assert.NotEqual(Actors.Nobody, command.Right.Who);
    }

    [Fact]
    public void Names_OfAllCommands_DifferWhenFolded()
    {
        var words = CommandCatalogue.All.SelectMany(command => new[] { command.Name, command.English }).Select(DanishText.Fold).ToArray();

        Assert.Distinct(words);
    }
}
