using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Approvals;

/// <summary>Whose approval counts: those who lead the forum on the day, by its rule, and nobody in their place.</summary>
public abstract class ApproverTests(TestStore store) : IAsyncLifetime
{
    private ApprovalFixture _fixture = null!;

    public sealed class OnSqlite() : ApproverTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ApproverTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await ApprovalFixture.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task WithoutTheRule_NobodyIsAsked_AndItGoesOut()
    {
        await _fixture.SetRuleAsync(AgendaApprovalRule.None);

        (await _fixture.AskAsync()).Refused<ApprovalNotAskedFor>();
        Assert.DoesNotContain("Bed om godkendelse", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleOfTheChair_WantsTheChairsAlone_WhereThereIsOne()
    {
        await _fixture.SetRuleAsync(AgendaApprovalRule.Chair);
        await _fixture.ChangeAsync(db => db.Members.Where(seat => seat.PersonId == _fixture.Other.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.Chair)));
        Assert.Contains("Formand Ida Holm er bedt om at godkende", (await _fixture.AskAsync()).Text(), StringComparison.Ordinal);

        (await _fixture.ApproveAsync(Board.Chair)).Refused<NotAskedToApprove>();
        await _fixture.ApproveAsync(_fixture.Other);

        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleOfTheChair_TakesAnyCoChair_WhereThereIsNoChair()
    {
        await _fixture.SetRuleAsync(AgendaApprovalRule.Chair);
        await _fixture.AskAsync();

        await _fixture.ApproveAsync(Board.Chair);

        Assert.DoesNotContain("Venter på", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverHasSteppedDown_ApprovesNothing_AndIsNotWaitedFor()
    {
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(_fixture.Other);
        await _fixture.EndSeatAsync(Board.Chair);

        (await _fixture.ApproveAsync(Board.Chair)).Refused<ForumNotFound>();

        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApprovalOfOneWhoHasSteppedDown_CountsNoMore_AndWhoeverCameIsAsked()
    {
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(Board.Chair);
        await _fixture.ApproveAsync(_fixture.Other);
        await _fixture.EndSeatAsync(Board.Chair);
        await Board.AddAsync(_fixture.Seat(Board.Doctor, Role.Chair));

        Assert.Contains("formand Omar Said", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
        (await _fixture.ApproveAsync(Board.Doctor)).Refused<NotAskedToApprove>();
        Assert.Contains("Formand Omar Said er bedt om", (await _fixture.AskAsync()).Text(), StringComparison.Ordinal);
        await _fixture.ApproveAsync(Board.Doctor);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForumThatNobodyLeads_IsToldWhatToDo_AndSendsNothing()
    {
        await _fixture.EndSeatAsync(Board.Chair);
        await _fixture.EndSeatAsync(_fixture.Other);

        Assert.Contains("hverken en formand eller en medformand", (await _fixture.AskAsync()).Refused<NobodyToApprove>().Text, StringComparison.Ordinal);
        Assert.Contains("agendaApproval", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
        Assert.Contains("hverken en formand eller en medformand", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);
        Assert.False(await _fixture.IsSentAsync());
    }

    /// <summary>To lead the forum is the chair's own.</summary>
    [Fact]
    public async Task Substitute_OfACoChair_ApprovesNothing()
    {
        await _fixture.AskAsync();
        await _fixture.ChangeAsync(async db => (await db.Members.SingleAsync(seat => seat.PersonId == Board.Chair.Id)).SubstituteIds = [Board.Stranger.Id]);

        (await _fixture.ApproveAsync(Board.Stranger)).Refused<NotAllowed>();
        (await _fixture.ShowAsync(Board.Stranger)).Refused<NotAllowed>();
    }

    /// <summary>Asking is no approval.</summary>
    [Fact]
    public async Task Secretary_WhoIsCoChairAsWell_IsAskedAndApprovesLikeTheOthers()
    {
        await _fixture.EndSeatAsync(Board.Chair);
        await _fixture.EndSeatAsync(_fixture.Other);
        await Board.AddAsync(_fixture.Seat(Board.Secretary, Role.CoChair));

        await _fixture.AskAsync();
        (await _fixture.SendAsync()).Refused<AgendaNotApproved>();
        Assert.Equal("Chefforum beder dig godkende dagsordenen", Assert.Single(await _fixture.SentToAsync(Board.Secretary)).Text);
        await _fixture.ApproveAsync(Board.Secretary);

        Assert.Single(await _fixture.SentToAsync(Board.Secretary));
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerOfOneWithoutTeams_IsWrittenIn_AndSaysByWhom()
    {
        await _fixture.ChangeAsync(db => db.People.Where(person => person.Id == _fixture.Other.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.TeamsUserId, (string?)null)));
        await _fixture.AskAsync();
        await _fixture.ApproveAsync(Board.Chair);
        (await RecordAsync(Board.Chair)).Refused<ApprovesInPerson>();

        await RecordAsync(_fixture.Other);

        Assert.Contains("Godkendt af medformand Ida Holm d. 13. januar kl. 09.00 (skrevet ind af Sofie Bech)", await _fixture.AgendaAsync(Board.Secretary), StringComparison.Ordinal);
        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerOfOneWithoutTeams_ThatSendsItBack_NeedsTheRemark_OnTheFormThatTheAgendaLeadsTo()
    {
        await _fixture.ChangeAsync(db => db.People.Where(person => person.Id == _fixture.Other.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.TeamsUserId, (string?)null)));
        await _fixture.AskAsync();
        var agenda = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Show, _fixture.Data())).Card();
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, agenda, "Skriv svaret fra Ida Holm ind")).Text();
        Assert.Contains("Bemærkning (skal med, hvis den sendes tilbage)", form, StringComparison.Ordinal);

        Assert.Contains("Skriv, hvad der skal ændres", (await RecordAsync(_fixture.Other, "back")).Text(), StringComparison.Ordinal);
        await RecordAsync(_fixture.Other, "back", "Tag økonomien med");

        Assert.Contains("Medformand Ida Holm har sendt den tilbage: »Tag økonomien med«.", (await _fixture.SendAsync()).Refused<AgendaNotApproved>().Text, StringComparison.Ordinal);
    }

    /// <summary>They have read the agenda of the mail, and none after it.</summary>
    [Fact]
    public async Task AnswerOfOneWithoutTeams_IsToTheAgendaThatTheyWereSent()
    {
        await _fixture.ChangeAsync(db => db.People.Where(person => person.Id == _fixture.Other.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.TeamsUserId, (string?)null)));
        await _fixture.AskAsync();
        await _fixture.RenameAsync("Budget for fælles vagt");

        (await RecordAsync(_fixture.Other)).Refused<AskedAboutAnother>();

        Assert.All(await _fixture.RowsAsync(), row => Assert.Null(row.Answer));
    }

    [Fact]
    public async Task MailInItsPlace_HasNoClosedItem_AndSaysHowToAnswer()
    {
        await _fixture.AddAsync("Personsag om afskedigelse", isClosed: true);
        await _fixture.AskAsync();

        var sent = Assert.Single(await _fixture.SentToAsync(_fixture.Other));

        Assert.Contains("Personsag om afskedigelse", ApprovalFixture.Plain(sent.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("Personsag", ApprovalFixture.Plain(sent.MailCard), StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", ApprovalFixture.Plain(sent.MailCard), StringComparison.Ordinal);
        Assert.True(sent.About!.IsApproval);
        var mail = Klynge.Application.Mails.CardMail.Of(sent)!;
        Assert.Equal("Godkend dagsordenen for Chefforum: tirsdag d. 3. februar 2026", mail.Subject);
        Assert.Contains("skriv, at du godkender dagsordenen", mail.Text, StringComparison.Ordinal);
    }

    private async Task<Klynge.Application.Chat.ChatReply> RecordAsync(Person chair, string answer = "approved", string? remark = null)
    {
        await using var db = Board.Open();
        var member = await db.Members.SingleAsync(seat => seat.PersonId == chair.Id && seat.ForumId == Board.Forum.Id);
        return await _fixture.Chat.PressAsync(Board.Secretary, ApprovalVerbs.Record, new
        {
            forum = ApprovalFixture.Hex(Board.Forum.Id.Value),
            meeting = ApprovalFixture.Hex(_fixture.Meeting.Id.Value),
            member = ApprovalFixture.Hex(member.Id.Value),
            answer,
            remark,
        });
    }
}
