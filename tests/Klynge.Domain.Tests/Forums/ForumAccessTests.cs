using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Forums;

public sealed class ForumAccessTests
{
    private static readonly LocalDate Today = new(2026, 1, 13);

    /// <summary>Whoever stands in for somebody who may not read closed items may not read them either.</summary>
    [Theory]
    [InlineData(Role.Member, Permission.ReadClosedItems, true)]
    [InlineData(Role.Chair, Permission.ReadClosedItems, true)]
    [InlineData(Role.Chair, Permission.ConfirmWrittenProcedure, false)]
    [InlineData(Role.Chair, Permission.ApproveAgenda, false)]
    [InlineData(Role.Secretariat, Permission.ManageAgenda, false)]
    [InlineData(Role.Administrative, Permission.ReadClosedItems, true)]
    [InlineData(Role.Administrative, Permission.ProposeItem, false)]
    [InlineData(Role.Observer, Permission.ReadAgenda, true)]
    [InlineData(Role.Observer, Permission.ReadClosedItems, false)]
    [InlineData(Role.Observer, Permission.ProposeItem, false)]
    [InlineData(Role.Guest, Permission.ReadAgenda, true)]
    [InlineData(Role.Guest, Permission.ReadMinutes, false)]
    [InlineData(Role.Guest, Permission.ReadClosedItems, false)]
    public void Substitute_MayDoWhatTheSeatMay_AndNeverMoreThanAMember(Role seat, Permission permission, bool may)
    {
        var (forum, substitute) = (ForumId.New(), new PersonId(Guid.NewGuid()));
        var access = new ForumAccess(substitute, forum, [Seat(forum, seat, substitute)], Today);

        Assert.Equal(may, access.May(permission));
    }

    private static ForumMember Seat(ForumId forum, Role role, PersonId substitute) => new()
    {
        ForumId = forum,
        PersonId = new PersonId(Guid.NewGuid()),
        SubstituteIds = [substitute],
        Role = role,
        HasVote = role is Role.Member or Role.Chair,
        Organisation = "Birkelse Kommune",
        Sector = "Birkelse Kommune",
        From = new LocalDate(2025, 1, 1),
    };
}
