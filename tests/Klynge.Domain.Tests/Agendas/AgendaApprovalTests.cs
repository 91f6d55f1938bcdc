using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>A chair's approval is of the agenda as it stood, and whoever owes one hears of it once.</summary>
public sealed class AgendaApprovalTests
{
    private static readonly PersonId Secretary = new(Guid.NewGuid());
    private static readonly Instant Asked = At(new LocalDate(2026, 1, 13), 9);
    private static readonly AgendaSnapshot Agenda = Of("Budget");
    private static readonly AgendaSnapshot Changed = Of("Budgettet");

    [Fact]
    public void Approval_CountsForWhatWasRead_UntilItSaysSomethingElse_AndAgainWhenItIsPutBack()
    {
        var approval = Ask();

        Assert.True(approval.Approve(Agenda, Agenda.Mark, null, Asked).Value);

        Assert.Equal(ApprovalState.Approved, approval.StateOf(Agenda));
        Assert.Equal(ApprovalState.Outdated, approval.StateOf(Changed));
        Assert.False(approval.Approve(Agenda, Agenda.Mark, null, Asked + Duration.FromHours(1)).Value);
        Assert.Equal(Asked, approval.AnsweredAt);
    }

    [Fact]
    public void WhatWasNotRead_IsNotApproved()
    {
        var approval = Ask();

        Assert.IsType<AgendaReadOtherwise>(approval.Approve(Changed, Agenda.Mark, null, Asked).Error);
        Assert.IsType<AgendaReadOtherwise>(approval.Approve(Agenda, null, null, Asked).Error);
        Assert.Equal(ApprovalState.Waiting, approval.StateOf(Agenda));
    }

    [Fact]
    public void Ask_IsNews_OnlyWhereItIsAboutSomethingElse_OrSaysSomethingElse()
    {
        var approval = Ask();

        Assert.False(approval.Ask(Agenda, Secretary, null, Asked));
        Assert.True(approval.Ask(Agenda, Secretary, "Se på punkt 1", Asked));
        Assert.True(approval.Ask(Changed, Secretary, "Se på punkt 1", Asked));
        approval.Approve(Changed, Changed.Mark, null, Asked);
        Assert.False(approval.Ask(Changed, Secretary, "Igen", Asked));
        Assert.True(approval.Ask(Agenda, Secretary, null, Asked));
        Assert.Equal(ApprovalState.Waiting, approval.StateOf(Agenda));
        Assert.Equal(Changed.ToString(), approval.Approved);
    }

    [Fact]
    public void SendBack_NeedsARemark_AndCanBeTakenBackByApproving()
    {
        var approval = Ask();

        Assert.IsType<RemarkMissing>(approval.SendBack(" ", null, Asked).Error);
        Assert.True(approval.SendBack("Tag økonomien med", null, Asked).Value);
        Assert.False(approval.SendBack("Tag økonomien med", null, Asked).Value);
        Assert.Equal(ApprovalState.SentBack, approval.StateOf(Changed));
        Assert.True(approval.Approve(Agenda, Agenda.Mark, null, Asked).Value);
        Assert.Equal((ApprovalState.Approved, null), (approval.StateOf(Agenda), approval.Remark));
    }

    /// <summary>The agenda goes out on Tuesday 27 January; the day before is a Monday. Of Monday 26 it is the Friday before.</summary>
    [Theory]
    [InlineData(27, 23, 12, false)]
    [InlineData(27, 26, 7, false)]
    [InlineData(27, 26, 8, true)]
    [InlineData(27, 27, 10, true)]
    [InlineData(27, 28, 10, false)]
    [InlineData(26, 23, 8, true)]
    [InlineData(26, 24, 9, false)]
    public void Reminder_ComesOnTheHverdagBefore(int outOn, int day, int hour, bool isDue)
    {
        var approval = Ask();

        Assert.Equal(isDue, approval.IsReminderDue(new LocalDate(2026, 1, outOn), At(new LocalDate(2026, 1, day), hour)));
    }

    [Fact]
    public void Reminder_ComesOnce_AndNotToWhoeverHasAnsweredOrWasJustAsked()
    {
        var (outOn, monday) = (new LocalDate(2026, 1, 27), At(new LocalDate(2026, 1, 26), 8));
        var approval = Ask();
        approval.MarkReminded(monday);
        Assert.False(approval.IsReminderDue(outOn, monday + Duration.FromMinutes(1)));

        approval = Ask();
        approval.SendBack("Nej", null, Asked);
        Assert.False(approval.IsReminderDue(outOn, monday));

        approval = Ask();
        approval.Ask(Changed, Secretary, null, monday - Duration.FromHours(1));
        Assert.False(approval.IsReminderDue(outOn, monday));
    }

    private static AgendaApproval Ask()
    {
        var approval = new AgendaApproval { ForumId = ForumId.New(), MeetingId = MeetingId.New(), PersonId = Secretary };
        Assert.True(approval.Ask(Agenda, Secretary, null, Asked));
        return approval;
    }

    private static AgendaSnapshot Of(string title) => AgendaSnapshot.Of(
        new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), "Teams", [(new AgendaItemId(new Guid(1, 0, 0, new byte[8])), new AgendaItemContent { Title = title })]);

    private static Instant At(LocalDate day, int hour) => DanishTime.ToInstant(day, new LocalTime(hour, 0));
}
