using Klynge.Application.Chat;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums.Members.Pages;

/// <summary>Opens a forum's forms and sends them as a browser does: every field with what stood in it.</summary>
internal sealed class FormBench(TestBoard board, IChatRoster? roster = null)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal ForumForms Forms { get; } = new(
        new Gate(board.Contexts), board.Contexts, new ChangeForum(board.Writer, board.Contexts, board.Clock), new ReadMemberTable(board.Contexts, board.Clock),
        new ReadRoster(board.Contexts, roster ?? Moq.Mock.Of<IChatRoster>(), board.Clock));

    internal ChatTurn As(Person person) => new()
    {
        PersonId = person.Id,
        PersonName = person.Name,
        Caller = TestBoard.As(person),
        ConversationId = "workspace",
        ConversationKind = ConversationKind.Personal,
        Now = board.Clock.GetCurrentInstant(),
        Today = board.Today,
    };

    internal async Task<ForumFormPage> OpenAsync(ForumFormKind kind, MemberId? seat = null, Person? by = null) =>
        (await Forms.ReadAsync(As(by ?? board.Secretary), board.Forum.Key, kind, seat, Ct)).Value;

    internal async Task<ForumFormPage> ProposeAsync(TypedForm typed, Person? by = null) => (await Forms.ProposeAsync(As(by ?? board.Secretary), board.Forum.Key, typed, Ct)).Value;

    internal async Task<ForumFormPage> ConfirmAsync(TypedForm typed, Person? by = null) => (await Forms.ConfirmAsync(As(by ?? board.Secretary), board.Forum.Key, typed, Ct)).Value;

    /// <summary>Looked at and confirmed.</summary>
    internal async Task<ForumFormPage> RunAsync(TypedForm typed, Person? by = null) => await ConfirmAsync(Seen(await ProposeAsync(typed, by)), by);

    /// <summary>The page of a proposal sent back.</summary>
    internal static TypedForm Seen(ForumFormPage page) => Typed(page) with { Seen = page.Proposal?.Version ?? throw new InvalidOperationException(string.Join(' ', page.Problems)) };

    internal static TypedForm Typed(ForumFormPage page, params (string Name, string Value)[] typed)
    {
        var values = page.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
            values[name] = value;

        return new TypedForm(page.Kind, page.Seat, values, page.Fields.ToDictionary(field => field.Name, field => field.Was, StringComparer.Ordinal));
    }

    internal async Task<MemberId> SeatAsync(Person person)
    {
        await using var db = board.Open();
        return (await db.Members.SingleAsync(seat => seat.ForumId == board.Forum.Id && seat.PersonId == person.Id, Ct)).Id;
    }

    internal async Task<ForumMember> ReadAsync(MemberId seat)
    {
        await using var db = board.Open();
        return await db.Members.Include(one => one.Person).Include(one => one.Substitutes).ThenInclude(one => one.Person).SingleAsync(one => one.Id == seat, Ct);
    }

    internal async Task<(int Seats, int Rows)> CountAsync()
    {
        await using var db = board.Open();
        return (await db.Members.CountAsync(seat => seat.ForumId == board.Forum.Id, Ct), await db.Audit.CountAsync(row => row.Refusal == null, Ct));
    }
}
