using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Forums;

/// <summary>The deputy chair: an office of its own, a member, and the chair's stand-in.</summary>
public sealed class DeputyChairTests
{
    [Fact]
    public void Office_IsItsOwn_AndAMembers()
    {
        Assert.Equal("næstformand", Role.DeputyChair.Danish());
        Assert.True(Role.DeputyChair.IsMember());
        Assert.True(Role.DeputyChair.Leads());
        Assert.False(Role.Member.Leads());
        Assert.False(Role.Secretariat.IsMember());
    }

    [Fact]
    public void Rights_AreTheChairs()
    {
        foreach (var permission in Enum.GetValues<Permission>())
            Assert.Equal(Role.Chair.May(permission), Role.DeputyChair.May(permission));
    }

    [Theory]
    [InlineData("Chair DeputyChair Member", "", "Chair")]
    [InlineData("Chair DeputyChair Member", "Chair", "Chair DeputyChair")]
    [InlineData("Chair DeputyChair", "Chair DeputyChair", "Chair DeputyChair")]
    [InlineData("DeputyChair Member", "", "DeputyChair")]
    [InlineData("CoChair CoChair DeputyChair", "", "CoChair CoChair")]
    [InlineData("CoChair Member", "CoChair", "CoChair")]
    [InlineData("Member Secretariat", "", "")]
    public void Lead_IsTheChairs_AndTheDeputysWhereNoneOfThemIsThere(string roles, string away, string expected)
    {
        var seats = roles.Split(' ').Select(name => Seat(Enum.Parse<Role>(name))).ToList();
        var gone = away.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, string.Join(' ', seats.InLead(seat => gone.Contains(seat.Role.ToString())).Select(seat => seat.Role)));
    }

    private static ForumMember Seat(Role role) => new()
    {
        ForumId = new ForumId(Guid.NewGuid()),
        PersonId = new PersonId(Guid.NewGuid()),
        Role = role,
        HasVote = role.IsMember(),
        Organisation = "Birkelse Kommune",
        Sector = "Birkelse Kommune",
        From = new LocalDate(2025, 1, 1),
    };
}
