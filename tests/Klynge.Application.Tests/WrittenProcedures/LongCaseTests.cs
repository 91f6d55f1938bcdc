using System.Text.Json;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Application.Tests.Support;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

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
    /// <summary>A mail has no button that leads to the rest.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mail_InPlaceOfTheBallot_HasTheTextThatTheCardCut(bool isLong)
    {
        var form = ProcedureFixture.Form with { Presentation = LongTextSamples.Of(isLong ? CaseText.MaxPresentationLength : 900) };
        var id = await _fixture.DraftAsync(form: form);
        Assert.True((await _fixture.OpenAsync(id, _board.Secretary)).IsSuccess);

        await using var db = _board.Open();
        var sent = await db.Outbox.SingleAsync(message => message.PersonId == _board.Member.Id && message.Kind == OutboxKind.Notify, TestContext.Current.CancellationToken);
        var mail = CardMail.Of(JsonSerializer.Deserialize<OutgoingMessage>(sent.Payload!)!)!;

        var sections = form.Presentation.Split('\n').Count(line => line.StartsWith("## Afsnit", StringComparison.Ordinal));
        Assert.True(sections > 0);
        Assert.All(Enumerable.Range(1, sections), number => Assert.Contains($"Afsnit {number}\n", mail.Text, StringComparison.Ordinal));
        Assert.Equal(isLong, mail.Text.Contains("Hele sagen", StringComparison.Ordinal));
        Assert.Equal(isLong, mail.Html.Contains("<h3>Afsnit 1</h3>", StringComparison.Ordinal));
    }
}
