using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Minutes;

namespace Klynge.Domain.Forums;

/// <summary>A forum's own numbers from its rules of procedure (forretningsorden) and terms of reference (kommissorium). Data, never code.</summary>
public sealed record RulesOfProcedure
{
    /// <summary>How long before the meeting members' items must be in.</summary>
    public required TimeLimit ItemsIn { get; init; }

    /// <summary>How long before the meeting the agenda goes out.</summary>
    public required TimeLimit AgendaOut { get; init; }

    /// <summary>How long before the meeting attachments go out, as far as possible: what comes later asks why. Null where none is set.</summary>
    public TimeLimit? AttachmentsOut { get; init; }

    /// <summary>How long after the meeting the minutes go out.</summary>
    public required TimeLimit MinutesOut { get; init; }

    /// <summary>How long members have to comment on the minutes, from the day they went out; null where none is set.</summary>
    public TimeLimit? CommentsIn { get; init; }

    public required QuorumRule Quorum { get; init; }

    public required WrittenProcedureRules WrittenProcedures { get; init; }

    /// <summary>Meetings that must be held in a calendar year; null where no rule sets a number.</summary>
    public int? MinimumMeetingsPerYear { get; init; }

    /// <summary>Faste punkter, put on every new meeting's agenda; empty for a forum that wants none.</summary>
    public IReadOnlyList<StandingItem> StandingItems { get; init; } = StandingItem.Usual;

    /// <summary>What an item of the forum is written in.</summary>
    public ItemTemplate Items { get; init; } = ItemTemplate.Usual;

    /// <summary>
    /// Initiativret: what a member proposes before <see cref="ItemsIn"/> comes on the agenda of the meeting that it was proposed for; the
    /// secretariat neither declines it nor moves it. Municipal councils have it by law (kommunestyrelsesloven § 11), others by their own rules.
    /// </summary>
    public bool HasInitiativeRight { get; init; }

    /// <summary>When the votes at a meeting are equal, the chair's decides; otherwise what was voted on falls.</summary>
    public LegalSwitch CastingVote { get; init; } = LegalSwitch.Off;

    /// <summary>The same as a plain yes or no, which is what was stored before switches had a source.</summary>
    public bool HasCastingVote
    {
        get => CastingVote.Allowed;
        init => CastingVote = CastingVote with { Allowed = value };
    }

    /// <summary>
    /// Formandsbeslutning (kommunestyrelsesloven § 22, stk. 2): between meetings the chair decides what cannot wait or gives no doubt, and any
    /// member may call the case in.
    /// </summary>
    public LegalSwitch ChairDecision { get; init; } = LegalSwitch.Off;

    /// <summary>Afvigende mening (kommunestyrelsesloven § 13, stk. 2): a member who attended has it written briefly into the minutes.</summary>
    public LegalSwitch DissentingOpinion { get; init; } = LegalSwitch.Off;

    /// <summary>Standsningsret (kommunestyrelsesloven § 23): a member who was present stops a decision from being carried out, before the meeting is adjourned.</summary>
    public LegalSwitch StopExecution { get; init; } = LegalSwitch.Off;

    /// <summary>A member who is inhabil at an item is replaced by a substitute for that item (kommunestyrelsesloven § 14, stk. 3).</summary>
    public LegalSwitch ItemSubstitutes { get; init; } = LegalSwitch.Off;

    /// <summary>Minutes say who voted what. Where they do not, they say how many.</summary>
    public LegalSwitch NamedVotes { get; init; } = LegalSwitch.On;

    /// <summary>Whose approval an agenda needs before it goes out.</summary>
    public AgendaApprovalRule AgendaApproval { get; init; }

    /// <summary>When people are reminded of the forum's deadlines.</summary>
    public DeadlineReminders Reminders { get; init; } = DeadlineReminders.Usual;

    /// <summary>Årshjul: the deadlines that come round every year, every month or before every meeting.</summary>
    public IReadOnlyList<AnnualEntry> AnnualWheel { get; init; } = [];

    /// <summary>Minutes in a meeting in Teams from which somebody is proposed as having been there.</summary>
    public int AttendanceMinutes { get; init; } = AttendanceRules.UsualMinutes;

