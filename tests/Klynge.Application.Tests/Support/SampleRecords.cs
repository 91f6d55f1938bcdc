using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Support;

/// <summary>Records with ids that are the same every time, for card samples.</summary>
internal static class SampleRecords
{
    internal static Forum Forum(string name = "Chefforum", int id = 2) => WithId(new Forum
    {
        BoardId = new BoardId(Id(1)),
        Key = "chefforum",
        Name = name,
        Level = 2,
        Rules = new RulesOfProcedure
        {
            ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days, ClockTime.Midnight).Value,
            AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
            MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            Quorum = new QuorumRule(0.5m, EverySector: true),
            WrittenProcedures = new WrittenProcedureRules(
                Allowed: true,
                TimeLimit.Create(3, TimeLimitUnit.Workdays).Value,
                TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                DecisionRule.Consensus,
                SilenceIsConsent: false,
                VotesShownWhileOpen: true,
                ClosesWhenAllHaveAnswered: true),
        },
    }, new ForumId(Id(id)));

    /// <summary>Tuesday 3 February 2026, 14.00–16.00.</summary>
    internal static Meeting Meeting(Forum forum) => WithId(
        Domain.Meetings.Meeting.Schedule(
            forum.Id,
            new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)),
            "Teams",
            Instant.FromUtc(2026, 1, 13, 8, 0)).Value,
        new MeetingId(Id(3)));

    internal static Meeting NextMeeting(Forum forum) => WithId(
        Domain.Meetings.Meeting.Schedule(
            forum.Id,
            new MeetingTime(new LocalDate(2026, 3, 10), new LocalTime(9, 30), new LocalTime(11, 0)),
            "Teams",
            Instant.FromUtc(2026, 1, 13, 8, 0)).Value,
        new MeetingId(Id(5)));

    internal static ForumMember Seat(Forum forum, string name, string organisation, string? substitute = null)
    {
        var member = WithId(new ForumMember
        {
            ForumId = forum.Id,
            PersonId = new PersonId(Id(10)),
            Role = Role.Member,
            HasVote = true,
            Organisation = organisation,
            Sector = organisation,
            From = new LocalDate(2025, 1, 1),
        }, new MemberId(Id(4)));
        Set(member, nameof(ForumMember.Person), new Person { Key = "p", Name = name });
        if (substitute is not null)
        {
            var person = WithId(new Person { Key = "s", Name = substitute }, new PersonId(Id(11)));
            member.SubstituteIds = [person.Id];
            Set(member.Substitutes.Single(), nameof(SeatSubstitute.Person), person);
        }

        return member;
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static T WithId<T>(T entity, object id)
        where T : class
    {
        Set(entity, "Id", id);
        return entity;
    }

    /// <summary>What the database sets when it reads a row.</summary>
    private static void Set(object entity, string property, object value) => entity.GetType().GetProperty(property)!.SetValue(entity, value);
}
