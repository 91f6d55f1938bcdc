using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <param name="DueOn">The last day on which a text is in time.</param>
/// <param name="Wanted">What is wanted, in a line; empty for nothing.</param>
public sealed record AskContributionRequest(ForumId ForumId, AgendaItemId ItemId, IReadOnlyList<PersonId> People, LocalDate DueOn, string? Wanted)
{
    /// <summary>The meeting that the form names, which the item must be on; null where it names none.</summary>
    public MeetingId? OnlyOf { get; init; }
}

/// <param name="Names">Those who are asked now, as their sections will be headed.</param>
/// <param name="News">How many of them were told; whoever had been asked for the same already was not.</param>
public sealed record AskedContributions(IReadOnlyList<string> Names, int News);

/// <summary>Asks people of the board for their text to an item, by a day. Somebody who has been asked already gets the new day.</summary>
public sealed class AskContribution(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <summary>More than sit in a forum.</summary>
    internal const int MaxPeople = 40;

    private static readonly TextLimit Wanted = new("Det, de skal skrive om,", Contribution.MaxWantedLength, Optional: true);

    public Task<Result<AskedContributions>> HandleAsync(Caller caller, AskContributionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(AskContribution), caller, request.ForumId, SubjectId: request.ItemId.Value), scope => AskAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<AskedContributions>> AskAsync(WriteScope scope, AskContributionRequest request)
    {
        var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.OnlyOf);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (ContributionStates.Of(at.Item, at.Meeting, at.Forum) is not ContributionState.Open and var over)
            return new TooLateToAsk(Texts.TooLateToAsk(over));

        if (request.People.Count is 0 or > MaxPeople)
            return request.People.Count == 0 ? new ContributorMissing() : new TooManyContributors();

        if (request.DueOn < scope.Today || request.DueOn > at.Meeting.Date)
            return new ContributionDayOff(at.Meeting.Date);

        if (!DanishText.Clean(request.Wanted, Wanted).TryGet(out var wanted, out var tooLong))
            return tooLong;

        if ((await scope.Db.ExcludedFromAsync(at.Item.Id)).Where(one => request.People.Contains(one.Id)).Select(one => one.Name).ToList() is { Count: > 0 } excluded)
            return new ContributorIsExcluded(DanishFormat.List(excluded));

        var listed = (await ContributorList.ReadAsync(scope.Db, at.Forum.Id, scope.Today)).ToDictionary(person => person.Id);
        return request.People.All(listed.ContainsKey)
            ? await AskAsync(scope, at, [.. request.People.Distinct().Select(person => listed[person])], request.DueOn, wanted.Length == 0 ? null : wanted)
            : new ContributorUnknown();
    }

    private static async Task<AskedContributions> AskAsync(WriteScope scope, ItemOfForum at, List<Contributor> people, LocalDate dueOn, string? wanted)
    {
        var board = await scope.Db.Boards.Where(board => board.Id == at.Forum.BoardId).Select(board => board.Name).SingleAsync();
        var standing = await scope.Db.Contributions.Where(one => one.ItemId == at.Item.Id).ToListAsync();
        var news = 0;
        foreach (var person in people)
        {
            var contribution = standing.Find(one => one.PersonId == person.Id);
            if (contribution is null)
            {
                contribution = new Contribution
                {
                    ForumId = at.Forum.Id,
                    ItemId = at.Item.Id,
                    PersonId = person.Id,
                    Heading = HeadingOf(person, at.Item, standing),
                };
                standing.Add(contribution);
                scope.Db.Contributions.Add(contribution);
            }

            if (!contribution.Ask(dueOn, wanted, scope.Now))
                continue;

            news++;
            var asked = new ContributionAt { Contribution = contribution, Item = at.Item, Meeting = at.Meeting, Forum = at.Forum, Board = board };
            scope.Notify(person.Id, ContributionCard.Notice(asked, scope.Now), asked.Subject());
        }

        return new AskedContributions([.. people.Select(person => person.Heading)], news);
    }

    /// <summary>Two of one name from one place, or a section that the item has already, are told apart by a number.</summary>
    private static string HeadingOf(Contributor person, AgendaItem item, List<Contribution> standing)
    {
        var taken = item.Content.Sections.Select(section => section.Heading).Concat(standing.Select(one => one.Heading)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? person.Heading : $"{person.Heading} ({number})").First(heading => !taken.Contains(heading));
    }
}

/// <summary>Takes an asking back, and tells the person. What they have sent stays in the item: it is the secretariat's to take out.</summary>
public sealed class WithdrawContribution(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<WithdrawnContribution>> HandleAsync(Caller caller, ForumId forum, ContributionId id, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WriteIntent(nameof(WithdrawContribution), caller, forum, SubjectId: id.Value), scope => WithdrawAsync(scope, forum, id), cancellationToken);

    private static async Task<Result<WithdrawnContribution>> WithdrawAsync(WriteScope scope, ForumId forum, ContributionId id)
    {
        var entered = await scope.EnterAsync(forum, Needs);
        if (!entered.IsSuccess)
            return entered.Error;

        if (await scope.Db.ContributionAsync(forum, id) is not { } at)
            return new ContributionNotFound();

        if (at.Contribution.Withdraw(scope.Now))
            scope.Notify(at.Contribution.PersonId, ContributionNotices.Withdrawn(at));

        return new WithdrawnContribution(at.Contribution.Heading, at.Meeting.Id);
    }
}

/// <param name="Heading">Whom it was asked of, as the section is headed.</param>
public sealed record WithdrawnContribution(string Heading, MeetingId Meeting);
