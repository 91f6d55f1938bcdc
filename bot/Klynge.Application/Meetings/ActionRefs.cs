using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Meetings;

/// <summary>The records that a button names. Whether they exist and belong together is for the use case to find out.</summary>
internal static class ActionRefs
{
    internal static ForumId Forum(this ActionData data) => new(data.Id(CardParts.Forum) ?? Guid.Empty);

    internal static MeetingId Meeting(this ActionData data, string name = CardParts.Meeting) => new(data.Id(name) ?? Guid.Empty);

    internal static AgendaItemId Item(this ActionData data) => new(data.Id(CardParts.Item) ?? Guid.Empty);

    internal static int Page(this ActionData data) => Math.Max(0, data.Integer(CardParts.Page) ?? 0);
}
