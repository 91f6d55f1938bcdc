using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Approvals;

/// <summary>Where a forum's rules ask for it, its agenda goes out when those who lead the forum have approved it as it stands, and not before.</summary>
public abstract class ApprovalTests(TestStore store) : IAsyncLifetime
{
    private ApprovalFixture _fixture = null!;

    public sealed class OnSqlite() : ApprovalTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ApprovalTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await ApprovalFixture.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Ask_SendsBothCoChairsTheAgenda_WithTheRemarkAndTheDay()
    {
        var told = (await _fixture.AskAsync("Punkt 1 er nyt")).Text();

        Assert.Contains("Medformand Karen Ravn og medformand Ida Holm er bedt om at godkende dagsordenen.", told, StringComparison.Ordinal);
        foreach (var chair in new[] { Board.Chair, _fixture.Other })
        {
            var sent = Assert.Single(await _fixture.SentToAsync(chair));
            Assert.Equal("Chefforum beder dig godkende dagsordenen", sent.Text);
            var card = ApprovalFixture.Plain(sent.Card);
            Assert.All(
                [ApprovalFixture.Title, "Fra sekretariatet: Punkt 1 er nyt", "Dagsordenen skal sendes ud senest tirsdag d. 27. januar 2026.", "Send tilbage", ApprovalVerbs.Approve.Verb],
                text => Assert.Contains(text, card, StringComparison.Ordinal));
        }

        Assert.Empty(await _fixture.SentToAsync(Board.Member));
        await using var db = Board.Open();
        Assert.Single(await db.Audit.Where(entry => entry.UseCase == nameof(AskApproval) && entry.Refusal == null).ToListAsync());
    }

    [Fact]
    public async Task AskTwice_AsksNobodyAgain_UnlessItSaysSomethingElse()
    {
        await _fixture.AskAsync();
        Assert.Contains("allerede spurgt", (await _fixture.AskAsync()).Text(), StringComparison.Ordinal);
        Assert.Single(await _fixture.SentToAsync(Board.Chair));

        await _fixture.RenameAsync("Budget for fælles vagt");
        await _fixture.AskAsync();

        Assert.Equal(2, (await _fixture.SentToAsync(Board.Chair)).Count);
        Assert.Equal(2, (await _fixture.RowsAsync()).Count);
    }

    [Fact]
    public async Task Send_IsRefused_UntilBothHaveApproved_AndSaysWhomItWaitsFor()
    {
        Assert.Contains(
            "Reglerne for Chefforum kræver, at medformand Karen Ravn og medformand Ida Holm godkender dagsordenen, før den sendes ud. Tryk »Bed om godkendelse«",
            (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text,
            StringComparison.Ordinal);
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(Board.Chair);
        Assert.Contains("venter på godkendelse fra medformand Ida Holm", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
        Assert.False(await _fixture.IsSentAsync());

        await _fixture.ApproveAsync(_fixture.Other);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);

        Assert.True(await _fixture.IsSentAsync());
    }

    [Fact]
    public async Task QuestionBeforeSending_OffersTheApproval_AndNoSending()
    {
        var before = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data())).Card();

