using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>The seats on the roll of a case, for the secretariat that records an answer for one.</summary>
internal sealed class RollList : IPeopleList
{
    public string Kind => PeopleSource.Roll;

    public async Task<IReadOnlyList<PersonChoice>?> ListAsync(
        KlyngeContext db, ForumAccess reader, PeopleSource source, LocalDate today, CancellationToken cancellationToken)
    {
        if (!reader.May(Permission.RecordVoteForOthers)
            || await db.ViewProcedureAsync(source.Forum, new WrittenProcedureId(source.Record.Value), cancellationToken) is not { IsOpen: true } view
            || !reader.May(CaseRights.NeededFor(view.WasSentOut, view.Case.IsClosed)))
        {
            return null;
        }

        return [.. view.Seats.Select(ToChoice)];
    }

    internal static PersonChoice ToChoice(SeatView seat)
    {
        var title = seat.Answer is not null ? $"{seat.Voter} ({Texts.Name(seat)})" : seat.Voter;
        return new PersonChoice(ListedId.Of(seat.MemberId), seat.Substitute ?? seat.Name, title, CardIds.Write(seat.MemberId), seat.Organisation);
    }
}
