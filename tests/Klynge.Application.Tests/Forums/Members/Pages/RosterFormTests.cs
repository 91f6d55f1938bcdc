using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace Klynge.Application.Tests.Forums.Members.Pages;

/// <summary>Members from the forum's chat: known by their accounts alone, ticked, looked at, and written as any other change of the forum.</summary>
public sealed class RosterFormTests : IAsyncLifetime
{
    private const string Ida = "11111111-0000-4000-8000-000000000001";

    private readonly Mock<IChatRoster> _roster = new();
    private TestBoard _board = null!;
    private FormBench _forms = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _forms = new FormBench(_board, _roster.Object);
        await _board.AddAsync(new Conversation
        {
            Id = "19:forum",
            Kind = ConversationKind.Group,
            ServiceUrl = "https://smba.example/",
            ChannelId = "msteams",
            BotId = "28:bot",
            ForumId = _board.Forum.Id,
            SeenAt = _board.Clock.GetCurrentInstant(),
        });
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task SomebodyNew_IsTicked_LookedAt_AndOnRecordByTheirAccount_Once()
    {
        Tells([.. Everybody(), new ChatMember("Ida Lund", "IDA@egholt.example", Ida, "29:ida")]);
        var page = await _forms.OpenAsync(ForumFormKind.Roster);
        Assert.Contains("Ida Lund <ida@egholt.example> · ny", page.Fields.Select(field => field.Group));
        Assert.Equal(6, page.Roster!.There.Count);

        var before = await _forms.CountAsync();
        var proposal = await _forms.ProposeAsync(Ticked(page, "plads", Ida, ("rolle", "næstformand"), ("org", "Egholt Kommune")));
        Assert.Equal(["Ida Lund", "Ida Lund i Chefforum"], proposal.Proposal!.Changes.Select(change => change.Subject));
        Assert.Equal(before, await _forms.CountAsync());

        var confirmation = FormBench.Seen(proposal);
        Assert.NotNull((await _forms.ConfirmAsync(confirmation)).Done);
        var after = await _forms.CountAsync();
        Assert.Equal((before.Seats + 1, before.Rows + 1), after);
        await using var db = _board.Open();
        var seat = await db.Members.Include(one => one.Person).SingleAsync(one => one.Person.Name == "Ida Lund", Ct);
        Assert.Equal((Ida, "ida@egholt.example", Role.DeputyChair, "Egholt Kommune"), (seat.Person.EntraObjectId, seat.Person.Email, seat.Role, seat.Organisation));

        Assert.NotNull((await _forms.ConfirmAsync(confirmation)).Done);
        Assert.Equal(after, await _forms.CountAsync());
    }

    /// <summary>The account says who it is, whatever the chat calls them.</summary>
    [Fact]
    public async Task SomebodyOfTheBoard_IsKnownByTheAccount_AndNobodyIsMade()
    {
        var account = await AccountAsync(_board.Stranger);
        Tells([.. Everybody(), new ChatMember("U. F.", "en.anden@egholt.example", account.ToUpperInvariant(), null)]);
        var page = await _forms.OpenAsync(ForumFormKind.Roster);
        Assert.Contains(page.Fields, field => field.Group == "Ulla Fremmed <ulla@fjordlandet.example> · kendt i rådet");

        await _forms.RunAsync(Ticked(page, "plads", account, ("org", "Egholt Kommune")));

        await using var db = _board.Open();
        Assert.Equal(_board.Stranger.Id, (await db.Members.SingleAsync(seat => seat.Organisation == "Egholt Kommune", Ct)).PersonId);
        Assert.Equal(7, await db.People.CountAsync(Ct));
    }

