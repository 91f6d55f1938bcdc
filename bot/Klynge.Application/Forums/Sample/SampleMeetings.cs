using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Klynge.Application.Forums.Sample;

/// <summary>Puts the sample's meetings into the database, with dates reckoned from today.</summary>
internal sealed class SampleMeetings(WriteScope scope, IReadOnlyList<Forum> forums, IReadOnlyList<Person> people)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Dictionary<string, AgendaItemId> _items = new(StringComparer.Ordinal);

    /// <summary>The sample's meetings as they are told on a first start.</summary>
    internal async Task PlanAllAsync()
    {
        foreach (var meeting in SampleFiles.Meetings())
            await PlanAsync(meeting);
    }

    /// <summary>At a later start: a meeting that nobody held moves on, and a forum that has none ahead gets one.</summary>
    internal async Task MoveOnAsync()
    {
        var upcoming = await scope.Db.Meetings
            .Where(meeting => meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)
            .OrderBy(meeting => meeting.Date)
            .ToListAsync();
        foreach (var sample in SampleFiles.Meetings().Where(meeting => meeting.IsAhead))
        {
            var own = upcoming.FindAll(meeting => meeting.ForumId == ForumOf(sample).Id);
            if (own.Exists(meeting => meeting.Time.EndInstant > scope.Now))
                continue;
            if (own.LastOrDefault() is { } missed)
                _ = missed.Move(TimeOf(sample), place: null, scope.Now).Value;
            else
                await PlanAsync(sample);
        }
    }

    private async Task PlanAsync(SampleMeeting sample)
    {
        var forum = ForumOf(sample);
        var meeting = sample.IsAhead
            ? Meeting.Schedule(forum.Id, TimeOf(sample), sample.Place, scope.Now).Value
            : Meeting.FromMinutes(forum.Id, TimeOf(sample), sample.Place);
        (meeting.ChairId, meeting.MinuteTakerId) = (PersonOf(sample.Chair).Id, PersonOf(sample.MinuteTaker).Id);
        meeting.CaseNumber = sample.CaseNumber;
        scope.Db.Meetings.Add(meeting);
        foreach (var (item, index) in sample.Items.Select((item, index) => (item, index)))
            Add(meeting, item, index + 1);
        if (sample.IsAhead)
            return;

        await RecordAttendanceAsync(meeting, sample.Apologies ?? []);
        scope.Db.Minutes.Add(new MeetingMinutes { MeetingId = meeting.Id });
    }

    private void Add(Meeting meeting, SampleItem sample, int number)
    {
        var item = new AgendaItem
        {
            ForumId = meeting.ForumId,
            MeetingId = meeting.Id,
            Number = number,
            Content = sample.ToContent(),
            AddedAt = scope.Now,
            ContinuesId = sample.Continues is { } earlier && _items.TryGetValue(earlier, out var id) ? id : null,
        };
        if (sample.Decision is { } decision)
            _ = item.Decide(decision, seenVersion: null, meeting.Time.EndInstant).Value;
        if (sample.Ref is { } name)
            _items[name] = item.Id;
        scope.Db.AgendaItems.Add(item);
    }

    private async Task RecordAttendanceAsync(Meeting meeting, IReadOnlyList<string> apologies)
    {
        var seats = await scope.Db.Members.Where(seat => seat.ForumId == meeting.ForumId).OrderBy(seat => seat.Order).ToListAsync();
        foreach (var seat in seats)
        {
            var person = people.Single(candidate => candidate.Id == seat.PersonId);
            scope.Db.Participants.Add(new Participant
            {
                MeetingId = meeting.Id,
                PersonId = person.Id,
                MemberId = seat.Id,
                Name = person.Name,
                Organisation = seat.Organisation,
                Title = person.Title,
                Role = seat.Role,
                Apology = apologies.Contains(person.Key, StringComparer.Ordinal),
                Attended = !apologies.Contains(person.Key, StringComparer.Ordinal),
                Order = seat.Order,
            });
        }
    }

    private MeetingTime TimeOf(SampleMeeting sample)
    {
        var date = scope.Today.PlusDays(sample.Days);
        while (!Workdays.IsWorkday(date))
            date = date.PlusDays(1);
        return new MeetingTime(date, Clock.Parse(sample.Start).Value, Clock.Parse(sample.End).Value);
    }

    private Forum ForumOf(SampleMeeting sample) => forums.Single(forum => forum.Key == sample.Forum);

    private Person PersonOf(string key) => people.Single(person => person.Key == key);
}

/// <summary>One meeting of the sample council as its file has it.</summary>
/// <param name="Days">Days from today; negative for a meeting that was held. It is moved on to the next workday.</param>
/// <param name="Start">Danish clock time, <c>HH:mm</c>.</param>
/// <param name="Chair">The key of a person, as are the others.</param>
internal sealed record SampleMeeting(
    string Forum,
    int Days,
    string Start,
    string End,
    string Place,
    string Chair,
    string MinuteTaker,
    string? CaseNumber,
    IReadOnlyList<string>? Apologies,
    IReadOnlyList<SampleItem> Items)
{
    internal bool IsAhead => Days > 0;
}

/// <param name="Ref">A name by which a later item can say that it continues this one.</param>
/// <param name="Continues">The <paramref name="Ref"/> of the item that this one continues.</param>
internal sealed record SampleItem(
    string? Ref,
    string? Continues,
    string Title,
    AgendaItemKind Kind,
    string? Presenter,
    int? Minutes,
    bool Closed,
    IReadOnlyList<AgendaSection>? Sections,
    IReadOnlyList<string>? Recommendations,
    IReadOnlyList<AgendaAttachment>? Attachments,
    string? Decision)
{
    internal AgendaItemContent ToContent() => new()
    {
        Title = Title,
        Kind = Kind,
        Presenter = Presenter,
        Minutes = Minutes,
        Sections = Sections ?? [],
        Recommendations = Recommendations ?? [],
        Attachments = Attachments ?? [],
        IsClosed = Closed,
    };
}
