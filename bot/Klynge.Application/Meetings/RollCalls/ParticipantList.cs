using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>Who stands on a meeting's list of participants, and the substitutes of those who sent an apology, for the question who somebody was.</summary>
internal sealed class ParticipantList : IPeopleList
{
    public string Kind => PeopleSource.Participants;

    public async Task<IReadOnlyList<PersonChoice>?> ListAsync(
        KlyngeContext db, ForumAccess reader, PeopleSource source, LocalDate today, CancellationToken cancellationToken) =>
        reader.May(Permission.RecordAttendance)
            && await db.RollCallAsync(source.Forum, new MeetingId(source.Record.Value), cancellationToken) is { } view
            ? Choices(view.Lines)
            : null;

    internal static IReadOnlyList<PersonChoice> Choices(IReadOnlyList<RollCallLine> lines) =>
    [
        .. lines.OrderBy(line => line.Order).Select(line => new PersonChoice(ListedId.Of(line.Id), line.Name, Short(line.Name), CardIds.Write(line.Id))),
        .. lines.Where(line => line.Apology).OrderBy(line => line.Order)
            .Select(line => new PersonChoice(default, line.Name, Texts.SubstituteOf(Short(line.Name)), RollCallCard.SubstituteOf + CardIds.Write(line.Id))),
    ];

    private static string Short(string name) => DanishText.Shorten(name, 60);
}
