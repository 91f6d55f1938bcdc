using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Members;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>Members and rules of a forum are changed by its secretariat: previewed, confirmed with the preview's version, one row on record.</summary>
public abstract class ChangeForumTests(TestStore store) : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChangeForum _change = null!;

    public sealed class OnSqlite() : ChangeForumTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ChangeForumTests(TestStore.Postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Caller Secretary => TestBoard.As(_board.Secretary);

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _change = new ChangeForum(_board.Writer, _board.Contexts, _board.Clock);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Preview_SaysWhatWillBe_AndSavesNothing_UntilItIsConfirmed()
    {
        var add = Add("Ida Lund", Role.Member, "Birkelse Kommune", email: "ida@egholt.example");

        var preview = (await _change.PreviewAsync(Secretary, _board.Forum.Id, add, Ct)).Value;

        Assert.Equal(["Ida Lund", "Ida Lund i Chefforum"], preview.Changes.Select(change => change.Subject));
        Assert.Equal("medlem, Birkelse Kommune", preview.Changes[1].Detail);
        Assert.Equal(["Stemmer: 4 → 5. Så skal mindst 3 være til stede, for at forummet er beslutningsdygtigt."], preview.Effects);
        Assert.Equal((6, 0), await CountAsync());

        Assert.True((await ConfirmAsync(add, preview)).IsSuccess);

        Assert.Equal((7, 1), await CountAsync());
        await using var db = _board.Open();
        var seat = await db.Members.Include(one => one.Person).SingleAsync(one => one.Person.Name == "Ida Lund", Ct);
        Assert.Equal((5, true, _board.Today, "ida@egholt.example"), (seat.Order, seat.HasVote, seat.From, seat.Person.Email));
    }

    [Fact]
    public async Task SamePressTwice_AndAPreviewOfBefore_ChangeNothing()
    {
        var add = Add("Ida Lund", Role.Member, "Birkelse Kommune");
        var preview = (await _change.PreviewAsync(Secretary, _board.Forum.Id, add, Ct)).Value;
        await ConfirmAsync(add, preview);

        Assert.Empty((await ConfirmAsync(add, preview)).Value.Changes);
        Assert.IsType<ForumChangedMeanwhile>((await ConfirmAsync(Add("Bo Friis", Role.Member, "Birkelse Kommune"), preview)).Error);
        Assert.Equal((7, 1), await CountAsync());
    }

    [Fact]
    public async Task EndedSeat_KeepsItsPast_AndItsNames()
    {
        await RunAsync(ForumChange.Of(new SeatEdit.End(await SeatAsync(_board.Member), _board.Today)));

        await using var db = _board.Open();
        var seat = await db.Members.Include(one => one.Person).SingleAsync(one => one.PersonId == _board.Member.Id, Ct);
        Assert.Equal((_board.Today, "Mads Holt", true), (seat.To!.Value, seat.Person.Name, seat.HasVote));
        Assert.Contains("mads", BoardFileWriter.Write((await new ExportBoard(_board.Contexts).HandleAsync(Ct)).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_AreChangedOneByOne_AndWhatIsNotMentionedStays()
    {
        var seat = await SeatAsync(_board.Member);
        await RunAsync(ForumChange.Of(new SeatEdit.Change(seat, new SeatFacts { Party = "A", Substitutes = [new("Ulla Fremmed", "ulla@fjordlandet.example"), new("Ny Person")] })));
        var preview = await RunAsync(ForumChange.Of(new SeatEdit.Change(seat, new SeatFacts { Role = Role.DeputyChair })));

        Assert.Equal("rolle: medlem → næstformand", Assert.Single(preview.Changes).Detail);
        await using var db = _board.Open();
        var changed = await db.Members.Include(one => one.Substitutes).ThenInclude(one => one.Person).SingleAsync(one => one.Id == seat, Ct);
        Assert.Equal(("A", Role.DeputyChair, true, "Birkelse Kommune"), (changed.Party, changed.Role, changed.HasVote, changed.Organisation));
        Assert.Equal(["Ulla Fremmed", "Ny Person"], changed.SubstitutePeople.Select(person => person.Name));
    }

    [Theory]
    [InlineData("agendaOut", "4 hverdage", "dagsorden ud")]
    [InlineData("quorum.share", "0.6667", "beslutningsdygtig fra andel")]
    [InlineData("writtenProcedures.allowed", "false", "skriftlig behandling")]
    [InlineData("castingVote", "true", "formandens stemme afgør")]
    [InlineData("minutes.party", "true", "parti i referatet")]
    public async Task Rule_IsChangedByItself_AsTheFileWouldSayIt(string name, string value, string expected)
    {
        var preview = await RunAsync(ForumChange.Of(new RuleEdit(name, value)));

        Assert.Contains(expected, Assert.Single(preview.Changes).Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(';', preview.Changes[0].Detail);
    }

    [Theory]
    [InlineData("agendaOut", "i morgen")]
    [InlineData("quorum.share", "7")]
    [InlineData("itemsIn", "1 hverdage")]
    [InlineData("agendaOut", "")]
    [InlineData("navn", "x")]
    [InlineData("quorum.share.x", "1")]
    public async Task Rule_ThatCannotBe_IsRefusedInTheWordsOfTheFile(string name, string value)
    {
        var error = (await _change.PreviewAsync(Secretary, _board.Forum.Id, ForumChange.Of(new RuleEdit(name, value)), Ct)).Error;

        Assert.True(error is ChangeDoesNotFit or RuleUnknown, error?.Code);
    }

    [Fact]
    public async Task Nobody_ButTheSecretariatOfTheForum_MaySeeOrDoIt()
    {
        var add = Add("Ida Lund", Role.Member, "Birkelse Kommune");
        foreach (var person in new[] { _board.Chair, _board.Member, _board.Observer })
        {
            Assert.IsType<NotAllowed>((await _change.PreviewAsync(TestBoard.As(person), _board.Forum.Id, add, Ct)).Error);
            Assert.IsType<NotAllowed>((await _change.HandleAsync(TestBoard.As(person), new(_board.Forum.Id, add, "x-x"), Ct)).Error);
        }

        Assert.IsType<ForumNotFound>((await _change.PreviewAsync(TestBoard.As(_board.Stranger), _board.Forum.Id, add, Ct)).Error);
        Assert.IsType<ForumNotFound>((await _change.PreviewAsync(Secretary, _board.OtherForum.Id, add, Ct)).Error);
        Assert.Equal((6, 0), await CountAsync());
    }

    [Fact]
    public async Task SeatAndKeyOfAnotherForum_AreNone()
    {
        await using var db = _board.Open();
        var other = await db.Members.SingleAsync(seat => seat.ForumId == _board.OtherForum.Id, Ct);

        Assert.IsType<SeatNotFound>((await PreviewAsync(ForumChange.Of(new SeatEdit.End(other.Id, _board.Today)))).Error);
        Assert.IsType<SeatNotFound>((await PreviewAsync(ForumChange.Of(new SeatEdit.Change(other.Id, new SeatFacts { Party = "A" })))).Error);
        var keyed = new SeatEdit.Add(new PersonName("Ulla Fremmed", Key: _board.Stranger.Key), new SeatFacts { Role = Role.Member, Organisation = "X" });
        Assert.IsType<PersonNotFound>((await PreviewAsync(ForumChange.Of(keyed))).Error);
    }

    [Fact]
    public async Task LastSecretary_AndLastChair_StayUntilThereIsAnother()
    {
        var secretary = new SeatEdit.End(await SeatAsync(_board.Secretary), _board.Today.PlusDays(3));
        Assert.Contains("ingen i sekretariatet for Chefforum fra 17. januar 2026", Assert.IsType<LastSecretary>((await PreviewAsync(ForumChange.Of(secretary))).Error).Text, StringComparison.Ordinal);
        var demoted = new SeatEdit.Change(await SeatAsync(_board.Secretary), new SeatFacts { Role = Role.Guest });
        Assert.IsType<LastSecretary>((await PreviewAsync(ForumChange.Of(demoted))).Error);

        var chair = new SeatEdit.End(await SeatAsync(_board.Chair), _board.Today);
        Assert.Contains("Sæt en efterfølger på først", Assert.IsType<LastChair>((await PreviewAsync(ForumChange.Of(chair))).Error).Text, StringComparison.Ordinal);

        var successor = new SeatEdit.Change(await SeatAsync(_board.Member), new SeatFacts { Role = Role.Chair });
        Assert.True((await PreviewAsync(ForumChange.Of(chair, successor))).IsSuccess);
        var gap = new SeatEdit.Add(new PersonName("Ida Lund"), new SeatFacts { Role = Role.Secretariat, Organisation = "Region", From = _board.Today.PlusDays(10) });
        Assert.IsType<LastSecretary>((await PreviewAsync(ForumChange.Of(secretary, gap))).Error);
    }

    /// <summary>Who is meant is never guessed.</summary>
    [Theory]
    [InlineData("Ulla Fremmed", null, typeof(NameIsKnown))]
    [InlineData("Ulla Fremmet", "ulla@fjordlandet.example", typeof(EmailOfAnother))]
    [InlineData("Mads Hult", null, typeof(NameNearlyFits))]
    [InlineData("Mads Holt", "en.anden@egholt.example", typeof(EmailDiffers))]
    [InlineData("Ny Person", "ikke en adresse", typeof(ChangeDoesNotFit))]
    [InlineData("", null, typeof(PersonNotFound))]
    public async Task DoubtfulPerson_IsAQuestion(string name, string? email, Type expected)
    {
        var add = new SeatEdit.Add(new PersonName(name, email), new SeatFacts { Role = Role.Guest, Organisation = "X" });

        Assert.IsType(expected, (await PreviewAsync(ForumChange.Of(add))).Error);
    }

    [Fact]
    public async Task AnotherOfTheSameName_ComesWhenSomebodySaysSo_AndOneOnRecordByTheAddress()
    {
        await RunAsync(ForumChange.Of(new SeatEdit.Add(new PersonName("Ulla Fremmed", IsAnother: true), new SeatFacts { Role = Role.Guest, Organisation = "X" })));
        await RunAsync(ForumChange.Of(new SeatEdit.Add(new PersonName("Ulla Fremmed", "ulla@fjordlandet.example"), new SeatFacts { Role = Role.Guest, Organisation = "Y" })));

        await using var db = _board.Open();
        Assert.Equal(2, await db.People.CountAsync(person => person.Name == "Ulla Fremmed", Ct));
        Assert.Equal(2, await db.Members.CountAsync(seat => seat.Person.Name == "Ulla Fremmed", Ct));
    }

    [Fact]
    public async Task WhatTheFileRefuses_IsRefused()
    {
        var seat = await SeatAsync(_board.Observer);
        Assert.Contains("har stemmeret", Assert.IsType<ChangeDoesNotFit>((await PreviewAsync(ForumChange.Of(new SeatEdit.Change(seat, new SeatFacts { HasVote = true })))).Error).Text, StringComparison.Ordinal);
        Assert.IsType<ChangeDoesNotFit>((await PreviewAsync(ForumChange.Of(new SeatEdit.Change(seat, new SeatFacts { Substitutes = [new("Bo Ørum")] })))).Error);
        Assert.IsType<ChangeDoesNotFit>((await PreviewAsync(Add("Mads Holt", Role.Guest, "X"))).Error);
        Assert.IsType<LastDayBeforeFirst>((await PreviewAsync(ForumChange.Of(new SeatEdit.End(seat, new LocalDate(2020, 1, 1))))).Error);
        Assert.IsType<NothingToChange>((await PreviewAsync(ForumChange.Of(new SeatEdit.Change(seat, new SeatFacts { Role = Role.Observer })))).Error);
    }

    private static ForumChange Add(string name, Role role, string organisation, string? email = null) =>
        ForumChange.Of(new SeatEdit.Add(new PersonName(name, email), new SeatFacts { Role = role, Organisation = organisation }));

    private Task<Result<ForumPreview>> PreviewAsync(ForumChange change) => _change.PreviewAsync(Secretary, _board.Forum.Id, change, Ct);

    private Task<Result<ForumPreview>> ConfirmAsync(ForumChange change, ForumPreview preview) => _change.HandleAsync(Secretary, new(_board.Forum.Id, change, preview.Version), Ct);

    private async Task<ForumPreview> RunAsync(ForumChange change)
    {
        var preview = await PreviewAsync(change);
        Assert.True(preview.IsSuccess, preview.Error?.Text);
        Assert.True((await ConfirmAsync(change, preview.Value)).IsSuccess);
        return preview.Value;
    }

    private async Task<MemberId> SeatAsync(Person person)
    {
        await using var db = _board.Open();
        return (await db.Members.SingleAsync(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == person.Id, Ct)).Id;
    }

    private async Task<(int Seats, int Rows)> CountAsync()
    {
        await using var db = _board.Open();
        return (await db.Members.CountAsync(seat => seat.ForumId == _board.Forum.Id, Ct), await db.Audit.CountAsync(row => row.Refusal == null, Ct));
    }
}
