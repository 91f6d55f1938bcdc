using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Approvals;

/// <summary>Karen Ravn is chair and Ida Holm her deputy, who is asked when the chair does not come to the meeting, and not before.</summary>
public sealed class DeputyApprovalTests : IAsyncLifetime
{
    private ApprovalFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await ApprovalFixture.CreateAsync(rule: AgendaApprovalRule.Chair);
        await SetRoleAsync(Board.Chair, Role.Chair);
        await SetRoleAsync(_fixture.Other, Role.DeputyChair);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(AgendaApprovalRule.Chair)]
    [InlineData(AgendaApprovalRule.CoChairs)]
    public async Task WhileTheChairComes_TheDeputyIsNotAsked(AgendaApprovalRule rule)
    {
        await _fixture.SetRuleAsync(rule);
        Assert.Contains("Formand Karen Ravn er bedt om at godkende", (await _fixture.AskAsync()).Text(), StringComparison.Ordinal);

        (await _fixture.ApproveAsync(_fixture.Other)).Refused<NotAskedToApprove>();
    }

    [Theory]
    [InlineData(AgendaApprovalRule.Chair)]
    [InlineData(AgendaApprovalRule.CoChairs)]
    public async Task WhenTheChairIsAway_TheDeputyApproves_AndItGoesOut(AgendaApprovalRule rule)
    {
        await _fixture.SetRuleAsync(rule);
        await AwayAsync();
        Assert.Contains("næstformand Ida Holm", (await _fixture.AskAsync()).Text(), StringComparison.OrdinalIgnoreCase);

        await _fixture.ApproveAsync(_fixture.Other);

        Assert.Contains("Dagsordenen er sendt til", (await _fixture.SendAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionsToTheChairs_GoToTheDeputy_OnlyWhenTheChairIsAway()
    {
        await using var db = Board.Open();
        Assert.Equal([Board.Chair.Id], (await db.ChairsAsync(Board.Forum.Id, Board.Today, TestContext.Current.CancellationToken)).Select(seat => seat.PersonId));

        await AwayAsync();

        Assert.Equal([Board.Chair.Id, _fixture.Other.Id], (await db.ChairsAsync(Board.Forum.Id, Board.Today, TestContext.Current.CancellationToken)).Select(seat => seat.PersonId));
    }

    private async Task AwayAsync()
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(one => one.ForumId == Board.Forum.Id && one.PersonId == Board.Chair.Id);
        await Board.AddAsync(Apology.Register(_fixture.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant()));
    }

    private Task SetRoleAsync(Person person, Role role) => _fixture.ChangeAsync(db => db.Members
        .Where(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, role)));
}
