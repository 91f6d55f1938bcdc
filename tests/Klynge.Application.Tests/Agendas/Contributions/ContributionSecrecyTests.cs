using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Documents;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Contributions;

/// <summary>Whoever is asked for a text sees that one item, and what is closed is named in nothing that comes unasked.</summary>
public sealed class ContributionSecrecyTests : IAsyncLifetime
{
    private const string Secret = "Xanthippe";

    private ContributionFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await ContributionFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    /// <summary>Asked, reminded, taken back and sent: the notice, the card that comes and the mail in its place say »Lukket punkt«; whoever was asked reads it on opening it.</summary>
    [Fact]
    public async Task ClosedItem_IsNamedInNothingThatComesUnasked_AndReadOnOpeningByWhoeverWasAsked()
    {
        var item = await _fixture.AddAsync($"Afsked af {Secret}", isClosed: true, text: $"{Secret} fratræder.");
        await _fixture.AskAsync([_fixture.Outsider, Board.Doctor], wanted: $"Om {Secret}", item: item);
        await _fixture.SweepAsync(new(2026, 1, 20), 8);
        await _fixture.SendAsync(_fixture.Outsider, $"{Secret} er god nok.", item: item);
        await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Withdraw, new { forum = Board.Forum.Id.Value, contribution = (await _fixture.OfAsync(Board.Doctor, item)).Id.Value });

        await using (var db = Board.Open())
            Assert.Equal(6, await db.Outbox.CountAsync(row => row.Kind == OutboxKind.Notify));
        foreach (var person in new[] { _fixture.Outsider, Board.Doctor, Board.Secretary })
        {
            foreach (var message in await _fixture.SentToAsync(person))
            {
                var mail = CardMail.Of(message)!;
                Assert.DoesNotContain(Secret, $"{message.Text} {message.About?.Title} {message.Card} {mail.Subject} {mail.Text} {mail.Html}", StringComparison.Ordinal);
                Assert.Contains("Lukket punkt", message.Card, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(Secret, await _fixture.BidragAsync(Board.Secretary) + await _fixture.BidragAsync(_fixture.Outsider), StringComparison.Ordinal);
        var opened = (await _fixture.ShowAsync(_fixture.Outsider, item: item)).Card();
        Assert.Contains($"Afsked af {Secret}", opened.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, opened.Speak + opened.FallbackText, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await _fixture.ShowAsync(Board.Doctor, item: item)).Text(), StringComparison.Ordinal);
    }

    /// <summary>As an old client posts it, everybody in the chat would read it.</summary>
    [Fact]
    public async Task Card_InAGroup_IsNotPostedWhereOthersRead()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        var data = new { contribution = (await _fixture.OfAsync(_fixture.Outsider)).Id.Value };

        var reply = await _fixture.Chat.PressAsync(_fixture.Chat.Turn(_fixture.Outsider, Board.OtherForum.Id, personal: false), ContributionVerbs.Show, data, isFallback: true);

        Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(reply);
    }

    [Fact]
    public async Task Attachments_OfTheItem_AreOpenedByWhoeverIsAsked_TheClosedOnesNot_AndNoLongerOnceItIsTakenBack()
    {
        var (open, closed, elsewhere) = ("Chefforum/2026/Tal.xlsx", "Chefforum/Lukket/2026/Løn.xlsx", "Chefforum/2026/Andet.xlsx");
        var other = await _fixture.AddAsync("Et andet punkt");
        await AttachAsync(_fixture.Item, new AgendaAttachment("Tal.xlsx", "https://klynge.example/tal") { Path = open }, new AgendaAttachment("Løn.xlsx", "https://klynge.example/loen") { Path = closed, IsClosed = true });
        await AttachAsync(other, new AgendaAttachment("Andet.xlsx", "https://klynge.example/andet") { Path = elsewhere });
        Assert.False(await MayReadAsync(open));
        await _fixture.AskAsync([_fixture.Outsider]);

        var card = (await _fixture.ShowAsync(_fixture.Outsider)).Text();
        Assert.Contains("Tal.xlsx", card, StringComparison.Ordinal);
        Assert.Contains("https://klynge.example/tal", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Løn", card, StringComparison.Ordinal);
        Assert.DoesNotContain("loen", card, StringComparison.Ordinal);
        Assert.True(await MayReadAsync(open));
        Assert.False(await MayReadAsync(closed));
        Assert.False(await MayReadAsync(elsewhere));
        Assert.False(await MayReadAsync("Chefforum/2026/Referat.docx"));

        await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Withdraw, new { forum = Board.Forum.Id.Value, contribution = (await _fixture.OfAsync(_fixture.Outsider)).Id.Value });
        Assert.False(await MayReadAsync(open));
    }

