using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Forums;

/// <summary>A seat's substitutes stand in an order, and each of them is one.</summary>
public sealed class SubstitutesInOrderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private readonly Person _ida = new() { Key = "ida", Name = "Ida Lund" };
    private readonly Person _bo = new() { Key = "bo", Name = "Bo Friis" };
    private readonly Person _eva = new() { Key = "eva", Name = "Eva Holm" };

    [Fact]
    public void Order_IsAsTheyWereSet_AlsoWhenItChanges()
    {
        var seat = Seat(_ida.Id, _bo.Id, _eva.Id);
        Assert.Equal([_ida.Id, _bo.Id, _eva.Id], seat.SubstituteIds);

        seat.SubstituteIds = [_eva.Id, _ida.Id];
        Assert.Equal([_eva.Id, _ida.Id], seat.SubstituteIds);
        Assert.False(seat.HasSubstitute(_bo.Id));

        seat.SubstituteIds = [_bo.Id, _bo.Id, _ida.Id];
        Assert.Equal([_bo.Id, _ida.Id], seat.SubstituteIds);

        seat.SubstituteIds = [];
        Assert.Empty(seat.Substitutes);
    }

    [Fact]
    public void Each_IsOfTheSeat_AndReadsByIt()
    {
        var seat = Seat(_ida.Id, _bo.Id);
        Assert.True(seat.IsOf(_bo.Id));
        Assert.True(seat.IsOf(seat.PersonId));
        Assert.False(seat.IsOf(_eva.Id));
        Assert.False(seat.IsOf(null));

        var access = new ForumAccess(_bo.Id, seat.ForumId, [seat], new LocalDate(2026, 1, 13));
        Assert.True(access.May(Permission.ReadClosedItems));
        Assert.True(access.MaySpeakFor(seat));
        Assert.False(new ForumAccess(_eva.Id, seat.ForumId, [seat], new LocalDate(2026, 1, 13)).IsInForum);
    }

    [Fact]
    public void No_IsRemembered_AndTheNextIsAsked()
    {
        var apology = Asked(_ida);
        Assert.True(apology.AnswerAsSubstitute(_ida, comes: false, Now).IsSuccess);
        Assert.False(apology.IsAsking);

        apology.Ask(_bo.Id);

        Assert.True(apology.IsAsking);
        Assert.Equal([_ida.Id], apology.RefusedIds);
        Assert.Null(apology.RefusedAt);
    }

    [Fact]
    public void NoOfOneWhoIsNotAsked_LeavesTheOtherAsked_AndAYesSettlesIt()
    {
        var apology = Asked(_ida);
        apology.AnswerAsSubstitute(_ida, comes: false, Now);
        apology.Ask(_bo.Id);

        apology.AnswerAsSubstitute(_eva, comes: false, Now);
        Assert.True(apology.IsAsking);
        Assert.Equal([_ida.Id, _eva.Id], apology.RefusedIds);

        apology.AnswerAsSubstitute(_ida, comes: true, Now);
        Assert.Equal((_ida.Id, "Ida Lund"), (apology.SubstituteId!.Value, apology.SubstituteName));
        Assert.Equal([_eva.Id], apology.RefusedIds);
        Assert.IsType<OtherSubstituteComes>(apology.AnswerAsSubstitute(_bo, comes: true, Now).Error);
    }

    private static Apology Asked(Person person)
    {
        var apology = Apology.Register(new MeetingId(Guid.NewGuid()), new MemberId(Guid.NewGuid()), ApologySource.Calendar, Now);
        apology.Ask(person.Id);
        return apology;
    }

    private static ForumMember Seat(params PersonId[] substitutes) => new()
    {
        ForumId = new ForumId(Guid.NewGuid()),
        PersonId = new PersonId(Guid.NewGuid()),
        Role = Role.Member,
        HasVote = true,
        Organisation = "Birkelse Kommune",
        Sector = "Birkelse Kommune",
        SubstituteIds = substitutes,
        From = new LocalDate(2025, 1, 1),
    };
}
