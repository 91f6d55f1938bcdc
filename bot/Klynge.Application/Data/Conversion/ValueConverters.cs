using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Agreements;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Klynge.Application.Data.Conversion;

internal sealed class BoardIdConverter() : ValueConverter<BoardId, Guid>(id => id.Value, value => new(value));

internal sealed class ForumIdConverter() : ValueConverter<ForumId, Guid>(id => id.Value, value => new(value));

internal sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new(value));

internal sealed class MemberIdConverter() : ValueConverter<MemberId, Guid>(id => id.Value, value => new(value));

internal sealed class MeetingIdConverter() : ValueConverter<MeetingId, Guid>(id => id.Value, value => new(value));

internal sealed class AgendaItemIdConverter() : ValueConverter<AgendaItemId, Guid>(id => id.Value, value => new(value));

internal sealed class ContributionIdConverter() : ValueConverter<ContributionId, Guid>(id => id.Value, value => new(value));

internal sealed class ItemGuestIdConverter() : ValueConverter<ItemGuestId, Guid>(id => id.Value, value => new(value));

internal sealed class GuestCadenceIdConverter() : ValueConverter<GuestCadenceId, Guid>(id => id.Value, value => new(value));

internal sealed class AgendaApprovalIdConverter() : ValueConverter<AgendaApprovalId, Guid>(id => id.Value, value => new(value));

internal sealed class ChairQuestionIdConverter() : ValueConverter<ChairQuestionId, Guid>(id => id.Value, value => new(value));

/// <summary>As people write it, »2026-14«, so that the record and whoever reads the table see the same.</summary>
internal sealed class CaseKeyConverter() : ValueConverter<CaseKey, string>(key => key.ToString(), value => CaseKey.Read(value, 0)!.Value);

internal sealed class HandoverIdConverter() : ValueConverter<HandoverId, Guid>(id => id.Value, value => new(value));

internal sealed class ChairDecisionIdConverter() : ValueConverter<ChairDecisionId, Guid>(id => id.Value, value => new(value));

internal sealed class ComingItemIdConverter() : ValueConverter<ComingItemId, Guid>(id => id.Value, value => new(value));

internal sealed class StandingRuleIdConverter() : ValueConverter<StandingRuleId, Guid>(id => id.Value, value => new(value));

internal sealed class ItemVoteIdConverter() : ValueConverter<ItemVoteId, Guid>(id => id.Value, value => new(value));

internal sealed class AttachmentIdConverter() : ValueConverter<AttachmentId, Guid>(id => id.Value, value => new(value));

internal sealed class ApologyIdConverter() : ValueConverter<ApologyId, Guid>(id => id.Value, value => new(value));

internal sealed class WrittenProcedureIdConverter() : ValueConverter<WrittenProcedureId, Guid>(id => id.Value, value => new(value));

internal sealed class DeadlineIdConverter() : ValueConverter<DeadlineId, Guid>(id => id.Value, value => new(value));

internal sealed class InvitationIdConverter() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new(value));

internal sealed class PresenceIdConverter() : ValueConverter<PresenceId, Guid>(id => id.Value, value => new(value));

internal sealed class ParticipantIdConverter() : ValueConverter<ParticipantId, Guid>(id => id.Value, value => new(value));

internal sealed class CalendarFeedIdConverter() : ValueConverter<CalendarFeedId, Guid>(id => id.Value, value => new(value));

internal sealed class FoundDeadlineIdConverter() : ValueConverter<FoundDeadlineId, Guid>(id => id.Value, value => new(value));

internal sealed class ConsultationIdConverter() : ValueConverter<ConsultationId, Guid>(id => id.Value, value => new(value));

internal sealed class RollEntryIdConverter() : ValueConverter<RollEntryId, Guid>(id => id.Value, value => new(value));

internal sealed class VoteIdConverter() : ValueConverter<VoteId, Guid>(id => id.Value, value => new(value));

internal sealed class ConsultationRemarkIdConverter() : ValueConverter<ConsultationRemarkId, Guid>(id => id.Value, value => new(value));

/// <summary>An instant is stored as UTC to the microsecond, which is what both databases sort and keep alike.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDatabase(),
    value => StoredInstant.FromDatabase(value));

/// <summary>A Danish calendar date.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    value => LocalDate.FromDateOnly(value));

/// <summary>A Danish clock time.</summary>
internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
    time => time.ToTimeOnly(),
    value => LocalTime.FromTimeOnly(value));

/// <summary>As a person writes it: "14, 7, 1, 0".</summary>
internal sealed class ReminderDaysConverter() : ValueConverter<ReminderDays, string>(
    days => days.Text,
    text => ReminderDays.Parse(text).Value);
