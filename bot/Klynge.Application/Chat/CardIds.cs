using System.Text.Json.Nodes;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// The ids on cards, written and read here and nowhere else: 32 hexadecimal digits. What comes back was typed by anybody. What is no id
/// names no record, and a field holds one kind of record: a meeting's id where the forum's belongs finds no forum, and is refused as one that
/// there is not. Cards from before had hyphens in some ids; they are read as well, since they still stand in people's chats.
/// </summary>
internal static class CardIds
{
    internal const string Forum = "forum";
    internal const string Meeting = "meeting";
    internal const string Item = "item";
    internal const string Procedure = "procedure";
    internal const string Member = "member";
    internal const string Consultation = "consultation";
    internal const string Contribution = "contribution";
    internal const string Guest = "guest";
    internal const string Cadence = "cadence";
    internal const string Question = "chairQuestion";
    internal const string Coming = "coming";
    internal const string Rule = "standingRule";

    internal static string Write<TId>(TId id)
        where TId : struct, IRecordId => id.Value.ToString("N");

    internal static JsonObject With<TId>(this JsonObject data, string name, TId id)
        where TId : struct, IRecordId => data.With(name, (TId?)id);

    /// <summary>For a record that may be missing: then there is no such field.</summary>
    internal static JsonObject With<TId>(this JsonObject data, string name, TId? id)
        where TId : struct, IRecordId
    {
        if (id is { } value)
            data[name] = Write(value);

        return data;
    }

    /// <returns>Null for what is no id.</returns>
    internal static TId? Read<TId>(string? written)
        where TId : struct, IRecordId => Guid.TryParse(written, out var id) && id != Guid.Empty ? new TId { Value = id } : null;

    internal static TId? Id<TId>(this ActionData data, string name)
        where TId : struct, IRecordId => Read<TId>(data.Text(name));
}

/// <summary>The records that a button names. Whether they exist and belong together is for the use case to find out.</summary>
internal static class ActionRefs
{
    internal static ForumId Forum(this ActionData data) => data.Id<ForumId>(CardIds.Forum) ?? default;

    internal static MeetingId Meeting(this ActionData data, string name = CardIds.Meeting) => data.Id<MeetingId>(name) ?? default;

    internal static AgendaItemId Item(this ActionData data) => data.Id<AgendaItemId>(CardIds.Item) ?? default;

    internal static WrittenProcedureId Procedure(this ActionData data) => data.Id<WrittenProcedureId>(CardIds.Procedure) ?? default;

    internal static ContributionId Contribution(this ActionData data) => data.Id<ContributionId>(CardIds.Contribution) ?? default;

    internal static ItemGuestId Guest(this ActionData data) => data.Id<ItemGuestId>(CardIds.Guest) ?? default;

    internal static GuestCadenceId Cadence(this ActionData data) => data.Id<GuestCadenceId>(CardIds.Cadence) ?? default;

    internal static ChairQuestionId Question(this ActionData data) => data.Id<ChairQuestionId>(CardIds.Question) ?? default;

    internal static ComingItemId Coming(this ActionData data) => data.Id<ComingItemId>(CardIds.Coming) ?? default;

    internal static StandingRuleId Rule(this ActionData data) => data.Id<StandingRuleId>(CardIds.Rule) ?? default;

    /// <summary>The record that a press is about, in the audit log's words: its history has the refusals too.</summary>
    internal static Guid? Subject(this ActionData data) =>
        data.Id<WrittenProcedureId>(CardIds.Procedure)?.Value ?? data.Id<DeadlineId>(DeadlineParts.Id)?.Value ?? data.Id<FoundDeadlineId>(FoundCard.Found)?.Value
            ?? data.Id<ConsultationId>(CardIds.Consultation)?.Value ?? data.Id<ContributionId>(CardIds.Contribution)?.Value
            ?? data.Id<ItemGuestId>(CardIds.Guest)?.Value ?? data.Id<GuestCadenceId>(CardIds.Cadence)?.Value
            ?? data.Id<ChairQuestionId>(CardIds.Question)?.Value ?? data.Id<ComingItemId>(CardIds.Coming)?.Value ?? data.Id<StandingRuleId>(CardIds.Rule)?.Value;

    /// <summary>Of a card with several pages.</summary>
    internal static int Page(this ActionData data) => Math.Max(0, data.Integer(CardParts.Page) ?? 0);
}
