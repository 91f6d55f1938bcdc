using System.Collections.Concurrent;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Messaging;

/// <summary>
/// Finds the person behind an authenticated sender: by Entra object id, and the first time by the e-mail that the channel vouches
/// for, which then ties the object id to the person. Never by name.
/// </summary>
public sealed class SenderDirectory(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, KnownPerson> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who it is; null for somebody whom the board file does not name.</summary>
    public async Task<KnownPerson?> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Sender.AadObjectId is not { Length: > 0 } objectId)
        {
            return null;
        }

        if (_known.TryGetValue(objectId, out var known) && known.TeamsUserId == turn.Sender.Id)
        {
            return known;
        }

        var found = await RecogniseAsync(objectId, turn.Sender, () => EmailAsync(turn, objectId, cancellationToken), cancellationToken);
        return found is null ? null : Remember(objectId, found);
    }

    /// <summary>
    /// Ties a member of a chat's roster to the person on record, so that the bot can write to the person first. The bot cannot write to an
    /// account of another tenant, so that one is only recognised.
    /// </summary>
    /// <param name="tenant">The bot's own tenant.</param>
    public async Task LearnAsync(ChannelAccount account, string? tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.AadObjectId is { Length: > 0 } objectId)
        {
            var home = account.TenantId is null && account.MembershipSources is null ? null : new AccountHome(ChannelReaders.HomeOf(account, tenant));
            await RecogniseAsync(objectId, account, () => Task.FromResult(account.Email ?? account.UserPrincipalName), cancellationToken, home);
        }
    }

    /// <summary>Forgets what was found: the board file has changed.</summary>
    public void Forget() => _known.Clear();

    private static async Task<string?> EmailAsync(TurnContext turn, string objectId, CancellationToken cancellationToken)
    {
        var account = await turn.Connector.GetMemberAsync(turn.Reference, turn.Sender.Id ?? objectId, cancellationToken);
        return account?.Email ?? account?.UserPrincipalName;
    }

    private async Task<KnownPerson?> RecogniseAsync(
        string objectId, ChannelAccount account, Func<Task<string?>> email, CancellationToken cancellationToken, AccountHome? home = null)
    {
        var id = objectId.ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.EntraObjectId == id, cancellationToken);
        if (person is null && (await email())?.ToLowerInvariant() is { Length: > 0 } address)
        {
            person = await db.People.AsNoTracking()
                .SingleOrDefaultAsync(candidate => candidate.Email == address && candidate.EntraObjectId == null, cancellationToken);
        }

        if (person is null)
        {
            return null;
        }

        var foreign = home is null ? person.ForeignTenantId : home.ForeignTenantId;
        var teamsUserId = foreign is null ? account.Id ?? person.TeamsUserId : null;
        if (person.EntraObjectId != id || person.TeamsUserId != teamsUserId || person.ForeignTenantId != foreign)
        {
            await BindAsync(person.Id, id, teamsUserId, foreign, cancellationToken);
        }

        return new KnownPerson(person.Id, person.Name, account.Id);
    }

    private Task<Result<Done>> BindAsync(
        PersonId personId, string objectId, string? teamsUserId, string? foreignTenantId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new Caller(personId), "BindAccount", forum: null, async scope =>
        {
            var person = await scope.Db.People.SingleAsync(candidate => candidate.Id == personId, cancellationToken);
            person.EntraObjectId ??= objectId;
            (person.TeamsUserId, person.ForeignTenantId) = (teamsUserId, foreignTenantId);
            return default(Done);
        }, cancellationToken);

    private KnownPerson Remember(string objectId, KnownPerson person)
    {
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        return _known[objectId] = person;
    }

    /// <summary>Where an account belongs, once the channel has said so.</summary>
    private sealed record AccountHome(string? ForeignTenantId);
}
