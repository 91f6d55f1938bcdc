using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>»Ret sagen« with nothing but a new date, pressed twice, and by two people at once; and the text of a case keeps its headings.</summary>
public sealed class MoveDeadlineTests : ProcedureTest
{
    [Fact]
    public async Task NothingButANewDate_LetsTheVotesStand_AndIsInTheProtocol()
    {
        await Fixture.VoteAsync(Board.Member, Case);

        var words = await AmendAsync(date: "2026-01-30");

        var after = await Fixture.ReadAsync(Case);
        Assert.Equal((1, 1), (after.Answered, after.Version));
        Assert.Contains("Svarfristen er nu fredag d. 30. januar 2026 kl. 12.00. De svar, der er givet, står ved magt", words, StringComparison.Ordinal);
        Assert.Contains("Svarfristen er flyttet fra", (await SentToAsync(Board.Doctor)).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(await SentToAsync(Board.Member), message => message.Contains("flyttet", StringComparison.Ordinal));
        await AmendAsync(date: "2026-01-30");
        Assert.Single((await Fixture.ReadAsync(Case)).DeadlineMoves!);

        await Fixture.CloseAsync(Board.Secretary, Case);
        await using var db = Board.Open();
        var record = await ProcedureRecord.ReadAsync(db, Board.Forum.Id, Case, default);
        var protocol = DocumentTests.Read(ProtocolWriter.Write(record!));
        Assert.Contains("Svarfristen flyttet 13. januar 2026 kl. 09.00 af Sofie Bech fra 23. januar 2026 kl. 12.00 til 30. januar 2026 kl. 12.00", protocol, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameChangeTwice_AsksTheVotersOnce()
    {
        await AmendAsync(title: "Ny titel", reason: "Titlen er rettet");
        await Fixture.VoteAsync(Board.Member, Case, version: 2);

        Assert.Contains("ikke sendt noget nyt ud", await AmendAsync(title: "Ny titel", reason: "Titlen er rettet", version: 1), StringComparison.Ordinal);

        var after = await Fixture.ReadAsync(Case);
        Assert.Equal((2, 1), (after.Version, after.Answered));
    }

    [Fact]
    public async Task AForm_ThatWasOpenWhileSomebodyElseChangedTheCase_DoesNotPutTheOldTextBack()
    {
        await AmendAsync(title: "Hendes titel", reason: "Titlen er rettet");

        var asked = (await PressAsync(title: "Hans titel", date: "2026-01-23", reason: "Også rettet", version: 1)).Text();

        Assert.Contains("\"value\":\"Hans titel\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Hendes titel\"", asked, StringComparison.Ordinal);

        Assert.Equal("Hendes titel", (await Fixture.ReadAsync(Case)).Case.Title);
    }

    [Fact]
    public async Task Headings_OfAnItem_AreHeadingsOfTheCase_TheProtocol_AndTheNextAgenda()
    {
        var meeting = await Board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent
        {
            Title = "Natlukning",
            Sections = [new("Sagsfremstilling", "Skadestuen lukker om natten."), new("Resumé", "Kort fortalt."), new("Økonomi", "Der spares to millioner.")],
            Recommendations = ["Godkender planen"],
        }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        var form = ProcedureForm.Of(item, Board.Forum, Board.Today);
        Assert.Equal(("Kort fortalt.", "Skadestuen lukker om natten.\n\n# Økonomi\nDer spares to millioner."), (form.Summary, form.Presentation));

        var draft = await Fixture.DraftAsync(form: form);
        await Fixture.OpenAsync(draft, Board.Secretary);
        var ballot = (await SentToAsync(Board.Doctor)).Last();
        Assert.DoesNotContain("# Økonomi", ballot, StringComparison.Ordinal);
        Assert.Contains("Økonomi", ballot, StringComparison.Ordinal);
        await Fixture.VoteAsync(Board.Member, draft, Answer.DemandMeeting, "Drøftes.");
        await Chat.Get<CloseDueProcedures>().HandleAsync(default);

        await using var db = Board.Open();
        var next = (await Application.Agendas.AgendaQueries.ItemsOnAgendaAsync(db, meeting.Id)).Last();
        Assert.Equal(
            [("Resumé", "Kort fortalt."), ("Sagsfremstilling", "Skadestuen lukker om natten."), ("Økonomi", "Der spares to millioner.")],
            next.Content.Sections.Take(3).Select(section => (section.Heading, section.Text)));
    }

    private async Task<string> AmendAsync(string? title = null, string date = "2026-01-23", string? reason = null, int? version = null) =>
        Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await PressAsync(title, date, reason, version)).Markdown;

    private Task<Klynge.Application.Chat.ChatReply> PressAsync(string? title, string date, string? reason, int? version)
    {
        var form = ProcedureFixture.Form;
        return Chat.PressAsync(Board.Secretary, "procedure.amend", new
        {
            forum = Board.Forum.Id.Value,
            procedure = Case.Value,
            title = title ?? form.Title,
            summary = form.Summary,
            presentation = form.Presentation,
            recommendations = form.Recommendations,
            attachments = form.Attachments,
            date,
            time = form.Time,
            reason,
            version,
            links = "",
        });
    }
}
