using Klynge.Domain.Agendas;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What can be said of an attachment after it was given, and what not.</summary>
public sealed class AttachmentMarkTests
{
    private static readonly AttachmentId Id = AttachmentId.New();
    private static readonly AgendaAttachment First = new("Notat.docx") { Id = AttachmentId.New(), Path = "Chefforum/2026/Notat.docx" };
    private static readonly AgendaAttachment Second = First with { Id = Id, Path = "Chefforum/2026/Notat 2.docx", Before = First };

    [Fact]
    public void Marks_AreSet_AndThoseThatStandAreNoChange()
    {
        var content = Content(Second);

        var marked = AttachmentList.Mark(content, Id, new("Notatet", IsRequiredReading: true, IsClosed: false)).Value;

        Assert.Equal(("Notatet", true, false), (marked.Attachments[0].Name, marked.Attachments[0].IsRequiredReading, marked.Attachments[0].IsClosed));
        Assert.Same(marked, AttachmentList.Mark(marked, Id, new("Notatet", IsRequiredReading: true, IsClosed: false)).Value);
        Assert.IsType<AttachmentNotFound>(AttachmentList.Mark(content, AttachmentId.New(), new("x", false, false)).Error);
    }

    [Fact]
    public void Closing_CoversTheEarlierVersions_AndIsNotTakenBackWhereThereIsAFile()
    {
        var closed = AttachmentList.Mark(Content(Second), Id, new("Notat.docx", false, IsClosed: true)).Value;

        Assert.All(closed.Attachments[0].Versions(), version => Assert.True(version.IsClosed));
        Assert.IsType<AttachmentStaysClosed>(AttachmentList.Mark(closed, Id, new("Notat.docx", false, IsClosed: false)).Error);
        Assert.True(AttachmentList.Mark(closed with { IsClosed = true }, Id, new("Notat", false, IsClosed: false)).Value.Attachments[0].IsClosed);
    }

    [Fact]
    public void ALink_IsClosedAndOpened_AndKeepsTheKeyThatButtonsKnowItBy()
    {
        var link = new AgendaAttachment("Plan", "https://fjordlandet.example/plan");

        var closed = AttachmentList.Mark(Content(link), link.Key(), new("Planen", false, IsClosed: true)).Value;
        var opened = AttachmentList.Mark(closed, link.Key(), new("Planen", false, IsClosed: false)).Value;

        Assert.Equal((true, link.Key()), (closed.Attachments[0].IsClosed, closed.Attachments[0].Key()));
        Assert.Equal((false, link.Key()), (opened.Attachments[0].IsClosed, opened.Attachments[0].Key()));
        Assert.Equal("Plan", AttachmentList.Mark(Content(link), link.Key(), new("Plan", false, false)).Value.Attachments[0].Name);
    }

    private static AgendaItemContent Content(AgendaAttachment attachment) => new() { Title = "Budget", Attachments = [attachment] };
}
