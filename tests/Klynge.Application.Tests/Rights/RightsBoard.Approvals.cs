using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>Agendas that need the chairs' approval: one that waits for it, and one that has it.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>Its agenda waits for the two who lead the forum.</summary>
    internal MeetingId ToApprove { get; private set; }

    /// <summary>Its agenda is approved, and can go out.</summary>
    internal MeetingId ReadyToSend { get; private set; }

    /// <summary>What a card of <see cref="ToApprove"/> was drawn from.</summary>
    internal string SeenToApprove { get; private set; } = string.Empty;

    /// <summary>The seat of a co-chair who has no Teams.</summary>
    internal MemberId WithoutTeams { get; private set; }

    /// <summary>Last, since the rule is the whole forum's.</summary>
    private async Task AskApprovalsAsync()
    {
        var tove = new Person { Key = "tove", Name = "Tove Udenfor", Email = "tove@fjordlandet.example" };
        var seat = new ForumMember
        {
            ForumId = Forum.Id,
            PersonId = tove.Id,
            Role = Role.CoChair,
            HasVote = false,
            Organisation = "Vestby Kommune",
            Sector = "Birkelse Kommune",
            From = new LocalDate(2025, 1, 1),
            Order = 14,
        };
        WithoutTeams = seat.Id;
        await Board.AddAsync(tove, seat);
        ToApprove = await ScheduleAsync(daysAhead: 45, 14);
        ReadyToSend = await ScheduleAsync(daysAhead: 46, 14);
        await using (var db = Board.Open())
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == Forum.Id);
            forum.Rules = forum.Rules with { AgendaApproval = AgendaApprovalRule.Chair };
            await db.SaveChangesAsync();
        }

        foreach (var meeting in new[] { ToApprove, ReadyToSend })
            Must(await Chat.Get<AskApproval>().HandleAsync(Secretary, new(Forum.Id, meeting, "Se især på punkt 1"), default));

        SeenToApprove = await SeenOfAsync(ToApprove);
        Must(await Chat.Get<AnswerApproval>().HandleAsync(
            TestBoard.As(Board.Chair), new(Forum.Id, ReadyToSend, ApprovalAnswer.Approved, null, await SeenOfAsync(ReadyToSend)), default));
    }

    private async Task<string> SeenOfAsync(MeetingId meeting)
    {
        await using var db = Board.Open();
        return ApprovalQueries.SnapshotOf((await db.AgendaAsync(Forum.Id, meeting, ClosedReader.Everything))!).Mark;
    }
}
