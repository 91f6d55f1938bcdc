using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.NewForums;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.Council;
using Klynge.Application.Workspace.Items;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>Every page of the workspace, looked at by one person of every kind: whoever the table refuses sees nothing, and that is on record.</summary>
public sealed class PageRightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_ByEveryRole_IsShownOrRefusedAsTheTableSays()
    {
        await using var board = await RightsBoard.CreateAsync();
        var wrong = new List<string>();
        Assert.Empty(RightsTable.All.OfType<PageRight>().Except(Pages(board).Keys));
        foreach (var (page, look) in Pages(board))
        {
            foreach (var actor in RightsPeople.Columns)
            {
                var refusal = await LookAsync(board, actor, look);
                if (page.Who.HasFlag(actor) != refusal is null)
                    wrong.Add($"{page.Name} by {actor}: {refusal?.Code ?? "shown"}, and the table says {(page.Who.HasFlag(actor) ? "allowed" : "refused")}");

                if (board.Differs())
                    wrong.Add($"{page.Name} by {actor}: looking has changed something");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A draft is its authors' alone, whoever else is in the forum.</summary>
    [Fact]
    public async Task PageOfADraft_IsForThoseWhoMaySendItOut()
    {
        await using var board = await RightsBoard.CreateAsync();
        foreach (var actor in RightsPeople.Columns)
        {
            var refusal = await LookAsync(board, actor, turn => Seen(board.Chat.Get<ReadCase>().HandleAsync(turn, board.Draft, Ct)));
            Assert.Equal(actor is Actors.Secretariat or Actors.Chair, refusal is null);
        }
    }

    /// <summary>What is another forum's, and what there is not, is refused alike.</summary>
    [Fact]
    public async Task RecordsOfAnotherForum_AreRefusedAsIfThereWereNone()
    {
        await using var board = await RightsBoard.CreateAsync();
        Func<ChatTurn, Task<Error?>>[] looks =
        [
            turn => Seen(board.Chat.Get<ReadMeeting>().HandleAsync(turn, MeetingId.New(), Ct)),
            turn => Seen(board.Chat.Get<ReadCase>().HandleAsync(turn, WrittenProcedureId.New(), Ct)),
            turn => Seen(board.Chat.Get<ReadForum>().HandleAsync(turn, "findes-ikke", Ct)),
            turn => Seen(board.Chat.Get<ReadDeadlines>().HandleAsync(turn, "findes-ikke", Ct)),
            turn => Seen(board.Chat.Get<ReadSearch>().HandleAsync(turn, "budget", "findes-ikke", skip: 0, Ct)),
            turn => Seen(board.Chat.Get<ReadDocument>().HandleAsync(turn, "http://localhost:3978/documents/x/2026/y.docx?seal=z", Ct)),
            turn => Seen(board.Chat.Get<ReadForum>().HandleAsync(turn, board.Third.Key, Ct)),
            turn => Seen(board.Chat.Get<ReadDeadlines>().HandleAsync(turn, board.Third.Key, Ct)),
            turn => Seen(board.Chat.Get<ReadSearch>().HandleAsync(turn, "budget", board.Third.Key, skip: 0, Ct)),
        ];
        foreach (var look in looks)
            Assert.NotNull(await LookAsync(board, Actors.Member, look));
    }

    [Fact]
    public async Task RefusedPage_IsOnRecord_WithWhoAndWhere()
    {
        await using var board = await RightsBoard.CreateAsync();
        var visits = board.Chat.Get<PageVisits>();
        var turn = (await visits.FindAsync(board.People[Actors.OtherForum].EntraObjectId, Ct))!;
        var refusal = await Seen(board.Chat.Get<ReadMeeting>().HandleAsync(turn, board.Ahead, Ct));

        await visits.RefuseAsync(PageRights.Meeting, turn, refusal!, Ct);
        await visits.RefuseAsync(PageRights.Meeting, turn: null, new Klynge.Domain.Forums.UnknownPerson(), Ct);

        await using var db = board.Board.Open();
        var rows = await db.Audit.OrderByDescending(one => one.Sequence).Take(2).ToListAsync(Ct);
        Assert.Equal(("RefuseStranger/moeder", "UnknownPerson", null, null), (rows[0].UseCase, rows[0].Refusal, rows[0].ActorId, rows[0].ForumId));
        Assert.Equal(
            ("RefusePage/moeder", refusal!.Code, turn.PersonId, board.Forum.Id),
            (rows[1].UseCase, rows[1].Refusal, rows[1].ActorId, rows[1].ForumId));
    }

    [Fact]
    public async Task Person_IsFoundByTheAccountAlone_WhateverItsLetters()
    {
        await using var board = await RightsBoard.CreateAsync();
        var visits = board.Chat.Get<PageVisits>();
        var member = board.People[Actors.Member];

        Assert.Equal(member.Id, (await visits.FindAsync(member.EntraObjectId!.ToUpperInvariant(), Ct))?.PersonId);
        foreach (var other in new[] { null, string.Empty, member.Name, member.Email, member.Key, member.TeamsUserId, Guid.NewGuid().ToString() })
            Assert.Null(await visits.FindAsync(other, Ct));
    }

    private static Dictionary<PageRight, Func<ChatTurn, Task<Error?>>> Pages(RightsBoard board) => new()
    {
        [PageRights.Board] = turn => Seen(board.Chat.Get<ReadBoard>().HandleAsync(turn, Ct)),
        [PageRights.Deadlines] = turn => Seen(board.Chat.Get<ReadDeadlines>().HandleAsync(turn, board.Forum.Key, Ct)),
        [PageRights.Search] = turn => Seen(board.Chat.Get<ReadSearch>().HandleAsync(turn, "budget", board.Forum.Key, skip: 0, Ct)),
        [PageRights.Meeting] = turn => Seen(board.Chat.Get<ReadMeeting>().HandleAsync(turn, board.Ahead, Ct)),
        [PageRights.Item] = turn => Seen(board.Chat.Get<ReadItem>().ItemAsync(turn, board.Ahead, board.Item, typed: null, Ct)),
        [PageRights.ItemState] = turn => Seen(board.Chat.Get<ReadItem>().StateAsync(turn, board.Ahead, board.Item, seen: 0, Ct)),
        [PageRights.NewItem] = turn => Seen(board.Chat.Get<ReadItem>().NewAsync(turn, board.Ahead, item: null, typed: null, Ct)),
        [PageRights.AgendaDocument] = turn => Seen(board.Chat.Get<ReadAgendaDocument>().HandleAsync(turn, board.Ahead, Ct)),
        [PageRights.Case] = turn => Seen(board.Chat.Get<ReadCase>().HandleAsync(turn, board.Open, Ct)),
        [PageRights.NewCase] = turn => Seen(board.Chat.Get<ReadCaseForm>().NewAsync(turn, board.Forum.Key, item: null, Ct)),
        [PageRights.EditCase] = turn => Seen(board.Chat.Get<ReadCaseForm>().EditAsync(turn, board.Draft, Ct)),
        [PageRights.Forum] = turn => Seen(board.Chat.Get<ReadForum>().HandleAsync(turn, board.Forum.Key, Ct)),
        [PageRights.ForumMember] = turn => Form(board, turn, ForumFormKind.AddMember, seat: null),
        [PageRights.ForumSeat] = turn => Form(board, turn, ForumFormKind.EditSeat, board.SeatOf(board.Board.Member)),
        [PageRights.ForumSeatEnd] = turn => Form(board, turn, ForumFormKind.EndSeat, board.SeatOf(board.Board.Member)),
        [PageRights.ForumTable] = turn => Form(board, turn, ForumFormKind.Table, seat: null),
        [PageRights.ForumRoster] = turn => Form(board, turn, ForumFormKind.Roster, seat: null),
        [PageRights.NewForums] = turn => Seen(board.Chat.Get<ReadNewForums>().ReadAsync(turn, board.Forum.Key, "klynge", Ct)),
        [PageRights.AmendCase] = turn => Seen(board.Chat.Get<ReadCaseForm>().AmendAsync(turn, board.Open, Ct)),
        [PageRights.ForumRules] = turn => Form(board, turn, ForumFormKind.Rules, seat: null),
        [PageRights.MemberItem] = turn => Seen(board.Chat.Get<ReadMemberItem>().HandleAsync(turn, board.Voting, board.DecidedItem, Ct)),
        [PageRights.ChairForm] = turn => Seen(board.Chat.Get<ReadChairDecision>().FormAsync(turn, board.Forum.Key, Ct)),
        [PageRights.ChairDecision] = turn => Seen(board.Chat.Get<ReadChairDecision>().ShowAsync(turn, board.Forum.Key, board.ChairDecided, Ct)),
        [PageRights.Handover] = turn => Seen(board.Chat.Get<ReadHandover>().HandleAsync(turn, board.Forum.Key, board.Third.Key, new LocalDate(2026, 12, 31), Ct)),
        [PageRights.Operations] = turn => Seen(board.Chat.Get<ReadOperations>().HandleAsync(turn, verifies: true, Ct)),
        [PageRights.Document] = turn => Seen(board.Chat.Get<ReadDocument>().HandleAsync(
            turn, board.Chat.Get<DocumentLinks>().To(DocumentPath.Of(board.Forum.Name, 2026, "Notat")).AbsoluteUri, Ct)),
    };

    private static Task<Error?> Form(RightsBoard board, ChatTurn turn, ForumFormKind kind, Guid? seat) =>
        Seen(board.Chat.Get<ForumForms>().ReadAsync(turn, board.Forum.Key, kind, seat is { } id ? new MemberId(id) : null, Ct));

    private static async Task<Error?> LookAsync(RightsBoard board, Actors actor, Func<ChatTurn, Task<Error?>> look) =>
        await board.Chat.Get<PageVisits>().FindAsync(board.People[actor].EntraObjectId, Ct) is { } turn ? await look(turn) : new Klynge.Domain.Forums.UnknownPerson();

    private static async Task<Error?> Seen<T>(Task<Result<T>> reading)
        where T : notnull => (await reading).Error;
}
