using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

public sealed class SendAgendaTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        await Board.AddAsync(Chat("19:forum", Board.Forum.Id));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Preview_SaysHowManyItReachesAndSendsNothing()
    {
        var preview = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data())).Text();

        Assert.Contains("Dagsordenen sendes til 5 personer og vises i 1 chat.", preview, StringComparison.Ordinal);
        Assert.Contains("Udsend til 5 personer", preview, StringComparison.Ordinal);
        Assert.Contains("Der er ingen punkter på dagsordenen.", preview, StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Preview_ShowsItAsOthersWillReadIt_WithNothingToPressForThem()
    {
        await _fixture.AddAsync(Board.Secretary, "Åbent");
        var ask = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data());
        Assert.DoesNotContain("Se den som observatør", ask.Text(), StringComparison.Ordinal);
        await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);
        ask = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data());

        var member = (await _fixture.Chat.PressAsync(Board.Secretary, ask.Card(), "Se den som medlem")).Text();
        var observer = (await _fixture.Chat.PressAsync(Board.Secretary, ask.Card(), "Se den som observatør")).Text();

        Assert.Contains("Hemmeligt", member, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", observer, StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", observer, StringComparison.Ordinal);
        Assert.Contains("Sådan ser en observatør", observer, StringComparison.Ordinal);
        foreach (var verb in new[] { "attendance.form", AgendaVerbs.AddForm, AgendaVerbs.Send, AgendaVerbs.DecideForm })
            Assert.DoesNotContain($"\"{verb}\"", member, StringComparison.Ordinal);

        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Send_GivesEverybodyTheirOwnCardAndTheChatTheSharedOne()
    {
        await _fixture.AddAsync(Board.Secretary, "Åbent");
        await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);

        var told = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, _fixture.Data());

        Assert.Contains("Dagsordenen er sendt til 5 personer og vises i 1 chat", told.Text(), StringComparison.Ordinal);
        Assert.Contains("Hemmeligt", Assert.Single(await _fixture.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", Assert.Single(await _fixture.MessagesToAsync(Board.Observer)), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Secretary));
        await using var db = Board.Open();
        Assert.Equal(AgendaCards.Key(_fixture.Meeting.Id).ToString(), (await db.Outbox.SingleAsync(row => row.ConversationId == "19:forum")).CardKey);
        Assert.Equal(MeetingStatus.AgendaSent, (await db.Meetings.SingleAsync()).Status);
    }

    [Fact]
    public async Task AfterSending_WhatIsAddedAndChangedIsMarked()
    {
        var old = await _fixture.AddAsync(Board.Secretary, "Gammelt");
        await _fixture.AddAsync(Board.Secretary, "Urørt");
        Board.Clock.Advance(Duration.FromHours(1));
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, _fixture.Data());
        Board.Clock.Advance(Duration.FromHours(1));
        await _fixture.AddAsync(Board.Secretary, "Nyt");
        var edit = new EditItemRequest(Board.Forum.Id, old, AgendaFixture.Content("Gammelt, rettet"), 1);
        await _fixture.Chat.Get<EditItem>().HandleAsync(TestBoard.As(Board.Secretary), edit, default);

        await using var db = Board.Open();
        var view = await db.AgendaAsync(Board.Forum.Id, _fixture.Meeting.Id, ClosedReader.Everything);

        Assert.Equal([AgendaMark.Changed, AgendaMark.None, AgendaMark.New], view!.Lines.Select(line => line.Mark));
        Assert.Equal(Board.Today, view.Lines[0].ChangedOn);
    }

    [Theory]
    [InlineData("agenda.send.form")]
    [InlineData("agenda.preview")]
    [InlineData("agenda.send")]
    public async Task Send_ByAChairOrMember_IsRefused(string verb)
    {
        (await _fixture.Chat.PressAsync(Board.Chair, verb, _fixture.Data())).Refused<NotAllowed>();
        (await _fixture.Chat.PressAsync(Board.Member, verb, _fixture.Data())).Refused<NotAllowed>();
    }

    [Fact]
    public async Task SharedCard_NeverHoldsAClosedTitle()
    {
        await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);

        var shared = await DrawAsync("19:forum");

        Assert.DoesNotContain("Hemmeligt", shared, StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", shared, StringComparison.Ordinal);
        Assert.Contains("29:sofie", shared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedCard_InAnotherForumsChat_IsNotDrawn()
    {
        await Board.AddAsync(Chat("19:other", Board.OtherForum.Id));

        Assert.Null(await DrawAsync("19:other"));
    }

    [Fact]
    public async Task SharedCard_InAPersonalChat_IsThePersonsOwn()
    {
        await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);
        await Board.AddAsync(
            Chat("a:mads", null, Board.Member.Id), Chat("a:bo", null, Board.Observer.Id), Chat("a:ulla", null, Board.Stranger.Id));

        Assert.Contains("Hemmeligt", await DrawAsync("a:mads"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", await DrawAsync("a:bo"), StringComparison.Ordinal);
        Assert.Null(await DrawAsync("a:ulla"));
    }

    [Fact]
    public async Task ClosedItem_IsShownToAMemberByAButton_ButNotInAMessageThatOthersRead()
    {
        await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);
        ChatTurn InGroup() => _fixture.Chat.Turn(Board.Member, Board.Forum.Id, personal: false);

        var own = await _fixture.Chat.PressAsync(InGroup(), AgendaVerbs.Show, _fixture.Data());
        var posted = await _fixture.Chat.PressAsync(InGroup(), AgendaVerbs.Show, _fixture.Data(), isFallback: true);
        var text = await _fixture.Chat.PressAsync(InGroup(), AgendaVerbs.Full, _fixture.Data(), isFallback: true);

        Assert.Contains("Hemmeligt", own.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", posted.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", text.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agenda.edit.form")]
    [InlineData("agenda.edit")]
    public async Task ClosedItem_IsNotEditedWhereOthersReadAlong(string verb)
    {
        var id = await _fixture.AddAsync(Board.Secretary, "Hemmeligt", isClosed: true);
        var turn = _fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);

        (await _fixture.Chat.PressAsync(turn, verb, _fixture.Data(id), isFallback: true)).Refused<ItemIsClosedHere>();
        Assert.Equal(["1 Hemmeligt"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task ClosedProposal_IsNotShownWhereOthersReadAlong()
    {
        await _fixture.AddAsync(Board.Member, "Hemmeligt", isClosed: true);
        var turn = _fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);

        (await _fixture.Chat.PressAsync(turn, AgendaVerbs.Proposals, _fixture.Data(), isFallback: true)).Refused<ItemIsClosedHere>();
    }

    private async Task<string?> DrawAsync(string conversation)
    {
        await using var db = Board.Open();
        var chat = await db.Conversations.SingleAsync(candidate => candidate.Id == conversation);
        return (await new AgendaCards().DrawAsync(db, _fixture.Meeting.Id.Value, chat, Board.Clock.GetCurrentInstant(), default))?.Text();
    }

    private Conversation Chat(string id, ForumId? forum, PersonId? person = null) => new()
    {
        Id = id,
        Kind = person is null ? ConversationKind.Group : ConversationKind.Personal,
        ServiceUrl = "https://smba.example/",
        ChannelId = "msteams",
        BotId = "28:bot",
        ForumId = forum,
        PersonId = person,
        SeenAt = Board.Clock.GetCurrentInstant(),
    };
}