    /// <summary>How the forum's minutes are printed.</summary>
    public MinutesLayout Minutes { get; init; } = MinutesLayout.Usual;

    /// <summary>Where the numbers come from: the law or the rules of procedure, with section and date, as a lawyer would cite it.</summary>
    public string? Source { get; init; }
}

/// <summary>Whose approval an agenda needs before it goes out.</summary>
public enum AgendaApprovalRule
{
    /// <summary>Nobody's: the secretariat sends it.</summary>
    None = 0,

    /// <summary>Formanden: one who is chair; in a forum that only has co-chairs, any one of them.</summary>
    Chair = 1,

    /// <summary>Formandskabet: everybody who is chair or co-chair.</summary>
    CoChairs = 2,
}

/// <summary>How votes become a result.</summary>
public enum DecisionRule
{
    /// <summary>Enighed: one »no« sends the case to a meeting.</summary>
    Consensus = 1,

    /// <summary>Simpelt flertal: more yes than no of the votes cast; not voting is not a no.</summary>
    SimpleMajority = 2,

    /// <summary>Kvalificeret flertal: at least two thirds of the votes cast.</summary>
    TwoThirdsMajority = 3,
}

/// <summary>When a forum can decide (beslutningsdygtig).</summary>
/// <param name="Share">The share of seats with a vote that must be filled: 0.5 means at least half.</param>
/// <param name="EverySector">Also one from every sector that has a seat with a vote.</param>
public sealed record QuorumRule(decimal Share, bool EverySector)
{
    /// <summary>What a share written with four decimals is off by, for a hundred seats: 0.6667 of 12 means 8, not 9.</summary>
    private const decimal Rounding = 0.005m;

    /// <summary>Seats needed of <paramref name="votingSeats"/>: »at least half« of 13 is 7, two thirds of 12 are 8.</summary>
    public int SeatsNeeded(int votingSeats) => (int)Math.Ceiling((Share * votingSeats) - Rounding);
}

/// <summary>Fast punkt: an item that stands on every agenda of a forum. Together they are the template of a meeting.</summary>
/// <param name="Title">As the agenda prints it.</param>
/// <param name="Kind">What the forum is asked to do.</param>
/// <param name="Minutes">Its usual length; null where none is set.</param>
/// <param name="StandsLast">It closes the agenda: what is added later goes in before it. Otherwise it opens the agenda.</param>
public sealed record StandingItem(string Title, AgendaItemKind Kind, int? Minutes = null, bool StandsLast = false)
{
    public const int MaxTextLength = 4_000;
    public const int MaxRecommendations = 10;

    /// <summary>What Danish boards have on their agendas where their rules name nothing else.</summary>
    public static IReadOnlyList<StandingItem> Usual { get; } =
    [
        new("Godkendelse af dagsordenen", AgendaItemKind.Decision, 5),
        new("Gensidig orientering", AgendaItemKind.Information, 10, StandsLast: true),
        new("Eventuelt", AgendaItemKind.Discussion, 5, StandsLast: true),
    ];

    /// <summary>Who presents it every time; null for nobody in particular.</summary>
    public string? Presenter { get; init; }

    /// <summary>What it says every time; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>What the forum is asked every time: »Godkender dagsordenen«.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    /// <param name="template">Under whose heading the text stands, and what leads into the recommendations.</param>
    public AgendaItemContent ToContent(ItemTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.LeadIn(new()
        {
            Title = Title,
            Kind = Kind,
            Minutes = Minutes,
            StandsLast = StandsLast,
            Presenter = Presenter,
            Sections = Text is null ? [] : [new AgendaSection(template.CaseHeading, Text)],
            Recommendations = Recommendations,
        });
    }

    public bool Equals(StandingItem? other) =>
        other is not null && (Title, Kind, Minutes, StandsLast, Presenter, Text) == (other.Title, other.Kind, other.Minutes, other.StandsLast, other.Presenter, other.Text)
        && Recommendations.SequenceEqual(other.Recommendations, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Title, Kind, Minutes, StandsLast, Presenter, Text, Recommendations.Count);
}
