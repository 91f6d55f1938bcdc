using Klynge.Application.Forums.Handovers;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

public sealed class HandoverSamples : ICardSamples
{
    private const string Board = "Sundhedsklynge Fjordlandet";
    private static readonly LocalDate LastDay = new(2026, 12, 31);
    private static readonly ForumId Council = new(AgendaSamples.Id(890));

    public string Feature => "handovers";

    public IEnumerable<CardSample> Samples()
    {
        var forum = SampleRecords.Forum();
        var request = new HandoverRequest(forum.Id, Council, LastDay);
        yield return new("ask", HandoverCards.Ask(forum, Board, [new(Council, "sundhedsraad", "Sundhedsråd Nord"), new(new ForumId(AgendaSamples.Id(891)), "driftsforum", "Driftsforum")], Council, LastDay));
        yield return new("ask-nobody-follows", HandoverCards.Ask(forum, Board, [], to: null, LastDay));
        yield return new("preview", HandoverCards.Preview(forum, Board, new HandoverPreview(Contents(3), "0123456789abcdef"), request));
        yield return new("preview-many", HandoverCards.Preview(forum, Board, new HandoverPreview(Contents(120, AgendaSamples.Awkward), "0123456789abcdef"), request));
        yield return new("preview-nothing", HandoverCards.Preview(forum, Board, new HandoverPreview(new HandoverContents(Board, "Chefforum", "Sundhedsråd Nord", LastDay), "0123456789abcdef"), request));
        yield return new("done", HandoverCards.Done(forum, Board, new HandoverStored(new Uri("https://fjordlandet.example/overlevering.docx"), new Uri("https://fjordlandet.example/overlevering.asice"))));
        yield return new("done-not-stored", HandoverCards.Done(forum, Board, stored: null));
        yield return new("notice", HandoverCards.Notice(Contents(3), Council, Board));
    }

    private static HandoverContents Contents(int cases, string title = "Fælles plan for sundhedshuse") => new(Board, "Chefforum", "Sundhedsråd Nord", LastDay)
    {
        Cases = [.. Enumerable.Range(1, cases).Select(number => new HandedCase($"{title} {number}", ["Chefforum d. 3. februar 2026: Punktet udsættes til næste møde."]))],
        Agreements = [new("Ældrepsykiatrien inviteres", new LocalDate(2027, 2, 1), "Tina Lund")],
        Deadlines = [new("Udpegning", new LocalDate(2027, 4, 30), null)],
        Decisions = [new(new LocalDate(2026, 2, 3), 1, "Budget", "Godkendt.")],
        Members = [new("Karen Ravn", "medformand", "Region Fjordlandet", null)],
        Documents = [new("Chefforum/2026/Referat.docx", "aa")],
        Wheel = [new("Udpegning til ledelsesprogrammet", "30. april", null)],
        ClosedCases = cases > 3 ? 2 : 1,
        Closed = [new("punkt 3 d. 6. januar 2026", "nogen er holdt ude af sagen"), new("punkt 5 d. 3. februar 2026", null)],
    };
}
