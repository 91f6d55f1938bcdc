using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>Whose words stand in the item, and when who owes some is reminded.</summary>
public sealed class ContributionTests
{
    private const string Heading = "Bo Ørum, Driftsforum";

    private static readonly Instant Asked = At(new LocalDate(2026, 1, 13), 9, 0);

    private readonly AgendaItem _item = Item(new AgendaSection("Sagsfremstilling", "Sekretariatets tekst."));

    [Fact]
    public void Send_AddsASectionUnderTheName_AndSentAgain_ReplacesThatAlone()
    {
        var contribution = Ask();

        Assert.Equal(new SentContribution(IsFirst: true, Replaced: null), contribution.Send(_item, "Først", "none", Asked).Value);
        Assert.Equal(new SentContribution(IsFirst: false, Replaced: null), contribution.Send(_item, "Så", contribution.MarkOf(_item.Content), Asked).Value);

        Assert.Equal([new("Sagsfremstilling", "Sekretariatets tekst."), new(Heading, "Så")], _item.Content.Sections);
        Assert.Equal(3, _item.Version);
        Assert.False(contribution.IsMissing);
    }

    [Fact]
    public void Send_ToAnItemThatRecommends_LeavesWhatLeadsIntoTheRecommendationsLast()
    {
        var item = Item(new AgendaSection("Sag", "Kort."), new AgendaSection("Indstilling", "Sekretariatet indstiller, at rådet"));

        Assert.True(Ask().Send(item, "Fra os.", "none", Asked).IsSuccess);

        Assert.Equal(["Kort.", "Fra os.", "Sekretariatet indstiller, at rådet"], item.Content.Sections.Select(section => section.Text));
    }

    [Fact]
    public void Send_TheSameTwice_IsOnce()
    {
        var contribution = Ask();
        contribution.Send(_item, "Tekst", "none", Asked);

        Assert.Equal(new SentContribution(IsFirst: false, Replaced: null), contribution.Send(_item, "Tekst", "none", Asked + Duration.FromHours(1)).Value);

        Assert.Equal((2, Asked), (_item.Version, contribution.SentAt));
    }

    /// <summary>Whoever has not seen the secretariat's words does not replace them; whoever has says so, and the words are handed on.</summary>
    [Fact]
    public void Send_OverWordsThatTheSecretariatHasChanged_WaitsForSomebodyWhoHasSeenThem()
    {
        var contribution = Ask();
        contribution.Send(_item, "Min", "none", Asked);
        var old = contribution.MarkOf(_item.Content);
        Edit("Rettet");

        Assert.Equal(new ContributionStands("Rettet"), contribution.Send(_item, "Min nye", old, Asked).Error);
        Assert.Equal("Rettet", contribution.StandingIn(_item.Content));

        Assert.Equal(new SentContribution(IsFirst: false, "Rettet"), contribution.Send(_item, "Min nye", contribution.MarkOf(_item.Content), Asked).Value);
        Assert.Equal("Min nye", contribution.StandingIn(_item.Content));
    }

    [Fact]
    public void Send_AfterTheSecretariatHasTakenItOut_IsAskedFirst_AndThenBack()
    {
        var contribution = Ask();
        contribution.Send(_item, "Min", "none", Asked);
        var old = contribution.MarkOf(_item.Content);
        _item.Edit(_item.Content with { Sections = [_item.Content.Sections[0]] }, _item.Version, Asked);

        Assert.Equal(new ContributionStands(null), contribution.Send(_item, "Min", old, Asked).Error);
        Assert.True(contribution.Send(_item, "Min", contribution.MarkOf(_item.Content), Asked).IsSuccess);
        Assert.Equal("Min", contribution.StandingIn(_item.Content));
    }

    [Fact]
    public void Send_OfNothing_OrOfTooMuch_ChangesNothing()
    {
        var contribution = Ask();

        Assert.IsType<ContributionMissing>(contribution.Send(_item, " \n ", "none", Asked).Error);
        Assert.Equal(new ContributionTooLong(Contribution.MaxLength + 1), contribution.Send(_item, new string('x', Contribution.MaxLength + 1), "none", Asked).Error);
        Assert.Equal((1, true), (_item.Version, contribution.IsMissing));
        Assert.True(contribution.Send(_item, new string('x', Contribution.MaxLength), "none", Asked).IsSuccess);
    }

    [Fact]
    public void Send_ThatWouldOverfillTheItem_IsRefused()
    {
        var full = Item(new AgendaSection(null, new string('x', AgendaItemRules.MaxTextLength)));

        Assert.IsType<Domain.Agendas.TextTooLong>(Ask().Send(full, "Tekst", "none", Asked).Error);
    }

    [Fact]
    public void Ask_Twice_IsNewsOnlyWhereSomethingIsOther_AndBringsBackWhatWasWithdrawn()
    {
        var contribution = Ask(new LocalDate(2026, 1, 23));

        Assert.False(contribution.Ask(new LocalDate(2026, 1, 23), null, Asked));
        Assert.True(contribution.Ask(new LocalDate(2026, 1, 24), null, Asked));
        Assert.True(contribution.Ask(new LocalDate(2026, 1, 24), "Kort", Asked));
        Assert.True(contribution.Withdraw(Asked));
        Assert.False(contribution.Withdraw(Asked));
        Assert.False(contribution.IsMissing);
        Assert.True(contribution.Ask(new LocalDate(2026, 1, 24), "Kort", Asked));
        Assert.True(contribution.IsMissing);
    }

