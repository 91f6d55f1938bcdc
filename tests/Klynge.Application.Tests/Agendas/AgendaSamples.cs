using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas;

/// <summary>An invented agenda with fixed ids and times, in the states that cards are held against.</summary>
internal static class AgendaSamples
{
    internal const string Awkward =
        "**Fed** _kursiv_ <script>alert(1)</script> <at>Alle</at> [link](https://eksempel.example) # 1. - 😀👩‍⚕️ & »citat« | tabel | ~~slet~~";

    internal static MeetingView Meeting { get; } = new()
    {
        Id = new MeetingId(Id(1)),
        ForumId = new ForumId(Id(2)),
        Forum = "Chefforum",
        Board = "Sundhedsråd Fjordlandet",
        Time = new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)),
        Status = MeetingStatus.Planned,
        Version = 1,
        Place = "Teams",
    };

    internal static MeetingView Sent { get; } = Meeting with
    {
        Status = MeetingStatus.AgendaSent,
        Place = "Regionshuset, mødelokale 3",
        JoinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        Chair = "Karen Ravn",
        MinuteTaker = "Sofie Bech",
        CaseNumber = "26/1834",
        AgendaSentAt = Instant.FromUtc(2026, 1, 27, 9, 0),
        Version = 3,
    };

    internal static AgendaLine Nomination { get; } = Line(3, "Udpegning til ledelsesprogrammet, hold 4", AgendaItemKind.Decision, 20, new LocalTime(14, 20)) with
    {
        Content = new AgendaItemContent
        {
            Title = "Udpegning til ledelsesprogrammet, hold 4",
            Kind = AgendaItemKind.Decision,
            Minutes = 20,
            Presenter = "Daniel Holm",
            Sections = [new AgendaSection("Sagsfremstilling", "Programmet begynder i maj.\n\n- tre deltagere fra hver part\n- frist d. 30. april")],
            Recommendations = ["Drøfter indsatserne", "Indstiller tre til fem deltagere"],
            Attachments = [new AgendaAttachment("Programbeskrivelse.pdf"), new AgendaAttachment("Deltagerliste.docx")],
        },
        Decision = "Indstillingen blev godkendt.",
    };

    /// <summary>With everything that a long text can hold.</summary>
    internal static AgendaLine Rich { get; } = Line(2, "Økonomi for klyngen, 1. kvartal", AgendaItemKind.Decision, 20, new LocalTime(14, 5)) with
    {
        Content = new AgendaItemContent
        {
            Title = "Økonomi for klyngen, 1. kvartal",
            Kind = AgendaItemKind.Decision,
            Minutes = 20,
            Sections = [new AgendaSection("Sagsfremstilling", LongTextSamples.Rich)],
            Recommendations = ["**Godkender** opgørelsen", "Drøfter, om der skal:\n- flyttes midler\n  - mellem indsatser\n- søges puljer"],
        },
        Decision = "Godkendt, idet:\n\n| Indsats | Beløb |\n| --- | --- |\n| Hjemmebesøg | 1.250.000 |\n| Fælles vagt | 99.500 |",
    };

    internal static AgendaView Empty { get; } = View(Meeting);

    internal static AgendaView Usual { get; } = View(
        Sent,
        Line(1, "Godkendelse af dagsordenen", AgendaItemKind.Decision, 5, new LocalTime(14, 0)),
        Line(2, "Nyt fra driftsfora", AgendaItemKind.Information, 15, new LocalTime(14, 5)) with { Mark = AgendaMark.New },
        Nomination with { Mark = AgendaMark.Changed, ChangedOn = new LocalDate(2026, 1, 30) },
        Hidden(4),
        Line(5, "Eventuelt", AgendaItemKind.Discussion, null, null) with { Start = new ItemStart(new LocalTime(14, 50), IsEarliest: true) }) with
    {
        Overrun = new AgendaOverrun(10, IsAtLeast: true),
        Absences =
            [
                new Absence(new MemberId(Id(11)), "Mads Holt", "Bo Friis", HasVote: true),
                new Absence(new MemberId(Id(12)), "Lene Aagaard", null, HasVote: true),
                new Absence(new MemberId(Id(13)), "Bo Ørum", null, HasVote: false),
            ],
        Quorum = new Quorum(13, 11, 7, []),
        NeedsEverySector = true,
        Proposals = 2,
    };

    internal static AgendaView AwkwardText { get; } = View(
        Sent with { Place = Awkward, Chair = Awkward, Forum = "Forum *med* <b>mærker</b>", Status = MeetingStatus.Cancelled, CancellationReason = Awkward },
        [.. Enumerable.Range(1, 12).Select(number => Long(number, Awkward))]) with
    {
        Absences = [.. Enumerable.Range(1, 30).Select(number => new Absence(new MemberId(Id(100 + number)), $"{Awkward} {number}", Awkward, HasVote: true))],
        Quorum = new Quorum(40, 10, 20, ["almen praksis", "Birkelse Kommune"]),
    };

    internal static AgendaView ThreeHundred { get; } = View(
        Sent, [.. Enumerable.Range(1, 300).Select(number => Line(number, $"Punkt om sag {number}", AgendaItemKind.Discussion, 5, null))]);

    internal static AgendaAudience Secretariat { get; } =
        new() { Closed = ClosedReader.Everything, Manages = true, Proposes = true, Apologises = true, RefreshFor = ["29:sofie"] };

    internal static AgendaAudience Shared { get; } = AgendaAudience.Everybody with { RefreshFor = ["29:sofie", "29:karen"] };

    internal static AgendaView View(MeetingView meeting, params AgendaLine[] lines) => new()
    {
        Meeting = meeting,
        Lines = lines,
        Absences = [],
        Quorum = new Quorum(13, 13, 7, []),
        NeedsEverySector = true,
    };

    internal static AgendaLine Line(int number, string title, AgendaItemKind kind, int? minutes, LocalTime? start) => new()
    {
        Id = new AgendaItemId(Id(1000 + number)),
        Number = number,
        Version = 1,
        Content = new AgendaItemContent { Title = title, Kind = kind, Minutes = minutes },
        Start = new ItemStart(start, IsEarliest: false),
    };

    /// <summary>As long as the rules let it be, of characters that must all be escaped.</summary>
    internal static AgendaLine Long(int number, string text) => Line(number, Fill(text, 200), AgendaItemKind.Decision, 480, new LocalTime(9, 0)) with
    {
        Content = new AgendaItemContent
        {
            Title = Fill(text, AgendaItemRules.MaxTitleLength),
            Presenter = Fill(text, AgendaItemRules.MaxPresenterLength),
            Minutes = 480,
            Sections = [new AgendaSection(Fill(text, 100), Fill(text, 40_000))],
            Recommendations = [.. Enumerable.Repeat(Fill(text, 300), AgendaItemRules.MaxRecommendations)],
            Attachments = [.. Enumerable.Repeat(new AgendaAttachment(Fill(text, 300)), 20)],
        },
        Decision = Fill(text, AgendaItemRules.MaxDecisionLength),
    };

    internal static string Fill(string text, int length) =>
        DanishText.Shorten(string.Concat(Enumerable.Repeat(text + " ", (length / text.Length) + 1)), length);

    internal static Guid Id(int number) => new($"00000000-0000-4000-8000-{number:000000000000}");

    private static AgendaLine Hidden(int number) => new()
    {
        Id = new AgendaItemId(Id(1000 + number)),
        Number = number,
        Version = 1,
        Content = new AgendaItemContent { Title = "Lukket punkt", Kind = AgendaItemKind.Decision, Minutes = 10, IsClosed = true },
        Start = new ItemStart(new LocalTime(14, 40), IsEarliest: false),
        IsHidden = true,
    };
}