        Assert.Contains("Reglerne for Chefforum kræver", before.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{AgendaVerbs.Send.Verb}\"", before.Text(), StringComparison.Ordinal);
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, before, "Bed om godkendelse")).Text();
        Assert.Contains("sendes til godkendelse hos medformand Karen Ravn og medformand Ida Holm", form, StringComparison.Ordinal);
        Assert.Contains("Bemærkning til dem, der skal godkende (valgfri)", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_TellsTheSecretariat_AndStandsOnItsAgenda_NotOnAMembers()
    {
        await _fixture.AskAsync();
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(72));

        var card = (await _fixture.ApproveAsync(_fixture.Other)).Text();

        Assert.Contains("Du godkendte dagsordenen d. 13. januar kl. 10.12.", card, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{ApprovalVerbs.Approve.Verb}\"", card, StringComparison.Ordinal);
        Assert.Equal("Chefforum: Medformand Ida Holm har godkendt dagsordenen", Assert.Single(await _fixture.SentToAsync(Board.Secretary)).Text);
        var agenda = await _fixture.AgendaAsync(Board.Secretary);
        Assert.Contains("Godkendt af medformand Ida Holm d. 13. januar kl. 10.12", agenda, StringComparison.Ordinal);
        Assert.Contains("Venter på medformand Karen Ravn, spurgt d. 13. januar kl. 09.00", agenda, StringComparison.Ordinal);
        Assert.Contains("Godkend dagsordenen", await _fixture.AgendaAsync(Board.Chair), StringComparison.Ordinal);
        Assert.DoesNotContain("Godkend dagsordenen", await _fixture.AgendaAsync(_fixture.Other), StringComparison.Ordinal);
        Assert.DoesNotContain("Godkendt af", await _fixture.AgendaAsync(Board.Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyCases_OfWhoeverWasAsked_ShowsTheWay_UntilTheyHaveAnswered()
    {
        await _fixture.AskAsync();
        var card = (await _fixture.Chat.SayAsync(Board.Chair, new ChatCommand.ShowMyCases())).Card();
        Assert.Contains("Dagsordener, der venter på din godkendelse", card.Text(), StringComparison.Ordinal);
        Assert.Contains(ApprovalFixture.Title, (await _fixture.Chat.PressAsync(Board.Chair, card, "Godkend dagsordenen")).Text(), StringComparison.Ordinal);

        await _fixture.ApproveAsync(Board.Chair);

        Assert.DoesNotContain("venter på din godkendelse", (await _fixture.Chat.SayAsync(Board.Chair, new ChatCommand.ShowMyCases())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveTwice_IsToldOnce_AndTwoAtOnceBothCount()
    {
        await _fixture.AskAsync();
        var seen = await _fixture.SeenAsync();

        await Task.WhenAll(_fixture.ApproveAsync(Board.Chair, seen), _fixture.ApproveAsync(_fixture.Other, seen), _fixture.ApproveAsync(Board.Chair, seen));

        var told = await _fixture.SentToAsync(Board.Secretary);
        Assert.Equal(2, told.Count);
        Assert.Contains("Dagsordenen er godkendt og kan sendes ud.", ApprovalFixture.Plain(told[1].Card), StringComparison.Ordinal);
        Assert.All(await _fixture.RowsAsync(), row => Assert.Equal(ApprovalAnswer.Approved, row.Answer));
    }

    [Fact]
    public async Task ChangeAfterApproval_AsksForANewOne_WhichSaysWhatHasChanged()
    {
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(Board.Chair);
        await _fixture.ApproveAsync(_fixture.Other);

        await _fixture.RenameAsync("Budget for fælles vagt");
        await _fixture.AddAsync("Nyt fra driftsfora");

        Assert.Contains(
            "Dagsordenen er ændret, siden medformand Karen Ravn og medformand Ida Holm godkendte den", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
        Assert.Contains("men ændret siden", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, ApprovalVerbs.Form, _fixture.Data())).Text();
        Assert.Contains("Punkt 1 er ændret: »Budget for fælles vagt«.", form, StringComparison.Ordinal);
        Assert.Contains("Nyt punkt 2: »Nyt fra driftsfora«.", form, StringComparison.Ordinal);

        await _fixture.AskAsync();
        Assert.Contains("Punkt 1 er ændret: »Budget for fælles vagt«.", ApprovalFixture.Plain((await _fixture.SentToAsync(Board.Chair))[^1].Card), StringComparison.Ordinal);
        await _fixture.ApproveAsync(Board.Chair);
        await _fixture.ApproveAsync(_fixture.Other);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CardOfAnAgendaThatHasChanged_ApprovesNothing_AndShowsItAsItIs()
    {
        await _fixture.AskAsync();
        var seen = await _fixture.SeenAsync();
        await _fixture.RenameAsync("Budget for fælles vagt");

        foreach (var mark in new[] { seen, "opdigtet", string.Empty })
        {
            var card = (await _fixture.ApproveAsync(Board.Chair, mark)).Text();
            Assert.Contains("er ikke godkendt endnu. Her er den, som den er nu.", card, StringComparison.Ordinal);
            Assert.Contains("Budget for fælles vagt", card, StringComparison.Ordinal);
        }

        Assert.All(await _fixture.RowsAsync(), row => Assert.Null(row.Answer));
    }

    [Fact]
    public async Task SendBack_NeedsARemark_WhichTheSecretariatReads_AndHoldsTheAgendaBack()
    {
        await _fixture.AskAsync();
        await _fixture.SendBackAsync(Board.Chair, "  ");
        Assert.All(await _fixture.RowsAsync(), row => Assert.Null(row.Answer));

        await _fixture.SendBackAsync(Board.Chair, "Tag økonomien med");
        await _fixture.SendBackAsync(Board.Chair, "Tag økonomien med");
        await _fixture.ApproveAsync(_fixture.Other);

        Assert.Contains("Det skal ændres: Tag økonomien med", ApprovalFixture.Plain((await _fixture.SentToAsync(Board.Secretary))[0].Card), StringComparison.Ordinal);
        Assert.Equal(2, (await _fixture.SentToAsync(Board.Secretary)).Count);
        Assert.Contains("Medformand Karen Ravn har sendt den tilbage: »Tag økonomien med«.", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
        Assert.Contains("Sendt tilbage af medformand Karen Ravn", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);

        await _fixture.ApproveAsync(Board.Chair);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterItWentOut_ThereIsNothingToApprove()
    {
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(Board.Chair);
        await _fixture.ApproveAsync(_fixture.Other);
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await _fixture.SendAsync();

        (await _fixture.SendBackAsync(Board.Chair, "For sent")).Refused<ApprovalIsOver>();

        Assert.Contains("Dagsordenen er sendt ud, så der er ikke mere at godkende.", (await _fixture.ShowAsync(Board.Chair)).Text(), StringComparison.Ordinal);
        Assert.All(await _fixture.RowsAsync(), row => Assert.Equal(ApprovalAnswer.Approved, row.Answer));
    }
}