    /// <summary>A name or an address is no proof: whoever is meant is asked about.</summary>
    [Fact]
    public async Task SameNameOrAddress_IsAQuestion_AndTheAnswerDecides()
    {
        await ForgetAccountAsync(_board.Stranger);
        Tells([.. Everybody(), new ChatMember("ulla fremmed", "ulla@fjordlandet.example", Ida, "29:ulla")]);
        var page = await _forms.OpenAsync(ForumFormKind.Roster);
        Assert.Contains(page.Fields, field => field.Group!.EndsWith("måske kendt i rådet", StringComparison.Ordinal));

        var asked = await _forms.ProposeAsync(Ticked(page, "plads", Ida, ("org", "Egholt Kommune")));
        Assert.Contains("Vælg, hvem ulla fremmed i chatten er", Assert.Single(asked.Problems), StringComparison.Ordinal);
        Assert.Equal("Egholt Kommune", asked.Fields.Single(field => field.Name.StartsWith("org.", StringComparison.Ordinal)).Value);
        var madeUp = await _forms.ProposeAsync(Ticked(page, "plads", Ida, ("org", "Egholt Kommune"), ("hvem", "karen")));
        Assert.Null(madeUp.Proposal);

        var another = await _forms.ProposeAsync(Ticked(page, "plads", Ida, ("org", "Egholt Kommune"), ("hvem", "ny")));
        Assert.Equal(2, another.Proposal!.Changes.Count);
        await _forms.RunAsync(Ticked(page, "plads", Ida, ("org", "Egholt Kommune"), ("hvem", "ulla")));

        await using var db = _board.Open();
        Assert.Equal(_board.Stranger.Id, (await db.Members.SingleAsync(seat => seat.Organisation == "Egholt Kommune", Ct)).PersonId);
        Assert.Null((await db.People.SingleAsync(person => person.Id == _board.Stranger.Id, Ct)).EntraObjectId);
    }

    /// <summary>One who sits here and has no account on record may be anybody in the chat of that name: nobody is made, and no seat ends.</summary>
    [Fact]
    public async Task SeatWithoutAnAccount_IsNeitherEndedNorDoubled()
    {
        await ForgetAccountAsync(_board.Member);
        Tells([.. Everybody(_board.Member), new ChatMember("Mads Holt", null, Ida, "29:mads")]);

        var page = await _forms.OpenAsync(ForumFormKind.Roster);

        Assert.Empty(page.Fields);
        Assert.Equal(["Mads Holt"], page.Roster!.Unsure);
        Assert.Equal(["Mads Holt"], page.Roster.Unproven);
    }

    [Fact]
    public async Task WhoIsNotThereAnyMore_IsTicked_AndTheSeatEndsWithYesterday()
    {
        Tells([.. Everybody(_board.Doctor)]);
        var page = await _forms.OpenAsync(ForumFormKind.Roster);
        var seat = await _forms.SeatAsync(_board.Doctor);
        Assert.Equal("Omar Said · ikke i chatten mere", Assert.Single(page.Fields).Group);

        var nobody = await _forms.ProposeAsync(FormBench.Typed(page));
        Assert.Contains("Sæt hak", Assert.Single(nobody.Problems), StringComparison.Ordinal);
        await _forms.RunAsync(FormBench.Typed(page, ($"slut.{seat.Value:N}", "true")));

        Assert.Equal(_board.Today.PlusDays(-1), (await _forms.ReadAsync(seat)).To);
    }

