using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Teams.Routing;

namespace Klynge.Application.Invitations;

/// <summary>Reads what was chosen on <see cref="AttendeesCard"/>. What is left open, or is none of the choices, is no answer.</summary>
internal static class AttendeeAnswers
{
    internal static IReadOnlyList<AttendeeAnswer> Read(ActionData data) =>
    [
        .. Fields(data, AttendeesCard.Field)
            .Select(field => Read(field.Id, field.Value))
            .OfType<AttendeeAnswer>(),
    ];

    /// <summary>The fields of a card whose names are a prefix and an id, with what was chosen.</summary>
    internal static IEnumerable<(Guid Id, string Value)> Fields(ActionData data, string prefix)
    {
        foreach (var name in data.Names)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(name[prefix.Length..], "N", out var id)
                && data.Text(name) is { Length: > 0 } value)
            {
                yield return (id, value);
            }
        }
    }

    private static AttendeeAnswer? Read(Guid invitation, string value) => value switch
    {
        AttendeesCard.GuestValue => new AttendeeAnswer(invitation, InvitationMatch.Guest, null),
        AttendeesCard.IgnoreValue => new AttendeeAnswer(invitation, InvitationMatch.Ignored, null),
        _ when Guid.TryParse(value, out var person) => new AttendeeAnswer(invitation, InvitationMatch.Member, new PersonId(person)),
        _ => null,
    };
}
