using System.Text.RegularExpressions;
using Klynge.Microsoft365.Checks;
using Klynge.Testing;

namespace Klynge.Microsoft365.Tests.Checks;

/// <summary>What is asked for, what is granted and what is explained are the same five permissions.</summary>
public sealed partial class PermissionTableTests
{
    [Fact]
    public void Readme_SaysOfEachPermissionWhatTheCodeSays() => Assert.Equal(
        GraphPermissions.All.Select(permission => $"| `{permission.Name}` | {permission.Why} | {permission.Without} |"),
        File.ReadLines(Path.Combine(Checkout.Root, "README.md")).SkipWhile(line => line != "| permission | what for | without it |").Skip(2).TakeWhile(line => line.StartsWith('|')));

    [Fact]
    public void Script_GrantsWhatTheCodeAsksFor()
    {
        var granted = Granted().Match(File.ReadAllText(Path.Combine(Checkout.Root, "infra", "grant-graph-permissions.sh"))).Groups[1].Value.Split(' ');

        Assert.Equal(GraphPermissions.All.Select(permission => permission.Name).Order(StringComparer.Ordinal), granted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoPermission_IsOneThatIsTooWide() => Assert.DoesNotContain(GraphPermissions.All, permission => GraphPermissions.TooWide.Contains(permission.Name));

    [GeneratedRegex(@"permissions=\(([^)]*)\)")]
    private static partial Regex Granted();
}
