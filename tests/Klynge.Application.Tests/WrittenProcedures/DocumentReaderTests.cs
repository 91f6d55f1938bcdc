using Klynge.Application.Documents;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Who reads a stored document: by forum, closedness and seat.</summary>
public sealed class DocumentReaderTests : AttachmentRightsScenario
{
    /// <summary>Who may open what: each role against each kind of document.</summary>
    [Fact]
    public async Task MayRead_FollowsForumClosednessAndSeat()
    {
        await using var db = Board.Open();
        var open = DocumentPath.Of("Chefforum", 2026, "Bilag Notat (låst 01234567)");
        var evidence = DocumentPath.Of("Chefforum", 2026, "Bevispakke", ".zip");
        var elsewhere = DocumentPath.Of("Intet forum", 2026, "Bilag");
        Assert.Equal("xxxx-", await MayAsync(open));
        Assert.Equal("xxx--", await MayAsync(open.AsClosed()));
        Assert.Equal("xx---", await MayAsync(evidence));
        Assert.Equal("xx---", await MayAsync(evidence.AsClosed()));
        Assert.Equal("-----", await MayAsync(elsewhere));

        async Task<string> MayAsync(DocumentPath path)
        {
            var may = string.Empty;
            foreach (var person in new[] { Board.Secretary, Board.Chair, Board.Member, Board.Observer, Board.Stranger })
                may += await db.MayReadAsync(person.Id, path, Board.Today) ? 'x' : '-';
            return may;
        }
    }

    [Fact]
    public async Task MayRead_OfACasesProtocol_IsForThoseWhoMaySeeTheCase_AlsoWhenItLiesWhereItLayBefore()
    {
        var draft = await DraftAsync(attachments: string.Empty);
        await Fixture.OpenAsync(draft, Board.Secretary);
        await Fixture.CloseAsync(Board.Secretary, draft);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await using var db = Board.Open();
        var path = DocumentPath.Parse((await db.ProcedureDocuments.SingleAsync(one => one.Kind == ProcedureDocumentKind.Protocol)).Path)!;
        Assert.True(await db.MayReadAsync(Board.Observer.Id, path, Board.Today));
        await CloseCaseAsync(draft);

        await using var later = Board.Open();
        Assert.False(await later.MayReadAsync(Board.Observer.Id, path, Board.Today));
        Assert.True(await later.MayReadAsync(Board.Member.Id, path, Board.Today));
        Assert.False(await later.MayReadAsync(Board.Stranger.Id, path, Board.Today));
        Assert.False(await later.MayReadAsync(Board.Secretary.Id, path, new LocalDate(2024, 1, 1)));
    }
}
