using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using NodaTime;
using Texts = Klynge.Application.Agendas.Attachments.Texts;

namespace Klynge.Application.Tests.Agendas;

public sealed class AttachmentCardSamples : ICardSamples
{
    private const string LongName = "Bilag til sagen om fælles indkøb af kommunikationsudstyr til akutteamene, samlet høringsnotat med alle bemærkninger.docx";

    private static readonly ReceivedFile File = new(new AttachmentId(AgendaSamples.Id(900)), "Budget 2027.xlsx");

    public string Feature => "attachments";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("which-meeting", FileCards.AskMeeting(File, [Meeting(3), Meeting(17)], told: null));
        yield return new("which-meeting-words", FileCards.AskMeeting(File with { Name = LongName }, [Meeting(3), Meeting(17) with { ForumId = new(AgendaSamples.Id(8)), Forum = "Koordineringsforum" }], Texts.NotRead("til mødet i næste uge")));
        yield return new("which-item", FileCards.AskItem(File, AgendaSamples.Meeting, [.. AgendaSamples.Usual.Lines, Proposal], page: 0));
        yield return new("which-item-many", FileCards.AskItem(File, AgendaSamples.Meeting, AgendaSamples.ThreeHundred.Lines, page: 2));
        yield return new("details", FileCards.AskDetails(File, AgendaSamples.Usual, AgendaSamples.Nomination, AddedAt));
        yield return new("details-late", FileCards.AskDetails(File, AgendaSamples.Usual with { Meeting = Late }, AgendaSamples.Nomination, AddedAt));
        yield return new("details-awkward", FileCards.AskDetails(File with { Name = AgendaSamples.Awkward }, AgendaSamples.Usual, With([.. Enumerable.Range(1, AttachmentList.Max).Select(number => Kept(number) with { Name = AgendaSamples.Awkward })]), AddedAt));
        yield return new("fetching", FileCards.Fetching(AgendaSamples.Meeting, Item(), FileOnTheWay()));
        yield return new("kept", FileCards.Kept(AgendaSamples.Meeting, Item(), Item().Content.Attachments[1]));
        yield return new("kept-late", FileCards.Kept(Late, Item(), Item().Content.Attachments[1]));
        yield return new("failed", FileCards.Failed(new FileIsGone(File.Name).Text));
        yield return new("dropped", FileCards.Dropped(File.Name));
        yield return new("list", AttachmentsCard.Build(AgendaSamples.Usual, With(Item().Content.Attachments), AgendaAudience.Everybody, page: 0));
        yield return new("list-secretariat", AttachmentsCard.Build(
            AgendaSamples.Usual, With(Item().Content.Attachments), AgendaSamples.Secretariat, page: 0, Texts.Removed("Notat.pdf"), AttachmentsCard.Undo(AgendaSamples.Usual, AgendaSamples.Nomination, Kept(9).Key())));
        yield return new("list-empty", AttachmentsCard.Build(AgendaSamples.Usual, With([]), AgendaSamples.Secretariat, page: 0));
        yield return new("list-many", AttachmentsCard.Build(AgendaSamples.Usual, With([.. Enumerable.Range(1, AttachmentList.Max).Select(number => Kept(number) with { Name = AgendaSamples.Awkward })]), AgendaSamples.Secretariat, page: 3));
        yield return new("list-proposal", AttachmentsCard.Build(AgendaSamples.Usual, Proposal, AgendaAudience.Everybody, page: 0, Texts.Marked("Notat.pdf")));
        yield return new("mark-form", AttachmentsCard.MarkForm(AgendaSamples.Usual, With(Item().Content.Attachments), Item().Content.Attachments[1], AddedAt));
        yield return new("mark-form-late", AttachmentsCard.MarkForm(
            AgendaSamples.Usual with { Meeting = Late }, With(Item().Content.Attachments), Item().Content.Attachments[1] with { LateReason = "tallene først kom i går" }, AddedAt));
        yield return new("link-form", AttachmentsCard.LinkForm(AgendaSamples.Usual, AgendaSamples.Nomination, File.Id, AddedAt));
        yield return new("item", ItemCard.Build(AgendaSamples.Usual, With(Item().Content.Attachments), AgendaSamples.Secretariat));
    }

    /// <summary>The time limit of bilag was on a Sunday.</summary>
    private static MeetingView Late { get; } = AgendaSamples.Meeting with { Clock = new AgendaClock(new LocalDate(2026, 1, 1), Instant.MinValue, new LocalDate(2026, 1, 4), Instant.MinValue) };

    private static AgendaLine Proposal =>
        With([Kept(1)]) with { Id = new AgendaItemId(AgendaSamples.Id(77)), Number = 0 };

    private static FileMeeting Meeting(int day) =>
        new(AgendaSamples.Meeting.ForumId, "Chefforum", new MeetingId(AgendaSamples.Id(day)), new MeetingTime(new LocalDate(2026, 2, day), new LocalTime(14, 0), new LocalTime(16, 0)));

    private static AgendaLine With(IReadOnlyList<AgendaAttachment> attachments) =>
        AgendaSamples.Nomination with { Content = AgendaSamples.Nomination.Content with { Attachments = attachments } };

    private static ItemFile FileOnTheWay()
    {
        var file = ItemFile.Dropped(default, File.Name, "https://x", AddedAt);
        file.Postpone(AddedAt, Texts.OutOfReach);
        return file;
    }

    private static AgendaItem Item() => new()
    {
        Id = AgendaSamples.Nomination.Id,
        ForumId = AgendaSamples.Meeting.ForumId,
        MeetingId = AgendaSamples.Meeting.Id,
        Number = 3,
        AddedAt = AddedAt,
        Content = AgendaSamples.Nomination.Content with
        {
            Attachments =
            [
                Kept(1) with { Name = "Programbeskrivelse.pdf", IsRequiredReading = true, Size = 1_430_000 },
                Kept(2) with { Name = LongName, Change = "Bemærkningerne er indarbejdet", Before = Kept(3) with { Name = "Høringsnotat.docx", Before = Kept(4) } },
                Kept(5) with { Name = "Ansøgere.xlsx", IsClosed = true },
                new AgendaAttachment("Regionens side om programmet", "https://fjordlandet.example/program") { Id = new AttachmentId(AgendaSamples.Id(606)) },
                new AgendaAttachment("Deltagerliste"),
            ],
        },
    };

    private static Instant AddedAt => Instant.FromUtc(2026, 1, 28, 9, 0);

    private static AgendaAttachment Kept(int number) => new($"Notat {number}.pdf", $"https://klynge.sharepoint.example/sites/sundhedsraad/Chefforum/2026/{number}.pdf")
    {
        Id = new AttachmentId(AgendaSamples.Id(600 + number)),
        Path = $"Chefforum/2026/{number}.pdf",
        Sha256 = new string('a', 64),
        Size = 84_000,
        AddedAt = AddedAt,
    };
}
