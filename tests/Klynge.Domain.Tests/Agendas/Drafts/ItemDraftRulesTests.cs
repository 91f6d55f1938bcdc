using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Drafts;

public sealed class ItemDraftRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private readonly ItemDraft _draft = new() { ItemId = AgendaItemId.New(), PersonId = PersonId.New(), Field = "title", ForumId = ForumId.New(), MeetingId = MeetingId.New() };

    [Fact]
    public void Window_GoesOnFromItsOwnWords_WhicheverAnswerItGot()
    {
        Assert.True(Write("Bud", turn: 1).IsSuccess);
        Assert.True(Write("Budget", turn: 2, seen: 0).IsSuccess);

        Assert.Equal(("Budget", 2, 2), (_draft.Text, _draft.Version, _draft.Turn));
    }

    [Fact]
    public void Window_WhoseEarlierWritingComesLate_ReplacesNothing()
    {
        Write("Budget 2027", turn: 3);

        Assert.True(Write("Bud", turn: 2).IsSuccess);
        Assert.Equal(("Budget 2027", 1), (_draft.Text, _draft.Version));
    }

    [Fact]
    public void AnotherWindow_ThatHasNotSeenWhatStands_ReplacesNothing_AndIsShownIt()
    {
        Write("Budget", turn: 1);

        var refused = Assert.IsType<DraftWrittenElsewhere>(Write("Økonomi", turn: 1, window: "b").Error);

        Assert.Equal(("Budget", 1), (refused.Standing, refused.Version));
        Assert.Equal("Budget", _draft.Text);
        Assert.True(Write("Økonomi", turn: 2, seen: 1, window: "b").IsSuccess);
        Assert.Equal("Økonomi", _draft.Text);
    }

    [Fact]
    public void AnotherWindow_ThatSaysTheSame_IsNoConflict()
    {
        Write("Budget", turn: 1);

        Assert.True(Write("Budget", turn: 1, window: "b").IsSuccess);
    }

    [Fact]
    public void Discarded_CanBeHadBack_AndIsWrittenOverWithoutAQuestion()
    {
        Write("Budget", turn: 1);
        _draft.Discard(Now);
        _draft.Discard(Now + Duration.FromHours(1));
        Assert.Equal(Now, _draft.DiscardedAt);

        _draft.TakeBack();
        Assert.Null(_draft.DiscardedAt);

        _draft.Discard(Now);
        Assert.True(Write("Økonomi", turn: 1, window: "b").IsSuccess);
        Assert.Equal(("Økonomi", null), (_draft.Text, _draft.DiscardedAt));
    }

    private Result<Done> Write(string text, int turn, int seen = 0, string window = "a") => _draft.Write(new DraftWriting(text, Seen: 4, seen, window, turn), Now);
}
