using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Attendance;

public sealed class SubstituteAnswerTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 12, 9, 0);

    private readonly Person _ida = new() { Key = "ida-lund", Name = "Ida Lund" };
    private readonly Apology _apology = Apology.Register(MeetingId.New(), MemberId.New(), ApologySource.Calendar, Monday);

    [Fact]
    public void Asking_LastsUntilThereIsAnAnswer()
    {
        Assert.False(_apology.IsAsking);
        _apology.Ask(_ida.Id);
        Assert.True(_apology.IsAsking);
        _apology.AnswerAsSubstitute(_ida, comes: false, Monday);
        Assert.False(_apology.IsAsking);
        Assert.Equal(Monday, _apology.RefusedAt);
    }

    [Fact]
    public void Yes_TakesTheSeat_AndANoGivesItBack()
    {
        _apology.AnswerAsSubstitute(_ida, comes: true, Monday);
        Assert.Equal((_ida.Id, "Ida Lund", (Instant?)null), (_apology.SubstituteId!.Value, _apology.SubstituteName, _apology.RefusedAt));

        _apology.AnswerAsSubstitute(_ida, comes: false, Monday);
        Assert.Equal(((PersonId?)null, (string?)null), (_apology.SubstituteId, _apology.SubstituteName));
    }

    /// <summary>Else a member who answers yes in the calendar would be held to an apology that they never gave in words.</summary>
    [Fact]
    public void Yes_IsNoWordOfTheMembers()
    {
        _apology.AnswerAsSubstitute(_ida, comes: true, Monday);

        Assert.True(_apology.IsOfCalendarAlone);
        Assert.Equal(CalendarEffect.Withdraw, CalendarApologies.Decide([_apology], InvitationResponse.Accepted, Monday + Duration.FromHours(1)));
    }

    [Fact]
    public void Yes_AfterTheMemberHasNamedAnother_IsRefused()
    {
        _apology.Ask(_ida.Id);
        _apology.Detail(null, "Eva Holm", null);

        Assert.Equal(new OtherSubstituteComes("Eva Holm"), _apology.AnswerAsSubstitute(_ida, comes: true, Monday).Error);
        Assert.Equal("Eva Holm", _apology.SubstituteName);
    }

    [Fact]
    public void Yes_AfterTheApologyWasTakenBack_IsRefused()
    {
        _apology.WithdrawByCalendar(Monday);

        Assert.IsType<SubstituteNotNeeded>(_apology.AnswerAsSubstitute(_ida, comes: true, Monday).Error);
        Assert.Null(_apology.SubstituteName);
    }
}
