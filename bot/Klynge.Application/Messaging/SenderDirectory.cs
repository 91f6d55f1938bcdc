using Klynge.Application.Data;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>
/// Finds the person behind an authenticated sender: by Entra object id and by nothing else. An account whose e-mail or user principal
/// name is a member's is asked about (<see cref="AccountClaims"/>); it is that member's from the secretariat's yes on. Never by name.
/// </summary>
public sealed partial class SenderDirectory(
    IDbContextFactory<KlyngeContext> contexts,
    Writer writer,
    AccountClaims claims,
    DirectoryVersion version,
    IClock clock,
    TimeProvider time,
    ILogger<SenderDirectory> logger)
{
    /// <summary>Whoever is nobody yet holds no request for longer: a channel that is slow to say whose account it is has said nothing.</summary>
    internal static readonly TimeSpan LookupTimeout = TimeSpan.FromSeconds(3);

    private readonly FreshCache<string, KnownPerson> _known = new(version, clock, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who it is; null for somebody whom the board file does not name.</summary>
    public async Task<KnownPerson?> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Sender.AadObjectId is not { Length: > 0 } objectId)
            return null;

        var stamp = await _known.StampAsync(cancellationToken);
        if (_known.TryGet(objectId, stamp, out var known) && known.TeamsUserId == turn.Sender.Id)
            return known;

        var found = await RecogniseAsync(turn.Sender, home: null, cancellationToken);
        if (found is null)
        {
            await AskAsync([await SeenAsync(turn, objectId, cancellationToken)], cancellationToken);
            return null;
        }

        return _known.Keep(objectId, found, stamp);
    }

    /// <summary>
    /// Learns how to write first to those of a chat's roster who are on record, and asks about those who may be. The bot cannot write to an
    /// account of another tenant, so that one is only recognised.
    /// </summary>
    /// <param name="accounts">As the channel states them.</param>
    /// <param name="tenant">The bot's own tenant.</param>
    public async Task LearnAsync(IReadOnlyList<ChannelAccount> accounts, string? tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var unknown = new List<SeenAccount?>();
        foreach (var account in accounts.Where(account => account.AadObjectId is { Length: > 0 }))
        {
            var home = account.TenantId is null && account.MembershipSources is null ? null : new AccountHome(ChannelReaders.HomeOf(account, tenant));
            if (await RecogniseAsync(account, home, cancellationToken) is null)
                unknown.Add(Seen(account, account.AadObjectId!, home?.ForeignTenantId));
        }

        await AskAsync(unknown, cancellationToken);
    }

    private async Task AskAsync(IEnumerable<SeenAccount?> seen, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var worthAsking = new List<SeenAccount>();
        foreach (var account in seen.OfType<SeenAccount>())
        {
            if (await db.People.AnyAsync(person => person.Email == account.Address, cancellationToken)
                && !await db.AccountClaims.AnyAsync(claim => claim.ObjectId == account.ObjectId, cancellationToken))
            {
                worthAsking.Add(account);
            }
        }

        if (worthAsking.Count > 0)
            await claims.AskAsync(worthAsking, cancellationToken);
    }

    /// <summary>Asks the channel for an account's e-mail address; null where nobody of that id is a member, and where it does not say in time.</summary>
    internal async Task<ChannelAccount?> LookUpAsync(TurnContext turn, string id, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookupTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await turn.Connector.GetMemberAsync(turn.Reference, id, either.Token);
        }
        catch (ConnectorException exception)
        {
            LogAccountUnread(exception.Failure.ToString());
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogAccountUnread(nameof(LookupTimeout));
            return null;
        }
    }

    private async Task<SeenAccount?> SeenAsync(TurnContext turn, string objectId, CancellationToken cancellationToken)
    {
        var account = await LookUpAsync(turn, turn.Sender.Id ?? objectId, cancellationToken);
        return account is null ? null : Seen(account with { Id = turn.Sender.Id }, objectId, foreignTenantId: null);
    }

    private static SeenAccount? Seen(ChannelAccount account, string objectId, string? foreignTenantId) =>
        (account.Email ?? account.UserPrincipalName)?.ToLowerInvariant() is { Length: > 0 } address
            ? new SeenAccount(objectId.ToLowerInvariant(), address, foreignTenantId is null ? account.Id : null, foreignTenantId)
            : null;

    private async Task<KnownPerson?> RecogniseAsync(ChannelAccount account, AccountHome? home, CancellationToken cancellationToken)
    {
        var id = account.AadObjectId!.ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.EntraObjectId == id, cancellationToken) is not { } person)
            return null;

        var foreign = home is null ? person.ForeignTenantId : home.ForeignTenantId;
        var teamsUserId = foreign is null ? account.Id ?? person.TeamsUserId : null;
        if (person.TeamsUserId != teamsUserId || person.ForeignTenantId != foreign)
            await BindAsync(person.Id, id, teamsUserId, foreign, cancellationToken);

        return new KnownPerson(person.Id, person.Name, account.Id);
    }

    /// <summary>Only while the account still is the person's: a board file may have been applied since it was read.</summary>
    private Task<Result<Done>> BindAsync(
        PersonId personId, string objectId, string? teamsUserId, string? foreignTenantId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new Caller(personId), "BindAccount", forum: null, async scope =>
        {
            scope.EnterBy(EventRights.Message); // Whoever writes has proven that the account is theirs.
            var person = await scope.Db.People.SingleAsync(candidate => candidate.Id == personId, cancellationToken);
            if (person.EntraObjectId == objectId)
                (person.TeamsUserId, person.ForeignTenantId) = (teamsUserId, foreignTenantId);

            return default(Done);
        }, cancellationToken);

    [LoggerMessage(2103, LogLevel.Information, "Failed to look up an account in the channel: {Failure}")]
    private partial void LogAccountUnread(string failure);

    /// <summary>Where an account belongs, once the channel has said so.</summary>
    private sealed record AccountHome(string? ForeignTenantId);
}

/// <summary>A person on record, as the sender of an activity.</summary>
/// <param name="TeamsUserId">The channel's id of the account, <c>29:…</c>.</param>
public sealed record KnownPerson(PersonId Id, string Name, string? TeamsUserId);
