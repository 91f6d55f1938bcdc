using System.Text.RegularExpressions;

namespace Klynge.Bot.Tests.Infrastructure;

/// <summary>What a compiler would say of <c>infra</c>, as far as its grammar and its names go.</summary>
public sealed partial class BicepTests
{
    /// <summary>Children of a tagged resource, and resources that Azure gives no tags.</summary>
    private static readonly string[] Untagged =
        [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/locks", "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    ];

    /// <summary>Names that the language itself brings; <c>environment</c> of <c>web.bicep</c> is a resource of that name.</summary>
    private static readonly string[] Builtin = ["resourceGroup", "tenant", "subscription"];

    public static TheoryData<string> Files => [.. BicepFile.All.Select(file => Path.GetRelativePath(BicepFile.Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_FollowsTheGrammar_AndUsesOnlyNamesThatItDeclares(string file)
    {
        var bicep = await ReadAsync(file);

        Assert.Empty(bicep.Errors);
        Assert.Empty(bicep.Uses.Except(bicep.Declared).Except(Builtin));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryParameterAndVariable_IsUsed(string file)
    {
        var bicep = await ReadAsync(file);
        var declared = bicep.Parameters.Select(parameter => parameter.Name).Concat(bicep.Using is null ? bicep.Variables : []);

        Assert.Empty(declared.Except(bicep.Uses));
    }

    [Fact]
    public async Task EveryModule_IsThere_AndGetsWhatItAsksFor_AndNothingElse()
    {
        var main = await BicepFile.ReadAsync(BicepFile.Main);

        Assert.NotEmpty(main.Modules);
        foreach (var module in main.Modules)
        {
            var target = await ReadAsync(module.Path);
            Assert.Empty(module.Params.Except(target.Parameters.Select(parameter => parameter.Name)));
            Assert.Empty(target.Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(module.Params));
        }

        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(BicepFile.Folder, "modules")).Select(file => $"modules/{Path.GetFileName(file)}").Order(),
            main.Modules.Select(module => module.Path).Distinct().Order());
    }

    [Fact]
    public async Task EveryOutputThatIsUsed_IsAnOutputOfItsModule()
    {
        var main = await BicepFile.ReadAsync(BicepFile.Main);
        var outputs = new List<(string Use, string Output)>();
        foreach (var module in main.Modules)
            outputs.AddRange((await ReadAsync(module.Path)).Outputs.Select(output => ($"{module.Name}.{output}", $"{module.Path} {output}")));

        // A file that is a module more than once, as an identity is, need not have each of its outputs used each time.
        Assert.Empty(main.OutputUses.Except(outputs.Select(output => output.Use)));
        Assert.Empty(outputs.Select(output => output.Output).Except(outputs.Where(output => main.OutputUses.Contains(output.Use)).Select(output => output.Output)));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task ParameterFile_OfAnEnvironment_GivesWhatMainAsksFor_AndNothingElse(string environment)
    {
        var main = await BicepFile.ReadAsync(BicepFile.Main);
        var file = await ReadAsync($"parameters/{environment}.bicepparam");

        Assert.Equal("../main.bicep", file.Using);
        Assert.Empty(file.Variables.Except(main.Parameters.Select(parameter => parameter.Name)));
        Assert.Empty(main.Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(file.Variables));
        Assert.Contains($"param environmentName = '{environment}'", BicepFile.TextOf($"parameters/{environment}.bicepparam"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryResource_ThatCanHaveTags_HasThem(string file)
    {
        var bicep = await ReadAsync(file);
        var own = bicep.Resources.Where(resource =>
            !resource.Properties.Contains("parent") && resource.Properties.Count > 1 && !Untagged.Contains(resource.Type.Split('@')[0]));

        Assert.All(own, resource => Assert.Contains("tags", resource.Properties));
    }

    /// <summary>The reading itself, shown red: a slip of each kind is found.</summary>
    [Fact]
    public async Task ASlip_IsFound()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(file, "param name string\nvar other = '${nmae}'\noutput id string = thing.outputs.id\nresource x = {\n");
        try
        {
            var bicep = await BicepFile.ReadAsync(file);

            Assert.NotEmpty(bicep.Errors);
            Assert.Contains("nmae", bicep.Uses);
            Assert.DoesNotContain("nmae", bicep.Declared);
            Assert.Contains("thing.id", bicep.OutputUses);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A role's name stands beside its id, and the id is Azure's own for that role.</summary>
    [Fact]
    public void EveryRole_IsTheOneThatItsCommentNames()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
            ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
            ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
            ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
            ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        };
        var roles = BicepFile.All.SelectMany(file => RoleId().Matches(File.ReadAllText(file)).Select(match => (Id: match.Groups["id"].Value, Name: match.Groups["name"].Value.Trim()))).ToList();

        Assert.Equal(known.Select(role => (role.Key, role.Value)).Order(), roles.Order());
    }

    [Fact]
    public void Nothing_AsksForAKeyOrAPassword()
    {
        var text = string.Join('\n', BicepFile.All.Select(File.ReadAllText));

        Assert.DoesNotMatch(KeyOrPassword(), text);
        Assert.Contains("passwordAuth: 'Disabled'", text, StringComparison.Ordinal);
        Assert.Contains("allowSharedKeyAccess: false", text, StringComparison.Ordinal);
        Assert.Contains("enableRbacAuthorization: true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SystemAssigned", text, StringComparison.Ordinal);
    }

    /// <summary>What holds data is reached by a private address, and cannot be deleted by a slip.</summary>
    [Theory]
    [InlineData("database", true)]
    [InlineData("keyvault", true)]
    [InlineData("documents", true)]
    [InlineData("storage", false)]
    public async Task Service_ThatHoldsData_HasNoPublicNetwork_AndALock(string module, bool isLocked)
    {
        var text = BicepFile.TextOf($"modules/{module}.bicep");
        var main = await BicepFile.ReadAsync(BicepFile.Main);

        Assert.Contains("publicNetworkAccess: 'Disabled'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("firewallRules", text, StringComparison.Ordinal);
        Assert.Equal(isLocked, text.Contains("Microsoft.Authorization/locks", StringComparison.Ordinal) && text.Contains("level: 'CanNotDelete'", StringComparison.Ordinal));
        Assert.Contains($"{(module == "keyvault" ? "vault" : module)}.id", main.OutputUses);
    }

    /// <summary>Each host has what it needs by an identity of its own; what both speak as is the bot's.</summary>
    [Fact]
    public void Identity_OfAHost_HasWhatThatHostNeeds_AndTheBotsHasNeitherRegistryNorVaultNorStorage()
    {
        var main = BicepFile.TextOf("main.bicep");

        Assert.Contains("identityPrincipalId: webIdentity.outputs.principalId", main, StringComparison.Ordinal);
        Assert.Contains("principalId: functionsIdentity!.outputs.principalId }", main, StringComparison.Ordinal);
        Assert.Equal(1, main.Split("identity.outputs.principalId").Length - 1); // The output for the permissions of Graph.
        Assert.Equal(2, main.Split("botIdentityId: identity.outputs.id").Length - 1);
        Assert.Contains("readerPrincipalIds: readsSecret", main, StringComparison.Ordinal);
    }

    /// <summary>A log message that is reworded would silence the alert that looks for it.</summary>
    [Fact]
    public void Alert_ThatLooksForALogMessage_LooksForOneThatTheCodeWrites()
    {
        var phrases = LoggedPhrase().Matches(BicepFile.TextOf("modules/alerts.bicep")).Select(match => match.Groups["phrase"].Value).ToList();
        var code = string.Join('\n', Directory
            .EnumerateFiles(Path.Combine(Klynge.Testing.Checkout.Root, "bot", "Klynge.Application"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

        Assert.Equal(2, phrases.Count);
        Assert.All(phrases, phrase => Assert.Contains($"Message = \"{phrase}", code, StringComparison.Ordinal));
    }

    /// <summary>The documents lie below the data folder, on a share that outlives the container and belongs to the user that the image runs as.</summary>
    [Fact]
    public void Documents_WithoutSharePoint_AreOnAShareBelowTheDataFolder()
    {
        var web = BicepFile.TextOf("modules/web.bicep");

        Assert.Contains("Klynge__DataDirectory: '/data'", web, StringComparison.Ordinal);
        Assert.Contains("mountPath: '/data/documents'", web, StringComparison.Ordinal);
        Assert.Contains("storageType: 'NfsAzureFile', storageName: 'documents'", web, StringComparison.Ordinal);
        Assert.Contains("var user = '1654'", web, StringComparison.Ordinal);
        Assert.Contains("var keepsDocuments = !useMicrosoft365 || empty(sharePointSite)", BicepFile.TextOf("main.bicep"), StringComparison.Ordinal);
    }

    private static Task<BicepFile> ReadAsync(string file) => BicepFile.ReadAsync(Path.Combine(BicepFile.Folder, file));

    [GeneratedRegex(@"'(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})'\s*//(?<name>.*)", RegexOptions.ExplicitCapture)]
    private static partial Regex RoleId();

    [GeneratedRegex("Text has \"(?<phrase>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex LoggedPhrase();

    [GeneratedRegex(@"list(Keys|Secrets|AccountSas)|sharedKey:|accessKey|AccountKey|administratorLogin|adminUserEnabled: true", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyOrPassword();
}