    /// <summary>To the other contributors a text is what the item says, once it is sent; a colleague's asking is nobody else's to open.</summary>
    [Fact]
    public async Task OthersContributions_AreReadAsPartOfTheItem_AndNotBefore()
    {
        await _fixture.AskAsync([_fixture.Outsider, Board.Doctor]);
        Assert.DoesNotContain("Lægernes ord.", (await _fixture.ShowAsync(_fixture.Outsider)).Text(), StringComparison.Ordinal);
        (await _fixture.ShowAsync(_fixture.Outsider, of: Board.Doctor)).Refused<ContributionNotFound>();
        (await _fixture.SendAsync(_fixture.Outsider, "I lægernes navn.", of: Board.Doctor)).Refused<ContributionNotFound>();
        (await _fixture.ShowAsync(Board.Secretary, of: Board.Doctor)).Refused<ContributionNotFound>();

        await _fixture.SendAsync(Board.Doctor, "Lægernes ord.");

        Assert.Contains("Lægernes ord.", (await _fixture.ShowAsync(_fixture.Outsider)).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await _fixture.ItemAsync()).Content.Sections.Count);
    }

    [Fact]
    public async Task WhoeverHasLeftEveryForum_ReadsAndSendsNothingMore()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        await _fixture.ChangeAsync(async db => (await db.Members.SingleAsync(seat => seat.PersonId == _fixture.Outsider.Id)).To = Board.Today.PlusDays(-1));

        (await _fixture.ShowAsync(_fixture.Outsider)).Refused<ContributionNotFound>();
        (await _fixture.SendAsync(_fixture.Outsider, "Alligevel.")).Refused<ContributionNotFound>();
        Assert.Contains("Der er ikke noget bidrag", await _fixture.BidragAsync(_fixture.Outsider), StringComparison.Ordinal);
    }

    /// <summary>Somebody without an account has it by mail, with what to do then; the secretariat that asked is told, not the person's own.</summary>
    [Fact]
    public async Task WhoeverCannotBeReached_HasAMailThatSaysHowToAnswer_AndTheAskersSecretariatIsTold()
    {
        await _fixture.AskAsync([_fixture.Outsider], wanted: "Kort, tak");
        var message = Assert.Single(await _fixture.SentToAsync(_fixture.Outsider));

        var mail = CardMail.Of(message)!;
        Assert.Equal("Dit bidrag til Chefforum: Nyt fra driftsfora", mail.Subject);
        Assert.All(
            [ContributionFixture.Title, ContributionFixture.Case, "fredag d. 23. januar 2026", "Kort, tak", "Svar på denne mail med din tekst, så skriver sekretariatet den ind i punktet under dit navn."],
            text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));

        await Board.Writer.WriteAsync<Domain.Common.Done>(new Klynge.Application.Data.WriteIntent("Send", Klynge.Application.Data.Caller.System, IsOnRecord: false), async scope =>
        {
            await UnreachedNotice.WriteAsync(scope, Moq.Mock.Of<Klynge.Application.Ports.IMailer>(), await scope.Db.Outbox.FirstAsync(row => row.PersonId == _fixture.Outsider.Id), isOutOfTime: false);
            return default(Domain.Common.Done);
        });
        var told = Assert.Single(await _fixture.SentToAsync(Board.Secretary));
        Assert.Contains("**Frode Fremmed** kan ikke nås i Teams om sit bidrag til »Nyt fra driftsfora« (Chefforum)", told.Text, StringComparison.Ordinal);
        Assert.Contains("skriv teksten ind for personen under »bidrag«", told.Text, StringComparison.Ordinal);
    }

    private async Task<bool> MayReadAsync(string path)
    {
        await using var db = Board.Open();
        return await db.MayReadAsync(_fixture.Outsider.Id, DocumentPath.Parse(path)!, Board.Today);
    }

    private Task AttachAsync(AgendaItemId id, params AgendaAttachment[] attachments) => _fixture.ChangeAsync(async db =>
    {
        var item = await db.AgendaItems.SingleAsync(one => one.Id == id);
        item.ChangeAttachments(item.Content with { Attachments = attachments }, Board.Clock.GetCurrentInstant());
        foreach (var attachment in attachments)
        {
            var file = ItemFile.Dropped(Board.Secretary.Id, attachment.Name, "https://fjordlandet-my.sharepoint.com/x", Board.Clock.GetCurrentInstant());
            file.Answer(Board.Forum.Id, id, new FileAnswer(attachment.Name, IsRequiredReading: false, attachment.IsClosed, Replaces: null, Change: null), Board.Clock.GetCurrentInstant());
            file.StoreAt(attachment.Path!);
            db.ItemFiles.Add(file);
        }
    });
}