    public static TheoryData<string, LocalDate, LocalDateTime[]> Days => new()
    {
        { "an ordinary Friday", new(2026, 1, 23), [new(2026, 1, 20, 8, 0), new(2026, 1, 23, 8, 0)] },
        { "a Sunday: on the Friday before", new(2026, 1, 25), [new(2026, 1, 22, 8, 0), new(2026, 1, 23, 8, 0)] },
        { "a Monday: three days before is the Friday", new(2026, 1, 26), [new(2026, 1, 23, 8, 0), new(2026, 1, 26, 8, 0)] },
        { "Easter Monday: both come on the Wednesday before the holidays", new(2026, 4, 6), [new(2026, 4, 1, 8, 0)] },
        { "the day after the clocks go forward", new(2026, 3, 30), [new(2026, 3, 27, 8, 0), new(2026, 3, 30, 8, 0)] },
        { "the day after the clocks go back", new(2026, 10, 26), [new(2026, 10, 23, 8, 0), new(2026, 10, 26, 8, 0)] },
        { "Christmas Eve, when offices are closed", new(2026, 12, 24), [new(2026, 12, 21, 8, 0), new(2026, 12, 23, 8, 0)] },
    };

    /// <summary>Asked every minute as the job asks, for a month; the clock is Denmark's.</summary>
    [Theory]
    [MemberData(nameof(Days))]
    public void Reminders_ComeThreeDaysBeforeAndOnTheDay_AtEightOnHverdage(string what, LocalDate dueOn, LocalDateTime[] expected)
    {
        Assert.NotEmpty(what);
        var contribution = Ask(dueOn, At(dueOn.PlusDays(-21), 9, 0));
        var reminded = new List<LocalDateTime>();
        for (var now = At(dueOn.PlusDays(-20), 0, 0); now < At(dueOn.PlusDays(10), 0, 0); now += Duration.FromMinutes(10))
        {
            if (!contribution.IsReminderDue(now))
                continue;

            contribution.MarkReminded(now);
            reminded.Add(DanishTime.ToDanish(now));
        }

        Assert.Equal(expected, reminded);
    }

    [Fact]
    public void Reminder_ThatWasMissed_ComesUntilMidnightOfTheDay_ButNotInTheEvening_AndNotAfter()
    {
        var contribution = Ask(new LocalDate(2026, 1, 23));

        Assert.False(contribution.IsReminderDue(At(new(2026, 1, 23), 7, 59)));
        Assert.True(contribution.IsReminderDue(At(new(2026, 1, 23), 8, 0)));
        Assert.True(contribution.IsReminderDue(At(new(2026, 1, 23), 19, 59)));
        Assert.False(contribution.IsReminderDue(At(new(2026, 1, 23), 20, 0)));
        Assert.False(contribution.IsReminderDue(At(new(2026, 1, 23), 23, 59)));
        Assert.False(contribution.IsReminderDue(At(new(2026, 1, 24), 0, 0)));
        Assert.False(contribution.IsReminderDue(At(new(2026, 1, 26), 9, 0)));
    }

    [Fact]
    public void Reminder_IsNotForWhatWasSent_TakenBack_OrAskedJustBefore_AndNotTwiceADay()
    {
        var day = new LocalDate(2026, 1, 23);
        var (sent, withdrawn, fresh, reminded) = (Ask(day), Ask(day), Ask(day, At(day, 7, 30)), Ask(day));
        sent.Send(_item, "Tekst", "none", Asked);
        withdrawn.Withdraw(Asked);
        reminded.MarkReminded(At(day, 8, 5));

        Assert.All(new[] { sent, withdrawn, fresh, reminded }, one => Assert.False(one.IsReminderDue(At(day, 9, 0))));
        Assert.All(new[] { sent, withdrawn, fresh, reminded }, one => Assert.False(one.MayBeReminded(At(day, 9, 0))));
        Assert.False(reminded.MayBeReminded(At(day, 23, 59)));
        Assert.True(reminded.MayBeReminded(At(day.PlusDays(1), 0, 0)));
        Assert.True(fresh.MayBeReminded(At(day, 11, 30)));
    }

    private static Contribution Ask(LocalDate? dueOn = null, Instant? asked = null)
    {
        var contribution = new Contribution { ForumId = ForumId.New(), ItemId = AgendaItemId.New(), PersonId = PersonId.New(), Heading = Heading };
        Assert.True(contribution.Ask(dueOn ?? new LocalDate(2026, 1, 23), null, asked ?? Asked));
        return contribution;
    }

    private static AgendaItem Item(params AgendaSection[] sections)
    {
        var meeting = Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Asked).Value;
        return AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Nyt fra driftsfora", Sections = sections }, Asked);
    }

    private static Instant At(LocalDate day, int hour, int minute) => DanishTime.ToInstant(day, new LocalTime(hour, minute));

    private void Edit(string text) => _item.Edit(
        _item.Content with { Sections = [.. _item.Content.Sections.Select(section => section.Heading == Heading ? section with { Text = text } : section)] }, _item.Version, Asked);
}
