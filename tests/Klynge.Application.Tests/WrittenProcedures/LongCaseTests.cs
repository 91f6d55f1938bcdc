using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Application.Tests.Support;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A case whose text is as long as it may be, with tables: the ballot shows its beginning, and the rest is one press away.</summary>
public sealed class LongCaseTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _fixture = new ProcedureFixture(_board, _chat);
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Text_IsReadPageByPage_AndWhatWasTypedComesBack()
    {
        var form = ProcedureFixture.Form with { Presentation = LongTextSamples.Of(CaseText.MaxPresentationLength) };
        var id = await _fixture.DraftAsync(form: form);
        Assert.True((await _fixture.OpenAsync(id, _board.Secretary)).IsSuccess);
        var (forum, procedure) = (_board.Forum.Id.Value, id.Value);

        var ballot = (await _chat.PressAsync(_board.Member, "procedure.ballot", new { forum, procedure })).Text();
        Assert.Contains("Læs hele sagen", ballot, StringComparison.Ordinal);
        Assert.InRange(2 * ballot.Length, 0, CardJson.MaxBytes);

        var pages = new List<string>();
        while (pages.Count == 0 || pages[^1].Contains("Næste side", StringComparison.Ordinal))
        {
            pages.Add((await _chat.PressAsync(_board.Member, "procedure.text", new { forum, procedure, page = pages.Count, remarks = "Husk patienterne" })).Text());
            Assert.InRange(2 * pages[^1].Length, 0, CardJson.MaxBytes);
            Assert.Contains("Husk patienterne", pages[^1], StringComparison.Ordinal);
        }

        Assert.InRange(pages.Count, 2, 10);
        var sections = form.Presentation.Split('\n').Count(line => line.StartsWith("## Afsnit", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, sections), number => Assert.Contains(pages, page => page.Contains($"\"Afsnit {number}\"", StringComparison.Ordinal)));

        var back = (await _chat.PressAsync(_board.Member, "procedure.ballot", new { forum, procedure, remarks = "Husk patienterne", change = true })).Text();
        Assert.Contains("Husk patienterne", back, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Stranger, "procedure.text", new { forum, procedure })).Refused<ProcedureNotFound>();
    }
}
