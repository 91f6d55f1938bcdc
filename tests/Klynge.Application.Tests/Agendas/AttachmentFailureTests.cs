using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Teams.Connector;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

/// <summary>A file that does not come: its giver is told, and nothing is left of it.</summary>
public sealed class AttachmentFailureTests : IAsyncLifetime
{
    private AttachmentFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private ChatFixture Chat => _fixture.Chat;

    public async ValueTask InitializeAsync() => _fixture = await AttachmentFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Address_ThatHasRunOut_IsToldToTheGiver_AndNothingIsAttached()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        _fixture.Downloads.Put("Budget.pdf", new FileDownload.Gone());

        await _fixture.AnswerAsync(id, "Budget.pdf");
        await _fixture.RunAsync();

        Assert.Empty(await _fixture.NamesAsync());
        Assert.Contains("Læg den i chatten igen.", await _fixture.CardAsync(id), StringComparison.Ordinal);
        Assert.Contains("Teams udleverer den ikke længere", Assert.Single(await _fixture.Agenda.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        Assert.Null((await _fixture.FileAsync(id)).Source);
    }

    [Fact]
    public async Task FileThatIsTooLarge_IsToldToTheGiver()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Film.pptx")).Card());
        _fixture.Downloads.Put("Film.pptx", new FileDownload.TooLarge());

        await _fixture.AnswerAsync(id, "Film.pptx");
        await _fixture.RunAsync();

        Assert.Contains("Den fylder mere end 100 MB.", await _fixture.CardAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceThatIsBusy_IsTriedAgainLater()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        _fixture.Downloads.Put("Budget.pdf", new FileDownload.Later());
        await _fixture.AnswerAsync(id, "Budget.pdf");
        await _fixture.RunAsync();
        Assert.Contains("Teams udleverer den ikke lige nu.", await _fixture.CardAsync(id), StringComparison.Ordinal);
        Assert.Equal(0, await _fixture.RunAsync());

        _fixture.Downloads.Put("Budget.pdf", "indhold");
        Board.Clock.Advance(Duration.FromMinutes(2));
        await _fixture.RunAsync();

        Assert.Equal(["Budget.pdf"], await _fixture.NamesAsync());
    }

    [Fact]
    public async Task PlaceThatStaysAway_IsGivenUpAfterADay()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        _fixture.Downloads.Put("Budget.pdf", new FileDownload.Later());
        await _fixture.AnswerAsync(id, "Budget.pdf");

        Board.Clock.Advance(Duration.FromHours(25));
        await _fixture.RunAsync();

        Assert.Equal(ItemFileState.Failed, (await _fixture.FileAsync(id)).State);
    }

    [Fact]
    public async Task File_ThatNobodySaysAnythingOf_IsForgottenAfterADay()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());

        Board.Clock.Advance(Duration.FromHours(25));
        await _fixture.RunAsync();

        Assert.Null((await _fixture.FileAsync(id)).Source);
        (await _fixture.AnswerAsync(id, "Budget.pdf")).Refused<FileNotFound>();
    }

    [Fact]
    public async Task File_ThatIsNotToBeAttached_IsForgottenAtOnce()
    {
        var asked = (await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card();

        var dropped = await Chat.PressAsync(Board.Secretary, asked, "Læg den ikke ved");

        Assert.Contains("Filen er ikke lagt ved noget punkt.", dropped.Text(), StringComparison.Ordinal);
        Assert.Null((await _fixture.FileAsync(AttachmentFixture.FileOf(asked))).Source);
    }

    [Fact]
    public async Task ItemThatWasTakenOffMeanwhile_GetsNoFile_AndTheGiverIsTold()
    {
        var id = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Secretary, "Budget.pdf")).Card());
        await _fixture.AnswerAsync(id, "Budget.pdf");
        await Chat.Get<RemoveItem>().HandleAsync(TestBoard.As(Board.Secretary), new RemoveItemRequest(Board.Forum.Id, _fixture.Item), default);

        await _fixture.RunAsync();

        Assert.Contains("»Budget.pdf« er ikke lagt ved punktet.", await _fixture.CardAsync(id), StringComparison.Ordinal);
    }
}
