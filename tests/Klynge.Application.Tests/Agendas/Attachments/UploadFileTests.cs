using System.Text;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Documents;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Attachments;

/// <summary>A bilag that comes with its content: it stands at the item when the person is answered, or nothing is left of it and they know.</summary>
public sealed class UploadFileTests
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("%PDF-1.7 tal");

    private static readonly FileAnswer Answer = new("Tallene", IsRequiredReading: true, IsClosed: false, Replaces: null, Change: null);

    [Fact]
    public async Task Upload_StandsAtItsItem_AsADroppedFileDoes_AndTheJobHasNothingLeftToDo()
    {
        await using var fixture = await AttachmentFixture.CreateAsync();

        Assert.Equal("Tallene", (await UploadAsync(fixture, fixture.Board.Secretary)).Value);

        var attachment = Assert.Single((await fixture.ContentAsync()).Attachments);
        Assert.Equal(("Tallene", true, Bytes.Length), (attachment.Name, attachment.IsRequiredReading, (int)attachment.Size!));
        Assert.Equal(0, await fixture.RunAsync());
        Assert.Single(fixture.Files());
        Assert.Empty(await fixture.Agenda.MessagesToAsync(fixture.Board.Secretary));
    }

    [Fact]
    public async Task Upload_WhileTheLibraryIsOutOfReach_IsRefusedInASentence_AndNothingIsLeftOfIt()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-upload-");
        await using var fixture = await AttachmentFixture.CreateAsync(new ScriptedLibrary(folder.FullName) { Failure = new LibraryIsUnavailable() });

        var refused = await UploadAsync(fixture, fixture.Board.Secretary);

        Assert.StartsWith("»Tallene« er ikke lagt ved punktet.", refused.Error!.Text, StringComparison.Ordinal);
        Assert.Empty(await fixture.NamesAsync());
        fixture.Board.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(0, await fixture.RunAsync());
        Assert.Empty(await fixture.Agenda.MessagesToAsync(fixture.Board.Secretary));
        folder.Delete(recursive: true);
    }

    /// <summary>The host stopped between the answer and the storing: the job leaves it alone while it may still be stored, and then tells the giver.</summary>
    [Fact]
    public async Task Upload_WhoseHostStopped_IsLeftAlone_AndThenToldToTheGiver()
    {
        await using var fixture = await AttachmentFixture.CreateAsync();
        var caller = TestBoard.As(fixture.Board.Secretary);
        var received = await fixture.Chat.Get<ReceiveFiles>().HandleUploadAsync(caller, "Tal.pdf", default);
        Assert.Null((await fixture.Chat.Get<AttachFile>().HandleAsync(caller, new(fixture.Board.Forum.Id, await MeetingAsync(fixture), fixture.Item, received.Value.Id, Answer), default)).Error);

        Assert.Equal(0, await fixture.RunAsync());
        fixture.Board.Clock.Advance(Duration.FromMinutes(11));
        Assert.Equal(1, await fixture.RunAsync());

        Assert.Contains("Den nåede ikke helt frem.", Assert.Single(await fixture.Agenda.MessagesToAsync(fixture.Board.Secretary)), StringComparison.Ordinal);
        Assert.Empty(await fixture.NamesAsync());
    }

    [Fact]
    public async Task Upload_OfWhatIsNotTaken_OfNothing_AndByWhoeverMayNot_IsRefused()
    {
        await using var fixture = await AttachmentFixture.CreateAsync();
        var secretary = fixture.Board.Secretary;

        Assert.IsType<FileTypeNotTaken>((await UploadAsync(fixture, secretary, "Tal.exe")).Error);
        Assert.IsType<FileIsEmpty>((await UploadAsync(fixture, secretary, size: 0)).Error);
        Assert.IsType<FileTooLarge>((await UploadAsync(fixture, secretary, size: KeepFiles.MaxBytes + 1L)).Error);
        Assert.IsType<NotAllowed>((await UploadAsync(fixture, fixture.Board.Member)).Error);
        await fixture.Chat.Get<RemoveItem>().HandleAsync(TestBoard.As(secretary), new RemoveItemRequest(fixture.Board.Forum.Id, fixture.Item), default);
        Assert.IsType<ItemNotFound>((await UploadAsync(fixture, secretary)).Error);
        Assert.Empty(fixture.Files());
    }

    private static async Task<Domain.Common.Result<string>> UploadAsync(AttachmentFixture fixture, Person by, string name = "Tal.pdf", long? size = null)
    {
        using var content = new MemoryStream(Bytes);
        var request = new UploadFileRequest(fixture.Board.Forum.Id, await MeetingAsync(fixture), fixture.Item, name, size ?? Bytes.Length, Answer);
        return await fixture.Chat.Get<UploadFile>().HandleAsync(TestBoard.As(by), request, content, default);
    }

    private static async Task<MeetingId> MeetingAsync(AttachmentFixture fixture) => (await fixture.Agenda.ItemAsync(fixture.Item)).MeetingId;
}
