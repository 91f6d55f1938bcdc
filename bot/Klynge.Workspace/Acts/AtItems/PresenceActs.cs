using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>Who takes part in an item: who is inhabil or away, the substitute who is called in, guests, and who is kept out of a closed one.</summary>
internal static class PresenceActs
{
    /// <summary>The items that somebody was away from: a number of <see cref="ItemSpan"/>.</summary>
    internal const string Span = "flere";
    internal const string Name = "navn";
    internal const string JobTitle = "titel";
    internal const string Organisation = "organisation";
    internal const string Email = "mail";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.RecordItemAttendance, RecordAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.CallInSubstitute, CallInAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.ExcludeFromItem, ExcludeAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.AddGuest, AddGuestAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemoveGuest, RemoveGuestAsync);
    }

    internal static string AbsenceOf(MemberId seat) => $"fravaer-{seat.Value}";

    private static Task<IResult> RecordAsync(string id, MeetingPress press, RecordItemAttendance record, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.RecordItemAttendance, id, MeetingShows.ItemAttendance,
            async (visit, meeting, line) =>
            {
                var seats = press.Form.Ids(PostedForm.Seat).Select(seat => new MemberId(seat)).ToLookup(seat => press.Form.Typed(AbsenceOf(seat)), StringComparer.Ordinal);
                var request = new ItemAttendanceRequest(
                    visit.Forum.Id, meeting, line.Id, seats[nameof(ItemAbsenceKind.Recused)].ToHashSet(), seats[nameof(ItemAbsenceKind.Away)].ToHashSet(), SpanOf(press.Form));
                var saved = await record.HandleAsync(press.Caller, request, cancellationToken);
                return saved.IsSuccess ? await press.AttendanceOfAsync(visit, meeting, line.Id) : saved.Error;
            },
            (told, _) => (told, null));

    /// <summary>The item, the seat, and the substitute: »3a…/7f…/9c…«; without a substitute the one who was called in is taken out.</summary>
    private static Task<IResult> CallInAsync(string id, MeetingPress press, CallInItemSubstitute callIn, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.CallInSubstitute, id, MeetingShows.Agenda,
            async (visit, meeting, line) =>
            {
                var person = press.Form.Pressed(2) is { } named ? new PersonId(WorkspaceEndpoints.IdOf(named)) : (PersonId?)null;
                var called = await callIn.HandleAsync(press.Caller, new ItemSubstituteRequest(visit.Forum.Id, meeting, line.Id, new MemberId(press.Form.RecordId), person), cancellationToken);
                return called.IsSuccess ? await press.AttendanceOfAsync(visit, meeting, line.Id) : called.Error;
            },
            (told, _) => (told, null));

    private static Task<IResult> ExcludeAsync(string id, MeetingPress press, ExcludeFromItem exclude, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.ExcludeFromItem, id, MeetingShows.Exclusion,
            (visit, meeting, line) => exclude.HandleAsync(
                press.Caller, new ExcludeFromItemRequest(visit.Forum.Id, meeting, line.Id, [.. press.Form.Ids(PostedForm.Person).Select(person => new PersonId(person))]), cancellationToken),
            (excluded, _) => (ExclusionTexts.Saved(excluded.Names), null));

    private static Task<IResult> AddGuestAsync(string id, MeetingPress press, AddGuest add, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.AddGuest, id, MeetingShows.Guest,
            (visit, meeting, line) =>
            {
                var guest = new GuestInput(press.Form.Typed(Name), press.Form.Typed(Organisation), press.Form.Typed(JobTitle), press.Form.Typed(Email));
                return add.HandleAsync(
                    press.Caller, new AddGuestRequest(visit.Forum.Id, line.Id, guest, press.Form.NewId is { } made ? new ItemGuestId(made) : null, meeting), cancellationToken);
            },
            (saved, _) => (Application.Agendas.Guests.Texts.Added(saved.Name!), null));

    private static Task<IResult> RemoveGuestAsync(string id, MeetingPress press, RemoveGuest remove, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync(
            PageActs.RemoveGuest, id, MeetingShows.Agenda,
            (visit, meeting, line) => remove.HandleAsync(press.Caller, new GuestRef(visit.Forum.Id, meeting, line.Id, new ItemGuestId(press.Form.RecordId)), cancellationToken),
            (removed, _) => (Application.Agendas.Guests.Texts.Removed(removed.Name), null));

    private static ItemSpan SpanOf(PostedForm form) => form.Number(Span) is { } span && Enum.IsDefined((ItemSpan)span) ? (ItemSpan)span : ItemSpan.OnlyThis;
}
