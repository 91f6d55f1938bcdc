using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

public sealed class DocumentTests : ProcedureTest
{
    [Fact]
    public async Task Protocol_SaysWhoWasAskedWhatTheyAnsweredAndHowTheResultFollows()
    {
        var text = await ProtocolAsync();

        foreach (var expected in new[]
        {
            "Beslutningsprotokol", "Chefforum", "Udpegning til ledelsesprogrammet", "Programmet begynder til september.", "Godkender deltagerne",
            "Karen Ravn", "Mads Holt", "Godkender med bemærkninger", "Flere pladser \u2764", "registreret af Sofie Bech", "Sendt til møde", "enighed",
            "3 for, 1 imod", "Skriftlig behandling i Chefforum", "13. januar 2026 kl. 09.00", "Alle svar i den rækkefølge", "Afventer formandskabet",
        })
        {
            Assert.Contains(expected, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Documents_AreStoredOnceAndTheProtocolAnewWhenItIsConfirmed()
    {
        await CloseAsync();
        var job = Chat.Get<StoreProcedureDocuments>();
        Assert.Equal(2, await job.HandleAsync(default));
        Assert.Equal(0, await job.HandleAsync(default));
        await Chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(Board.Chair), new(Board.Forum.Id, Case, "Tak."), default);

        Assert.Equal(1, await job.HandleAsync(default));

        await using var db = Board.Open();
        var protocol = await db.ProcedureDocuments.SingleAsync(document => document.Kind == ProcedureDocumentKind.Protocol);
        Assert.True(protocol.IsConfirmed);
        Assert.Equal("Chefforum/2026/Beslutningsprotokol 2026-01-13 Udpegning til ledelsesprogrammet.docx", protocol.Path);
        var text = Read(await File.ReadAllBytesAsync(Path.Combine(Chat.Documents, protocol.Path)));
        Assert.Contains("Karen Ravn, tirsdag d. 13. januar 2026", text, StringComparison.Ordinal);
        Assert.Contains("Formandskabets bemærkning: Tak.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_OnceStored_AreLinkedForTheSecretariatAndOnTheResult()
    {
        await CloseAsync();
        Assert.DoesNotContain("Åbn protokollen", (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Text(), StringComparison.Ordinal);

        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);

        var told = (await SentToAsync(Board.Secretary)).Last();
        Assert.Contains("Åbn protokollen", told, StringComparison.Ordinal);
        Assert.Contains("/documents/Chefforum/2026/Beslutningsprotokol%202026-01-13", told, StringComparison.Ordinal);
        Assert.Contains("procedure.evidence", told, StringComparison.Ordinal);
        var result = (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Text();
        Assert.Contains("Åbn protokollen", result, StringComparison.Ordinal);
        Assert.Contains("Åbn bemærkningerne", result, StringComparison.Ordinal);
        Assert.DoesNotContain("procedure.evidence", result, StringComparison.Ordinal);
        Assert.Contains("procedure.evidence", (await Chat.PressAsync(Board.Secretary, "procedure.view", Named())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvidenceButton_PutsAWholePackageIntoTheLibraryAndReplacesNoOtherCases()
    {
        await CloseAsync();
        var library = Chat.Get<IDocumentLibrary>();

        var card = (await Chat.PressAsync(Board.Secretary, "procedure.evidence", Named())).Text();
        await Chat.PressAsync(Board.Chair, "procedure.evidence", Named());

        Assert.Contains("Åbn bevispakken", card, StringComparison.Ordinal);
        var stored = Assert.Single(await library.ListAsync("Chefforum/2026", default), document => document.Path.Name.EndsWith(".asice", StringComparison.Ordinal));
        Assert.StartsWith("Bevispakke 2026-01-13 Udpegning til ledelsesprogrammet", stored.Path.Name, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(stored.Path.Name), card, StringComparison.Ordinal);
        Assert.Empty((await VerifyAsync(await File.ReadAllBytesAsync(Path.Combine(Chat.Documents, stored.Path.ToString())))).Faults);
        (await Chat.PressAsync(Board.Member, "procedure.evidence", Named())).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Ballot_LookedAtAgainAfterTheClosing_ShowsTheResult()
    {
        var ballot = (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Card();
        var refresh = Assert.IsType<Klynge.Teams.Cards.ExecuteAction>(ballot.Refresh!.Action);
        Assert.Null(ballot.Refresh.UserIds);
        await CloseAsync();

        var data = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(refresh.Data!.ToJsonString())!;
        var later = (await Chat.PressAsync(Board.Member, refresh.Verb, data)).Text();

        Assert.Contains("Sendt til møde", later, StringComparison.Ordinal);
        Assert.DoesNotContain("procedure.vote", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_WithOneByteFlipped_NamesTheFile()
    {
        await CloseAsync();
        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Case), default)).Value;
        zip[zip.AsSpan().IndexOf("sag/svar.json"u8) + "sag/svar.json".Length + 20] ^= 0x55;

        using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            using var seats = JsonDocument.Parse(archive.GetEntry("sag/stemmeliste.json")!.Open());
            var answered = seats.RootElement.EnumerateArray().Where(seat => seat.TryGetProperty("answeredAt", out _)).ToList();
            Assert.Equal(4, answered.Count);
            Assert.All(answered, seat => Assert.StartsWith("2026-01-13T08:00:", seat.GetProperty("answeredAt").GetString(), StringComparison.Ordinal));
        }

        Assert.Equal("sag/svar.json er ændret, siden pakken blev lavet.", Assert.Single((await VerifyAsync(zip)).Faults));
    }

    [Fact]
    public async Task Evidence_IsWholeAndEveryAlterationIsFound()
    {
        await CloseAsync();
        await Fixture.VoteAsync(Board.Stranger, Case);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Case), default)).Value;

        var report = await VerifyAsync(zip);
        Assert.Empty(report.Faults);
        Assert.Equal(
            ["bemaerkninger.docx", "beslutningsprotokol.docx", "indeks.html", "revisionsspor.json", "revisionsspor.jsonl", "sag/stemmeliste.json", "sag/svar.json", "sag/udgave-1.json"],
            report.Manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal));

        Assert.Equal("sag/svar.json er ændret, siden pakken blev lavet.", Assert.Single((await VerifyAsync(Altered(zip, archive => Write(archive, "sag/svar.json", "[]")))).Faults));
        Assert.Equal("revisionsspor.json mangler i pakken.", Assert.Single((await VerifyAsync(Altered(zip, archive => archive.GetEntry("revisionsspor.json")!.Delete()))).Faults));
        Assert.Contains("kommet til bagefter", Assert.Single((await VerifyAsync(Altered(zip, archive => Write(archive, "mere.txt", "x")))).Faults), StringComparison.Ordinal);
        Assert.IsType<NoEvidence>((await EvidenceVerifier.VerifyAsync(new MemoryStream([1, 2, 3]), default)).Error);
    }

    [Fact]
    public async Task Attachments_OfTheLibrary_AreFrozenWithTheirHashWhenTheCaseOpens()
    {
        var library = Chat.Get<IDocumentLibrary>();
        var path = DocumentPath.Of("Chefforum", 2026, "Program", ".txt");
        await library.StoreAsync(path, "Første udgave"u8.ToArray(), seen: null, default);
        var link = Chat.Get<DocumentLinks>().To(path).AbsoluteUri;
        var draft = await Fixture.DraftAsync(form: ProcedureFixture.Form with { Attachments = $"Program {link}\nFremmed https://x.example/a.pdf" });
        Assert.True((await Fixture.OpenAsync(draft, Board.Secretary)).IsSuccess);
        var version = (await library.ListAsync(path.Folder, default)).Single(document => document.Path == path).Version;
        await library.StoreAsync(path, "Anden udgave"u8.ToArray(), version, default);

        var attachments = (await Fixture.ReadAsync(draft)).Case.Attachments;
        Assert.Equal(ContentHash.Of("Første udgave"u8), attachments[0].Sha256);
        Assert.Null(attachments[1].Sha256);
        await Fixture.CloseAsync(Board.Secretary, draft);
        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, draft), default)).Value;
        var report = await VerifyAsync(zip);
        Assert.Equal(attachments[0].Sha256, Assert.Single(report.Manifest.Files, file => file.Path.StartsWith("bilag/", StringComparison.Ordinal)).Sha256);
    }

    [Fact]
    public async Task Open_WithAnAttachmentThatIsGone_IsRefusedAndNothingIsSent()
    {
        var link = Chat.Get<DocumentLinks>().To(DocumentPath.Of("Chefforum", 2026, "Findes ikke", ".txt")).AbsoluteUri;
        var draft = await Fixture.DraftAsync(form: ProcedureFixture.Form with { Attachments = $"Program {link}" });

        Assert.IsType<AttachmentNotReadable>((await Fixture.OpenAsync(draft, Board.Secretary)).Error);
        Assert.Equal(ProcedureStatus.Draft, (await Fixture.ReadAsync(draft)).Status);
    }

    [Fact]
    public async Task Evidence_HoldsTheRefusalsToo()
    {
        await CloseAsync();
        await Fixture.VoteAsync(Board.Stranger, Case);
        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Chair), new BuildEvidenceRequest(Board.Forum.Id, Case), default)).Value;

        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry("revisionsspor.json")!.Open());
        var audit = await reader.ReadToEndAsync();
        Assert.Contains("\"refusal\": \"CaseGoesToMeeting\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"useCase\": \"OpenWrittenProcedure\"", audit, StringComparison.Ordinal);
    }

    /// <summary>Whoever knows how the package is made can make its manifest fit again; the row's own hash still tells.</summary>
    [Fact]
    public async Task Evidence_WithAnAuditRowAlteredAndTheManifestMadeToFit_NamesTheRow()
    {
        await CloseAsync();
        var zip = (await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, Case), default)).Value;

        var forged = Altered(zip, archive =>
        {
            var before = Text(archive, "revisionsspor.jsonl");
            var after = before.Replace("\\\"answer\\\":3", "\\\"answer\\\":1", StringComparison.Ordinal);
            Assert.NotEqual(before, after);
            var manifest = Text(archive, "manifest.json").Replace(
                ContentHash.Of(Encoding.UTF8.GetBytes(before)), ContentHash.Of(Encoding.UTF8.GetBytes(after)), StringComparison.Ordinal);
            Write(archive, "revisionsspor.jsonl", after);
            Write(archive, "manifest.json", manifest);
        });

        var faults = (await VerifyAsync(forged)).Faults;
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Matches("Række .* er ændret, efter at den blev skrevet", fault));
    }

    [Fact]
    public async Task Evidence_IsNotForMembersAndNotForAnOpenCase()
    {
        var useCase = Chat.Get<BuildEvidence>();
        var request = new BuildEvidenceRequest(Board.Forum.Id, Case);

        Assert.IsType<NotAllowed>((await useCase.HandleAsync(TestBoard.As(Board.Member), request, default)).Error);
        Assert.IsType<NotClosedYet>((await useCase.HandleAsync(TestBoard.As(Board.Secretary), request, default)).Error);
    }

    /// <summary>Consensus falls: three are for, one is against, and one has changed the answer.</summary>
    private async Task CloseAsync()
    {
        await Fixture.VoteAsync(Board.Chair, Case, Answer.Reject, "Først imod");
        await Fixture.VoteAsync(Board.Chair, Case);
        await Fixture.VoteAsync(Board.Member, Case, Answer.ApproveWithRemarks, "Flere pladser \u2764 <tak> \u0001");
        await Fixture.VoteAsync(Board.OtherMember, Case);
        var seat = await SeatAsync(Board.Doctor);
        var recorded = new RecordVoteRequest(Board.Forum.Id, Case, seat.MemberId, Answer.Reject, VoteSource.Mail, "For dyrt");
        Assert.True((await Chat.Get<RecordVote>().HandleAsync(TestBoard.As(Board.Secretary), recorded, default)).IsSuccess);
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(10));
        Assert.Equal(1, await Chat.Get<CloseDueProcedures>().HandleAsync(default));
    }

    private async Task<string> ProtocolAsync()
    {
        await CloseAsync();
        await using var db = Board.Open();
        var record = (await ProcedureRecord.ReadAsync(db, Board.Forum.Id, Case, default))!;
        Assert.NotNull(RemarksWriter.Write(record));
        return Read(ProtocolWriter.Write(record));
    }

    /// <summary>The document's text, after Word's own rules have found nothing in it.</summary>
    internal static string Read(byte[] content)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        var faults = string.Join('\n', new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.True(faults.Length == 0, faults);
        return string.Join('\n', file.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    private static async Task<EvidenceReport> VerifyAsync(byte[] zip) =>
        (await EvidenceVerifier.VerifyAsync(new MemoryStream(zip), default)).Value;

    private static byte[] Altered(byte[] zip, Action<ZipArchive> change)
    {
        var copy = new MemoryStream();
        copy.Write(zip);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
            change(archive);

        return copy.ToArray();
    }

    private static string Text(ZipArchive archive, string path)
    {
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive archive, string path, string text)
    {
        archive.GetEntry(path)?.Delete();
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
