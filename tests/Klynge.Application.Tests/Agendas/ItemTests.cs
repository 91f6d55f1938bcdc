using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

public sealed class ItemTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Title_Empty_IsRefused()
    {
        (await AddAsync("  \u0000 \u200B ")).Refused<TitleMissing>();
        Assert.Empty(await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Title_OfTenThousandCharacters_IsRefusedWithItsLength() =>
        Assert.Equal(10_000, (await AddAsync(new string('x', 10_000))).Refused<TitleTooLong>().Length);

    [Theory]
    [InlineData("**Fed** <b>x</b> <at>Alle</at> 😀", "**Fed** <b>x</b> <at>Alle</at> 😀")]
    [InlineData("Linje\r\nto\u0001\u000B og \u202Etre", "Linje to og tre")]
    public async Task Title_WithMarkupAndControlCharacters_IsKeptAsText(string typed, string kept)
    {
        await AddAsync(typed);

        Assert.Equal([$"1 {kept}"], await _fixture.TitlesAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("481")]
    [InlineData("ti")]
    [InlineData("12.5")]
    public async Task Minutes_OutOfRangeOrNoNumber_AreRefused(string minutes) =>
        (await AddAsync("Punkt", minutes)).Refused<MinutesOutOfRange>();

    [Fact]
    public async Task Item_ByAnObserver_IsRefused()
    {
        (await _fixture.Chat.SayAsync(Board.Observer, new Klynge.Application.Chat.Commands.ChatCommand.AddItem("Nej", null, null, null, null))).Refused<NotAllowed>();
        (await _fixture.Chat.PressAsync(Board.Observer, AgendaVerbs.Add, Form("Nej"))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Item_ForACancelledMeeting_IsRefused()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.FindAsync(_fixture.Meeting.Id))!.Cancel(null));

        (await AddAsync("For sent")).Refused<MeetingIsCancelled>();
    }

    [Fact]
    public async Task Edit_OfWhatSomebodyElseChanged_OverwritesNothingAndShowsBothTexts()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "Udkast");
        var first = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Form("Første", id, version: 1));

        var asked = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Form("Anden", id, version: 1))).Card();

        Assert.Contains("Første", first.Text(), StringComparison.Ordinal);
        Assert.Equal(["1 Første"], await _fixture.TitlesAsync());
        Assert.Contains("En anden har gemt en ændring, mens du skrev.", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Første\"", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Anden\"", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Første\"", (await _fixture.Chat.PressAsync(Board.Secretary, asked, "Brug den gemte tekst")).Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Form("Anden", id, version: 2));
        Assert.Equal(["1 Anden"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Edit_KeepsWhatTheFormDoesNotShow()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "Udkast");
        AgendaAttachment[] attachments = [new("Bilag.pdf")];
        await _fixture.ChangeAsync(async db =>
        {
            var item = (await db.AgendaItems.FindAsync(id))!;
            item.Content = item.Content with
            {
                Attachments = attachments,
                Sections = [new AgendaSection("Resumé", "Kort"), new AgendaSection("Økonomi", "Ingen")],
            };
        });

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Form("Ny titel", id, version: 1));

        var content = (await _fixture.ItemAsync(id)).Content;
        Assert.Equal(("Ny titel", attachments[0]), (content.Title, content.Attachments[0]));
        Assert.Equal([new AgendaSection("Resumé", "Sagen."), new AgendaSection("Økonomi", "Ingen")], content.Sections);
    }

    [Fact]
    public async Task Move_UpAndDown_RenumbersTheOthers()
    {
        await _fixture.AddAsync(Board.Secretary, "A");
        var b = await _fixture.AddAsync(Board.Secretary, "B");
        await _fixture.AddAsync(Board.Secretary, "C");

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Move, Moved(b, -1));
        Assert.Equal(["1 B", "2 A", "3 C"], await _fixture.TitlesAsync());
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Move, Moved(b, 500));
        Assert.Equal(["1 A", "2 B", "3 C"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Remove_ClosesTheGapAndUndoPutsItBackWhereItStood()
    {
        await _fixture.AddAsync(Board.Secretary, "A");
        var b = await _fixture.AddAsync(Board.Secretary, "B");
        await _fixture.AddAsync(Board.Secretary, "C");

        var told = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(b));
        Assert.Contains("Fortryd", told.Text(), StringComparison.Ordinal);
        Assert.Equal(["1 A", "2 C"], await _fixture.TitlesAsync());

        var again = await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(b));
        Assert.Contains("Fortryd", again.Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, _fixture.Data(b));
        Assert.Equal(["1 A", "2 B", "3 C"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Restore_OfWhatStoodWhereTheAgendaNoLongerReaches_GoesBeforeEventuelt()
    {
        var a = await _fixture.AddAsync(Board.Secretary, "A");
        var b = await _fixture.AddAsync(Board.Secretary, "B");
        var c = await _fixture.AddAsync(Board.Secretary, "C");
        var d = await _fixture.AddAsync(Board.Secretary, "D");
        await Board.AddAsync(AgendaItem.Add(_fixture.Meeting, 5, AgendaFixture.Content("Eventuelt"), Board.Clock.GetCurrentInstant()));
        foreach (var item in new[] { d, c, b, a })
            await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(item));

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, _fixture.Data(d));
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, _fixture.Data(a));

        Assert.Equal(["1 A", "2 D", "3 Eventuelt"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Restore_OfWhatWasTakenOffBeforeItsPlaceWasKept_GoesBeforeEventuelt()
    {
        var a = await _fixture.AddAsync(Board.Secretary, "A");
        await Board.AddAsync(AgendaItem.Add(_fixture.Meeting, 2, AgendaFixture.Content("Eventuelt"), Board.Clock.GetCurrentInstant()));
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(a));
        await _fixture.ChangeAsync(async db =>
        {
            var entry = db.Entry((await db.AgendaItems.FindAsync(a))!);
            entry.Property(item => item.RemovedFrom).CurrentValue = null;
        });

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, _fixture.Data(a));

        Assert.Equal(["1 A", "2 Eventuelt"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Action_OnARemovedItem_SaysThatItIsGone()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "A");
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(id));

        foreach (var verb in new[] { AgendaVerbs.Item, AgendaVerbs.EditForm, AgendaVerbs.Edit, AgendaVerbs.Move })
            (await _fixture.Chat.PressAsync(Board.Secretary, verb, Form("B", id, version: 2))).Refused<ItemNotFound>();

        Assert.Contains("er taget af dagsordenen", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(id))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agenda.move")]
    [InlineData("agenda.remove")]
    [InlineData("agenda.restore")]
    [InlineData("agenda.accept")]
    [InlineData("agenda.decline")]
    [InlineData("agenda.postpone")]
    public async Task Action_OnAnotherForumsItem_IsAsIfItWereNotThere(string verb)
    {
        var foreign = Meeting.Schedule(
            Board.OtherForum.Id, new MeetingTime(Board.Today.PlusDays(9), new LocalTime(9, 0), null), null, Board.Clock.GetCurrentInstant()).Value;
        var item = AgendaItem.Add(foreign, 1, AgendaFixture.Content("Fremmed"), Board.Clock.GetCurrentInstant());
        await Board.AddAsync(foreign, item);

        (await _fixture.Chat.PressAsync(Board.Secretary, verb, Moved(item.Id, 1))).Refused<ItemNotFound>();
    }

    [Theory]
    [InlineData("agenda.show")]
    [InlineData("agenda.add.form")]
    [InlineData("agenda.edit")]
    [InlineData("agenda.send.form")]
    [InlineData("agenda.send")]
    [InlineData("agenda.decide.form")]
    public async Task Action_WithForgedOrEmptyData_IsRefused(string verb)
    {
        (await _fixture.Chat.PressAsync(Board.Secretary, verb, new { forum = 17, meeting = "x' OR 1=1" })).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task StandingItemsThatClose_StayLast()
    {
        var closing = AgendaItem.Add(_fixture.Meeting, 1, AgendaFixture.Content("Eventuelt") with { StandsLast = true }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(closing);

        await _fixture.AddAsync(Board.Secretary, "Budget");

        Assert.Equal(["1 Budget", "2 Eventuelt"], await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Item_AndAnAcceptedProposal_StandBeforeEventueltAndAnOverrunIsShown()
    {
        await Board.AddAsync(
            AgendaItem.Add(_fixture.Meeting, 1, AgendaFixture.Content("Budget") with { Minutes = 110 }, Board.Clock.GetCurrentInstant()),
            AgendaItem.Add(_fixture.Meeting, 2, AgendaFixture.Content("Eventuelt") with { Minutes = 5 }, Board.Clock.GetCurrentInstant()));

        var added = (await AddAsync("Rekruttering", "10")).Text();
        var proposal = await _fixture.AddAsync(Board.Member, "Vagtplan");
        var accepted = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, Form("Vagtplan", proposal))).Text();

        Assert.Equal(["1 Budget", "2 Rekruttering", "3 Vagtplan", "4 Eventuelt"], await _fixture.TitlesAsync());
        const string Over = "Punkterne varer 5 minutter længere end mødet, som slutter kl. 16.00.";
        Assert.Contains(Over, added, StringComparison.Ordinal);
        var agenda = (await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Show, _fixture.Data())).Text();
        var send = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data())).Text();
        const string AtLeast = "Punkterne varer mindst 5 minutter længere end mødet, som slutter kl. 16.00.";
        Assert.All([accepted, agenda, send], card => Assert.Contains(AtLeast, card, StringComparison.Ordinal));
        Assert.Contains("ca. 16.00", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("\"–\"", agenda, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_HasNoLimitOnAnOptionalNumber_WhichAnEmptyFieldWouldFail()
    {
        var form = ItemForm.Add(AgendaSamples.Meeting, ItemFormReader.Empty, [], isProposal: false);

        var minutes = Assert.Single(form.Body.OfType<Klynge.Teams.Cards.NumberInput>());
        Assert.Equal((null, null, false), (minutes.Min, minutes.Max, minutes.IsRequired));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Item_WithoutMinutes_IsSaved(string? minutes)
    {
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, Form("Uden tid", minutes: minutes!));

        Assert.Equal(["1 Uden tid"], await _fixture.TitlesAsync());
    }

    private Task<Klynge.Application.Chat.ChatReply> AddAsync(string title, string minutes = "5") =>
        _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, Form(title, minutes: minutes));

    private object Moved(AgendaItemId item, int steps) => Form("Punkt", item, steps: steps);

    private object Form(string title, AgendaItemId? item = null, int version = 0, string minutes = "5", int steps = 0) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        target = item is null ? null : _fixture.Meeting.Id.Value.ToString("N"),
        item = item?.Value.ToString("N"),
        version,
        title,
        minutes,
        kind = "2",
        section0 = "Sagen.",
        recommendations = "",
        closed = "false",
        reason = "Fordi",
        steps,
    };
}
