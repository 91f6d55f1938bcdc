using Microsoft.Graph.Models;

namespace Klynge.Microsoft365.Documents;

/// <summary>How the folder of a forum's closed documents stands.</summary>
internal enum ClosedPlace
{
    /// <summary>Somebody who may open the folder above may not open this one.</summary>
    Safe = 1,

    Missing,

    /// <summary>Whoever may open the folder above may open this one: it inherits, or has a copy of what it inherited.</summary>
    AsAbove,

    /// <summary>The whole organisation, or the site's members or visitors, may open it.</summary>
    ForEverybody,

    /// <summary>It is shared by a link, which works for whoever gets hold of it.</summary>
    Shared,

    /// <summary>Graph does not show who may open it, so nobody can say that it is closed.</summary>
    Unknown,
}

/// <summary>
/// Judges a folder by who may open it and who may open the folders above. Graph has a field for inherited permissions
/// (<c>inheritedFrom</c>), but leaves it out in the libraries of SharePoint; and a folder whose inheritance somebody stopped begins with a
/// copy of all that it inherited, which that field would call its own.
/// </summary>
internal static class ClosedPlaces
{
    /// <summary>How SharePoint writes its groups of everybody: all users, all but external ones, all who sign in.</summary>
    private static readonly string[] Everybody = ["c:0(.s|true", "spo-grid-all-users", "c:0!.s|windows"];

    /// <summary>As SharePoint calls the groups that it makes for a site, in the languages that its Danish customers use.</summary>
    private static readonly string[] SiteGroups = ["medlemmer af ", "besøgende på ", "besøgende til ", " members", " visitors", "medlemmer", "besøgende"];

    /// <summary>What no key can be made of: a permission that names nobody.</summary>
    private const string Nameless = "";

    /// <param name="own">Of the folder itself; null where they cannot be read.</param>
    /// <param name="above">Of each folder above it, the library's root included; null where they cannot be read.</param>
    /// <returns>The worst that can be said; <see cref="ClosedPlace.Safe"/> only where everything was seen.</returns>
    internal static ClosedPlace Compare(IReadOnlyList<Permission>? own, IReadOnlyList<IReadOnlyList<Permission>?> above)
    {
        if (own is null || own.Count == 0)
            return ClosedPlace.Unknown;

        if (own.Any(permission => permission.Link is not null))
            return ClosedPlace.Shared;

        var readers = own.Select(KeyOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var compared = above.Select(list => Compare(readers, list)).Append(readers.Contains(Nameless) ? ClosedPlace.Unknown : ClosedPlace.Safe).ToList();
        return compared.Contains(ClosedPlace.AsAbove) ? ClosedPlace.AsAbove
            : own.Any(IsForEverybody) ? ClosedPlace.ForEverybody
            : compared.Contains(ClosedPlace.Unknown) ? ClosedPlace.Unknown
            : ClosedPlace.Safe;
    }

    /// <summary>Owners may open everything. Of the others who may open the folder above, one at least must not be here.</summary>
    private static ClosedPlace Compare(HashSet<string> readers, IReadOnlyList<Permission>? above)
    {
        var granted = (above ?? []).Where(permission => permission.Link is null).ToList();
        var others = granted.FindAll(permission => permission.Roles?.Contains("owner") != true);
        var keys = (others.Count > 0 ? others : granted).ConvertAll(KeyOf);
        return keys.Exists(key => key != Nameless && !readers.Contains(key)) ? ClosedPlace.Safe
            : keys.Count == 0 || keys.Contains(Nameless) ? ClosedPlace.Unknown
            : ClosedPlace.AsAbove;
    }

    private static bool IsForEverybody(Permission permission)
    {
        var granted = permission.GrantedToV2;
        var login = granted?.SiteUser?.LoginName ?? granted?.SiteGroup?.LoginName ?? string.Empty;
        return Everybody.Any(name => login.Contains(name, StringComparison.OrdinalIgnoreCase))
            || (granted?.SiteGroup?.DisplayName is { } group && IsSiteGroup(group.Trim()));
    }

    private static bool IsSiteGroup(string name) =>
        SiteGroups.Any(word => word.StartsWith(' ') ? name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            : word.EndsWith(' ') ? name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            : string.Equals(name, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who it is, the same in each folder of a site.</summary>
    private static string KeyOf(Permission permission)
    {
        var granted = permission.GrantedToV2;
        return granted?.SiteGroup is { } group ? $"site group {group.Id ?? group.LoginName ?? group.DisplayName}"
            : granted?.SiteUser is { } login && login.LoginName is { } name ? $"login {name}"
            : (granted?.Group ?? granted?.User ?? granted?.Application)?.Id is { } id ? $"account {id}"
            : Nameless;
    }
}
