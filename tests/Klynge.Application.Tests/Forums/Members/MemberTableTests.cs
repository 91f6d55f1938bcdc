using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>A table of members, pasted or from a file: understood by its heads, asked about where it is doubtful, read back as it was written.</summary>
public sealed class MemberTableTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChangeForum _change = null!;
    private ReadMemberTable _read = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Caller Secretary => TestBoard.As(_board.Secretary);

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _change = new ChangeForum(_board.Writer, _board.Contexts, _board.Clock);
        _read = new ReadMemberTable(_board.Contexts, _board.Clock);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task PastedTable_AddsAndChanges_AndLeavesTheOthersAsTheyAre()
    {
        var reading = await ReadAsync("Navn\tRolle\tKommune\tListe\tStedfortrædere\nIda Lund\tNæstformand\tEgholt Kommune\tA\tBo Friis, Eva Holm\nMads Holt\tmedlem\tBirkelse Kommune\tV\t\n");

        Assert.Empty(reading.Questions);
        Assert.Equal(["Ikke i tabellen: Karen Ravn, Lene Aagaard, Omar Said, Bo Ørum og Sofie Bech. De bliver, som de er."], reading.Notes);
        await RunAsync(reading.Change);
        var seats = await SeatsAsync();
        Assert.Equal(7, seats.Count);
        var ida = seats.Single(seat => seat.Person.Name == "Ida Lund");
        Assert.Equal((Role.DeputyChair, "Egholt Kommune", "A", true), (ida.Role, ida.Organisation, ida.Party, ida.HasVote));
        Assert.Equal(["Bo Friis", "Eva Holm"], ida.SubstitutePeople.Select(person => person.Name));
        Assert.Equal("V", seats.Single(seat => seat.PersonId == _board.Member.Id).Party);
    }

    [Fact]
    public async Task WholeTable_EndsWhoIsNotInIt_AndTheLastSecretaryIsStillKept()
    {
        var reading = await ReadAsync("Navn;Rolle;Organisation\nKaren Ravn;medformand;Region Fjordlandet\nSofie Bech;sekretariat;Region Fjordlandet\n", endsOthers: true);
        var preview = (await _change.PreviewAsync(Secretary, _board.Forum.Id, reading.Change, Ct)).Value;
        Assert.Equal(4, preview.Changes.Count);
        Assert.All(preview.Changes, change => Assert.Contains("til: (intet) → 12. januar 2026", change.Detail, StringComparison.Ordinal));

        var without = await ReadAsync("Navn;Rolle;Organisation\nKaren Ravn;medformand;Region Fjordlandet\n", endsOthers: true);
        Assert.IsType<LastSecretary>((await _change.PreviewAsync(Secretary, _board.Forum.Id, without.Change, Ct)).Error);
    }

    /// <summary>One who was to come in March is not a member of that one day.</summary>
    [Fact]
    public async Task WholeTable_WithoutWhoWasToComeLater_LetsTheirSeatNeverBegin()
    {
        var first = _board.Today.PlusDays(30);
        await RunAsync(ForumChange.Of(new SeatEdit.Add(new PersonName("Ida Lund"), new SeatFacts { Role = Role.Member, Organisation = "Egholt Kommune", From = first })));

        var reading = await ReadAsync("Navn\nKaren Ravn\nMads Holt\nLene Aagaard\nOmar Said\nBo Ørum\nSofie Bech\n", endsOthers: true);
        await RunAsync(reading.Change);

        var seats = await SeatsAsync();
        Assert.All([first, first.PlusDays(1)], day => Assert.DoesNotContain(seats, seat => seat.Person.Name == "Ida Lund" && seat.IsActive(day)));
        Assert.Equal(6, seats.Count(seat => seat.IsActive(first)));
    }

    [Theory]
    [InlineData("Navn;Rolle\nIda Lund;bisidder", "Linje 2: rollen »bisidder« kender jeg ikke.")]
    [InlineData("Navn;Rolle\nIda Lund;medlem", "Linje 2: Skriv, hvilken organisation Ida Lund sidder for.")]
    [InlineData("Navn;Organisation\nIda Lund;X", "Linje 2: Skriv, hvad Ida Lund skal være")]
    [InlineData("Navn;Rolle;Organisation\nMads Hult;medlem;X", "Mener du Mads Holt?")]
    [InlineData("Navn;Rolle;Organisation\nUlla Fremmed;medlem;X", "Der står en Ulla Fremmed i rådet i forvejen.")]
    [InlineData("Navn;Skostørrelse\nMads Holt;43", "Kolonnen »Skostørrelse« kender jeg ikke. Slet den")]
    [InlineData("Navn;Organisaton\nMads Holt;X", "Mener du »organisation«?")]
    [InlineData("Navn;Name\nMads Holt;X", "siger det samme som en anden kolonne")]
    [InlineData("Navn;Fra\nMads Holt;1/2-27", "»1/2-27« er ingen dato, jeg kan læse.")]
    [InlineData("Navn;Fra\nMads Holt;31-02-2027", "er ingen dato, jeg kan læse.")]
    [InlineData("Navn;Fra\nMads Holt;01-02-2026", "Mads Holt har en plads fra 1. januar 2025.")]
    [InlineData("Navn;Stemmeret\nMads Holt;måske", "skriv ja eller nej til stemmeret")]
    [InlineData("Navn;Parti\nMads Holt;A;ekstra", "»ekstra« står i en kolonne uden overskrift.")]
    [InlineData("Navn;Parti\n;A", "Linje 2: navnet mangler.")]
    [InlineData("Navn;Parti\nMads Holt;A\nMADS HOLT;B", "Linje 3: Mads Holt står i tabellen i forvejen")]
    [InlineData("Navn;Stedfortræder\nMads Holt;Ulla Fremmed", "Der står en Ulla Fremmed i rådet i forvejen.")]
    [InlineData("Navn;E-mail\nMads Holt;anden@x.example", "står med en anden e-mail")]
    [InlineData("Nøgle;Navn;Parti\nmads;Ida Lund;A", "Linje 2: Nøglen »mads« hører til Mads Holt, men navnet er »Ida Lund«.")]
    [InlineData("Nøgle;Navn;Parti\nmads;Lene Aagaard;A", "Linje 2: Nøglen »mads« hører til Mads Holt, men navnet er »Lene Aagaard«.")]
    public async Task Doubt_IsAsked_AndNothingIsDone(string text, string expected)
    {
        var reading = await ReadAsync(text);

        Assert.Contains(reading.Questions, question => question.Contains(expected, StringComparison.Ordinal));
        Assert.Empty(reading.Change.Seats);
    }

    /// <summary>A new board's table names people as substitutes before their own line comes.</summary>
    [Fact]
    public async Task NewPerson_WhoIsASubstituteInALineBefore_HasTheAddressOfTheirOwn()
    {
        var reading = await ReadAsync("Navn;E-mail;Titel;Rolle;Organisation;Stedfortrædere\nEva Holm;eva@egholt.example;;medlem;Egholt Kommune;Ida Lund\nIda Lund;ida@egholt.example;chef;observatør;Egholt Kommune;\n");

        Assert.Empty(reading.Questions);
        await RunAsync(reading.Change);
        var ida = (await SeatsAsync()).Single(seat => seat.Person.Name == "Ida Lund").Person;
        Assert.Equal(("ida@egholt.example", "chef"), (ida.Email, ida.Title));
    }

    [Theory]
    [InlineData("Mads Holt;medlem\nIda;medlem")]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void TableWithoutHeads_IsRefused(string text) => Assert.IsType<TableHasNoHeads>(MemberTable.Read(text).Error);

    /// <summary>Read on, the next lines would be the text of one cell, and a whole table would end the seats that stand in them.</summary>
    [Theory]
    [InlineData("Navn\tTitel\nKaren Ravn\tchef\nMads Holt\t\"læge\nSofie Bech\tsekretær\n", 3)]
    [InlineData("Navn\tTitel\nKaren Ravn\t\"chef\nMads Holt\t\"læge\nSofie Bech\tsekretær\n", 2)]
    [InlineData("Navn;Titel\nKaren Ravn;\"chef\" i regionen\n", 2)]
    public void QuotesThatDoNotAddUp_AreAQuestion(string text, int line) => Assert.Equal(line, Assert.IsType<TableQuotesOpen>(MemberTable.Read(text).Error).Line);

    [Fact]
    public void TableThatIsTooLargeOrEmpty_IsRefused()
    {
        Assert.IsType<TableTooLarge>(MemberTable.Read(new string('x', 600_000)).Error);
        Assert.IsType<TableTooLarge>(MemberTable.Read("Navn\n" + string.Concat(Enumerable.Repeat("Ida Lund\n", 600))).Error);
        Assert.IsType<TableTooLarge>(MemberTable.Read("Navn" + new string(';', 60) + "\nIda Lund").Error);
        Assert.IsType<TableTooLarge>(MemberTable.Read("Navn\n" + new string('x', 2_001)).Error);
        Assert.IsType<TableIsEmpty>(MemberTable.Read("Navn;Rolle\n\n").Error);
    }

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("31-01-2027")]
    [InlineData("31.1.2027")]
    [InlineData("31/1-2027")]
    [InlineData("31. januar 2027")]
    [InlineData("d. 31. jan. 2027")]
    public async Task LastDay_IsReadAsPeopleWriteIt(string written)
    {
        await RunAsync((await ReadAsync($"Navn\tTil\nMads Holt\t{written}")).Change);

        Assert.Equal(new LocalDate(2027, 1, 31), (await SeatsAsync()).Single(seat => seat.PersonId == _board.Member.Id).To);
    }

    [Fact]
    public async Task WhatBelongsToThePerson_IsToldAndNotChanged()
    {
        var reading = await ReadAsync("Navn;Titel;Parti\nMads Holt;borgmester;A");

        Assert.Contains("Mads Holt: titlen ændres ikke her, for den hører til personen og ikke til pladsen. Ret den i rådets fil.", reading.Notes);
        await RunAsync(reading.Change);
        Assert.Null((await SeatsAsync()).Single(seat => seat.PersonId == _board.Member.Id).Person.Title);
    }

    /// <summary>Somebody who has married is still who the key says.</summary>
    [Fact]
    public async Task NewNameOfTheKey_IsToldAndNotChanged()
    {
        var reading = await ReadAsync("Nøgle;Navn;Parti\nmads;Mads Holt Lind;A");

        Assert.Empty(reading.Questions);
        Assert.Contains("Mads Holt: navnet ændres ikke her, for det hører til personen og ikke til pladsen. Ret det i rådets fil.", reading.Notes);
    }

    [Fact]
    public async Task Table_IsTheSecretariats()
    {
        var table = MemberTable.Read("Navn;Parti\nMads Holt;A").Value;

        Assert.IsType<NotAllowed>((await _read.HandleAsync(TestBoard.As(_board.Chair), _board.Forum.Id, table, endsOthers: false, Ct)).Error);
        Assert.IsType<NotAllowed>((await _read.WriteAsync(TestBoard.As(_board.Member), _board.Forum.Id, Ct)).Error);
        Assert.IsType<ForumNotFound>((await _read.WriteAsync(Secretary, _board.OtherForum.Id, Ct)).Error);
    }

    /// <summary>Whatever the names, what the export writes is read as the forum that stands.</summary>
    [Fact]
    public async Task WrittenTable_ReadsBackAsTheSame_WhateverStandsInIt()
    {
        string[] pieces = ["Ida", "Bo", "=SUM(A1)", "+45", "'Hun", "'=x", "Å\"sa\"", "Lund; Holm", "Ravn, Dam", "<x>", "[y]", "-", "@me", "Ærø", "Ny"];
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var facts = new SeatFacts
            {
                Role = Pick(random, Enum.GetValues<Role>()),
                Organisation = Name(random),
                Sector = random.Next(2) == 0 ? "" : Name(random),
                Party = random.Next(2) == 0 ? "" : Pick(random, ["A", "V", "Ø", "=1+1"]),
                Substitutes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new PersonName(Name(random), IsAnother: true))],
                From = _board.Today.PlusDays(random.Next(-400, 400)),
                To = random.Next(3) == 0 ? _board.Today.PlusDays(random.Next(400, 900)) : null,
            };
            await RunAsync(ForumChange.Of(new SeatEdit.Add(new PersonName(Name(random), Title: random.Next(2) == 0 ? Name(random) : null, IsAnother: true), facts)));

            var text = (await _read.WriteAsync(Secretary, _board.Forum.Id, Ct)).Value;
            var reading = await ReadAsync(text, endsOthers: true);
            Assert.True(reading.Questions.Count == 0, $"{seed}: {string.Join('\n', reading.Questions)}\n{text}");
            Assert.Empty(reading.Notes);
            var preview = await _change.PreviewAsync(Secretary, _board.Forum.Id, reading.Change, Ct);
            Assert.True(preview.Error is NothingToChange, $"{seed}: {preview.Error?.Text}{string.Join('\n', preview.IsSuccess ? preview.Value.Changes : [])}\n{text}");
        }

        string Name(Random random) => $"{Pick(random, pieces)} {Pick(random, pieces)}";

        static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
    }

    /// <summary>Whatever is changed in whatever order: nobody's seat, name or past is lost, and the record has a row for each change.</summary>
    [Fact]
    public async Task NoSequenceOfChanges_LosesASeatsHistory()
    {
        var random = new Random(7);
        var known = (await SeatsAsync()).ToDictionary(seat => seat.Id, seat => (seat.PersonId, seat.From, seat.Person.Name));
        var (done, number) = (0, 0);
        while (done < 60)
        {
            _board.Clock.Advance(Duration.FromDays(random.Next(2)));
            var seats = await SeatsAsync();
            var one = seats.Where(seat => seat.PersonId != _board.Secretary.Id).ElementAt(random.Next(seats.Count - 1));
            SeatEdit edit = random.Next(4) switch
            {
                0 => new SeatEdit.Add(new PersonName($"Person {++number}"), new SeatFacts { Role = (Role)random.Next(1, 9), Organisation = "Egholt Kommune" }),
                1 => new SeatEdit.End(one.Id, _board.Today.PlusDays(random.Next(-3, 4))),
                2 => new SeatEdit.Change(one.Id, new SeatFacts { Role = (Role)random.Next(1, 9), Party = random.Next(2) == 0 ? "A" : "" }),
                _ => new SeatEdit.Change(one.Id, new SeatFacts { Substitutes = [new PersonName($"Stedfortræder {random.Next(4)}")] }),
            };
            var preview = await _change.PreviewAsync(Secretary, _board.Forum.Id, ForumChange.Of(edit), Ct);
            if (!preview.IsSuccess)
            {
                number -= edit is SeatEdit.Add ? 1 : 0;
                Assert.False(preview.Error is ForumNotFound or NotAllowed);
                continue;
            }

            await RunAsync(ForumChange.Of(edit));
            done++;
            var after = (await SeatsAsync()).ToDictionary(seat => seat.Id);
            Assert.All(known, seat => Assert.Equal(seat.Value, (after[seat.Key].PersonId, after[seat.Key].From, after[seat.Key].Person.Name)));
            foreach (var seat in after.Values)
                known[seat.Id] = (seat.PersonId, seat.From, seat.Person.Name);
        }

        await using var db = _board.Open();
        Assert.Equal(done, await db.Audit.CountAsync(row => row.Refusal == null, Ct));
        Assert.True(known.Count > 12, $"{known.Count} seats");
    }

    private async Task<TableReading> ReadAsync(string text, bool endsOthers = false) =>
        (await _read.HandleAsync(Secretary, _board.Forum.Id, MemberTable.Read(text).Value, endsOthers, Ct)).Value;

    private async Task RunAsync(ForumChange change)
    {
        var preview = await _change.PreviewAsync(Secretary, _board.Forum.Id, change, Ct);
        Assert.True(preview.IsSuccess, preview.Error?.Text);
        Assert.True((await _change.HandleAsync(Secretary, new(_board.Forum.Id, change, preview.Value.Version), Ct)).IsSuccess);
    }

    private async Task<List<ForumMember>> SeatsAsync()
    {
        await using var db = _board.Open();
        return await db.Members.AsNoTracking().Include(seat => seat.Person).Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => seat.ForumId == _board.Forum.Id).OrderBy(seat => seat.Order).ToListAsync(Ct);
    }
}
