using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Tests.Outbox;

/// <summary>
/// A word that stands in a closed item's or case's text alone, looked for in everything that leaves the bot unasked: notifications, mails,
/// the calendar, what is answered into a chat that others read, and the log. Those entitled read it where they open it.
/// </summary>
public sealed class NoticeTitleTests : NoticeTitleScenario
{
    [Fact]
    public async Task Proposal_AskedAcceptedMovedDeclinedAndTakenBack_NamesNoClosedItem()
    {
        var later = await Board.AddMeetingAsync(daysAhead: 50);
        var (kept, moved, declined, taken) = (await ProposeAsync(), await ProposeAsync(), await ProposeAsync(), await ProposeAsync());

        var told = new List<ChatReply>
        {
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(kept, Meeting)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(moved, later)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Answer(moved, later)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, Answer(declined, Meeting)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, Answer(declined, Meeting)),
            await Chat.PressAsync(Board.Member, AgendaVerbs.Remove, Item(taken)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Proposal, Item(taken)),
            await Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, Item(kept)),
        };

        Assert.All(told, reply => Assert.DoesNotContain(Secret, reply.Text(), StringComparison.Ordinal));
        Assert.Contains("Lukket punkt", told[0].Text(), StringComparison.Ordinal);
        await AssertNothingLeftAsync(atLeast: 7, cardsToo: true);
    }

    [Fact]
    public async Task Proposal_IsReadByTheSecretariatOnOpeningIt()
    {
        var item = await ProposeAsync();

        Assert.DoesNotContain(Secret, Assert.Single(await CardsToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Contains(Secret, (await Chat.PressAsync(Board.Secretary, AgendaVerbs.Proposal, Item(item))).Text(), StringComparison.Ordinal);
    }

    /// <summary>An old client posts the answer to a button into the chat, where observers read it.</summary>
    [Fact]
    public async Task Answers_ThatGoIntoTheForumsChat_NameNoClosedItem()
    {
        var (proposed, placed) = (await ProposeAsync(), await AddAsync());
        var found = await FoundAsync();
        var deadline = await AcceptAsync(found);
        await Chat.Get<RecordDecision>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, placed, $"{Secret} fratræder."), default);
        var turn = Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);
        (string Verb, object Data)[] presses =
        [
            (AgendaVerbs.Add, new { forum = Forum, meeting = Meeting.Id.Value, title = Title, kind = "1", closed = "true" }),
            (AgendaVerbs.Item, Item(placed)),
            (AgendaVerbs.Proposal, Item(proposed)),
            (DeadlineVerbs.Found, new { forum = Forum, all = found.ToString("N") }),
            (DeadlineVerbs.Show, new { forum = Forum, deadline }),
            (DeadlineVerbs.List, new { forum = Forum }),
            (DeadlineVerbs.Finish, new { forum = Forum, deadline, version = 1 }),
            (AgendaVerbs.Decide, new { forum = Forum, meeting = Meeting.Id.Value, choice = $"{placed.Value:N}/1", text = "Udsat." }),
            (AgendaVerbs.UndoDecision, new { forum = Forum, meeting = Meeting.Id.Value, item = placed.Value, change = 1 }),
            (AgendaVerbs.DecideForm, Item(placed)),
            (AgendaVerbs.Decisions, Item(placed)),
            (AgendaVerbs.Accept, Answer(proposed, Meeting)),
            (AgendaVerbs.Remove, Item(placed)),
        ];

        foreach (var (verb, data) in presses)
        {
            var reply = await Chat.PressAsync(turn, verb, data, isFallback: true);
            Assert.DoesNotContain(Secret, reply is ChatReply.Card ? reply.Text() : reply.ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>The agenda of those who may read closed items has them on its card; a mail in its place is the open one.</summary>
    [Fact]
    public async Task Agenda_ThatIsSentOut_NamesTheClosedItemOnTheCardsOfThoseEntitledAlone_AndInNoMail()
    {
        await AddAsync();

        await Chat.Get<SendAgenda>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Meeting.Id), default);

        await AssertNothingLeftAsync(atLeast: 4, cardsToo: false);
        Assert.Contains(Secret, (await CardsToAsync(Board.Member))[^1], StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", (await MailsToAsync(Board.Member))[^1], StringComparison.Ordinal);
        Assert.All(await CardsToAsync(Board.Observer), card => Assert.DoesNotContain(Secret, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_FromOpeningToResult_StandsInNoNotificationAndNoMail()
    {
        var fixture = new ProcedureFixture(Board, Chat);
        var id = await DraftAsync();
        Assert.True((await fixture.OpenAsync(id, Board.Secretary)).IsSuccess);
        await Chat.PressAsync(Board.Secretary, "procedure.remind", new { forum = Forum, procedure = id.Value });
        var voted = await Chat.PressAsync(Board.Member, "procedure.vote", new { forum = Forum, procedure = id.Value, version = 1, answer = "approve" });
        await Chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(Board.Secretary), new(Board.Forum.Id, id, Form with { Date = "2026-02-03", Reason = "Frist rykket" }), default);
        await fixture.CloseAsync(Board.Secretary, id);
        await Chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(Board.Chair), new(Board.Forum.Id, id, Note: null), default);

        Assert.DoesNotContain(Secret, voted.Card().FallbackText + voted.Card().Speak, StringComparison.Ordinal);
        Assert.Contains(Secret, voted.Text(), StringComparison.Ordinal);
        await AssertNothingLeftAsync(atLeast: 10, cardsToo: false);
        Assert.Contains((await MailsToAsync(Board.Member)), mail => mail.Contains("skriver det ikke i en mail", StringComparison.Ordinal));
        Assert.Contains((await CardsToAsync(Board.Member)), card => card.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_OfSomebodyWhoMayNotReadClosedItems_HasNoHit()
    {
        await AddAsync();

        var reply = await Chat.SayAsync(Board.Observer, new ChatCommand.Search(Secret));

        Assert.DoesNotContain("Afsked", reply is ChatReply.Card ? reply.Text() : reply.ToString(), StringComparison.Ordinal);
    }
}
