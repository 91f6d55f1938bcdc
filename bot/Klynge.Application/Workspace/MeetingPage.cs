using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Minutes;
using Klynge.Application.Workspace.MeetingParts;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <param name="MayOpenForum">The reader may see the forum's own page.</param>
public sealed record MeetingPage(AgendaView Agenda, LocalDate Today, string ForumKey, bool MayOpenForum)
{
    /// <summary>When it was drawn.</summary>
    public Instant Now { get; init; }

    /// <summary>The reader sits in a member's seat, or is named to: the rights of members at an item are offered, and checked when they are used.</summary>
    public bool IsMember { get; init; }

    /// <summary>Why what was asked for from another page was not done; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>The reader may put an item forward, or propose one.</summary>
    public bool MayAddItems { get; init; }

    /// <summary>What has changed since the reader read it last.</summary>
    public IReadOnlyList<AgendaChange> SinceRead { get; init; } = [];

    /// <summary>What the page offers; nothing in a preview.</summary>
    internal MeetingMay May { get; init; } = new();

    /// <summary>What was asked for, where the reader may have it; else the agenda.</summary>
    internal MeetingLook Look { get; init; } = new(MeetingShows.Agenda);

    /// <summary>The items that were taken off and can be put back, the last one first; empty for those who cannot put them back.</summary>
    internal IReadOnlyList<AgendaLine> TakenOff { get; init; } = [];

    /// <summary>Members' proposals to this meeting that nobody has answered; empty for those who do not answer them.</summary>
    internal IReadOnlyList<ProposalView> Proposals { get; init; } = [];

    /// <summary>What was asked of others for the items; empty for those who do not ask.</summary>
    internal IReadOnlyList<ContributionAt> Contributions { get; init; } = [];

    /// <summary>What is to be known before it goes out; null where that is not asked for.</summary>
    internal SendingFacts? Sending { get; init; }

    /// <summary>The question who came; null where it is not asked for.</summary>
    internal RollCallView? RollCall { get; init; }

    /// <summary>Null before the meeting has begun, and for those who may not read them as far as they are.</summary>
    internal MinutesView? Minutes { get; init; }

    /// <summary>What stands beside each item; <see cref="ItemParts.None"/> of one with nothing.</summary>
    internal IReadOnlyDictionary<AgendaItemId, ItemParts> Parts { get; init; } = new Dictionary<AgendaItemId, ItemParts>();

    /// <summary>What the open form of an item is drawn from; null where no such form is open.</summary>
    internal ItemFormView? Form { get; init; }

    /// <summary>No form is open, and it is no preview: what the reader may do can be pressed.</summary>
    internal bool Presses => Look is { Shows: MeetingShows.Agenda, Item: null };

    /// <summary>The one item that is looked at; null for the whole agenda.</summary>
    internal AgendaLine? Alone => Look.Shows == MeetingShows.Agenda ? Chosen : null;

    /// <summary>The line that the open form is about.</summary>
    internal AgendaLine? Chosen => Look.Item is { } id ? Agenda.Lines.FirstOrDefault(line => line.Id == id && !line.IsHidden) : null;
}

/// <summary>What of a meeting's page is looked at.</summary>
/// <param name="Item">The item that a form is about; of the agenda itself the one that is looked at alone.</param>
/// <param name="Attachment">The one of its bilag that is changed.</param>
public sealed record MeetingLook(MeetingShows Shows, AgendaItemId? Item = null, AttachmentId? Attachment = null)
{
    /// <summary>The agreement that a form is about; null for a new one.</summary>
    public DeadlineId? Agreement { get; init; }

    /// <summary>The sentence of a decision that a form is about.</summary>
    public FoundDeadlineId? Found { get; init; }

    /// <summary>The vote that a form is about; null for a new one.</summary>
    public ItemVoteId? Vote { get; init; }

    /// <summary>Names what the form is about by its id alone, as an address and a form do; null for nothing.</summary>
    public MeetingLook About(Guid? record) => (Shows, record) switch
    {
        (MeetingShows.Agreement or MeetingShows.DropAgreement, { } id) => this with { Agreement = new DeadlineId(id) },
        (MeetingShows.FollowUp, { } id) => this with { Found = new FoundDeadlineId(id) },
        (MeetingShows.Vote, { } id) => this with { Vote = new ItemVoteId(id) },
        _ => this,
    };
}

/// <summary>
/// A meeting's page, or one form open on it. While a form is open nothing else can be pressed there, so that no other press takes what is
/// typed away.
/// </summary>
public enum MeetingShows
{
    Agenda = 0,

    /// <summary>As a member will read it.</summary>
    AsMember,

    /// <summary>As somebody reads it who may not read closed items.</summary>
    AsObserver,

    /// <summary>To whom it goes, and what speaks against it.</summary>
    Sending,

    /// <summary>The decision of an item, as one text.</summary>
    Decision,

    /// <summary>An answer to each recommendation of an item.</summary>
    Answers,

    /// <summary>A new bilag.</summary>
    Upload,

    /// <summary>What a bilag is called and marked as.</summary>
    Marks,

    /// <summary>Why a proposal is declined.</summary>
    Decline,

    /// <summary>Who came.</summary>
    RollCall,

    /// <summary>What was agreed at an item: who does what by when.</summary>
    Agreement,

    /// <summary>Why an agreement is given up.</summary>
    DropAgreement,

    /// <summary>On which day a sentence of a decision is followed up, and where it is taken up.</summary>
    FollowUp,

    /// <summary>Who is asked for a text to an item.</summary>
    Contribution,

    /// <summary>What was voted on an item, by name.</summary>
    Vote,

    /// <summary>A vote on cards, before they go out.</summary>
    Ballot,

    /// <summary>What the secretariat adds to the minutes of an item.</summary>
    Addition,

    /// <summary>Who took no part in an item.</summary>
    ItemAttendance,

    /// <summary>Who of those who read closed items does not read this one.</summary>
    Exclusion,

    /// <summary>A guest of an item.</summary>
    Guest,
}
