using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Klynge.Bot.Workbench.Chats;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>The Agents Playground's files name people and chats of the sample council, as the bot knows them. It takes exactly five others.</summary>
public sealed class PlaygroundConfigurationTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "bot", "Klynge.Bot", "Workbench", "playground");

    private static readonly Dictionary<string, JsonNode> People = JsonNode.Parse(File.ReadAllText(
            Path.Combine(Checkout.Root, "bot", "Klynge.Application", "Forums", "Sample", "sample-board.json")))!["people"]!
        .AsArray()
        .ToDictionary(person => "29:proevebaenk-" + (string)person!["key"]!, person => person!, StringComparer.Ordinal);

    [Theory]
    [InlineData("secretary.yml", "29:proevebaenk-signe-dahl")]
    [InlineData("member.yml", "29:proevebaenk-nadia-el-sayed")]
    public void People_AreTheSampleCouncils(string file, string current)
    {
        var accounts = Accounts(File.ReadAllLines(Path.Combine(Folder, file)));

        Assert.Equal((current, 6), (accounts[0]["id"], accounts.Count));
        Assert.Distinct(accounts.Select(account => account["id"]));
        Assert.All(accounts, account =>
        {
            var person = People[account["id"]];
            Assert.Equal(
                ((string)person["name"]!, (string)person["entraObjectId"]!, (string)person["email"]!, (string)person["email"]!, (string)person["name"]!),
                (account["name"], account["aadObjectId"], account["email"], account["userPrincipleName"], $"{account["givenName"]} {account["surname"]}"));
        });
    }

    [Theory]
    [InlineData("secretary.yml")]
    [InlineData("member.yml")]
    public void Chats_AreThoseOfTheWorkbench(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var id = Accounts(text.Split('\n'))[0]["id"];
        var chat = Roster.PersonalChat(new WorkbenchPerson(id, "", "", "", "", ""));

        Assert.Contains($"personalChat:\n  id: \"{chat.Id}\"\n", text, StringComparison.Ordinal);
        Assert.Contains("groupChat:\n  id: 19:proevebaenk-chefforum@thread.v2\n", text, StringComparison.Ordinal);
        Assert.Contains($"tenantId: {new WorkbenchOptions().TenantId}\nbot:\n  id: 28:{new WorkbenchOptions().BotAppId}\n", text, StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Accounts(IEnumerable<string> lines)
    {
        var accounts = new List<Dictionary<string, string>>();
        foreach (var parts in lines.Select(line => line.Trim(' ', '-', '\r').Split(": ", 2)).Where(parts => parts.Length == 2))
        {
            if (parts[0] == "id" && parts[1].StartsWith("29:", StringComparison.Ordinal))
                accounts.Add([]);
            if (accounts.Count > 0)
                accounts[^1].TryAdd(parts[0], parts[1]);
        }

        return accounts;
    }
}
