using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

/// <summary>What a person writes about an item; everything but its place on the agenda and what became of it.</summary>
public sealed record AgendaItemContent
{
    /// <summary>One line, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    public AgendaItemKind Kind { get; init; } = AgendaItemKind.Discussion;

    /// <summary>Who presents it, as it will be printed: a name, several, or a role (»formandskabet«).</summary>
    public string? Presenter { get; init; }

    /// <summary>Length in minutes, 1 to 480; null where none is set.</summary>
    public int? Minutes { get; init; }

    public IReadOnlyList<AgendaSection> Sections { get; init; } = [];

    /// <summary>Indstilling: what the forum is asked to do, each line beginning with its verb.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    /// <summary>Bilag in their order: the first is »Bilag 1«.</summary>
    public IReadOnlyList<AgendaAttachment> Attachments { get; init; } = [];

    /// <summary>What was taken off last, so that it can be put back: see <see cref="AttachmentList"/>.</summary>
    public IReadOnlyList<TakenOffAttachment> TakenOff { get; init; } = [];

    /// <summary>Sagsnummer: the key of the item's case in the records system; null where none is known.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>»Kan udgå«: the first to go when the time is short.</summary>
    public bool MayBeDropped { get; init; }

    /// <summary>Lukket punkt: never in the public minutes, and only shown to those who may read closed items.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Why it is closed, with the legal source where there is one: »personsag, jf. forretningsordenens § 6«. For those who may read closed items.</summary>
    public string? ClosedBecause { get; init; }

    /// <summary>
    /// Why it came, or was changed, after the agenda had gone out: »eftersendt, fordi tallene først kom i går«. Members read it; null where nothing is said.
    /// </summary>
    public string? LateReason { get; init; }

    /// <summary>What the secretariat has added to the minutes of it, in the order it came.</summary>
    public IReadOnlyList<SecretariatAddition> Additions { get; init; } = [];

    /// <summary>What was voted on at the meeting, in the order it was.</summary>
    public IReadOnlyList<ItemVote> Votes { get; init; } = [];

    /// <summary>Afvigende meninger: those of the meeting itself, and those that came along with the case.</summary>
    public IReadOnlyList<DissentingOpinion> Dissents { get; init; } = [];

    /// <summary>Who has stopped the decision from being carried out.</summary>
    public IReadOnlyList<ExecutionStop> Stops { get; init; } = [];

    /// <summary>Who may be inhabil at it, and what the body has decided.</summary>
    public IReadOnlyList<ImpartialityQuestion> Impartiality { get; init; } = [];

    /// <summary>A standing item that closes the agenda (»Eventuelt«): what is added later goes in before it.</summary>
    public bool StandsLast { get; init; }

    /// <summary>Whether both say the same: lists are compared line by line.</summary>
    public bool IsSame(AgendaItemContent other) =>
        this with { Sections = other.Sections, Recommendations = other.Recommendations, Attachments = other.Attachments, TakenOff = other.TakenOff, Additions = other.Additions, Votes = other.Votes, Dissents = other.Dissents, Stops = other.Stops, Impartiality = other.Impartiality } == other
        && Sections.SequenceEqual(other.Sections)
        && Recommendations.SequenceEqual(other.Recommendations, StringComparer.Ordinal)
        && Attachments.SequenceEqual(other.Attachments)
        && TakenOff.SequenceEqual(other.TakenOff)
        && Additions.SequenceEqual(other.Additions)
        && Votes.SequenceEqual(other.Votes)
        && Dissents.SequenceEqual(other.Dissents)
        && Stops.SequenceEqual(other.Stops)
        && Impartiality.SequenceEqual(other.Impartiality);
}

public readonly record struct AgendaItemId(Guid Value) : IRecordId
{
    public static AgendaItemId New() => new(Guid.CreateVersion7());
}

/// <summary>What the forum is asked to do with an item.</summary>
public enum AgendaItemKind
{
    /// <summary>In a form: by the recommendations, see <see cref="RecommendedKind"/>. No item that is stored has it.</summary>
    ByRecommendation = 0,

    /// <summary>Beslutning.</summary>
    Decision = 1,

    /// <summary>Drøftelse.</summary>
    Discussion = 2,

    /// <summary>Orientering.</summary>
    Information = 3,
}

public enum AgendaItemStatus
{
    /// <summary>A member has proposed it; the secretariat has not answered.</summary>
    Proposed = 1,

    /// <summary>On the agenda of its meeting.</summary>
    Accepted = 2,

    /// <summary>The secretariat said no, with a reason.</summary>
    Declined = 3,

    /// <summary>Taken off the agenda; kept for the record.</summary>
    Removed = 4,

    /// <summary>No item, but what belongs to the meeting as a whole and goes out with its minutes: slides that were shown, a study. One for a meeting.</summary>
    OfMeeting = 5,
}

/// <summary>A headed piece of an item's text: »Sagsfremstilling«, »Resumé«, »Borger-/patientperspektiv«.</summary>
/// <param name="Heading">Null for text that stands without a heading.</param>
/// <param name="Text">Paragraphs separated by a blank line; a line that starts with »- « is a bullet.</param>
public sealed record AgendaSection(string? Heading, string Text);
