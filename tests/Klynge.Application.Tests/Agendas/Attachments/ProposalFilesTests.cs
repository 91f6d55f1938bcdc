using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Agendas.Attachments;

/// <summary>A member gives a file to the proposal that they have made, until it is answered; the secretariat to any proposal.</summary>
public sealed class ProposalFilesTests : IAsyncLifetime
{
    private AttachmentFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    private ChatFixture Chat => _fixture.Chat;

    public async ValueTask InitializeAsync() => _fixture = await AttachmentFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Proposer_DropsAFile_IsAskedOnlyAboutTheirProposal_AndItComesAlongOntoTheAgenda()
    {
        var proposal = await _fixture.Agenda.AddAsync(Board.Member, "Ny indsats");
        await _fixture.Agenda.AddAsync(Board.OtherMember, "Andres forslag");

        var asked = (await _fixture.DropAsync(Board.Member, "Notat.docx")).Card();

        Assert.Contains("Forslag: Ny indsats", CardJson.Serialize(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Andres forslag", CardJson.Serialize(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Budget 2027", CardJson.Serialize(asked), StringComparison.Ordinal);

        var file = AttachmentFixture.FileOf(asked);
        Assert.Contains("Den bliver lagt ved forslaget, »Ny indsats«", (await AnswerAsync(file, proposal, Board.Member)).Text(), StringComparison.Ordinal);
        await _fixture.RunAsync();

        Assert.Equal("Notat.docx", Assert.Single((await _fixture.ContentAsync(proposal)).Attachments).Name);
        Assert.Contains("er lagt ved forslaget", await _fixture.CardAsync(file, Board.Member), StringComparison.Ordinal);
        var question = await Chat.PressAsync(Board.Secretary, AgendaVerbs.Proposal, _fixture.Data(proposal));
        Assert.Contains("Notat.docx", question.Text(), StringComparison.Ordinal);

        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, _fixture.Data(proposal, new { target = _fixture.Agenda.Meeting.Id.Value.ToString("N") }));
        Assert.Equal("Notat.docx", Assert.Single((await _fixture.ContentAsync(proposal)).Attachments).Name);
    }

    [Fact]
    public async Task Proposer_OrdersMarksAndTakesOff_UntilItIsAnswered()
    {
        var proposal = await _fixture.Agenda.AddAsync(Board.Member, "Ny indsats");
        var file = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Member, "Notat.docx")).Card());
        await AnswerAsync(file, proposal, Board.Member);
        await _fixture.RunAsync();
        var one = _fixture.Data(proposal, new { attachment = file.Value.ToString("N"), name = "Notat om indsatsen", reading = "no" });

        (await Chat.PressAsync(Board.Member, AttachmentVerbs.MarkForm, one)).Card();
        (await Chat.PressAsync(Board.Member, AttachmentVerbs.Mark, one)).Card();
        var marked = Assert.Single((await _fixture.ContentAsync(proposal)).Attachments);
        Assert.Equal(("Notat om indsatsen", false), (marked.Name, marked.IsRequiredReading));

        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Accept, _fixture.Data(proposal, new { target = _fixture.Agenda.Meeting.Id.Value.ToString("N") }));
        foreach (var verb in new[] { AttachmentVerbs.Mark, AttachmentVerbs.MarkForm, AttachmentVerbs.Remove, AttachmentVerbs.LinkForm })
            (await Chat.PressAsync(Board.Member, verb, one)).Refused<NotAllowed>();
    }

    [Fact]
    public async Task FileThatIsOnItsWay_WhenTheProposalIsDeclined_IsGivenUp_AndTheProposerTold()
    {
        var proposal = await _fixture.Agenda.AddAsync(Board.Member, "Ny indsats");
        var file = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Member, "Notat.docx")).Card());
        await AnswerAsync(file, proposal, Board.Member);

        await Chat.PressAsync(Board.Secretary, AgendaVerbs.Decline, _fixture.Data(proposal, new { reason = "Det er driftens." }));
        await _fixture.RunAsync();

        Assert.Equal(ItemFileState.Failed, (await _fixture.FileAsync(file)).State);
        Assert.Empty((await _fixture.ContentAsync(proposal)).Attachments);
    }

    [Fact]
    public async Task Proposal_OfAnother_IsNeitherSeenNorGivenAnything()
    {
        var own = await _fixture.Agenda.AddAsync(Board.Member, "Ny indsats");
        var others = await _fixture.Agenda.AddAsync(Board.OtherMember, "Andres forslag");
        var file = AttachmentFixture.FileOf((await _fixture.DropAsync(Board.Member, "Notat.docx")).Card());

        (await Chat.PressAsync(Board.Member, AttachmentVerbs.Item, _fixture.Data(others, new { file = file.Value.ToString("N") }))).Refused<ItemNotFound>();
        (await AnswerAsync(file, others, Board.Member)).Refused<NotAllowed>();
        (await AnswerAsync(file, _fixture.Item, Board.Member)).Refused<NotAllowed>();
        (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, _fixture.Data(others))).Refused<ItemNotFound>();
        (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, _fixture.Data(own))).Card();
        Assert.Empty((await _fixture.ContentAsync(others)).Attachments);
    }

    [Fact]
    public async Task MemberWithoutAProposal_IsToldWhatToDo()
    {
        var refusal = (await _fixture.DropAsync(Board.Member, "Notat.docx")).Refused<NoProposalToAttachTo>();

        Assert.Contains("Foreslå punktet først", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secretariat_MayGiveAProposalAFile_ToldOfItsItems_AndProposals()
    {
        var proposal = await _fixture.Agenda.AddAsync(Board.Member, "Ny indsats");

        var asked = CardJson.Serialize((await _fixture.DropAsync(Board.Secretary, "Notat.docx")).Card());
        Assert.Contains("1. Budget 2027", asked, StringComparison.Ordinal);
        Assert.Contains("Forslag: Ny indsats", asked, StringComparison.Ordinal);

        await _fixture.AttachAsync("Tal.xlsx", item: proposal);
        Assert.Equal("Tal.xlsx", Assert.Single((await _fixture.ContentAsync(proposal)).Attachments).Name);
    }

    private Task<ChatReply> AnswerAsync(AttachmentId file, AgendaItemId item, Person by) => _fixture.AnswerAsync(file, "Notat.docx", item: item, by: by);
}
