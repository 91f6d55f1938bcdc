using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;

namespace Klynge.Workspace.MeetingParts;

/// <summary>The addresses of a meeting's page: <c>/moeder/7f…?vis=beslutning&amp;punkt=3a…#punkt-4</c>.</summary>
internal static class MeetingAddress
{
    internal const string Shows = "vis";
    internal const string Item = "punkt";
    internal const string Attachment = "bilag";
    internal const string Record = "post";

    private static readonly (MeetingShows Shows, string Word)[] Words =
    [
        (MeetingShows.AsMember, "medlem"), (MeetingShows.AsObserver, "observatoer"), (MeetingShows.Sending, "udsend"),
        (MeetingShows.Decision, "beslutning"), (MeetingShows.Answers, "svar"), (MeetingShows.Upload, "nyt-bilag"), (MeetingShows.Marks, "ret-bilag"),
        (MeetingShows.Decline, "afvis"), (MeetingShows.RollCall, "fremmoede"),
        (MeetingShows.Agreement, "aftale"), (MeetingShows.DropAgreement, "drop-aftale"), (MeetingShows.FollowUp, "foelg-op"), (MeetingShows.Contribution, "bidrag"),
        (MeetingShows.Vote, "afstemning"), (MeetingShows.Ballot, "stem-paa-kort"), (MeetingShows.Addition, "tilfoejelse"), (MeetingShows.ItemAttendance, "fremmoede-punkt"),
        (MeetingShows.Exclusion, "hold-ude"), (MeetingShows.Guest, "gaest"),
    ];

    internal static string Of(MeetingId meeting) => $"/moeder/{meeting.Value}";

    /// <param name="act">The last part of the act's own address: <c>raekkefoelge</c>.</param>
    internal static string Of(MeetingId meeting, string act) => $"{Of(meeting)}/{act}";

    internal static string Of(MeetingId meeting, MeetingShows shows) => $"{Of(meeting)}?{Shows}={Words.Single(one => one.Shows == shows).Word}";

    /// <summary>A form on an item: the browser goes to the form itself, which stands below what the item says.</summary>
    internal static string Of(MeetingId meeting, MeetingShows shows, AgendaItemId item) => $"{Of(meeting, shows)}&{Item}={item.Value}#{FormOf(shows)}";

    internal static string Of(MeetingId meeting, MeetingShows shows, AgendaItemId item, AttachmentId attachment) =>
        $"{Of(meeting, shows)}&{Item}={item.Value}&{Attachment}={attachment.Value}#{FormOf(shows)}";

    /// <param name="record">What the form on the item is about.</param>
    internal static string Of(MeetingId meeting, MeetingShows shows, AgendaItemId item, Guid record) =>
        $"{Of(meeting, shows)}&{Item}={item.Value}&{Record}={record}#{FormOf(shows)}";

    /// <summary>One item alone, as it is read.</summary>
    internal static string Alone(MeetingId meeting, AgendaItemId item) => $"{Of(meeting)}?{Item}={item.Value}";

    /// <summary>The id of a form on the page.</summary>
    internal static string FormOf(MeetingShows shows) => shows == MeetingShows.Decline ? "forslag" : Words.Single(one => one.Shows == shows).Word;

    /// <summary>The page where the item itself is written.</summary>
    internal static string OfItem(MeetingId meeting, AgendaItemId item) => $"{Of(meeting)}/punkter/{item.Value}";

    internal static string OfNewItem(MeetingId meeting) => $"{Of(meeting)}/punkter/nyt";

    internal static string Anchor(MeetingId meeting, int? number) => number is > 0 ? $"{Of(meeting)}#punkt-{number}" : Of(meeting);

    /// <summary>What is asked for; what nobody can ask for is the agenda.</summary>
    internal static MeetingLook Read(string? shows, string? item, string? attachment, string? record) => new MeetingLook(
        Words.FirstOrDefault(one => one.Word == shows).Shows,
        Guid.TryParse(item, out var id) ? new AgendaItemId(id) : null,
        Guid.TryParse(attachment, out var one) ? new AttachmentId(one) : null).About(Guid.TryParse(record, out var named) ? named : null);
}