    /// <summary>Anybody can post an id: whoever is not in the chat gets no seat by it, and no other seat ends.</summary>
    [Fact]
    public async Task PostedIds_OfPeopleWhoAreNotThere_AndOfSeatsThatAreNotGone_DoNothing()
    {
        Tells([.. Everybody()]);
        var seat = await _forms.SeatAsync(_board.Doctor);
        var before = await _forms.CountAsync();
        var typed = new TypedForm(ForumFormKind.Roster, null, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"plads.{Guid.Parse(Ida):N}"] = "true",
            [$"org.{Guid.Parse(Ida):N}"] = "Egholt Kommune",
            [$"slut.{seat.Value:N}"] = "true",
        }, new Dictionary<string, string>(StringComparer.Ordinal))
        { Seen = "x" };

        Assert.Null((await _forms.ProposeAsync(typed)).Proposal);
        Assert.Null((await _forms.ConfirmAsync(typed)).Done);
        Assert.Equal(before, await _forms.CountAsync());
    }

    /// <summary>Somebody left the chat between the look and the press: the new proposal is the answer, and nothing is written.</summary>
    [Fact]
    public async Task ChatThatChangesMeanwhile_IsLookedAtAgain()
    {
        Tells([.. Everybody(), new ChatMember("Ida Lund", null, Ida, "29:ida")]);
        var seen = FormBench.Seen(await _forms.ProposeAsync(Ticked(await _forms.OpenAsync(ForumFormKind.Roster), "plads", Ida, ("org", "Egholt Kommune"))));
        var before = await _forms.CountAsync();
        Tells([.. Everybody()]);

        Assert.Null((await _forms.ConfirmAsync(seen)).Done);

        Assert.Equal(before, await _forms.CountAsync());
    }

    [Fact]
    public async Task WhenTeamsDoesNotTell_ItSaysSo_AndWhatWasTypedIsStillThere()
    {
        Tells([.. Everybody(), new ChatMember("Ida Lund", null, Ida, "29:ida")]);
        var typed = Ticked(await _forms.OpenAsync(ForumFormKind.Roster), "plads", Ida, ("org", "Egholt Kommune"));
        _roster.Setup(roster => roster.ReadAsync(It.IsAny<Conversation>(), It.IsAny<CancellationToken>())).ReturnsAsync((IReadOnlyList<ChatMember>?)null);

        var away = await _forms.ProposeAsync(typed);

        Assert.Contains("Teams siger ikke lige nu", Assert.Single(away.Problems), StringComparison.Ordinal);
        Assert.Equal("Egholt Kommune", away.Fields.Single(field => field.Name.StartsWith("org.", StringComparison.Ordinal)).Value);
        Assert.All(away.Fields, field => Assert.Equal(FieldKind.Hidden, field.Kind));
    }

    [Fact]
    public async Task Chat_IsReadForTheSecretariatAlone()
    {
        Assert.IsType<NotAllowed>((await _forms.Forms.ReadAsync(_forms.As(_board.Chair), _board.Forum.Key, ForumFormKind.Roster, seat: null, Ct)).Error);
        _roster.Verify(roster => roster.ReadAsync(It.IsAny<Conversation>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private static TypedForm Ticked(ForumFormPage page, string tick, string account, params (string Name, string Value)[] more)
    {
        var id = Guid.Parse(account).ToString("N");
        return FormBench.Typed(page, [($"{tick}.{id}", "true"), .. more.Select(one => ($"{one.Name}.{id}", one.Value))]);
    }

    private IEnumerable<ChatMember> Everybody(Person? except = null) =>
        new[] { _board.Chair, _board.Member, _board.OtherMember, _board.Doctor, _board.Observer, _board.Secretary }.Where(person => person.Id != except?.Id)
            .Select(person => new ChatMember(person.Name, person.Email, person.EntraObjectId, person.TeamsUserId));

    private void Tells(params ChatMember[] members) =>
        _roster.Setup(roster => roster.ReadAsync(It.IsAny<Conversation>(), It.IsAny<CancellationToken>())).ReturnsAsync(members);

    private async Task<string> AccountAsync(Person person)
    {
        await using var db = _board.Open();
        return (await db.People.SingleAsync(one => one.Id == person.Id, Ct)).EntraObjectId!;
    }

    private async Task ForgetAccountAsync(Person person)
    {
        await using var db = _board.Open();
        await db.People.Where(one => one.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.EntraObjectId, (string?)null).SetProperty(one => one.TeamsUserId, (string?)null), Ct);
    }
}
