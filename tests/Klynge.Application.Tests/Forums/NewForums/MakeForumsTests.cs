using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.NewForums;
using Klynge.Application.Forums.Templates;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums.NewForums;

/// <summary>Forums from a template: looked at, made in one row of the record, with nobody in them but whoever made them.</summary>
public abstract class MakeForumsTests(TestStore store) : IAsyncLifetime
{
    private static readonly string[] OfCluster = ["Driftsforum Nord", "Fagligt niveau Nord", "Direktørforum Nord", "Politisk niveau Nord"];

    private TestBoard _board = null!;
    private MakeForums _make = null!;

    public sealed class OnSqlite() : MakeForumsTests(TestStore.Sqlite);

    public sealed class OnPostgres() : MakeForumsTests(TestStore.Postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Caller Secretary => TestBoard.As(_board.Secretary);

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _make = new MakeForums(_board.Writer, _board.Contexts, _board.Clock);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Cluster_IsLookedAt_AndMade_WithItsLadderAndSources_AndNoPlaceholderSits()
    {
        var before = await CountAsync();
        var preview = (await _make.PreviewAsync(Secretary, Request("klynge", OfCluster), Ct)).Value;

        Assert.Equal(OfCluster, preview.Forums.Select(forum => forum.Name));
        Assert.All(preview.Forums, forum => Assert.Contains("L 214", forum.Rules.Source, StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync());

        Assert.True((await _make.HandleAsync(Secretary, Request("klynge", OfCluster), Ct)).IsSuccess);

        await using var db = _board.Open();
        var made = await db.Forums.Where(forum => OfCluster.Contains(forum.Name)).OrderBy(forum => forum.Level).ToListAsync(Ct);
        Assert.Equal([.. made.Skip(1).Select(forum => (ForumId?)forum.Id), null], made.Select(forum => forum.AboveId));
        Assert.Equal((1, 2, 3, 4), (made[0].Level, made[1].Level, made[2].Level, made[3].Level));
        Assert.Equal(preview.Forums.Select(forum => (forum.Key, forum.Rules.Source)), made.Select(forum => (forum.Key, forum.Rules.Source)));
        Assert.All(made, forum => Assert.Equal(_board.Forum.BoardId, forum.BoardId));
        foreach (var forum in made)
        {
            var seat = await db.Members.SingleAsync(one => one.ForumId == forum.Id, Ct);
            Assert.Equal((_board.Secretary.Id, Role.Secretariat, false, _board.Today, "Region Fjordlandet", "region"), (seat.PersonId, seat.Role, seat.HasVote, seat.From, seat.Organisation, seat.Sector));
        }

        Assert.Equal((before.Forums + 4, before.People, before.Rows + 1), await CountAsync());
        Assert.False(await db.Forums.AnyAsync(forum => forum.IsClosed, Ct));
        Assert.Equal("Sundhedsråd Fjordlandet", (await db.Boards.SingleAsync(Ct)).Name);
        var row = await db.Audit.SingleAsync(one => one.UseCase == nameof(MakeForums), Ct);
        Assert.Equal((_board.Secretary.Id, _board.Forum.Id), (row.ActorId, row.ForumId));
    }

    /// <summary>What was made is what a board file says: exported and applied again it changes nothing.</summary>
    [Fact]
    public async Task EveryTemplate_IsMade_AndItsExportAppliedAgainChangesNothing()
    {
        foreach (var template in ForumTemplate.All)
        {
            var names = template.Forums.Select(forum => $"{forum.Name} ({template.Name})").ToList();
            Assert.True((await _make.HandleAsync(Secretary, Request(template.Name, names), Ct)).TryGet(out var made, out var error), error?.Text);
            Assert.Equal(template.Forums.Select(forum => forum.Rules.Source), made.Forums.Select(forum => forum.Rules.Source));
        }

        var file = BoardFileWriter.Write((await new ExportBoard(_board.Contexts).HandleAsync(Ct)).Value);
        var read = BoardFileReader.Read(Encoding.UTF8.GetBytes(file));
        Assert.Empty(read.Problems);
        Assert.Empty((await new ApplyBoard(_board.Writer, _board.Contexts, _board.Clock).PreviewAsync(read.Board!, Ct)).Value.All);
    }

    [Fact]
    public async Task SamePressTwice_MakesThemOnce()
    {
        Assert.False((await _make.HandleAsync(Secretary, Request("bestyrelse", "Fonden"), Ct)).Value.IsDone);
        var after = await CountAsync();

        var again = (await _make.HandleAsync(Secretary, Request("bestyrelse", " Fonden "), Ct)).Value;

        Assert.True(again.IsDone);
        Assert.Equal("fonden", Assert.Single(again.Forums).Key);
        Assert.Equal(after, await CountAsync());
    }

    /// <summary>Another forum with the name is no earlier press, whoever is its secretariat.</summary>
    [Theory]
    [InlineData("", "Skriv, hvad »Ældreråd« skal hedde.")]
    [InlineData(" !! ", "Skriv, hvad »Ældreråd« skal hedde.")]
    [InlineData("CHEFFORUM", "Der er allerede et forum, der hedder »CHEFFORUM«.")]
    [InlineData("Et råd med et navn, der er meget, meget længere end nogen husker", "Navnet er for langt")]
    public async Task NameThatCannotBe_IsSaidOfItsForum_AndNothingIsMade(string name, string why)
    {
        var before = await CountAsync();
        var refused = Assert.IsType<NewNamesDoNotFit>((await _make.HandleAsync(Secretary, Request("ældreråd", name), Ct)).Error);

        Assert.StartsWith(why, Assert.Single(refused.Names).Value, StringComparison.Ordinal);
        Assert.Equal(before.Forums, (await CountAsync()).Forums);
    }

    [Fact]
    public async Task OneNameForTwo_IsSaidOfBoth()
    {
        var refused = Assert.IsType<NewNamesDoNotFit>((await _make.PreviewAsync(Secretary, Request("klynge", "A1", "Nord", "nord", "D4"), Ct)).Error);

        Assert.Equal(["direktoerforum", "fagligt-niveau"], refused.Names.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Names that differ by signs alone have different keys.</summary>
    [Fact]
    public async Task Keys_AreTheirOwn_WhateverTheNamesAre()
    {
        await _make.HandleAsync(Secretary, Request("udvalg", "Chef-forum"), Ct);
        var second = (await _make.HandleAsync(Secretary, Request("udvalg", "Chef forum"), Ct)).Value;

        await using var db = _board.Open();
        Assert.Equal(4, (await db.Forums.Select(forum => forum.Key).ToListAsync(Ct)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("chef-forum-2", Assert.Single(second.Forums).Key);
    }

    [Fact]
    public async Task OnlyTheForumsSecretariat_Makes_AndOnlyFromATemplate()
    {
        foreach (var person in new[] { _board.Chair, _board.Member, _board.Observer })
        {
            Assert.IsType<NotAllowed>((await _make.PreviewAsync(TestBoard.As(person), Request("udvalg", "Nyt"), Ct)).Error);
            Assert.IsType<NotAllowed>((await _make.HandleAsync(TestBoard.As(person), Request("udvalg", "Nyt"), Ct)).Error);
        }

        Assert.IsType<ForumNotFound>((await _make.HandleAsync(TestBoard.As(_board.Stranger), Request("udvalg", "Nyt"), Ct)).Error);
        Assert.IsType<ForumNotFound>((await _make.HandleAsync(Secretary, Request("udvalg", "Nyt") with { ForumId = _board.OtherForum.Id }, Ct)).Error);
        Assert.IsType<TemplateNotFound>((await _make.HandleAsync(Secretary, Request("../klynge", "Nyt"), Ct)).Error);
        Assert.IsType<TemplateNotFound>((await _make.HandleAsync(Secretary, Request("klynge", "Nyt"), Ct)).Error);
        Assert.Equal(2, (await CountAsync()).Forums);
    }

    private MakeForumsRequest Request(string template, params IReadOnlyList<string> names) => new(_board.Forum.Id, template, names);

    private async Task<(int Forums, int People, int Rows)> CountAsync()
    {
        await using var db = _board.Open();
        return (await db.Forums.CountAsync(Ct), await db.People.CountAsync(Ct), await db.Audit.CountAsync(row => row.Refusal == null, Ct));
    }
}
