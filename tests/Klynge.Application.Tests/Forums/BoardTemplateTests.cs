using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Templates;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Forums;

/// <summary>The board files to begin from: each is one, applies as it is, comes back by export, and switches on only what has a source.</summary>
public sealed class BoardTemplateTests
{
    public static TheoryData<string> Names => [.. BoardTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_IsAFileOfOurs_LetterForLetter_AndByTheSchema(string name)
    {
        var text = BoardTemplates.Find(name)!;
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(reading.Problems);
        Assert.Equal(text, BoardFileWriter.Write(reading.Board!));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_IsAppliedAsItIs_AndComesBackByExport(string name)
    {
        await using var board = await EmptyBoard.CreateAsync();
        var apply = new ApplyBoard(board.Writer, board.Contexts, board.Clock);
        var template = Read(name);

        Assert.True((await apply.HandleAsync(Caller.System, template, CancellationToken.None)).IsSuccess);

        Assert.Empty((await apply.PreviewAsync(template, CancellationToken.None)).Value.All);
        var exported = BoardFileWriter.Write((await new ExportBoard(board.Contexts).HandleAsync(CancellationToken.None)).Value);
        Assert.Empty((await apply.PreviewAsync(BoardFileReader.Read(Encoding.UTF8.GetBytes(exported)).Board!, CancellationToken.None)).Value.All);
    }

    /// <summary>Whom a placeholder stands for is for the body to write; no account or address is anybody's.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void People_ArePlaceholders_AndAllOfThemAreUsed(string name)
    {
        var board = Read(name);

        Assert.All(board.People, person => Assert.StartsWith("NN ", person.Name, StringComparison.Ordinal));
        Assert.All(board.People, person => Assert.Equal((null, null), (person.Email, person.EntraObjectId)));
        var used = board.Forums.SelectMany(forum => forum.Members).SelectMany(seat => seat.Substitutes.Prepend(seat.Person)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], board.People.Select(person => person.Key).Where(key => !used.Contains(key)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatNoRuleIsKnownToAllow_IsOff_AndTheSourceSaysSo(string name) => Assert.All(Read(name).Forums, forum =>
    {
        Assert.False(forum.Rules.HasCastingVote);
        Assert.False(forum.Rules.HasInitiativeRight);
        Assert.False(forum.Rules.WrittenProcedures.SilenceIsConsent);
        Assert.Contains("slået fra", forum.Rules.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(name == "klynge", forum.Rules.WrittenProcedures.Allowed);
        Assert.All(forum.Members, seat => Assert.Equal(seat.Role.IsMember(), seat.HasVote));
    });

    [Fact]
    public void Council_IsOfPoliticians_WithADeputyOfTheRegion_PartiesAndSubstitutesInOrder()
    {
        var forum = Assert.Single(Read("sundhedsråd").Forums);

        Assert.Equal(4, forum.Rules.AgendaOut.Count);
        Assert.InRange(forum.Members.Count(seat => seat.HasVote), 9, 21);
        Assert.Equal([Role.Chair, Role.DeputyChair], forum.Members.Where(seat => seat.Role.Leads()).Select(seat => seat.Role));
        Assert.All(forum.Members.Where(seat => seat.Role.Leads()), seat => Assert.Equal("region", seat.Sector));
        Assert.All(forum.Members.Where(seat => seat.HasVote), seat => Assert.NotNull(seat.Party));
        Assert.Equal(["stedfortraeder-x-1", "stedfortraeder-x-2"], forum.Members[0].Substitutes);
        Assert.Contains("Regionsloven § 15", forum.Rules.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(forum.Members, seat => seat.Role is Role.CoChair or Role.Guest);
    }

    [Fact]
    public void Cluster_HasFourForumsOnTheirLadder_WithTheMeetingsThatTheRegulationSets()
    {
        var forums = Read("klynge").Forums;

        Assert.Equal([1, 2, 3, 4], forums.Select(forum => forum.Level));
        Assert.Equal([forums[1].Key, forums[2].Key, forums[3].Key, null], forums.Select(forum => forum.Above));
        Assert.Equal([null, 4, null, 2], forums.Select(forum => forum.Rules.MinimumMeetingsPerYear));
        Assert.All(forums, forum => Assert.Equal(2, forum.Members.Count(seat => seat.Role == Role.CoChair)));
    }

    [Theory]
    [InlineData("Sundhedsraad", true)]
    [InlineData(" ÆLDRERÅD ", true)]
    [InlineData("aeldreraad", true)]
    [InlineData("../sample-board", false)]
    [InlineData("", false)]
    [InlineData("kommune", false)]
    public void Find_ReadsTheNameAsPeopleWriteIt(string written, bool isThere) => Assert.Equal(isThere, BoardTemplates.Find(written) is not null);

    private static BoardDescription Read(string name) => BoardFileReader.Read(Encoding.UTF8.GetBytes(BoardTemplates.Find(name)!)).Board!;
}
