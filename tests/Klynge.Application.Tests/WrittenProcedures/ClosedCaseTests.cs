using System.Text.Json;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>
/// A case of its own that is made »Lukket sag« in its form: a personnel matter. Those who answer read it; nobody else learns what it is about,
/// in no card, notice, list or name.
/// </summary>
public sealed class ClosedCaseTests : IAsyncLifetime
{
    private const string Secret = "Opsigelse af klinikchefen";
    private const string Presentation = "Klinikchefen er indkaldt til samtale.";
    private const string Chat = "19:chefforum@thread.v2";

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _fixture = new ProcedureFixture(_board, _chat);
        await _board.AddAsync(new Conversation
        {
            Id = Chat,
            Kind = ConversationKind.Group,
            ForumId = _board.Forum.Id,
            ServiceUrl = "http://127.0.0.1:9/teams",
            ChannelId = "msteams",
            BotId = "28:bot",
            SeenAt = _board.Clock.GetCurrentInstant(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Form_OfACaseOfItsOwn_HasTheBox_AndTheCaseIsClosedWhenItIsTicked()
    {
        var form = (await _chat.PressAsync(_board.Secretary, "procedure.form", new { forum = _board.Forum.Id.Value })).Text();
        var preview = (await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed(closed: "true"))).Text();

        Assert.Contains("\"id\":\"closed\"", form, StringComparison.Ordinal);
        Assert.Contains("Lukket sag: fortæl ikke andre", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("procedure.consult.form", preview, StringComparison.Ordinal);
        Assert.True((await OnlyAsync()).Case.IsClosed);
    }

    [Theory]
    [InlineData("true", "false", false)]
    [InlineData("true", null, true)]
    [InlineData(null, "true", true)]
    [InlineData(null, null, false)]
    public async Task Draft_SavedAgain_IsWhatTheFormSays_AndStaysAsItIsOnACardWithoutTheBox(string? first, string? second, bool isClosed)
    {
        await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed(first));
        await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed(second, (await OnlyAsync()).Id));

        Assert.Equal(isClosed, (await OnlyAsync()).Case.IsClosed);
    }

    [Fact]
    public async Task Draft_OfAClosedItem_StaysClosed_WhateverTheFormSays()
    {
        var meeting = await _board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = Secret, IsClosed = true }, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(item);

        var form = (await _chat.PressAsync(_board.Secretary, "procedure.form", new { forum = _board.Forum.Id.Value, item = item.Id.Value })).Text();
        await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed("false", item: item.Id));
        await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed("false", (await OnlyAsync()).Id));

        Assert.Contains("Sagen er lukket og kan ikke åbnes igen", form, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\":\"closed\"", form, StringComparison.Ordinal);
        Assert.True((await OnlyAsync()).Case.IsClosed);
    }

    [Fact]
    public async Task Case_ThatIsClosed_IsReadByThoseWhoAnswerAndByNobodyElse()
    {
        var id = await OpenAsync();

        foreach (var verb in new[] { "procedure.view", "procedure.ballot" })
        {
            (await _chat.PressAsync(_board.Observer, verb, Named(id))).Refused<ProcedureNotFound>();
            (await _chat.PressAsync(_board.Stranger, verb, Named(id))).Refused<ProcedureNotFound>();
        }

        Assert.Contains(Secret, (await _chat.PressAsync(_board.Member, "procedure.ballot", Named(id))).Text(), StringComparison.Ordinal);
        Assert.Contains(Presentation, (await _chat.PressAsync(_board.Member, "procedure.ballot", Named(id))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedCard_SaysThatThereIsAClosedCase_AndNothingOfIt()
    {
        var id = await OpenAsync();
        await _fixture.VoteAsync(_board.Member, id, Answer.Reject, "Klinikchefen skal høres først.");
        var open = await SharedAsync(id);
        await _fixture.WithdrawAsync(_board.Secretary, id, $"{Secret} behandles i enheden.");
        var withdrawn = await SharedAsync(id);

        foreach (var card in new[] { open, withdrawn })
        {
            Assert.Contains("Lukket sag", card, StringComparison.Ordinal);
            Assert.DoesNotContain("linikchef", card, StringComparison.Ordinal);
            Assert.DoesNotContain(_board.Member.Name, card, StringComparison.Ordinal);
        }
    }

    /// <summary>The line of a notification stands on a lock screen, and becomes the subject of a mail.</summary>
    [Fact]
    public async Task Notices_FromOpeningToConfirming_NameNoClosedCase()
    {
        var id = await OpenAsync();
        _board.Clock.Advance(Duration.FromDays(9));
        await _chat.Get<SendProcedureReminders>().HandleAsync(default);
        await _chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(_board.Secretary),
            new(_board.Forum.Id, id, Form with { Date = "2026-02-03", Reason = "Frist rykket" }),
            default);
        await _fixture.CloseAsync(_board.Secretary, id);
        await _chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(_board.Chair), new(_board.Forum.Id, id, Note: null), default);
        await using var db = _board.Open();
        var messages = (await db.Outbox.Where(row => row.Payload != null).ToListAsync())
            .ConvertAll(row => JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!);

        Assert.True(messages.Count > 10, $"{messages.Count} messages");
        Assert.All(messages, message =>
        {
            Assert.DoesNotContain("linikchef", message.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("linikchef", message.About?.Title ?? "", StringComparison.Ordinal);
        });
        Assert.Contains(messages, message => message.About?.Title == "Lukket sag");
        Assert.DoesNotContain(await db.Outbox.Where(row => row.PersonId == _board.Observer.Id).ToListAsync(), row => row.Payload != null);
    }

    [Fact]
    public async Task Case_ThatIsClosed_IsPutToNoOtherForum()
    {
        await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed("true"));
        var draft = await OnlyAsync();

        var asked = await _chat.Get<ConsultForum>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft.Id, _board.OtherForum.Id, ProcedureFixture.Deadline), default);

        Assert.IsType<ClosedCaseStaysHere>(asked.Error);
        await using var db = _board.Open();
        Assert.Empty(await db.Consultations.ToListAsync());
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    /// <summary>They were asked while it was open; then the text became one about a person.</summary>
    [Fact]
    public async Task Hearing_OfACaseThatIsClosedAfterwards_ShowsAndTellsTheOtherForumNothingMore()
    {
        var (draft, heard) = (await _fixture.DraftAsync(), _board.Observer);
        await _chat.Get<ConsultForum>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft, _board.OtherForum.Id, ProcedureFixture.Deadline), default);
        await using var db = _board.Open();
        var named = new { consultation = (await db.Consultations.SingleAsync()).Id.Value, remarks = "Fint." };
        Assert.Contains("Udpegning", (await _chat.PressAsync(heard, "procedure.consultation", named)).Text(), StringComparison.Ordinal);

        await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, draft, Item: null, Form with { IsClosed = true }), default);
        var before = await db.Outbox.CountAsync(row => row.PersonId == heard.Id);
        (await _chat.PressAsync(heard, "procedure.consultation", named)).Refused<ProcedureNotFound>();
        (await _chat.PressAsync(heard, "procedure.remark", named)).Refused<ProcedureNotFound>();
        Assert.True((await _fixture.OpenAsync(draft, _board.Secretary)).IsSuccess);
        await _fixture.WithdrawAsync(_board.Secretary, draft, Secret);

        Assert.Equal(before, await db.Outbox.CountAsync(row => row.PersonId == heard.Id));
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    public async Task OpenCase_CanBeClosedWhenItIsChanged_AndNeverOpenedUp(bool before, bool? form, bool after)
    {
        var id = await OpenAsync(before);

        var amended = await _chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, id, Form with { IsClosed = form, Reason = "Rettet" }), default);

        Assert.True(amended.IsSuccess, amended.Error?.Code);
        Assert.Equal(after, (await OnlyAsync()).Case.IsClosed);
        Assert.Equal(after, !(await SharedAsync(id)).Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>An old client posts the answer to a button into the chat, where observers read it.</summary>
    [Fact]
    public async Task Ballot_AskedForByAnOldClientInTheForumsChat_IsRefusedThere()
    {
        var id = await OpenAsync();
        var turn = _chat.Turn(_board.Member, _board.Forum.Id, personal: false);

        var told = Assert.IsType<ChatReply.Words>(await _chat.PressAsync(turn, "procedure.ballot", Named(id), isFallback: true));
        Assert.DoesNotContain("linikchef", told.Markdown, StringComparison.Ordinal);
        (await _chat.PressAsync(turn, "procedure.ballot", Named(id))).Card();
    }

    [Fact]
    public async Task Follow_UpItem_IsClosed_SoThatAgendaSearchAndMinutesTreatItAsSuch()
    {
        await _board.AddMeetingAsync();
        var id = await OpenAsync();
        await _fixture.CloseAsync(_board.Secretary, id);
        await using var db = _board.Open();

        var item = Assert.Single(await db.AgendaItems.ToListAsync(), item => item.Content.Title.Contains(Secret, StringComparison.Ordinal));
        Assert.True(item.Content.IsClosed);
    }

    private static ProcedureForm Form => ProcedureFixture.Form with { Title = Secret, Presentation = Presentation, Summary = "", Attachments = "" };

    private async Task<WrittenProcedureId> OpenAsync(bool isClosed = true)
    {
        var draft = await _fixture.DraftAsync(form: Form with { IsClosed = isClosed });
        var opened = await _fixture.OpenAsync(draft, _board.Secretary);
        Assert.True(opened.IsSuccess, opened.Error?.Code);
        return draft;
    }

    private object Typed(string? closed, WrittenProcedureId? procedure = null, AgendaItemId? item = null)
    {
        var data = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["forum"] = _board.Forum.Id.Value,
            ["title"] = Secret,
            ["presentation"] = Presentation,
            ["recommendations"] = "Godkender opsigelsen",
            ["date"] = "2026-01-23",
            ["time"] = "12:00",
            ["closed"] = closed,
            ["procedure"] = procedure?.Value,
            ["item"] = item?.Value,
        };
        return data.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private object Named(WrittenProcedureId id) => new { forum = _board.Forum.Id.Value, procedure = id.Value };

    private async Task<string> SharedAsync(WrittenProcedureId id)
    {
        await using var db = _board.Open();
        var conversation = await db.Conversations.SingleAsync(one => one.Id == Chat);
        var card = await new ProcedureCardSource().DrawAsync(db, id.Value, conversation, _board.Clock.GetCurrentInstant(), default);
        return card!.Text();
    }

    private async Task<WrittenProcedure> OnlyAsync()
    {
        await using var db = _board.Open();
        return await db.WrittenProcedures.SingleAsync();
    }
}
