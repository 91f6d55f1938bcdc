using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;
using static Klynge.Domain.Tests.Deadlines.Days;

namespace Klynge.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly LocalDate Today = On(2026, 1, 13);
    private static readonly Instant Now = At(Today, 9);
    private static readonly PersonId Somebody = PersonId.New();

    [Fact]
    public void Set_ForADayAhead_PlansTheNextReminder()
    {
        var deadline = Planned(On(2026, 1, 30));

        Assert.Equal(At(On(2026, 1, 16), 8), deadline.NextReminderAt);
        Assert.Equal(DeadlineChangeKind.Created, Assert.Single(deadline.History).Kind);
    }

    [Fact]
    public void Set_ForToday_IsNextCalledToMindWhenItIsOverdue() => Assert.Equal(At(On(2026, 1, 14), 8), Planned(Today).NextReminderAt);

    [Fact]
    public void Finish_EndsTheReminders()
    {
        var deadline = Planned(On(2026, 1, 30));

        Assert.True(deadline.Finish(seenVersion: 1, Somebody, Now).IsSuccess);
        deadline.Plan(DeadlineReminders.Usual, Now);

        Assert.Equal((DeadlineStatus.Done, null, Now), (deadline.Status, deadline.NextReminderAt, deadline.SettledAt));
        Assert.IsType<DeadlineIsSettled>(deadline.Finish(seenVersion: 2, Somebody, Now).Error);
    }

    [Fact]
    public void Finish_AfterAnotherChangedIt_IsRefused()
    {
        var deadline = Planned(On(2026, 1, 30));
        deadline.Postpone(On(2026, 2, 27), null, 1, Somebody, Now, Today);

        Assert.IsType<ChangedMeanwhile>(deadline.Finish(seenVersion: 1, Somebody, Now).Error);
    }

    [Fact]
    public void Edit_ChangesAllThree_AndUndoGivesThemBack()
    {
        var deadline = Planned(On(2026, 1, 30));
        var (title, responsible) = (deadline.Title, deadline.Responsible);

        Assert.True(deadline.Edit(new DeadlineEdit("Ny titel", On(2026, 2, 27), Responsible.Of(Somebody)), 1, Somebody, Now, Today).IsSuccess);

        Assert.Equal(
            ("Ny titel", On(2026, 2, 27), Responsible.Of(Somebody), DeadlineStatus.Open),
            (deadline.Title, deadline.Date, deadline.Responsible, deadline.Status));
        Assert.True(deadline.Undo(2, Somebody, Now).IsSuccess);
        Assert.Equal((title, On(2026, 1, 30), responsible), (deadline.Title, deadline.Date, deadline.Responsible));
    }

    [Fact]
    public void Edit_OfOneThatFollowsAMeeting_LeavesItsTitle_AndFollowsNoMoreWithAnotherDay()
    {
        var deadline = Deadline.Set(new NewDeadline(ForumId.New(), "Dagsordenen skal ud", On(2026, 1, 27), DeadlineKind.AgendaOut) { Origin = "meeting/1" }, by: null, Now);

        deadline.Edit(new DeadlineEdit("Ny titel", On(2026, 1, 27), Responsible.Of(Somebody)), 1, Somebody, Now, Today);
        Assert.True(deadline.Follow(On(2026, 1, 28), "Dagsordenen skal ud", Now));
        deadline.Edit(new DeadlineEdit("Ny titel", On(2026, 1, 26), Responsible.Of(Somebody)), 3, Somebody, Now, Today);

        Assert.False(deadline.Follow(On(2026, 1, 30), "Dagsordenen skal ud", Now));
        Assert.Equal(("Dagsordenen skal ud", On(2026, 1, 26), DeadlineStatus.Postponed), (deadline.Title, deadline.Date, deadline.Status));
    }

    [Fact]
    public void Edit_OfNothing_OfTheSettled_OrToAPastDay_IsRefused()
    {
        var deadline = Planned(On(2026, 1, 30));
        var same = new DeadlineEdit(deadline.Title, deadline.Date, deadline.Responsible);

        Assert.IsType<DeadlineUnchanged>(deadline.Edit(same, 1, Somebody, Now, Today).Error);
        Assert.IsType<DeadlineInThePast>(deadline.Edit(same with { Date = On(2026, 1, 12) }, 1, Somebody, Now, Today).Error);
        Assert.IsType<ChangedMeanwhile>(deadline.Edit(same with { Title = "x" }, 2, Somebody, Now, Today).Error);
        deadline.Finish(null, Somebody, Now);
        Assert.IsType<DeadlineIsSettled>(deadline.Edit(same with { Title = "x" }, 2, Somebody, Now, Today).Error);
    }

    [Fact]
    public void Postpone_KeepsWhereItStoodAndWhy()
    {
        var deadline = Planned(On(2026, 1, 30));

        Assert.True(deadline.Postpone(On(2026, 2, 27), "Venter på tal", 1, Somebody, Now, Today).IsSuccess);

        Assert.Equal((DeadlineStatus.Postponed, On(2026, 2, 27)), (deadline.Status, deadline.Date));
        Assert.Equal((On(2026, 1, 30), "Venter på tal"), (deadline.History[^1].DateBefore, deadline.History[^1].Reason));
    }

    [Fact]
    public void Postpone_ToThePastOrTheSameDay_IsRefused()
    {
        var deadline = Planned(On(2026, 1, 30));

        Assert.IsType<DeadlineInThePast>(deadline.Postpone(On(2026, 1, 12), null, 1, Somebody, Now, Today).Error);
        Assert.IsType<DeadlineOnThatDay>(deadline.Postpone(On(2026, 1, 30), null, 1, Somebody, Now, Today).Error);
        Assert.Equal(1, deadline.Version);
    }

    [Fact]
    public void Undo_TakesEachStepBackAndIsTakenBackItself()
    {
        var deadline = Planned(On(2026, 1, 30));
        deadline.Postpone(On(2026, 2, 27), null, 1, Somebody, Now, Today);
        deadline.Finish(2, Somebody, Now);

        deadline.Undo(3, Somebody, Now);
        Assert.Equal((DeadlineStatus.Postponed, On(2026, 2, 27), null), (deadline.Status, deadline.Date, deadline.SettledAt));

        deadline.Undo(4, Somebody, Now);
        Assert.Equal(DeadlineStatus.Done, deadline.Status);
    }

    [Fact]
    public void Undo_OfASetting_RemovesIt()
    {
        var deadline = Planned(On(2026, 1, 30));

        Assert.True(deadline.Undo(1, Somebody, Now).IsSuccess);

        Assert.Equal(DeadlineStatus.Removed, deadline.Status);
    }

    [Fact]
    public void Undo_AfterAnothersStep_IsRefused()
    {
        var deadline = Planned(On(2026, 1, 30));
        deadline.Finish(1, Somebody, Now);

        Assert.IsType<ChangedMeanwhile>(deadline.Undo(1, Somebody, Now).Error);
    }

    [Fact]
    public void Follow_MovesWhatIsUntouched_AndLeavesWhatAPersonPostponed()
    {
        var untouched = Planned(On(2026, 1, 30));
        var postponed = Planned(On(2026, 1, 30));
        postponed.Postpone(On(2026, 2, 27), null, 1, Somebody, Now, Today);

        Assert.True(untouched.Follow(On(2026, 2, 2), "Udpegning", Now));
        Assert.False(untouched.Follow(On(2026, 2, 2), "Udpegning", Now));
        Assert.False(postponed.Follow(On(2026, 2, 2), "Udpegning", Now));
        Assert.Equal((On(2026, 2, 2), DeadlineStatus.Open), (untouched.Date, untouched.Status));
    }

    private static Deadline Planned(LocalDate date)
    {
        var deadline = Due(date, Now);
        deadline.Plan(DeadlineReminders.Usual, Now);
        return deadline;
    }
}
