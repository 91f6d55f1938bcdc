using System.Text.Json;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Documents;

/// <summary>Documents that the host serves itself: a link of one's own, for ten minutes, to what one may read then.</summary>
public sealed class DocumentPassTests : IAsyncLifetime
{
    private static readonly DocumentPath Open = DocumentPath.Of("Chefforum", 2026, "Beslutningsprotokol 2026-01-13 Budget");
    private static readonly DocumentPath Closed = DocumentPath.Of("Chefforum", 2026, "Beslutningsprotokol 2026-01-13 lukket sag").AsClosed();

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-pass-").FullName;
    private TestBoard _board = null!;
    private DocumentLinks _links = null!;
    private DocumentPasses _passes = null!;
    private OpenDocument _open = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        var settings = new ApplicationSettings("", _folder, new Uri("https://klynge.example"));
        var key = new LinkKey(_folder);
        _links = new DocumentLinks(settings, key);
        _passes = new DocumentPasses(settings, key, _board.Contexts, _board.Clock);
        _open = new OpenDocument(_board.Writer, _links, _passes);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Button_ForSomebodyWhoMayRead_SendsALinkOfTheirOwn_WhichOpensTheDocument()
    {
        Assert.True((await OpenAsync(_board.Member, Open)).IsSuccess);

        var link = await SentLinkAsync(_board.Member);
        Assert.StartsWith("https://klynge.example/documents/", link, StringComparison.Ordinal);
        Assert.DoesNotContain("Chefforum", link, StringComparison.Ordinal);
        Assert.DoesNotContain("Budget", link, StringComparison.Ordinal);
        Assert.Equal(Open, await _passes.ReadAsync(PassOf(link), Ct));
    }

    /// <summary>Another forum's, a closed one, a stranger: refused as one that is not there, and nothing is sent.</summary>
    [Fact]
    public async Task Button_ForSomebodyWhoMayNotRead_IsRefusedAsIfThereWereNothing()
    {
        Assert.IsType<DocumentNotForYou>((await OpenAsync(_board.Stranger, Open)).Error);
        Assert.IsType<DocumentNotForYou>((await OpenAsync(_board.Observer, Closed)).Error);
        Assert.IsType<DocumentNotForYou>((await OpenAsync(_board.Member, DocumentPath.Of("Driftsforum", 2026, "Referat"))).Error);
        Assert.IsType<DocumentNotForYou>((await OpenAsync(_board.Member, DocumentPath.Of("Findes ikke", 2026, "Referat"))).Error);
        Assert.True((await OpenAsync(_board.Member, Closed)).IsSuccess);
        await using var db = _board.Open();
        Assert.Equal(_board.Member.Id, Assert.Single(await db.Outbox.ToListAsync(Ct)).PersonId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://klynge.example/documents/Chefforum/2026/Budget.docx")]
    [InlineData("https://klynge.example/documents/Chefforum/2026/Budget.docx?seal=AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("https://evil.example/documents/Chefforum/2026/Budget.docx?seal=AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Button_WithALinkThatIsNotOurs_IsRefused(string? link) => Assert.IsType<DocumentNotForYou>(
        (await _open.HandleAsync(TestBoard.As(_board.Secretary), new OpenDocumentRequest(link), Ct)).Error);

    [Fact]
    public async Task Pass_AfterTenMinutes_OpensNothing()
    {
        var pass = PassOf(_passes.For(_board.Member.Id, Open).AbsoluteUri);

        _board.Clock.Advance(Duration.FromMinutes(10) - Duration.FromSeconds(1));
        Assert.Equal(Open, await _passes.ReadAsync(pass, Ct));
        _board.Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await _passes.ReadAsync(pass, Ct));
    }

    [Fact]
    public async Task Pass_OfSomebodyWhoseSeatHasEnded_OpensNothing()
    {
        var pass = PassOf(_passes.For(_board.Member.Id, Open).AbsoluteUri);
        await using (var db = _board.Open())
        {
            await db.Members.Where(seat => seat.PersonId == _board.Member.Id)
                .ExecuteUpdateAsync(seat => seat.SetProperty(row => row.To, _board.Today.PlusDays(-1)), Ct);
        }

        Assert.Null(await _passes.ReadAsync(pass, Ct));
    }

    /// <summary>Every letter of it changed, cut, lengthened, another host's: nothing is opened and nothing fails.</summary>
    [Fact]
    public async Task Pass_ThatWasTamperedWithOrMadeUp_OpensNothing()
    {
        var pass = PassOf(_passes.For(_board.Member.Id, Open).AbsoluteUri);
        var other = Directory.CreateTempSubdirectory("klynge-pass-").FullName;
        var foreign = new DocumentPasses(new ApplicationSettings("", other, new Uri("https://klynge.example")), new LinkKey(other), _board.Contexts, _board.Clock);

        foreach (var place in Enumerable.Range(0, pass.Length - 1))
        {
            var letter = pass[place] == 'A' ? 'B' : 'A';
            Assert.Null(await _passes.ReadAsync($"{pass[..place]}{letter}{pass[(place + 1)..]}", Ct));
            Assert.Null(await _passes.ReadAsync(pass[..place], Ct));
        }

        Assert.Null(await _passes.ReadAsync(PassOf(foreign.For(_board.Member.Id, Open).AbsoluteUri), Ct));
        Assert.Null(await _passes.ReadAsync(pass + "AAAA", Ct));
        Assert.Null(await _passes.ReadAsync(new string('A', 100_000), Ct));
        Assert.Null(await _passes.ReadAsync("../../etc/passwd", Ct));
        Assert.NotEqual(pass, PassOf(_passes.For(_board.Member.Id, Open).AbsoluteUri));
        Directory.Delete(other, recursive: true);
    }

    /// <summary>In a tenant a browser comes without a name, so the button asks the bot; SharePoint and this machine need nobody to ask.</summary>
    [Fact]
    public void Button_OfADocument_AsksTheBotOnlyWhereTheHostServesItInATenant()
    {
        var execute = Assert.IsType<ExecuteAction>(DocumentButton.Open("Åbn", _links.To(Open)));
        Assert.Equal((DocumentButton.Verb, _links.To(Open).AbsoluteUri), (execute.Verb, (string?)execute.Data![DocumentButton.Field]));
        Assert.IsType<ExecuteAction>(DocumentButton.Open("Åbn", _links.To(Closed)));
        Assert.IsType<OpenUrlAction>(DocumentButton.Open("Åbn", new Uri("https://eksempel.sharepoint.com/sites/x/documents/Referat.docx")));
        Assert.IsType<OpenUrlAction>(DocumentButton.Open("Åbn", new Uri(_links.To(Open).AbsoluteUri.Replace("https://klynge.example", "http://localhost:3978", StringComparison.Ordinal))));
    }

    private Task<Result<Done>> OpenAsync(Person person, DocumentPath path) =>
        _open.HandleAsync(TestBoard.As(person), new OpenDocumentRequest(_links.To(path).AbsoluteUri), Ct);

    private async Task<string> SentLinkAsync(Person person)
    {
        await using var db = _board.Open();
        var payload = (await db.Outbox.SingleAsync(row => row.PersonId == person.Id, Ct)).Payload!;
        using var card = JsonDocument.Parse(JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card!);
        return card.RootElement.GetProperty("actions")[0].GetProperty("url").GetString()!;
    }

    private static string PassOf(string link) => link[(link.LastIndexOf('/') + 1)..];
}
