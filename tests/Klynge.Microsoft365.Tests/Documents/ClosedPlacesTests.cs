using Klynge.Microsoft365.Documents;
using Microsoft.Graph.Models;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>Whether a folder is closed, by who may open it and who may open the folders above it.</summary>
public sealed class ClosedPlacesTests
{
    /// <summary>
    /// Readers by name: <c>owners!</c> owns the site, <c>bo@</c> is a person, <c>link#</c> is a sharing link, <c>?</c> is a permission that
    /// names nobody, <c>-</c> is a list that cannot be read, lists above are parted by a stroke; everything else is a group of the site.
    /// </summary>
    [Theory]
    [InlineData("Safe", "owners!,entitled", "owners!,board,observers")]
    [InlineData("Safe", "owners!,board", "owners!,board,observers")]
    [InlineData("Safe", "board,bo@", "owners!,board,observers")]
    [InlineData("Safe", "owners!", "owners!,board")]
    [InlineData("AsAbove", "owners!,board,observers", "owners!,board,observers")]
    [InlineData("AsAbove", "owners!,OBSERVERS,board", "owners!,board,observers")]
    [InlineData("AsAbove", "board,observers", "owners!,board,observers")]
    [InlineData("AsAbove", "owners!,board,observers,entitled", "owners!,board,observers")]
    [InlineData("AsAbove", "owners!", "owners!")]
    [InlineData("AsAbove", "owners!,bo@", "owners!,bo@")]
    [InlineData("AsAbove", "owners!,board", "owners!,board/owners!,board,observers")]
    [InlineData("AsAbove", "owners!,everyone,board", "owners!,board/-")]
    [InlineData("Safe", "owners!,entitled", "owners!,board/owners!,board,observers")]
    [InlineData("ForEverybody", "owners!,Medlemmer af Sundhedsråd", "owners!,board")]
    [InlineData("ForEverybody", "owners!,Besøgende på Sundhedsråd", "owners!,board")]
    [InlineData("ForEverybody", "owners!,Sundhedsråd Members", "owners!,board")]
    [InlineData("ForEverybody", "owners!,Sundhedsråd visitors", "owners!,board")]
    [InlineData("ForEverybody", "owners!,c:0(.s|true", "owners!,board")]
    [InlineData("ForEverybody", "owners!,c:0-.f|rolemanager|spo-grid-all-users/2222", "owners!,board")]
    [InlineData("ForEverybody", "owners!,c:0!.s|windows", "owners!,board")]
    [InlineData("Shared", "owners!,entitled,link#", "owners!,board")]
    [InlineData("Shared", "owners!,board,link#", "owners!,board")]
    [InlineData("Unknown", "-", "owners!,board")]
    [InlineData("Unknown", "", "owners!,board")]
    [InlineData("Unknown", "owners!,entitled", "-")]
    [InlineData("Unknown", "owners!,entitled", "")]
    [InlineData("Unknown", "owners!,entitled", "owners!,board/-")]
    [InlineData("Unknown", "owners!,?", "owners!,board")]
    [InlineData("Unknown", "owners!,entitled", "owners!,?")]
    public void Compare_OfWhoMayOpenTheFolder_AndWhoMayOpenThoseAbove(string expected, string own, string above) =>
        Assert.Equal(expected, ClosedPlaces.Compare(Read(own), [.. above.Split('/').Select(list => Read(list)!)]).ToString());

    private static List<Permission>? Read(string list) =>
        list == "-" ? null : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    private static Permission Of(string name) => name switch
    {
        "?" => new Permission { Roles = ["read"] },
        [.. var link, '#'] => new Permission { Roles = ["read"], Link = new SharingLink { Scope = "users", WebUrl = $"https://x.example/{link}" } },
        [.. var person, '@'] => new Permission { Roles = ["read"], GrantedToV2 = new SharePointIdentitySet { User = new Identity { Id = person } } },
        [.. var owner, '!'] => new Permission { Roles = ["owner"], GrantedToV2 = new SharePointIdentitySet { SiteGroup = new SharePointIdentity { Id = owner } } },
        ['c', ':', ..] => new Permission { Roles = ["read"], GrantedToV2 = new SharePointIdentitySet { SiteUser = new SharePointIdentity { LoginName = name } } },
        _ => new Permission { Roles = ["read"], GrantedToV2 = new SharePointIdentitySet { SiteGroup = new SharePointIdentity { Id = name, DisplayName = name } } },
    };
}
