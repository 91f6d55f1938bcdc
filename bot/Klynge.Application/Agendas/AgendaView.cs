using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas;

/// <summary>
/// One meeting's agenda as it is read: what cards, minutes and pages are made from. It holds only what its reader may see, so that
/// nothing that draws it can leak a closed item.
/// </summary>
public sealed record AgendaView
{
    public required MeetingView Meeting { get; init; }

    /// <summary>The items on the agenda in their order, all of them.</summary>
    public required IReadOnlyList<AgendaLine> Lines { get; init; }

    /// <summary>How far the items go beyond the end of a meeting that is not over; null where they do not.</summary>
    public AgendaOverrun? Overrun { get; init; }

    /// <summary>What the calendar says of who is invited; null for a meeting that it does not call.</summary>
    public InvitationCount? Invitations { get; init; }

    /// <summary>The apologies that stand, in the forum's order.</summary>
    public required IReadOnlyList<Absence> Absences { get; init; }

    public required Quorum Quorum { get; init; }

    /// <summary>The forum's rules ask for one from every sector.</summary>
    public bool NeedsEverySector { get; init; }

    /// <summary>A member who took part in an item may have an afvigende mening written down, by the forum's rules.</summary>
    public bool AllowsDissent { get; init; }

    /// <summary>A member who was present may stop a decision, by the forum's rules.</summary>
    public bool AllowsStop { get; init; }

    /// <summary>Members' proposals that the secretariat has not answered.</summary>
    public int Proposals { get; init; }

    /// <summary>Changes since the agenda went out that members have not been told of.</summary>
    public int Untold { get; init; }

    /// <summary>Invited guests who do not know how things stand, also of items that are off the agenda.</summary>
    public int GuestsToTell { get; init; }

    /// <summary>Guests whose turn the meeting is, and who are not on it: see <see cref="GuestCadence"/>.</summary>
    public int GuestsInTurn { get; init; }

    /// <summary>How it stands with the approval that the forum's rules ask for; null where they ask for none, and for readers whom it does not concern.</summary>
    internal ApprovalView? Approval { get; init; }

    /// <summary>The minutes are approved: decisions stand.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The forum's seats on the day, in its order.</summary>
    internal IReadOnlyList<ForumMember> Seats { get; init; } = [];

    /// <summary>The forum's people on the day, the secretariat first, whose version differs most.</summary>
    public IReadOnlyList<AgendaReader> Readers { get; init; } = [];
}

/// <param name="Account">The channel's id of it (<c>29:…</c>); null for somebody who has none yet.</param>
public sealed record AgendaReader(PersonId Id, string? Account);

/// <summary>The head of an agenda: forum and state, when, where, who leads, and the way into the meeting.</summary>
internal static class AgendaHead
{
    internal static IEnumerable<CardElement> Of(MeetingView meeting)
    {
        var (word, color) = CardParts.Badge(meeting.Status);
        yield return new ColumnSet(
            new Column(CardParts.ForumLine(meeting.Forum, meeting.Board)),
            new Column(new TextBlock(word) { Color = color, Weight = TextWeight.Bolder, Wrap = false }) { Width = "auto" });
        yield return CardParts.Heading($"{Texts.Agenda}: {CardParts.When(meeting.Time)}");
        yield return CardParts.Line(string.Join(" · ", Facts(meeting)));
        if (meeting.Status == MeetingStatus.Cancelled)
            yield return CardParts.Warning([Texts.Cancelled(meeting.CancellationReason)]);
        else if (JoinAddress(meeting) is { } address)
            yield return new ActionSet(new OpenUrlAction(Texts.Join, address));
    }

    private static IEnumerable<string> Facts(MeetingView meeting)
    {
        if (meeting.Place.Length > 0)
            yield return DanishText.Shorten(meeting.Place, 200);

        if (meeting.Chair is { } chair)
            yield return Texts.Led(chair);

        if (meeting.Place.Length == 0 && meeting.Chair is null)
            yield return "Sted følger";
    }

    /// <summary>The address comes from a calendar or an event: only a web address becomes a button.</summary>
    private static Uri? JoinAddress(MeetingView meeting) =>
        meeting.Status != MeetingStatus.Held
        && Uri.TryCreate(meeting.JoinUrl, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : null;
}

/// <summary>One item as it is read.</summary>
public sealed record AgendaLine
{
    public required AgendaItemId Id { get; init; }

