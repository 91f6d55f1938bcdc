using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;

namespace Klynge.Application.Tests.Agendas.Attachments;

/// <summary>What is said of an attachment can be said anew: its name, whether it is to be read, whether it is closed.</summary>
public sealed class AttachmentMarksTests : IAsyncLifetime
{
    private AttachmentFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AttachmentFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task NameAndReading_AreChanged_AndTheFormShowsHowTheyStand()
    {
        var id = await _fixture.AttachAsync("Budget.pdf", isRequired: true);

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AttachmentVerbs.MarkForm, Of(id))).Text();
        Assert.Contains("Ret Bilag 1: Budget.pdf", form, StringComparison.Ordinal);

        Assert.Contains("»Budget 2027« er rettet.", (await MarkAsync(id, "Budget 2027", "no")).Text(), StringComparison.Ordinal);
        var one = Assert.Single((await _fixture.ContentAsync()).Attachments);
        Assert.Equal(("Budget 2027", false, id), (one.Name, one.IsRequiredReading, one.Id));
        (await MarkAsync(id, "Budget 2027", "no")).Card();
        (await MarkAsync(id, " ", "no")).Refused<AttachmentNameMissing>();
        (await MarkAsync(AttachmentId.New(), "Andet", "no")).Refused<AttachmentNotFound>();
    }

    [Fact]
    public async Task OneThatIsClosedAfterwards_LeavesTheOpenDocuments_WithItsEarlierVersions_AndIsUnreadMeanwhile()
    {
        var first = await _fixture.AttachAsync("Opsigelse.pdf", "første");
        var id = await _fixture.AttachAsync("Opsigelse 2.pdf", "anden", replaces: first);
        await _fixture.AttachAsync("Tal.xlsx", "tal");
        var open = _fixture.Files().Select(file => DocumentPath.Parse(file)!).Where(path => !path.Name.Contains("Tal", StringComparison.Ordinal)).ToList();

        (await MarkAsync(id, "Opsigelse 2.pdf", "yes", "true")).Card();

        await using (var db = Board.Open())
        {
            foreach (var path in open)
                Assert.False(await db.MayReadAsync(Board.Member.Id, path, Board.Today));
        }

        await _fixture.RunAsync();
        Assert.Equal(2, _fixture.Files().Count(file => file.StartsWith("Chefforum/Lukket/2026/Bilag (", StringComparison.Ordinal)));
        Assert.Single(_fixture.Files(), file => file.Contains("Bilag Tal", StringComparison.Ordinal));
        Assert.All((await _fixture.ContentAsync()).Attachments[0].Versions(), version => Assert.True(version.IsClosed && version.Path!.Contains("/Lukket/", StringComparison.Ordinal)));
        Assert.DoesNotContain("Opsigelse", (await _fixture.Chat.PressAsync(Board.Observer, AttachmentVerbs.List, _fixture.Data())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedOne_IsNotOpenedByAMark_WhereItsFileIsAmongTheClosedDocuments()
    {
        var id = await _fixture.AttachAsync("Opsigelse.pdf", isClosed: true);

        (await MarkAsync(id, "Opsigelse.pdf", "yes", "false")).Refused<AttachmentStaysClosed>();

        Assert.True(Assert.Single((await _fixture.ContentAsync()).Attachments).IsClosed);
    }

    [Fact]
    public async Task OneOfAClosedItem_KeepsWhatItWas_AndIsRenamed()
    {
        var id = await _fixture.AttachAsync("Opsigelse.pdf", isClosed: true);
        await _fixture.Agenda.ChangeAsync(async db =>
        {
            var item = (await db.AgendaItems.FindAsync(_fixture.Item))!;
            item.ChangeAttachments(item.Content with { IsClosed = true }, Board.Clock.GetCurrentInstant());
        });

        (await MarkAsync(id, "Opsigelsen", "yes")).Card();

        var one = Assert.Single((await _fixture.ContentAsync()).Attachments);
        Assert.Equal(("Opsigelsen", true), (one.Name, one.IsClosed));
    }

    private Task<ChatReply> MarkAsync(AttachmentId id, string name, string reading, string closed = "false") =>
        _fixture.Chat.PressAsync(Board.Secretary, AttachmentVerbs.Mark, Of(id, new { attachment = id.Value.ToString("N"), name, reading, closed }));

    private System.Text.Json.Nodes.JsonObject Of(AttachmentId id, object? more = null) => _fixture.Data(more: more ?? new { attachment = id.Value.ToString("N") });
}
