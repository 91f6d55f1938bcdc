using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using NodaTime;
using static Klynge.Domain.Invitations.InvitationResponse;

namespace Klynge.Domain.Tests.Attendance;

public sealed class CalendarApologyTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 12, 9, 0);

    private readonly MeetingId _meeting = MeetingId.New();
    private readonly MemberId _seat = MemberId.New();
    private readonly List<Apology> _apologies = [];

    [Fact]
    public void Decline_WithoutAnyWord_IsAnApology() => Assert.Equal(CalendarEffect.Register, Decide(Declined, 1));

    [Fact]
    public void NoAnswer_ChangesNothing()
    {
        Give(ApologySource.Calendar, 1);

        Assert.Equal(CalendarEffect.None, Decide(None, 9));
    }

    [Theory]
    [InlineData(Accepted)]
    [InlineData(Tentative)]
    public void AnotherAnswer_WithdrawsAnApologyOfTheCalendar(InvitationResponse answer)
    {
        Give(ApologySource.Calendar, 1);

        Assert.Equal(CalendarEffect.Withdraw, Decide(answer, 2));
    }

    [Theory]
    [InlineData(ApologySource.Member)]
    [InlineData(ApologySource.Secretariat)]
    public void Accept_AfterAnApologyInWords_ContradictsAndWithdrawsNothing(ApologySource source)
    {
        Give(source, 1);

        Assert.Equal(CalendarEffect.Contradicts, Decide(Accepted, 9));
        Assert.Equal(CalendarEffect.None, Decide(Tentative, 9));
    }

    [Fact]
    public void AnApologyOfTheCalendar_ThatIsSaidInWordsToo_IsOfTheCalendarNoLonger()
    {
        Give(ApologySource.Calendar, 1).Say(At(2));

        Assert.Equal(CalendarEffect.Contradicts, Decide(Accepted, 3));
    }

    [Fact]
    public void Decline_FromBeforeThePersonSaidToCome_IsNoApologyAgain()
    {
        Give(ApologySource.Calendar, 1).Withdraw(At(5));

        Assert.Equal(CalendarEffect.None, Decide(Declined, 1));
        Assert.Equal(CalendarEffect.None, Decide(Declined, 5));
        Assert.Equal(CalendarEffect.Register, Decide(Declined, 6));
    }

    [Fact]
    public void Decline_AfterTheCalendarTookItsOwnApologyBack_IsOneAgain()
    {
        Give(ApologySource.Calendar, 1).WithdrawByCalendar(At(5));

        Assert.Equal(CalendarEffect.Register, Decide(Declined, 3));
    }

    private enum Actor
    {
        Calendar,
        Words,
    }

    /// <param name="Says">Of the calendar what is answered; of words only whether the person comes.</param>
    private sealed record Event(int Minute, Actor Actor, InvitationResponse Says);

    /// <param name="Events">What is said.</param>
    /// <param name="Delays">For each answer in the calendar: how many minutes after it was given it is heard of, once or more.</param>
    private sealed record Story(Event[] Events, int[] Delays);

    private static readonly Arbitrary<Story> Stories = (
        from count in Gen.Choose(0, 12)
        from actors in Gen.Elements(Actor.Calendar, Actor.Calendar, Actor.Words).ArrayOf(count)
        from says in Gen.Elements(None, Accepted, Tentative, Declined).ArrayOf(count)
        from delays in Gen.Choose(0, 40).ArrayOf(count * 3)
        select new Story([.. actors.Select((actor, index) => new Event((index + 1) * 3, actor, says[index]))], delays)).ToArbitrary();

    /// <summary>
    /// Words are heard when they are said. Answers are heard late, in any order and three times over: the seat ends as it would if each had
    /// been heard at once.
    /// </summary>
    [Fact]
    public void Answers_HeardInAnyOrderAndAnyNumberOfTimes_EndAsWhatWasSaid() => Prop.ForAll(Stories, story =>
        Assert.Equal(WhatWasSaid(Heard(story)), Play(Heard(story)))).QuickCheckThrowOnFailure();

    /// <summary>Everything in the order in which it is heard, with the minute of the hearing.</summary>
    private static List<(int Heard, Event Event)> Heard(Story story) =>
    [
        .. story.Events
            .SelectMany((one, index) => one.Actor == Actor.Words
                ? [(one.Minute, one)]
                : Enumerable.Range(0, 3).Select(copy => (Heard: one.Minute + 1 + story.Delays[(index * 3) + copy], Event: one)))
            .OrderBy(one => one.Item1),
    ];

    private static bool Play(List<(int Heard, Event Event)> heard)
    {
        var test = new CalendarApologyTests();
        var invitation = new Invitation { MeetingId = test._meeting, Address = "m@x", Name = "M" };
        foreach (var (minute, one) in heard)
        {
            if (one.Actor == Actor.Words)
            {
                test.Say(one.Says == Accepted, At(minute));
            }
            else
            {
                invitation.Answer(one.Says, At(one.Minute));
                test.Hear(invitation, At(minute));
            }
        }

        return test._apologies.Exists(apology => apology.Stands);
    }

    private void Say(bool comes, Instant at)
    {
        var standing = _apologies.Find(apology => apology.Stands);
        if (!comes)
            (standing ?? Add(Apology.Register(_meeting, _seat, ApologySource.Member, at))).Say(at);
        else
            standing?.Withdraw(at);
    }

    private void Hear(Invitation invitation, Instant at)
    {
        switch (invitation.RespondedAt is { } answered ? CalendarApologies.Decide(_apologies, invitation.Response, answered) : CalendarEffect.None)
        {
            case CalendarEffect.Register:
                Add(Apology.Register(_meeting, _seat, ApologySource.Calendar, at));
                break;
            case CalendarEffect.Withdraw:
                Assert.True(_apologies.Find(apology => apology.Stands)!.WithdrawByCalendar(at).IsSuccess);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// The rule, told without any state: the last effective word »no« stands; else the latest answer decides, unless a word »yes« came
    /// after it. A word »yes« is effective where there is something to take back at the moment it is said.
    /// </summary>
    private static bool WhatWasSaid(List<(int Heard, Event Event)> heard)
    {
        Event? word = null;
        for (var index = 0; index < heard.Count; index++)
        {
            var (minute, one) = heard[index];
            if (one.Actor == Actor.Words && (one.Says != Accepted || IsAbsent(word, heard, minute, index)))
                word = one;
        }

        return IsAbsent(word, heard, int.MaxValue, heard.Count);
    }

    private static bool IsAbsent(Event? word, List<(int Heard, Event Event)> heard, int until, int count)
    {
        if (word is { } said && said.Says != Accepted)
            return true;

        var latest = heard.Take(count).Where(one => one.Heard <= until && one.Event.Actor == Actor.Calendar && one.Event.Says != None)
            .Select(one => one.Event)
            .MaxBy(one => one.Minute);
        return latest is { Says: Declined } && latest.Minute > (word?.Minute ?? 0);
    }

    private static Instant At(int minute) => Monday + Duration.FromMinutes(minute);

    private CalendarEffect Decide(InvitationResponse answer, int minute) => CalendarApologies.Decide(_apologies, answer, At(minute));

    private Apology Give(ApologySource source, int minute) => Add(Apology.Register(_meeting, _seat, source, At(minute)));

    private Apology Add(Apology apology)
    {
        _apologies.Add(apology);
        return apology;
    }
}
