using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>Makes the lines of an agenda from its items: when each begins, what changed since it was sent, and what stays closed.</summary>
public static class AgendaLines
{
    /// <param name="items">The items on the agenda, in their order.</param>
    public static IReadOnlyList<AgendaLine> Of(MeetingView meeting, IReadOnlyList<ItemOnAgenda> items, AgendaTimes times, ClosedReader reader)
    {
        var lines = new AgendaLine[items.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            var line = ToLine(meeting, items[index]) with { Start = times.Starts[index] };
            lines[index] = reader.See(line);
        }

        return lines;
    }

    /// <summary>As those see it who may not read what is closed.</summary>
    internal static AgendaLine Hide(AgendaLine line) => !line.Content.IsClosed ? line with { Content = AttachmentNames.WithoutClosed(line.Content) } : line with
    {
        Content = Closed(line.Content),
        Decision = null,
        DecisionChange = null,
        IsInWriting = false,
        Case = null,
        CaseKey = null,
        Deadline = null,
        Guests = [],
        GuestsToTell = 0,
        Excluded = [],
        IsHidden = true,
    };

    /// <summary>With the guests of each item, but of those that stay closed.</summary>
    internal static IReadOnlyList<AgendaLine> WithGuests(IReadOnlyList<AgendaLine> lines, IReadOnlyList<GuestAt> guests)
    {
        if (guests.Count == 0)
            return lines;

        var byItem = guests.ToLookup(one => one.Guest.ItemId);
        return [.. lines.Select(line => line.IsHidden || !byItem.Contains(line.Id) ? line : line with
        {
            Guests = [.. byItem[line.Id].Where(one => one.Guest.Stands).Select(one => one.Guest.Label)],
            GuestsToTell = byItem[line.Id].ToTell(),
        })];
    }

    private static AgendaLine ToLine(MeetingView meeting, ItemOnAgenda on)
    {
        var item = on.Item;
        return new AgendaLine
        {
            Id = item.Id,
            Number = item.Number,
            Version = item.Version,
            Content = item.Content,
            Mark = MarkOf(meeting, item),
            ChangedOn = item.ChangedAt is { } changed ? DanishTime.ToDanish(changed).Date : null,
            Decision = item.Decision,
            DecisionChange = item.DecisionChange,
            IsInWriting = on.Case is not null || (item.Decision is { } decision && Texts.SendsToWriting(decision)),
            Case = on.Case,
            CaseKey = item.Case,
            Deadline = on.Deadline,
            HasBallot = on.HasBallot,
            Excluded = item.Content.IsClosed ? on.Excluded : [],
            KeptOut = on.Excluded,
        };
    }

    private static AgendaItemContent Closed(AgendaItemContent content) =>
        new() { Title = Texts.ClosedItem, Kind = content.Kind, Minutes = content.Minutes, IsClosed = true };

    private static AgendaMark MarkOf(MeetingView meeting, AgendaItem item)
    {
        if (meeting.AgendaSentAt is not { } sent)
            return AgendaMark.None;

        return item.AddedAt > sent ? AgendaMark.New : item.ChangedAt > sent ? AgendaMark.Changed : AgendaMark.None;
    }
}

/// <summary>Whose eyes an agenda card is for, and what its buttons may offer them. Each button is checked again by its use case.</summary>
public sealed record AgendaAudience
{
    /// <summary>What they may read of closed items.</summary>
    public ClosedReader Closed { get; init; }

    /// <summary>Whether they may read closed items, but for those that they are kept out of.</summary>
    public bool ReadsClosed => Closed.MayRead;

    /// <summary>The secretariat: sends the agenda, writes decisions, moves the meeting.</summary>
    public bool Manages { get; init; }

    /// <summary>A chair: approves the agenda where the forum's rules ask for it.</summary>
    public bool Approves { get; init; }

    /// <summary>Sits in a member's seat, or is named to: the rights of members at an item are offered, and checked when they are used.</summary>
    public bool IsMember { get; init; }

    public bool Proposes { get; init; }

    public bool Apologises { get; init; }

    /// <summary>The secretariat and the chairs: apologies of others, too.</summary>
    public bool ApologisesForOthers { get; init; }

    /// <summary>The reader's own seats; none on a card that a whole chat reads.</summary>
    public IReadOnlyList<MemberId> OwnSeats { get; init; } = [];

    /// <summary>The channel ids (<c>29:…</c>) of those who get a version of their own as soon as they see the card; at most 60.</summary>
    public IReadOnlyList<string> RefreshFor { get; init; } = [];

    /// <summary>Whether they are told how it stands with the agenda's approval.</summary>
    internal bool ReadsApproval => Manages || Approves;

    /// <summary>What turns the pages of a card that the agenda is only a part of; null for the agenda's own.</summary>
    internal ButtonRight? Turns { get; init; }

    /// <summary>A card that a whole chat reads: nothing closed, and the buttons of a member.</summary>
    public static AgendaAudience Everybody { get; } = new() { Proposes = true, Apologises = true };

    public static AgendaAudience Of(ForumAccess access) => new()
    {
        Closed = ClosedReader.Of(access),
        Manages = access.May(Permission.ManageAgenda),
        Approves = access.May(Permission.ApproveAgenda),
        IsMember = access.Own.Concat(access.StandsInFor).Any(seat => seat.Role.IsMember()),
        Proposes = access.May(Permission.ProposeItem),
        Apologises = access.May(Permission.RegisterOwnApology),
        ApologisesForOthers = access.May(Permission.RegisterApologyForOthers),
        OwnSeats = [.. access.Own.Select(seat => seat.Id)],
    };
}
