using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>»medlemmer« in chat: everybody of the forum sees who sits there, its secretariat changes it, each change a proposal first.</summary>
public sealed class MemberChatTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;

    private string Forum => _board.Forum.Id.Value.ToString("N");

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task List_IsInTheForumsOrder_WithButtonsForTheSecretariatAlone()
    {
        var member = (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMembers(null))).Text();
        var secretary = (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowMembers(null))).Text();

        Assert.Contains("6 pladser", member, StringComparison.Ordinal);
        Assert.True(member.IndexOf("Karen Ravn", StringComparison.Ordinal) < member.IndexOf("Mads Holt", StringComparison.Ordinal));
        Assert.Contains("Medformand · Region Fjordlandet", member, StringComparison.Ordinal);
        foreach (var button in new[] { "members.add.form", "members.edit.form", "members.end.form", "members.table.form" })
        {
            Assert.DoesNotContain(button, member, StringComparison.Ordinal);
            Assert.Contains(button, secretary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Member_IsAdded_AfterAProposal_AndThePressThatConfirmsIt()
    {
        Assert.Contains("Navn", (await _chat.PressAsync(_board.Secretary, "members.add.form", new { forum = Forum })).Text(), StringComparison.Ordinal);
        var proposal = (await _chat.PressAsync(_board.Secretary, "members.preview", Add())).Text();
        Assert.Contains("Ny: Ida Lund i Chefforum (næstformand, Egholt Kommune, parti A, stedfortrædere: Bo Friis og Eva Holm)", proposal, StringComparison.Ordinal);
        Assert.Contains("Stemmer: 4 → 5.", proposal, StringComparison.Ordinal);
        Assert.Equal(6, await CountAsync());

        var seen = System.Text.RegularExpressions.Regex.Match(proposal, "\"seen\":\"([0-9a-f-]+)\"").Groups[1].Value;
        Assert.Contains("Det er rettet", (await _chat.PressAsync(_board.Secretary, "members.change", Add(seen))).Text(), StringComparison.Ordinal);
        Assert.Equal(7, await CountAsync());

        Assert.Contains("Det var det allerede.", (await _chat.PressAsync(_board.Secretary, "members.change", Add(seen))).Text(), StringComparison.Ordinal);
        Assert.Equal(7, await CountAsync());
        Assert.Contains("Stedfortrædere: Bo Friis, Eva Holm", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowMembers(null))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditForm_BringsBackWhatStands_SoThatNothingIsChangedByPressingOn()
    {
        await using (var db = _board.Open())
        {
            var seat = await db.Members.SingleAsync(one => one.PersonId == _board.Member.Id);
            (seat.Party, seat.SubstituteIds) = ("A", [_board.Stranger.Id, _board.Observer.Id]);
            await db.SaveChangesAsync();
        }

        var member = (await SeatAsync(_board.Member)).ToString("N");
        Assert.Contains("Ulla Fremmed\\nBo Ørum", (await _chat.PressAsync(_board.Secretary, "members.edit.form", new { forum = Forum, member })).Text(), StringComparison.Ordinal);
        object Same(string party) => new { forum = Forum, member, kind = "edit", role = "medlem", organisation = "Birkelse Kommune", sector = "", party, vote = "rolle", substitutes = "Ulla Fremmed\nBo Ørum", from = "2025-01-01", to = "" };

        (await _chat.PressAsync(_board.Secretary, "members.preview", Same("A"))).Refused<NothingToChange>();
        Assert.Contains("parti: A → B", (await _chat.PressAsync(_board.Secretary, "members.preview", Same("B"))).Text(), StringComparison.Ordinal);
    }

    /// <summary>The form shows »Nej«; who chooses »Følger rollen« gives the member the vote that the role has.</summary>
    [Theory]
    [InlineData("medlem", "stemmeret: nej → ja")]
    [InlineData("formand", "stemmeret: nej → ja")]
    public async Task VoteThatFollowsTheRole_ComesBack_WhereTheSeatHadNone(string role, string expected)
    {
        await using (var db = _board.Open())
        {
            (await db.Members.SingleAsync(one => one.PersonId == _board.Member.Id)).HasVote = false;
            await db.SaveChangesAsync();
        }

        var edit = new { forum = Forum, member = (await SeatAsync(_board.Member)).ToString("N"), kind = "edit", role, organisation = "Birkelse Kommune", vote = "rolle" };
        Assert.Contains(expected, (await _chat.PressAsync(_board.Secretary, "members.preview", edit)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_SaysTheDay_AndTheLastSecretaryStays()
    {
        var secretary = new { forum = Forum, member = (await SeatAsync(_board.Secretary)).ToString("N"), kind = "end", to = "2026-01-20" };
        Assert.Contains("Sidste dag", (await _chat.PressAsync(_board.Secretary, "members.end.form", secretary)).Text(), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Secretary, "members.preview", secretary)).Refused<LastSecretary>();

        var member = new { forum = Forum, member = (await SeatAsync(_board.Member)).ToString("N"), kind = "end", to = "2026-01-20" };
        Assert.Contains("til: (intet) → 20. januar 2026", (await _chat.PressAsync(_board.Secretary, "members.preview", member)).Text(), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Secretary, "members.preview", new { member.forum, member.member, kind = "end", to = "i morgen" })).Refused<DayUnreadable>();
    }

    [Fact]
    public async Task PastedTable_IsAProposal_AndADoubtIsASentence()
    {
        var proposal = (await _chat.PressAsync(_board.Secretary, "members.preview", Table("Navn\tParti\nMads Holt\tA\nOmar Said\tB"))).Text();
        Assert.Contains("Ændres: Mads Holt i Chefforum (parti: (intet) → A)", proposal, StringComparison.Ordinal);
        Assert.Contains("Ikke i tabellen: Karen Ravn, Lene Aagaard, Bo Ørum og Sofie Bech.", proposal, StringComparison.Ordinal);

        Assert.Contains("Linje 2: rollen »bisidder« kender jeg ikke.", (await _chat.PressAsync(_board.Secretary, "members.preview", Table("Navn\tRolle\nMads Holt\tbisidder"))).Refused<TableDoubts>().Text, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Secretary, "members.preview", Table("Navn\n" + new string('x', 9_000)))).Refused<TableDoesNotFitACard>();
        Assert.Equal(6, await CountAsync());
    }

    /// <summary>At the second press the table is read against the forum that the first one made.</summary>
    [Fact]
    public async Task SameTable_PressedTwice_WasDoneAlready()
    {
        const string Text = "Navn\tRolle\tOrganisation\tParti\nIda Lund\tmedlem\tEgholt Kommune\tA\nMads Holt\tmedlem\tBirkelse Kommune\tV";
        var proposal = (await _chat.PressAsync(_board.Secretary, "members.preview", Table(Text))).Text();
        var seen = System.Text.RegularExpressions.Regex.Match(proposal, "\"seen\":\"([0-9a-f-]+)\"").Groups[1].Value;
        var press = new { forum = Forum, kind = "table", table = Text, whole = "false", seen };

        Assert.Contains("Det er rettet", (await _chat.PressAsync(_board.Secretary, "members.change", press)).Text(), StringComparison.Ordinal);
        Assert.Contains("Det var det allerede.", (await _chat.PressAsync(_board.Secretary, "members.change", press)).Text(), StringComparison.Ordinal);
        Assert.Equal(7, await CountAsync());
        await using var db = _board.Open();
        Assert.Single(await db.Audit.Where(row => row.Refusal == null).ToListAsync());
    }

    [Fact]
    public async Task Seat_OfAnotherForum_AndAPressOfAMember_AreRefused()
    {
        await using var db = _board.Open();
        var other = await db.Members.SingleAsync(seat => seat.ForumId == _board.OtherForum.Id);

        (await _chat.PressAsync(_board.Secretary, "members.edit.form", new { forum = Forum, member = other.Id.Value.ToString("N") })).Refused<SeatNotFound>();
        (await _chat.PressAsync(_board.Secretary, "members.preview", new { forum = Forum, member = other.Id.Value.ToString("N"), kind = "end", to = "2026-01-20" })).Refused<SeatNotFound>();
        (await _chat.PressAsync(_board.Chair, "members.preview", Add())).Refused<NotAllowed>();
        (await _chat.PressAsync(_board.Secretary, "members.preview", new { forum = _board.OtherForum.Id.Value.ToString("N"), kind = "add" })).Refused<ForumNotFound>();
    }

    private object Add(string? seen = null) => new
    {
        forum = Forum,
        kind = "add",
        name = "Ida Lund",
        email = "",
        title = "",
        another = "false",
        role = "næstformand",
        organisation = "Egholt Kommune",
        sector = "",
        party = "A",
        vote = "rolle",
        substitutes = "Bo Friis\nEva Holm",
        from = "",
        to = "",
        seen,
    };

    private object Table(string table) => new { forum = Forum, kind = "table", table, whole = "false" };

    private async Task<Guid> SeatAsync(Person person)
    {
        await using var db = _board.Open();
        return (await db.Members.SingleAsync(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == person.Id)).Id.Value;
    }

    private async Task<int> CountAsync()
    {
        await using var db = _board.Open();
        return await db.Members.CountAsync(seat => seat.ForumId == _board.Forum.Id);
    }
}