    /// <summary>1…n.</summary>
    public required int Number { get; init; }

    public required int Version { get; init; }

    /// <summary>Of a hidden item only its kind and its length are told; the title says that it is closed.</summary>
    public required AgendaItemContent Content { get; init; }

    /// <summary>When it begins by the lengths before it.</summary>
    public ItemStart Start { get; init; }

    public AgendaMark Mark { get; init; }

    /// <summary>The Danish date of the last change, for <see cref="AgendaMark.Changed"/>.</summary>
    public LocalDate? ChangedOn { get; init; }

    public string? Decision { get; init; }

    /// <inheritdoc cref="AgendaItem.DecisionChange"/>
    public int? DecisionChange { get; init; }

    /// <summary>The nearest open deadline of the case; null where it has none, and for a hidden item.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>The number of the case that it is a stop of; null where it has none yet, and for a hidden item.</summary>
    public CaseKey? CaseKey { get; init; }

    /// <summary>It goes on as a written procedure: a case that has been sent out, or a decision that says so.</summary>
    public bool IsInWriting { get; init; }

    /// <summary>The case that was sent out; null where none was, and for a hidden item.</summary>
    public WrittenProcedureId? Case { get; init; }

    /// <summary>Its guests as members read them: »Anna Holm, overlæge, Region Nord«. None of a hidden item.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>Those of its invited guests who do not know how things stand.</summary>
    public int GuestsToTell { get; init; }

    /// <summary>A vote on cards runs on it.</summary>
    public bool HasBallot { get; init; }

    /// <summary>Readers of closed items who are kept out of this one.</summary>
    public IReadOnlyList<PersonId> Excluded { get; init; } = [];

    /// <summary>Who is kept out of what is closed in it, also where the item itself is open.</summary>
    public IReadOnlyList<PersonId> KeptOut { get; init; } = [];

    /// <summary>No item, but what holds the documents that go out with the minutes.</summary>
    public bool IsOfMeeting { get; init; }

    /// <summary>A closed item that its reader may not read.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>What happened to an item after the agenda was sent out.</summary>
public enum AgendaMark
{
    None = 0,

    /// <summary>»nyt«</summary>
    New = 1,

    /// <summary>»ændret 3. feb.«</summary>
    Changed = 2,
}

/// <summary>
/// How much of each item a card shows. A page of long texts is drawn with less, so that the card stays within what Teams takes.
/// </summary>
/// <param name="Text">Characters of the case presentation and of the decision.</param>
/// <param name="Lines">Recommendations and attachments, each.</param>
/// <param name="Line">Characters of one such line.</param>
/// <param name="Title">Characters of the title and of the presenter.</param>
internal sealed record AgendaDetail(int Text, int Lines, int Line, int Title)
{
    /// <summary>From what a reader wants to the least that still is an agenda.</summary>
    internal static IReadOnlyList<AgendaDetail> Levels { get; } =
        [new(400, 10, 200, 200), new(150, 4, 120, 200), new(0, 0, 0, 120), new(0, 0, 0, 40)];

    internal bool HasBody => Text > 0;
}

/// <summary>An apology that stands, as the agenda lists it.</summary>
/// <param name="Substitute">Who comes instead; null when nobody does.</param>
/// <param name="HasVote">Whether the seat counts among the members.</param>
/// <param name="Asked">The substitute who has been asked and has not answered; null for nobody.</param>
public sealed record Absence(MemberId MemberId, string Name, string? Substitute, bool HasVote, string? Asked = null);

/// <summary>
/// How many are invited in the calendar and what they have answered: the first link of the chain from the invitation over apologies and
/// substitutes to the quorum. Those who have sent an apology stand there and not here.
/// </summary>
/// <param name="Invited">People with a seat who are invited.</param>
/// <param name="Coming">Of these, who has said yes.</param>
/// <param name="Tentative">The names of those who may come, in the forum's order.</param>
/// <param name="Unanswered">Who has not answered, or only for the time before the meeting was moved.</param>
/// <param name="Missing">The names of those with a vote who are not invited.</param>
/// <param name="Unknown">Invited people whom nobody recognises yet.</param>
public sealed record InvitationCount(
    int Invited, int Coming, IReadOnlyList<string> Tentative, int Unanswered, IReadOnlyList<string> Missing, int Unknown);
