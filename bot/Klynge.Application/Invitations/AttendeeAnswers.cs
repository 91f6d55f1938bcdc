using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Teams.Routing;

namespace Klynge.Application.Invitations;

/// <summary>Reads what was chosen on <see cref="AttendeesCard"/>. What is left open, or is none of the choices, is no answer.</summary>
internal static class AttendeeAnswers
{
    internal static IReadOnlyList<AttendeeAnswer> Read(IEnumerable<(InvitationId Id, string Value)> fields) =>
        [.. fields.Select(field => Read(field.Id, field.Value)).OfType<AttendeeAnswer>()];

    /// <summary>The fields of a card whose names are a prefix and an id, with what was chosen, or who it is whose name was typed.</summary>
    /// <returns>Or the first name that is not clear: then none of the card counts.</returns>
    internal static async Task<Result<List<(TId Id, string Value)>>> FieldsAsync<TId>(
        PeopleLists people, ChatTurn turn, PeopleSource source, ActionData data, string prefix, CancellationToken cancellationToken)
        where TId : struct, IRecordId
    {
        var fields = new List<(TId, string)>();
        foreach (var id in PersonInput.Answered<TId>(data, prefix))
        {
            var answered = await people.AnswerAsync(turn.PersonId, source, turn.Today, data, prefix + CardIds.Write(id), cancellationToken);
            if (!answered.TryGet(out var value, out var unclear))
                return unclear;

            fields.Add((id, value));
        }

        return fields;
    }

    private static AttendeeAnswer? Read(InvitationId invitation, string value) => value switch
    {
        AttendeesCard.GuestValue => new AttendeeAnswer(invitation, InvitationMatch.Guest, null),
        AttendeesCard.IgnoreValue => new AttendeeAnswer(invitation, InvitationMatch.Ignored, null),
        _ when CardIds.Read<PersonId>(value) is { } person => new AttendeeAnswer(invitation, InvitationMatch.Member, person),
        _ => null,
    };
}
