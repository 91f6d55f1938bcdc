using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.EndToEnd.Tests.Jobs.Killing;

/// <summary>
/// Fifty forums of a secretary and two members. Ten deadlines of each have a reminder due at eight, four written procedures of each close one
/// after the other around that time, and a draft of each opens.
/// </summary>
internal sealed class ManyDue(string serviceUrl, Instant eight)
{
    internal const int Forums = 50;
    internal const int DeadlinesOfAForum = 10;
    internal const int ProceduresOfAForum = 4;

    private readonly LocalDate _today = DanishTime.ToDanish(eight).Date;
    private readonly Board _board = new() { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" };

    /// <summary>Who must be reminded of what: the conversation and the deadline's title.</summary>
    internal List<(string Conversation, string Title)> Reminders { get; } = [];

    /// <summary>Who must be told of which result: the conversation and the case's title.</summary>
    internal List<(string Conversation, string Title)> Results { get; } = [];

    /// <summary>Who must be asked about which case that opened by itself: the conversation and the case's title.</summary>
    internal List<(string Conversation, string Title)> Openings { get; } = [];

    internal async Task StoreAsync(KlyngeContext db)
    {
        db.Add(_board);
        for (var number = 1; number <= Forums; number++)
            AddForum(db, number);

        await db.SaveChangesAsync();
    }

    internal Instant Eight => eight;

    /// <summary>Behind every deadline of a case that closes here, and long before those of the cases that open.</summary>
    internal Instant LastClosing => eight + Duration.FromDays(1);

    internal static string ConversationOf(string person) => $"a:{person}";

    private void AddForum(KlyngeContext db, int number)
    {
        var forum = NewForum(number);
        var (secretary, first, second) = (NewPerson($"s{number}"), NewPerson($"a{number}"), NewPerson($"b{number}"));
        List<ForumMember> seats =
        [
            NewSeat(forum, secretary, Role.Secretariat, 3), NewSeat(forum, first, Role.Member, 1), NewSeat(forum, second, Role.Member, 2),
        ];
        db.AddRange([forum, secretary, first, second, .. seats]);
        db.AddRange(new[] { secretary, first, second }.Select(NewChat));
        db.ChangeTracker.DetectChanges(); // Gives the seats their people.
        AddDeadlines(db, forum, number, secretary, first);
        AddProcedures(db, forum, number, seats);
        AddPlanned(db, forum, number, seats);
    }

    private void AddPlanned(KlyngeContext db, Forum forum, int number, List<ForumMember> seats)
    {
        var title = $"Kladde{number}slut";
        var draft = new WrittenProcedure
        {
            ForumId = forum.Id,
            CreatedById = seats[0].PersonId,
            CreatedAt = eight - Duration.FromDays(10),
            Deadline = eight + Duration.FromDays(14),
            Case = new CaseText { Title = title, Presentation = "Planen er drøftet.", Recommendations = ["Godkender planen"] },
        };
        var opens = eight - Duration.FromSeconds(30) + Duration.FromMilliseconds(1_200 * number);
        Assert.True(draft.PlanOpening(forum, opens, new PlannedOpening(seats[0].PersonId), eight - Duration.FromDays(1)).IsSuccess);
        db.Add(draft);
        Openings.AddRange(seats.Select(seat => (ConversationOf(seat.Person.Key), title)));
    }

    private void AddDeadlines(KlyngeContext db, Forum forum, int number, Person secretary, Person responsible)
    {
        for (var one = 1; one <= DeadlinesOfAForum; one++)
        {
            var title = $"Frist{number}nr{one}slut";
            var request = new NewDeadline(forum.Id, title, _today.PlusDays(14), DeadlineKind.Own) { Responsible = Responsible.Of(responsible.Id) };
            var deadline = Deadline.Set(request, secretary.Id, eight - Duration.FromDays(1));
            deadline.Plan(forum.Rules.Reminders, eight - Duration.FromMinutes(5));
            Assert.Equal(eight, deadline.NextReminderAt);
            db.Add(deadline);
            Reminders.AddRange([(ConversationOf(secretary.Key), title), (ConversationOf(responsible.Key), title)]);
        }
    }

    private void AddProcedures(KlyngeContext db, Forum forum, int number, List<ForumMember> seats)
    {
        for (var one = 0; one < ProceduresOfAForum; one++)
        {
            var title = $"Sag{number}nr{one}slut";
            var spread = Duration.FromMilliseconds(300 * ((one * Forums) + number));
            var procedure = new WrittenProcedure
            {
                ForumId = forum.Id,
                CreatedById = seats[0].PersonId,
                CreatedAt = eight - Duration.FromDays(10),
                Deadline = eight - Duration.FromSeconds(30) + spread,
                Case = new CaseText { Title = title, Presentation = "Planen er drøftet.", Recommendations = ["Godkender planen"] },
            };
            var version = procedure.Open(forum, seats, procedure.Case, seats[0].PersonId, eight - Duration.FromDays(10));
            db.AddRange(procedure, version.Value);
            Results.AddRange(seats.Select(seat => (ConversationOf(seat.Person.Key), title)));
        }
    }

    private Forum NewForum(int number) => new()
    {
        BoardId = _board.Id,
        Key = $"forum-{number}",
        Name = $"Forum {number}",
        Level = 1,
        Rules = new RulesOfProcedure
        {
            ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
            AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
            MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            Quorum = new QuorumRule(0.5m, EverySector: false),
            WrittenProcedures = new WrittenProcedureRules(
                Allowed: true,
                TimeLimit.Create(1, TimeLimitUnit.Days).Value,
                TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                DecisionRule.SimpleMajority,
                SilenceIsConsent: false,
                VotesShownWhileOpen: true,
                ClosesWhenAllHaveAnswered: false)
            {
                Reminders = [],
            },
        },
    };

    private static Person NewPerson(string key) => new() { Key = key, Name = $"Person {key}", EntraObjectId = Guid.NewGuid().ToString(), TeamsUserId = $"29:{key}" };

    private ForumMember NewSeat(Forum forum, Person person, Role role, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Region Klitlandet",
        Sector = "region",
        From = _today.PlusYears(-1),
        Order = order,
    };

    private Conversation NewChat(Person person) => new()
    {
        Id = ConversationOf(person.Key),
        Kind = ConversationKind.Personal,
        ServiceUrl = serviceUrl,
        ChannelId = "msteams",
        TenantId = "11111111-1111-1111-1111-111111111111",
        BotId = "28:klynge",
        PersonId = person.Id,
        SeenAt = eight - Duration.FromDays(1),
    };
}
