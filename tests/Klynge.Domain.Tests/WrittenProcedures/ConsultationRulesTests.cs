using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Another forum is asked about a draft, and its people answer until the deadline.</summary>
public sealed class ConsultationRulesTests
{
    [Fact]
    public void Ask_IsAboutADraft_OfAnotherForum_WithTimeToAnswer()
    {
        var (own, other) = (Cases.Forum(), Cases.Forum());
        var draft = Cases.Draft(own);
        var open = Cases.Open(own, Cases.Seats(own, 2));

        Assert.IsType<AlreadyOpened>(Consultation.Ask(open, other, Cases.Deadline, Cases.Secretary, Cases.Now).Error);
        Assert.IsType<ConsultsItself>(Consultation.Ask(draft, own, Cases.Deadline, Cases.Secretary, Cases.Now).Error);
        Assert.IsType<DeadlineInThePast>(Consultation.Ask(draft, other, Cases.Now, Cases.Secretary, Cases.Now).Error);
        Assert.True(Consultation.Ask(draft, other, Cases.Now + Duration.Epsilon, Cases.Secretary, Cases.Now).IsSuccess);
    }

    [Fact]
    public void Remark_OfAnotherForumThanWasAsked_IsRefused()
    {
        var (own, other) = (Cases.Forum(), Cases.Forum());
        var draft = Cases.Draft(own);
        var consultation = Consultation.Ask(draft, other, Cases.Deadline, Cases.Secretary, Cases.Now).Value;

        Assert.IsType<NotConsulted>(consultation.Remark(draft, Cases.Seat(own, 0, "region"), null, "Enig", Cases.Now).Error);
        Assert.True(consultation.Remark(draft, Cases.Seat(other, 0, "region"), null, "Enig", Cases.Now).IsSuccess);
    }

    [Fact]
    public void Document_AndItsPdf_AreFoundWhereTheyWereMovedTo_EachByItself()
    {
        var document = new ProcedureDocument
        {
            ProcedureId = WrittenProcedureId.New(),
            Kind = ProcedureDocumentKind.Protocol,
            Path = "a.docx",
            Sha256 = "00",
            StoredAt = Cases.Now,
            IsConfirmed = false,
        };
        document.Publish("a.pdf", "/a.pdf", Cases.Now);

        document.MoveTo("a.pdf", "b.pdf", "/b.pdf");
        document.MoveTo("noget andet", "c", "/c");

        Assert.Equal(("a.docx", null, "b.pdf", "/b.pdf"), (document.Path, document.Url, document.PdfPath, document.PdfUrl));
        document.MoveTo("a.docx", "b.docx", "/b.docx");
        Assert.Equal(("b.docx", "/b.docx", "b.pdf"), (document.Path, document.Url, document.PdfPath));
    }
}
