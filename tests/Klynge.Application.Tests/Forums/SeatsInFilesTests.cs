using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums;

/// <summary>What a board file says of a seat: the deputy chair, the party, and substitutes in order, as one or as a list.</summary>
public sealed class SeatsInFilesTests
{
    private const string List = """{ "person": "una", "organisation": "Egholt Kommune", "party": "A", "role": "deputyChair", "substitutes": ["bo", "ida"], "from": "2026-01-01" }""";

    [Fact]
    public async Task DeputyPartyAndList_AreReadAndWrittenBackAsTheyAre()
    {
        var reading = Read(List);

        Assert.Empty(reading.Problems);
        var seat = Assert.Single(reading.Board!.Forums[0].Members);
        Assert.Equal((Role.DeputyChair, "A", true), (seat.Role, seat.Party, seat.HasVote));
        Assert.Equal(["bo", "ida"], seat.Substitutes);
        var written = BoardFileWriter.Write(reading.Board);
        Assert.Contains(List, written, StringComparison.Ordinal);
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
    }

    [Fact]
    public void OneSubstituteOfBefore_IsStillRead_AndWrittenAsTheList()
    {
        var board = Read("""{ "person": "una", "organisation": "X", "role": "member", "substitute": "bo" }""").Board!;

        Assert.Equal(["bo"], board.Forums[0].Members[0].Substitutes);
        Assert.Contains("\"substitutes\": [\"bo\"]", BoardFileWriter.Write(board), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"substitute\": \"bo\", \"substitutes\": [\"ida\"]", "ikke begge")]
    [InlineData("\"substitutes\": [\"bo\", \"bo\"]", "»bo« står her to gange")]
    [InlineData("\"substitutes\": [\"una\"]", "sin egen stedfortræder")]
    [InlineData("\"substitutes\": [\"boo\"]", "ingen person med nøglen »boo«")]
    [InlineData("\"substitutes\": \"bo\"", "liste i [ ]")]
    [InlineData("\"substitutes\": [7]", "En nøgle er")]
    [InlineData("\"party\": 7", "tekst i citationstegn")]
    public void WhatCannotBe_IsAProblem(string written, string expected) => Assert.Contains(
        expected, Assert.Single(Read($$"""{ "person": "una", "organisation": "X", "role": "member", {{written}} }""").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Applied_TheyAreOnRecord_AndAChangedOrderIsOneLineOfThePreview()
    {
        await using var board = await EmptyBoard.CreateAsync();
        var apply = new ApplyBoard(board.Writer, board.Contexts, board.Clock);
        await apply.HandleAsync(Caller.System, Read(List).Board!, CancellationToken.None);
        Assert.Equal(BoardFileWriter.Write(Read(List).Board!), BoardFileWriter.Write((await new ExportBoard(board.Contexts).HandleAsync(CancellationToken.None)).Value));

        var other = Read(List.Replace("[\"bo\", \"ida\"]", "[\"ida\", \"bo\"]", StringComparison.Ordinal).Replace("\"A\"", "\"Borgerlisten\"", StringComparison.Ordinal)).Board!;
        var change = Assert.Single((await apply.HandleAsync(Caller.System, other, CancellationToken.None)).Value.All);

        Assert.Equal("parti: A → Borgerlisten; stedfortræder: Bo Friis, Ida Lund → Ida Lund, Bo Friis", change.Detail);
        await using var db = board.Open();
        Assert.Equal(["Ida Lund", "Bo Friis"], (await db.Members.Include(seat => seat.Substitutes).ThenInclude(one => one.Person).SingleAsync()).SubstitutePeople.Select(person => person.Name));
        Assert.Empty((await apply.PreviewAsync(other, CancellationToken.None)).Value.All);
    }

    private static BoardFileReading Read(string seat) => BoardFileReader.Read(Encoding.UTF8.GetBytes($$"""
        { "kind": "Sundhedsråd", "name": "Prøven", "forums": [ { "key": "raad", "name": "Råd", "level": 1,
          "rules": { "itemsIn": "11 dage", "agendaOut": "5 hverdage", "minutesOut": "10 hverdage", "quorum": { "share": 0.5 },
            "writtenProcedures": { "minimumOpen": "3 hverdage", "defaultOpen": "8 hverdage", "rule": "consensus" } },
          "members": [ {{seat}} ] } ],
          "people": [ { "key": "bo", "name": "Bo Friis" }, { "key": "ida", "name": "Ida Lund" }, { "key": "una", "name": "Una Dahl" } ] }
        """));
}
