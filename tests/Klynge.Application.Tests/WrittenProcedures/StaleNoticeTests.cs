using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>The notices of a case that somebody looks at again: as they were sent while they are true, then how the case stands.</summary>
public sealed class StaleNoticeTests : ProcedureTest
{
    [Fact]
    public async Task Notices_OfAnOpenCase_StayAsTheyWereSent()
    {
        foreach (var (person, card) in await NoticesAsync())
            (await Chat.RefreshAsync(person, card)).Refused<NothingNewToTell>();
    }

    [Fact]
    public async Task Notices_OfACaseThatIsClosed_ShowItsResult()
    {
        var notices = await NoticesAsync();
        await Fixture.CloseAsync(Board.Secretary, Case);

        foreach (var (person, card) in notices)
        {
            var seen = (await Chat.RefreshAsync(person, card)).Text();
            Assert.Contains("Ikke beslutningsdygtig", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Svar nu\"", seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NoticeOfAnotherDeadline_ToSomebodyWhoHasAnswered_ShowsTheAnswer()
    {
        var moved = (await NoticesAsync()).Single(notice => notice.Person == Board.Member).Card;
        await Fixture.VoteAsync(Board.Member, Case);

        Assert.Contains("Du godkendte", (await Chat.RefreshAsync(Board.Member, moved)).Text(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<(Person Person, string Card)>> NoticesAsync()
    {
        await using var db = Board.Open();
        var view = (await db.ViewProcedureAsync(Board.Forum.Id, Case, default))!;
        var before = Instant.FromUtc(2026, 1, 20, 11, 0);
        return
        [
            (Board.Secretary, CardJson.Serialize(OpenedCard.Build(view, new ProcedureOpened(4, 1, [], []), Board.Clock.GetCurrentInstant()))),
            (Board.Chair, CardJson.Serialize(LeaversCard.Build(view, ["Tina Lund er ikke længere medlem."]))),
            (Board.OtherMember, CardJson.Serialize(SeatGivenCard.Build(view, "Bo Friis svarer i stedet for dig."))),
            (Board.Member, CardJson.Serialize(DeadlineMovedCard.Build(view, before, reason: null, Board.Clock.GetCurrentInstant()))),
        ];
    }
}
