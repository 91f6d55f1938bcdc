using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings;

/// <summary>A meeting to choose from in a form.</summary>
/// <param name="When">»Tirsdag d. 4. februar 2025 kl. 14.00–16.00«</param>
internal sealed record MeetingChoice(MeetingId Id, string When)
{
    internal static MeetingChoice Of(Meeting meeting) => new(meeting.Id, DanishFormat.Capitalised(CardParts.When(meeting.Time)));

    internal Choice ToChoice() => new(When, Id.Value.ToString("N"));
}
