using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Klynge.Application.Data.Conversion;

internal sealed class BoardIdConverter() : ValueConverter<BoardId, Guid>(id => id.Value, value => new(value));

internal sealed class ForumIdConverter() : ValueConverter<ForumId, Guid>(id => id.Value, value => new(value));

internal sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new(value));

internal sealed class MemberIdConverter() : ValueConverter<MemberId, Guid>(id => id.Value, value => new(value));

internal sealed class MeetingIdConverter() : ValueConverter<MeetingId, Guid>(id => id.Value, value => new(value));

internal sealed class AgendaItemIdConverter() : ValueConverter<AgendaItemId, Guid>(id => id.Value, value => new(value));

internal sealed class ApologyIdConverter() : ValueConverter<ApologyId, Guid>(id => id.Value, value => new(value));

internal sealed class WrittenProcedureIdConverter() : ValueConverter<WrittenProcedureId, Guid>(id => id.Value, value => new(value));

internal sealed class DeadlineIdConverter() : ValueConverter<DeadlineId, Guid>(id => id.Value, value => new(value));
