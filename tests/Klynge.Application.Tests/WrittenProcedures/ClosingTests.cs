using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

public sealed class ClosingTests : ProcedureTest
{
    [Fact]
    public async Task CloseDue_LongAfterTheDeadline_ClosesOnceByTheAnswersThatCameInTime()
    {
        await Fixture.VoteAsync(Board.Chair, Case);
        await Fixture.VoteAsync(Board.Member, Case);
        await Fixture.VoteAsync(Board.OtherMember, Case);
        var job = Chat.Get<CloseDueProcedures>();
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Set(ProcedureFixture.Deadline + Duration.FromDays(3));

        Assert.Equal(0, await Chat.Get<SendProcedureReminders>().HandleAsync(default));
        Assert.Equal(1, await job.HandleAsync(default));
        Assert.Equal(0, await job.HandleAsync(default));
        var closed = await Fixture.ReadAsync(Case);
        Assert.Equal((ClosingReason.Deadline, Outcome.NoQuorum), (closed.ClosedBecause, closed.Outcome));
        Assert.Null(closed.ClosedById);
    }

    [Fact]
    public async Task Close_TellsEverybodyAndAsksTheChairToConfirm()
    {
        await VoteAllAsync();

        Assert.Contains("Vedtaget", (await SentToAsync(Board.Doctor)).Last(), StringComparison.Ordinal);
        Assert.Contains("Vedtaget", (await SentToAsync(Board.Secretary)).Last(), StringComparison.Ordinal);
        Assert.Contains("Bekræft resultatet", (await SentToAsync(Board.Chair)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_IsTheChairsAloneAndHappensOnce()
    {
        await VoteAllAsync();
        var data = new { forum = Board.Forum.Id.Value, procedure = Case.Value, note = "Tak for de hurtige svar." };

        (await Chat.PressAsync(Board.Member, "procedure.confirm", data)).Refused<NotAllowed>();
        (await Chat.PressAsync(Board.Secretary, "procedure.confirm", data)).Refused<NotAllowed>();
        var card = (await Chat.PressAsync(Board.Chair, "procedure.confirm", data)).Text();

        Assert.Contains("Tak for de hurtige svar.", card, StringComparison.Ordinal);
        Assert.Contains("Bekræftet af Karen Ravn", card, StringComparison.Ordinal);
        Assert.Contains("Bekræftet af Karen Ravn", (await Chat.PressAsync(Board.Chair, "procedure.confirm", data)).Text(), StringComparison.Ordinal);
        (await Chat.PressAsync(Board.Chair, "procedure.confirm", new { data.forum, data.procedure, note = "Noget andet." })).Refused<AlreadyConfirmed>();
    }

    [Fact]
    public async Task FollowUp_OfADecidedCase_OrientsTheNextMeetingOnceThereIsOne()
    {
        await VoteAllAsync();
        var job = Chat.Get<PlaceFollowUps>();
        Assert.Equal(0, await job.HandleAsync(default));
        var meeting = await Board.AddMeetingAsync();

        Assert.Equal(1, await job.HandleAsync(default));
        Assert.Equal(0, await job.HandleAsync(default));

        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync();
        Assert.Equal((meeting.Id, AgendaItemKind.Information, 1), (item.MeetingId, item.Content.Kind, item.Number));
        Assert.Equal("Orientering om skriftlig behandling: Udpegning til ledelsesprogrammet", item.Content.Title);
        Assert.Contains("4 for, 0 imod", item.Content.Sections[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_OfAFallenConsensus_BringsTheCaseWithAllRemarks()
    {
        await Board.AddMeetingAsync();
        await Fixture.VoteAsync(Board.Member, Case, Answer.Reject, "Det er for dyrt");
        await Fixture.CloseAsync(Board.Chair, Case);

        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync();
        Assert.Equal(("Udpegning til ledelsesprogrammet", AgendaItemKind.Decision), (item.Content.Title, item.Content.Kind));
        Assert.Contains("Mads Holt, Birkelse Kommune (Godkender ikke): Det er for dyrt", item.Content.Sections[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amend_VoidsTheVotesTellsEverybodyAndKeepsBothVersions()
    {
        await Fixture.VoteAsync(Board.Member, Case);
        var form = new
        {
            forum = Board.Forum.Id.Value,
            procedure = Case.Value,
            title = "Udpegning, rettet",
            presentation = "Programmet begynder til oktober.",
            recommendations = "Godkender deltagerne",
            date = "2026-01-23",
            time = "12:00",
            reason = "Programmet er udskudt.",
        };

        (await Chat.PressAsync(Board.Member, "procedure.amend", form)).Refused<NotAllowed>();
        var missing = (await Chat.PressAsync(Board.Secretary, "procedure.amend", new { form.forum, form.procedure, form.title, form.presentation, form.recommendations, form.date, form.time })).Text();
        Assert.Contains("Skriv, hvad der er ændret", missing, StringComparison.Ordinal);
        await Chat.PressAsync(Board.Secretary, "procedure.amend", form);

        Assert.Null((await SeatAsync(Board.Member)).Answer);
        Assert.Contains("Programmet er udskudt.", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        Assert.IsType<CaseHasChanged>((await Fixture.VoteAsync(Board.Member, Case)).Error);
        Assert.Equal("Udpegning, rettet", (await Fixture.VoteAsync(Board.Member, Case, version: 2)).Value.Title);
        await using var db = Board.Open();
        Assert.Equal(["Udpegning til ledelsesprogrammet", "Udpegning, rettet"],
            (await db.CaseVersions.OrderBy(version => version.Version).ToListAsync()).Select(version => version.Case.Title));
        Assert.Equal([1, 2], await db.Votes.OrderBy(vote => vote.Version).Select(vote => vote.Version).ToListAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "CaseVersions" SET "Reason" = 'x'"""));
    }

    [Fact]
    public async Task Reminders_GoOnlyToThoseWhoHaveNotAnsweredAndNeverTwice()
    {
        var job = Chat.Get<SendProcedureReminders>();
        await Fixture.VoteAsync(Board.Member, Case);
        Assert.Equal(0, await job.HandleAsync(default));

        Board.Clock.Set(At(20, 9, 0));
        Assert.Equal(3, await job.HandleAsync(default));
        Assert.Equal(0, await job.HandleAsync(default));
        Assert.Contains("Påmindelse", (await SentToAsync(Board.Doctor)).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Påmindelse", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);

        await Fixture.VoteAsync(Board.Doctor, Case);
        Board.Clock.Set(At(22, 15, 0));
        Assert.Equal(2, await job.HandleAsync(default));
        Board.Clock.Set(At(23, 8, 59));
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Set(At(23, 9, 0));
        Assert.Equal(2, await job.HandleAsync(default));
        Board.Clock.Set(At(23, 12, 0));
        Assert.Equal(0, await job.HandleAsync(default));
    }

    [Fact]
    public async Task Reminders_MissedWhileTheProcessWasDown_AreSentAsOne()
    {
        Board.Clock.Set(At(23, 10, 0));

        Assert.Equal(4, await Chat.Get<SendProcedureReminders>().HandleAsync(default));
        Assert.Equal(0, await Chat.Get<SendProcedureReminders>().HandleAsync(default));
    }

    [Fact]
    public async Task Reminders_OfAHostThatStartsBeforeTheRoundOnASunday_AreOneOnTheNextHverdag()
    {
        var job = Chat.Get<SendProcedureReminders>();
        await Fixture.CloseAsync(Board.Secretary, Case);
        await Fixture.OpenAsync(await Fixture.DraftAsync(form: ProcedureFixture.Form with { Date = "2026-01-26" }), Board.Secretary);
        Board.Clock.Set(At(18, 8, 59));
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Set(At(18, 9, 0));
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Set(At(24, 9, 0));
        Assert.Equal(0, await job.HandleAsync(default));

        Board.Clock.Set(At(26, 8, 59));
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Set(At(26, 9, 0));
        Assert.Equal(4, await job.HandleAsync(default));
        Board.Clock.Advance(Duration.FromSeconds(10));
        Assert.Equal(0, await job.HandleAsync(default));
    }

    [Fact]
    public async Task MyCases_ShowsWhatWaitsForEachPerson()
    {
        await Fixture.DraftAsync();
        await Fixture.VoteAsync(Board.Doctor, Case);

        var member = (await Chat.SayAsync(Board.Member, new ChatCommand.ShowMyCases())).Text();
        var doctor = (await Chat.SayAsync(Board.Doctor, new ChatCommand.ShowMyCases())).Text();
        var secretary = (await Chat.SayAsync(Board.Secretary, new ChatCommand.ShowMyCases())).Text();

        Assert.Contains("1 ting venter på dig.", member, StringComparison.Ordinal);
        Assert.Contains("Der er ikke noget, der venter på dig.", doctor, StringComparison.Ordinal);
        Assert.Contains("Besvaret", doctor, StringComparison.Ordinal);
        Assert.Contains("Kladder", secretary, StringComparison.Ordinal);
        Assert.DoesNotContain("Kladder", member, StringComparison.Ordinal);
    }

    private static Instant At(int day, int hour, int minute) =>
        DanishTime.ToInstant(new LocalDate(2026, 1, day), new LocalTime(hour, minute));

    private async Task VoteAllAsync()
    {
        foreach (var member in new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor })
            Assert.True((await Fixture.VoteAsync(member, Case)).IsSuccess);

        Board.Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal(1, await Chat.Get<CloseDueProcedures>().HandleAsync(default));
    }
}
