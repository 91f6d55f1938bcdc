using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Tests.Rights;

/// <summary>What there is on the board, by what a test says of it.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>An account that may be the doctor's.</summary>
    internal const string ClaimedAccount = "00000000-0000-4000-8000-0000000c1a1d";

    /// <summary>In three weeks, with two items, a proposal and one that was taken off.</summary>
    internal MeetingId Ahead { get; private set; }

    /// <summary>In five weeks, with two deadlines in its only text and everybody's apologies.</summary>
    internal MeetingId Later { get; private set; }

    internal MeetingId Running { get; private set; }

    /// <summary>Today, not begun.</summary>
    internal MeetingId Today { get; private set; }

    /// <summary>Held, its minutes written.</summary>
    internal MeetingId Held { get; private set; }

    /// <summary>Held, nothing written.</summary>
    internal MeetingId Unwritten { get; private set; }

    /// <summary>Held, its minutes approved.</summary>
    internal MeetingId Approved { get; private set; }

    /// <summary>What a question about telling of the changes of <see cref="Running"/> is drawn from.</summary>
    internal string SeenOfRunning { get; private set; } = string.Empty;

    internal AgendaItemId Item { get; private set; }

    internal AgendaItemId Proposal { get; private set; }

    internal AgendaItemId Removed { get; private set; }

    internal AgendaItemId ItemOfHeld { get; private set; }

    internal WrittenProcedureId Draft { get; private set; }

    internal WrittenProcedureId Open { get; private set; }

    /// <summary>Open, and the member and the chair have left their seats to their substitutes.</summary>
    internal WrittenProcedureId GivenUp { get; private set; }

    internal WrittenProcedureId Closed { get; private set; }

    internal Guid Consultation { get; private set; }

    /// <summary>Open, on nobody in particular.</summary>
    internal DeadlineId Deadline { get; private set; }

    internal DeadlineId Finished { get; private set; }

    /// <summary>A deadline that the members see to.</summary>
    internal DeadlineId OfMembers { get; private set; }

    /// <summary>A sentence that was offered as a deadline, not answered yet.</summary>
    internal Guid Found { get; private set; }

    /// <summary>A promise that is followed up.</summary>
    internal DeadlineId Agreement { get; private set; }

    /// <summary>One that was dismissed.</summary>
    internal Guid Dismissed { get; private set; }

    /// <summary>Another one that is not answered yet.</summary>
    internal Guid FoundElsewhere { get; private set; }

    /// <summary>A meeting of the calendar, which says another time for it and has invited somebody whom nobody knows.</summary>
    internal MeetingId Called { get; private set; }

    internal Guid UnknownInvitation { get; private set; }

    /// <summary>Its event is gone, and so it was cancelled.</summary>
    internal MeetingId Cancelled { get; private set; }

    /// <summary>A forum that has not been asked about anything.</summary>
    internal Forum Third { get; private set; } = null!;
}
