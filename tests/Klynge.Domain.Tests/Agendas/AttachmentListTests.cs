using Klynge.Domain.Agendas;

namespace Klynge.Domain.Tests.Agendas;

public sealed class AttachmentListTests
{
    private static readonly AttachmentId A = Id(1);
    private static readonly AttachmentId B = Id(2);
    private static readonly AttachmentId C = Id(3);

    private readonly AgendaItemContent _content = new() { Title = "Budget", Attachments = [Named("A", A), Named("B", B), Named("C", C)] };

    [Fact]
    public void Add_Twice_AddsOnce()
    {
        var once = AttachmentList.Add(_content, Named("D", Id(4))).Value;

        Assert.Equal(["A", "B", "C", "D"], Names(once));
        Assert.Same(once, AttachmentList.Add(once, Named("D", Id(4))).Value);
    }

    [Fact]
    public void NewVersion_TakesThePlace_AndKeepsTheOneBefore()
    {
        var content = AttachmentList.Add(_content, Named("B2", Id(4)), B).Value;

        Assert.Equal(["A", "B2", "C"], Names(content));
        Assert.Equal(["B2", "B"], content.Attachments[1].Versions().Select(one => one.Name));
        Assert.Equal(2, content.Attachments[1].Version());
    }

    [Fact]
    public void TwoNewVersionsOfTheSame_StandOnTopOfEachOther()
    {
        var content = AttachmentList.Add(AttachmentList.Add(_content, Named("B2", Id(4)), B).Value, Named("B3", Id(5)), B).Value;

        Assert.Equal(["B3", "B2", "B"], content.Attachments[1].Versions().Select(one => one.Name));
    }

    [Fact]
    public void NewVersion_OfOneThatWasTakenOff_ComesAtTheEnd()
    {
        var content = AttachmentList.Add(AttachmentList.Remove(_content, B).Value, Named("B2", Id(4)), B).Value;

        Assert.Equal(["A", "C", "B2"], Names(content));
        Assert.Equal(1, content.Attachments[2].Version());
    }

    [Theory]
    [InlineData(1, -1, "A B C")]
    [InlineData(1, 1, "B A C")]
    [InlineData(3, -1, "A C B")]
    [InlineData(2, 9, "A C B")]
    public void Move_StaysWithinTheList(int which, int steps, string expected) =>
        Assert.Equal(expected, string.Join(' ', Names(AttachmentList.Move(_content, Id(which), steps).Value)));

    [Fact]
    public void Remove_AndRestore_PutsItBackWhereItStood()
    {
        var removed = AttachmentList.Remove(_content, B).Value;

        Assert.Equal(["A", "C"], Names(removed));
        Assert.Same(removed, AttachmentList.Remove(removed, B).Value);
        var restored = AttachmentList.Restore(removed, B).Value;
        Assert.True(restored.IsSame(_content));
        Assert.Same(restored, AttachmentList.Restore(restored, B).Value);
    }

    [Fact]
    public void RemoveOfAVersion_LetsTheOneBeforeStandAgain_AndRestoreTakesItBack()
    {
        var versioned = AttachmentList.Add(_content, Named("B2", Id(4)), B).Value;

        var back = AttachmentList.Remove(versioned, Id(4), onlyVersion: true).Value;

        Assert.Equal(["A", "B", "C"], Names(back));
        Assert.True(AttachmentList.Restore(back, Id(4)).Value.IsSame(versioned));
        Assert.Equal(["A", "C"], Names(AttachmentList.Remove(versioned, Id(4)).Value));
    }

    [Fact]
    public void UnknownAttachment_IsNotFound()
    {
        Assert.IsType<AttachmentNotFound>(AttachmentList.Move(_content, Id(9), 1).Error);
        Assert.IsType<AttachmentNotFound>(AttachmentList.Remove(_content, Id(9)).Error);
        Assert.IsType<AttachmentNotFound>(AttachmentList.Restore(_content, Id(9)).Error);
    }

    [Fact]
    public void Add_BeyondTheMost_IsRefused_ButANewVersionIsNot()
    {
        var full = _content with { Attachments = [.. Enumerable.Range(1, AttachmentList.Max).Select(number => Named($"{number}", Id(number)))] };

        Assert.IsType<TooManyAttachments>(AttachmentList.Add(full, Named("Ny", Id(900))).Error);
        Assert.Equal(AttachmentList.Max, AttachmentList.Add(full, Named("Ny", Id(900)), Id(7)).Value.Attachments.Count);
    }

    [Fact]
    public void Versions_BeyondTheMost_AreRefused()
    {
        var content = _content;
        for (var version = 2; version <= AttachmentList.MaxVersions; version++)
            content = AttachmentList.Add(content, Named($"B{version}", Id(100 + version)), B).Value;

        Assert.IsType<TooManyVersions>(AttachmentList.Add(content, Named("For mange", Id(900)), B).Error);
    }

    [Fact]
    public void MovedFile_IsNamedInEveryVersionAndInWhatWasTakenOff()
    {
        var first = Named("B", B) with { Path = "Chefforum/2026/B.pdf", Url = "https://a.example/B" };
        var content = _content with { Attachments = [Named("B2", Id(4)) with { Before = first }], TakenOff = [new(first, 0)] };

        var moved = AttachmentList.WithCopyAt(content, "Chefforum/2026/B.pdf", "Chefforum/Lukket/2026/x.pdf", "https://a.example/x");

        AgendaAttachment[] both = [moved.Attachments[0].Before!, moved.TakenOff[0].Attachment];
        Assert.All(both, one => Assert.Equal(("Chefforum/Lukket/2026/x.pdf", "https://a.example/x"), (one.Path, one.Url)));
    }

    [Fact]
    public void AttachmentOfBefore_HasAKeyOfItsOwn()
    {
        Assert.Equal(new AgendaAttachment("Notat").Key(), new AgendaAttachment("Notat").Key());
        Assert.NotEqual(new AgendaAttachment("Notat").Key(), new AgendaAttachment("Notat", "https://a.example/").Key());
    }

    private static AttachmentId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static AgendaAttachment Named(string name, AttachmentId id) => new(name) { Id = id };

    private static IEnumerable<string> Names(AgendaItemContent content) => content.Attachments.Select(one => one.Name);
}
