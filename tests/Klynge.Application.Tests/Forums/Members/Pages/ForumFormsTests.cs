using System.Text.RegularExpressions;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums.Members.Pages;

/// <summary>A forum's members are changed by the forms of its page: looked at, confirmed, on record as from a card; and what was typed is not lost.</summary>
public abstract partial class ForumFormsTests(TestStore store) : IAsyncLifetime
{
    private TestBoard _board = null!;
    private FormBench _bench = null!;

    public sealed class OnSqlite() : ForumFormsTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ForumFormsTests(TestStore.Postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static (string, string)[] Ida =>
        [("name", "Ida Lund"), ("role", "næstformand"), ("organisation", "Egholt Kommune"), ("party", "A"), ("substitutes", "Bo Friis\r\nEva Holm")];

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _bench = new FormBench(_board);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Member_IsAdded_ByAProposalAndItsConfirmation_Once()
    {
        var proposal = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.AddMember), Ida));

        Assert.Contains("Ida Lund i Chefforum", proposal.Proposal!.Changes.Select(change => change.Subject));
        Assert.Contains(proposal.Proposal.Effects, effect => effect.StartsWith("Stemmer: 4 → 5.", StringComparison.Ordinal));
        Assert.Equal((6, 0), await _bench.CountAsync());

        var press = FormBench.Seen(proposal);
        Assert.NotEmpty((await _bench.ConfirmAsync(press)).Done!.Changes);
        Assert.Empty((await _bench.ConfirmAsync(press)).Done!.Changes);

        Assert.Equal((7, 1), await _bench.CountAsync());
        await using var db = _board.Open();
        var seat = await db.Members.Include(one => one.Substitutes).ThenInclude(one => one.Person).SingleAsync(one => one.Person.Name == "Ida Lund", Ct);
        Assert.Equal((Role.DeputyChair, "A", true), (seat.Role, seat.Party, seat.HasVote));
        Assert.Equal(["Bo Friis", "Eva Holm"], seat.SubstitutePeople.Select(person => person.Name));
    }

    /// <summary>Chat and page are two ways to one act: but for the hour, the ids and the press itself the rows are the same.</summary>
    [Fact]
    public async Task SameAct_ByCardAndByPage_WritesTheSameRow()
    {
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.AddMember), Ida));
        var byPage = await RowAsync(_board);

        await using var other = await TestBoard.CreateAsync(store);
        using var chat = new ChatFixture(other);
        object Press(string? seen) => new
        {
            forum = other.Forum.Id.Value.ToString("N"),
            kind = "add",
            name = "Ida Lund",
            role = "næstformand",
            organisation = "Egholt Kommune",
            party = "A",
            vote = "rolle",
            substitutes = "Bo Friis\nEva Holm",
            email = "",
            title = "",
            another = "false",
            sector = "",
            from = "",
            to = "",
            seen,
        };
        var proposal = (await chat.PressAsync(other.Secretary, "members.preview", Press(null))).Text();
        await chat.PressAsync(other.Secretary, "members.change", Press(Version().Match(proposal).Groups[1].Value));

        Assert.Equal(await RowAsync(other), byPage);
        Assert.StartsWith("ChangeForum sofie chefforum True", byPage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNobodyTouched_UndoesNobodyElsesChange_AndIsTold()
    {
        var second = await SecondSecretary.AddAsync(_board);
        var seat = await _bench.SeatAsync(_board.Member);
        var old = await _bench.OpenAsync(ForumFormKind.EditSeat, seat, second);
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat), ("party", "B"), ("substitutes", "Ulla Fremmed <ulla@fjordlandet.example>")));

        var proposal = await _bench.ProposeAsync(FormBench.Typed(old, ("organisation", "Nyborg Kommune")), second);

        Assert.Equal("organisation: Birkelse Kommune → Nyborg Kommune; sektor: Birkelse Kommune → Nyborg Kommune", Assert.Single(proposal.Proposal!.Changes).Detail);
        Assert.Equal(2, proposal.Meanwhile.Count);
        Assert.Contains("der stod intet, nu står der »B«. Det bliver stående.", proposal.Meanwhile[0], StringComparison.Ordinal);
        await _bench.ConfirmAsync(FormBench.Seen(proposal), second);
        var changed = await _bench.ReadAsync(seat);
        Assert.Equal(("Nyborg Kommune", "B", "Ulla Fremmed"), (changed.Organisation, changed.Party, changed.SubstitutePeople.Single().Name));
    }

    /// <summary>Both have looked at their proposals before either confirms.</summary>
    [Fact]
    public async Task TwoSecretaries_OnTheSameField_TheSecondIsToldAndSeesBoth()
    {
        var second = await SecondSecretary.AddAsync(_board);
        var seat = await _bench.SeatAsync(_board.Member);
        var first = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat), ("party", "B")));
        var late = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat, second), ("party", "C")), second);
        await _bench.ConfirmAsync(FormBench.Seen(first));

        var answer = await _bench.ConfirmAsync(FormBench.Seen(late), second);

        Assert.Null(answer.Done);
        Assert.Equal("B", (await _bench.ReadAsync(seat)).Party);
        Assert.Contains(answer.Problems, problem => problem.Contains("er ændret, siden du så forslaget", StringComparison.Ordinal));
        Assert.Contains("nu står der »B«, og du har skrevet »C«", Assert.Single(answer.Meanwhile), StringComparison.Ordinal);
        Assert.Equal("parti: B → C", Assert.Single(answer.Proposal!.Changes).Detail);

        Assert.NotNull((await _bench.ConfirmAsync(FormBench.Seen(answer), second)).Done);
        Assert.Equal("C", (await _bench.ReadAsync(seat)).Party);
    }

    [Fact]
    public async Task Refusal_KeepsEverythingThatWasTyped()
    {
        (string, string)[] typed = [("name", "<b>Ida</b>"), ("role", "formand"), ("organisation", ""), ("party", "»A«"), ("substitutes", "Bo\nEva"), ("from", "i morgen"), ("to", "31. juni")];

        foreach (var answer in new[] { await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.AddMember), typed)), await _bench.ConfirmAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.AddMember), typed) with { Seen = "x" }) })
        {
            Assert.NotEmpty(answer.Problems);
            Assert.Null(answer.Proposal);
            foreach (var (name, value) in typed)
                Assert.Equal(value, answer.Fields.Single(field => field.Name == name).Value);
        }

        Assert.Equal((6, 0), await _bench.CountAsync());
    }

    [Fact]
    public async Task Seat_IsEnded_AndOneThatIsOverKeepsItsForm()
    {
        var seat = await _bench.SeatAsync(_board.Doctor);
        var proposal = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EndSeat, seat), ("to", "2026-01-12")));
        Assert.Equal("til: (intet) → 12. januar 2026", Assert.Single(proposal.Proposal!.Changes).Detail);
        await _bench.ConfirmAsync(FormBench.Seen(proposal));

        Assert.Equal(new LocalDate(2026, 1, 12), (await _bench.ReadAsync(seat)).To);
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat), ("to", "2026-01-20")));
        Assert.Equal(new LocalDate(2026, 1, 20), (await _bench.ReadAsync(seat)).To);
    }

    /// <summary>Role and vote are one thing to say: »nej« beside a new role is that role without a vote.</summary>
    [Theory]
    [InlineData("medlem", "rolle", "stemmeret: nej → ja")]
    [InlineData("formand", "nej", "rolle: medlem → formand")]
    [InlineData("formand", "rolle", "rolle: medlem → formand; stemmeret: nej → ja")]
    public async Task Vote_IsWhatTheFormSays(string role, string vote, string expected)
    {
        var seat = await _bench.SeatAsync(_board.Member);
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat), ("vote", "nej")));

        var proposal = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.EditSeat, seat), ("role", role), ("vote", vote)));

        Assert.Equal(expected, Assert.Single(proposal.Proposal!.Changes).Detail);
    }

    [Fact]
    public async Task EveryForm_IsForTheForumsOwnSecretariat_AndForItsOwnSeats()
    {
        await using var db = _board.Open();
        var other = (await db.Members.SingleAsync(seat => seat.ForumId == _board.OtherForum.Id, Ct)).Id;
        var own = await _bench.SeatAsync(_board.Member);
        foreach (var kind in Enum.GetValues<ForumFormKind>())
        {
            var typed = new TypedForm(kind, own, new Dictionary<string, string>(), new Dictionary<string, string>()) { Seen = "x" };
            foreach (var person in new[] { _board.Chair, _board.Member, _board.Observer, _board.Stranger })
                Assert.All(await TryAsync(person, _board.Forum.Key, typed), error => Assert.True(error is NotAllowed or ForumNotFound));

            Assert.All(await TryAsync(_board.Secretary, _board.OtherForum.Key, typed), error => Assert.IsType<ForumNotFound>(error));
            Assert.All(await TryAsync(_board.Secretary, "findes-ikke", typed), error => Assert.IsType<ForumNotFound>(error));
            if (kind is ForumFormKind.EditSeat or ForumFormKind.EndSeat)
            {
                foreach (var seat in new MemberId?[] { other, new MemberId(Guid.Empty), null })
                    Assert.All(await TryAsync(_board.Secretary, _board.Forum.Key, typed with { Seat = seat }), error => Assert.IsType<SeatNotFound>(error));
            }
        }

        Assert.Equal((6, 0), await _bench.CountAsync());
    }

    private async Task<IReadOnlyList<Error?>> TryAsync(Person person, string key, TypedForm typed) =>
    [
        (await _bench.Forms.ReadAsync(_bench.As(person), key, typed.Kind, typed.Seat, Ct)).Error,
        (await _bench.Forms.FillAsync(_bench.As(person), key, typed, Ct)).Error,
        (await _bench.Forms.ProposeAsync(_bench.As(person), key, typed, Ct)).Error,
        (await _bench.Forms.ConfirmAsync(_bench.As(person), key, typed, Ct)).Error,
    ];

    private static async Task<string> RowAsync(TestBoard board)
    {
        await using var db = board.Open();
        var row = Assert.Single(await db.Audit.Where(one => one.Refusal == null).ToListAsync(Ct));
        var actor = (await db.People.SingleAsync(person => person.Id == row.ActorId, Ct)).Key;
        var forum = (await db.Forums.SingleAsync(one => one.Id == row.ForumId, Ct)).Key;
        return $"{row.UseCase} {actor} {forum} {row.SubjectId == row.ForumId?.Value} {Id().Replace(row.Changes, "ID")}";
    }

    [GeneratedRegex("\"seen\":\"([0-9a-f-]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
