using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Guidance;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>A contribution as a card shows it: with the item while a text can be sent, and without it as soon as it cannot.</summary>
internal sealed record ContributionView
{
    internal required ContributionId Id { get; init; }

    internal required string Forum { get; init; }

    internal required string Board { get; init; }

    internal required MeetingTime Time { get; init; }

    internal required ContributionState State { get; init; }

    /// <summary>What the item is called where others may see it.</summary>
    internal required string NoticeTitle { get; init; }

    /// <summary>How the section is headed: »Bo Ørum, Driftsforum«.</summary>
    internal required string Heading { get; init; }

    /// <summary>What the item says but for the person's own section; null where it is not shown here.</summary>
    internal AgendaItemContent? Content { get; init; }

    internal required LocalDate DueOn { get; init; }

    internal string? Wanted { get; init; }

    /// <summary>What stands in the item under the person's name; null for nothing.</summary>
    internal string? Standing { get; init; }

    /// <summary>As it was sent last; null for nothing.</summary>
    internal string? Sent { get; init; }

    internal Instant? SentAt { get; init; }

    /// <summary>The mark of <see cref="Standing"/>.</summary>
    internal required string Seen { get; init; }

    internal bool IsClosed { get; init; }

    /// <summary>Whom to write to when nothing can be sent.</summary>
    internal IReadOnlyList<Contact> Contacts { get; init; } = [];

    internal bool IsOpen => State == ContributionState.Open;

    /// <summary>What the field has: the text as it stands, or the one that was taken out.</summary>
    internal string? Text => Standing ?? Sent;

    /// <summary>As it comes unasked: a closed item is read on opening it.</summary>
    internal ContributionView InNotice => IsClosed ? this with { Content = null, Standing = null, Sent = null, Wanted = null } : this;

    internal static ContributionView Of(ContributionAt at) => new()
    {
        Id = at.Contribution.Id,
        Forum = at.Forum.Name,
        Board = at.Board,
        Time = at.Meeting.Time,
        State = at.State,
        NoticeTitle = Klynge.Application.Outbox.NoticeTitle.Of(at.Item.Content).ToString(),
        Heading = at.Contribution.Heading,
        Content = at.State == ContributionState.Open ? Shown(at) : null,
        DueOn = at.Contribution.DueOn,
        Wanted = at.Contribution.Wanted,
        Standing = at.State == ContributionState.Open ? at.Contribution.StandingIn(at.Item.Content) : null,
        Sent = at.State == ContributionState.Withdrawn ? null : at.Contribution.Text,
        SentAt = at.Contribution.SentAt,
        Seen = at.Contribution.MarkOf(at.Item.Content),
        IsClosed = at.Item.Content.IsClosed,
    };

    /// <summary>With whom to write to where nothing can be sent.</summary>
    internal static async Task<ContributionView> ReadAsync(KlyngeContext db, ContributionAt at, LocalDate today)
    {
        var view = Of(at);
        return view.IsOpen ? view : view with { Contacts = await HelpQueries.ContactsAsync(db, at.Forum.Id, today) };
    }

    /// <summary>Whoever is asked to a closed item reads it; what is closed of an open one is for those who may read what is closed.</summary>
    private static AgendaItemContent Shown(ContributionAt at)
    {
        var content = at.Item.Content with { Sections = [.. at.Item.Content.Sections.Where(section => section.Heading != at.Contribution.Heading)] };
        return content.IsClosed ? content : AttachmentNames.WithoutClosed(content);
    }
}

internal static class ContributionSubject
{
    /// <summary>What a message is about, for a mail in its place and for the secretariat where it does not arrive.</summary>
    internal static MessageSubject Subject(this ContributionAt at) =>
        new(at.Forum.Id, at.Forum.Name, NoticeTitle.Of(at.Item.Content).ToString()) { IsContribution = true };
}
