using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.Members.Cards;

/// <summary>»medlemmer« with its forms: every change is a proposal first, and the press that confirms it says which.</summary>
internal sealed class MemberChat(ChangeForum change, ReadMemberTable tables, CompareWithChat compare, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    private const int MaxQuestions = 8;

    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Members, (turn, visit, _, cancellationToken) => ListAsync(turn, visit, page: 0, cancellationToken))
        .OnAction(MemberVerbs.List, (turn, visit, action, cancellationToken) => ListAsync(turn, visit, action.Data.Page(), cancellationToken))
        .OnAction(MemberVerbs.AddForm, (_, visit, action, _) => Task.FromResult<ChatReply>(MemberForms.Add(visit.Forum, visit.Board, action.Data.Text(MemberInput.Name), action.Data.Text(MemberInput.Email))))
        .OnAction(MemberVerbs.TableForm, (_, visit, _, _) => Task.FromResult<ChatReply>(MemberForms.Table(visit.Forum, visit.Board)))
        .OnAction(MemberVerbs.EditForm, (turn, visit, action, cancellationToken) => OnSeatAsync(turn, visit, action, line => MemberForms.Edit(visit.Forum, visit.Board, line), cancellationToken))
        .OnAction(MemberVerbs.EndForm, (turn, visit, action, cancellationToken) => OnSeatAsync(turn, visit, action, line => MemberForms.End(visit.Forum, visit.Board, line, turn.Today), cancellationToken))
        .OnAction(MemberVerbs.Chat, CompareAsync)
        .OnAction(MemberVerbs.Preview, PreviewAsync)
        .OnAction(MemberVerbs.Change, ChangeAsync);

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var list = await ListMembers.ReadAsync(db, visit.Forum, turn.Today, cancellationToken);
        return MemberCards.List(list, visit.Board, visit.Access.May(ChangeForum.Needs) && !visit.Forum.IsOverFor(ChangeForum.Needs), page);
    }

    private async Task<ChatReply> OnSeatAsync(
        ChatTurn turn, Visit visit, InvokedAction action, Func<MemberLine, ChatReply> show, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seat = action.Data.Id<MemberId>(CardIds.Member);
        var list = await ListMembers.ReadAsync(db, visit.Forum, turn.Today, cancellationToken);
        return list.Lines.FirstOrDefault(line => line.Seat.Id == seat) is { } found ? show(found) : new SeatNotFound();
    }

    private async Task<ChatReply> CompareAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await compare.HandleAsync(turn.Caller, visit.Forum.Id, cancellationToken);
        return result.TryGet(out var found, out var error) ? MemberCards.Chat(visit.Forum, visit.Board, found)
            : error is ForumHasNoChat or RosterNotTold ? ChatReply.Say(error.Text)
            : error;
    }

    private async Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var input = MemberInput.Of(action);
        if (!(await MeantAsync(turn, visit, input, cancellationToken)).TryGet(out var meant, out var error))
            return error;

        var preview = await change.PreviewAsync(turn.Caller, visit.Forum.Id, meant.Change, cancellationToken);
        return preview.TryGet(out var shown, out error) ? MemberCards.Proposal(visit.Forum, visit.Board, shown, meant.Notes, input) : error;
    }

    private async Task<ChatReply> ChangeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var input = MemberInput.Of(action);
        if (!(await MeantAsync(turn, visit, input, cancellationToken)).TryGet(out var meant, out var error))
            return error;

        var request = new ChangeForumRequest(visit.Forum.Id, meant.Change, action.Data.Text(MemberInput.Seen) ?? string.Empty);
        var result = await change.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var done, out error) ? MemberCards.Done(visit.Forum, visit.Board, done) : error;
    }

    private async Task<Result<TableReading>> MeantAsync(ChatTurn turn, Visit visit, MemberInput input, CancellationToken cancellationToken)
    {
        if (input.Kind != MemberInput.Table)
            return input.ToEdit().TryGet(out var edit, out var wrong) ? new TableReading(ForumChange.Of(edit), [], []) : wrong;

        var text = input.Field(MemberInput.Table) ?? string.Empty;
        if (text.Length > MemberInput.MaxTable)
            return new TableDoesNotFitACard();

        if (!MemberTable.Read(text).TryGet(out var table, out var error))
            return error;

        var result = await tables.HandleAsync(turn.Caller, visit.Forum.Id, table, input.Field(MemberInput.Whole) == "true", cancellationToken);
        return result.TryGet(out var reading, out error) && reading.Questions.Count > 0 ? new TableDoubts(string.Join(' ', reading.Questions.Take(MaxQuestions))) : result;
    }
}
