using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines.AnnualWheel;

/// <summary>Adds deadlines to a forum's annual wheel, and takes them out of it.</summary>
public sealed class ChangeAnnualWheel(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAnnualWheel;

    public Task<Result<AnnualEntry>> AddAsync(Caller caller, AddAnnualEntryRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<AnnualEntry>(caller, "AddToAnnualWheel", request.ForumId, async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            var read = await ReadAsync(scope, visit.Forum, request);
            if (!read.TryGet(out var entry, out var invalid))
                return invalid;

            var wheel = visit.Forum.Rules.AnnualWheel;
            if (wheel.FirstOrDefault(other => other.Key == entry.Key) is { } standing)
                return standing == entry ? entry : new WheelEntryExists(entry.Title);

            if (wheel.Count >= AnnualEntry.Most)
                return new WheelIsFull(AnnualEntry.Most);

            visit.Forum.Rules = visit.Forum.Rules with { AnnualWheel = [.. wheel, entry] };
            return entry;
        }, cancellationToken);

    /// <returns>What was taken out.</returns>
    public Task<Result<AnnualEntry>> RemoveAsync(Caller caller, ForumId forumId, string? key, CancellationToken cancellationToken) =>
        writer.WriteAsync<AnnualEntry>(caller, "RemoveFromAnnualWheel", forumId, async scope =>
        {
            var entered = await scope.EnterAsync(forumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            if (visit.Forum.Rules.AnnualWheel.FirstOrDefault(candidate => candidate.Key == key) is not { } entry)
                return new WheelEntryNotFound();

            visit.Forum.Rules = visit.Forum.Rules with { AnnualWheel = [.. visit.Forum.Rules.AnnualWheel.Where(other => other.Key != entry.Key)] };
            return entry;
        }, cancellationToken);

    private static async Task<Result<AnnualEntry>> ReadAsync(WriteScope scope, Forum forum, AddAnnualEntryRequest request)
    {
        // The meeting's date is put behind the title of what comes before every meeting.
        var cleaned = DanishText.Clean(request.Title, new TextLimit(Texts.TheTitle, AnnualEntry.MaxTitleLength));
        if (!cleaned.TryGet(out var title, out var invalid))
            return invalid;

        if (!AnnualRuleText.Parse(request.Rule).TryGet(out var rule, out var unknown))
            return unknown;

        var found = await ResponsibleNames.FindAsync(scope.Db, forum.Id, scope.Today, request.Responsible, scope.Caller.PersonId);
        if (!found.TryGet(out var responsible, out var nobody))
            return nobody;

        var person = responsible.PersonId is { } id
            ? await scope.Db.People.Where(one => one.Id == id).Select(one => one.Key).SingleAsync()
            : null;
        return new AnnualEntry(title, rule) { ResponsiblePerson = person, ResponsibleRole = responsible.Role };
    }
}

/// <param name="Rule">As <see cref="AnnualRule"/> is written.</param>
/// <param name="Responsible">As for <see cref="SetDeadlineRequest"/>.</param>
public sealed record AddAnnualEntryRequest(ForumId ForumId, string? Title, string? Rule, string? Responsible);
