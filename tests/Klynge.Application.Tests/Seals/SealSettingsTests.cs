using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Application.Seals;
using Klynge.Seal;
using Klynge.Seal.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.Seals;

/// <summary>Settings that would seal nothing, or with nothing, stop the start with a sentence.</summary>
public sealed class SealSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-seal-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Klynge:Seal:Pfx={good}", "Klynge:Seal:TimestampUrl mangler, men Klynge:Seal:Pfx er sat. Et segl uden tidsstempel kan ikke bevises, når certifikatet er udløbet. Sæt den til jeres tidsstempeltjeneste.")]
    [InlineData("Klynge:Seal:KeyVaultCertificate=https://v.example/certificates/segl", "Klynge:Seal:TimestampUrl mangler, men Klynge:Seal:KeyVaultCertificate er sat. Et segl uden tidsstempel kan ikke bevises, når certifikatet er udløbet. Sæt den til jeres tidsstempeltjeneste.")]
    [InlineData("Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:TimestampUrl er sat, men der er intet at forsegle med. Sæt Klynge:Seal:Pfx eller Klynge:Seal:KeyVaultCertificate, eller fjern den.")]
    [InlineData("Klynge:Seal:Pfx={good};Klynge:Seal:KeyVaultCertificate=https://v.example/certificates/segl;Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:Pfx og Klynge:Seal:KeyVaultCertificate er begge sat, og der forsegles med ét certifikat. Fjern den ene.")]
    [InlineData("Klynge:Seal:KeyVaultCertificate=http://v.example/certificates/segl;Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:KeyVaultCertificate skal være et certifikats adresse i Key Vault, som https://klynge.vault.azure.net/certificates/segl.")]
    [InlineData("Klynge:Seal:KeyVaultCertificate=https://v.example/keys/segl;Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:KeyVaultCertificate skal være et certifikats adresse i Key Vault, som https://klynge.vault.azure.net/certificates/segl.")]
    [InlineData("Klynge:Seal:KeyVaultCertificate=segl;Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:KeyVaultCertificate skal være et certifikats adresse i Key Vault, som https://klynge.vault.azure.net/certificates/segl.")]
    [InlineData("Klynge:Seal:Pfx={good};Klynge:Seal:TimestampUrl=tid.example", "Klynge:Seal:TimestampUrl skal være en hel adresse, der begynder med http:// eller https://.")]
    [InlineData("Klynge:Seal:Pfx={good};Klynge:Seal:TimestampUrl=file:///tid", "Klynge:Seal:TimestampUrl skal være en hel adresse, der begynder med http:// eller https://.")]
    [InlineData("Klynge:Seal:Pfx={none};Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:Pfx: {none} findes ikke.")]
    [InlineData("Klynge:Seal:Pfx={good};Klynge:Seal:PfxPassword=forkert;Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:Pfx: {good} kan ikke åbnes. Enten er Klynge:Seal:PfxPassword forkert, eller også er filen ingen .pfx.")]
    [InlineData("Klynge:Seal:Pfx={text};Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:Pfx: {text} kan ikke åbnes. Enten er Klynge:Seal:PfxPassword forkert, eller også er filen ingen .pfx.")]
    [InlineData("Klynge:Seal:Pfx={stamp};Klynge:Seal:TimestampUrl=http://tid.example", "Klynge:Seal:Pfx: certifikatet i {stamp} er ikke udstedt til at forsegle med.")]
    [InlineData("Klynge:Seal:Anchors={text}", "Klynge:Seal:Anchors: {text} kan ikke læses som rodcertifikater (PEM). Ret stien, eller læg certifikaterne der.")]
    [InlineData("Klynge:Seal:HeadsTo=noter", "Klynge:Seal:HeadsTo skal være en mappes hele sti, som /mnt/revision eller \\\\server\\revision.")]
    public void SettingThatIsWrong_IsSaid(string settings, string sentence) =>
        Assert.Equal(Fill(sentence), SealSettings.Read(Configuration(Fill(settings))).Error?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("Klynge:Seal:Pfx= ;Klynge:Seal:TimestampUrl=")]
    [InlineData("Klynge:Seal:Pfx={good};Klynge:Seal:PfxPassword=hemmelig;Klynge:Seal:TimestampUrl=http://tid.example")]
    [InlineData("Klynge:Seal:KeyVaultCertificate=https://v.example/certificates/segl;Klynge:Seal:TimestampUrl=https://tid.example/tsa")]
    [InlineData("Klynge:Seal:Anchors={anchors};Klynge:Seal:HeadsTo={folder}")]
    public void SettingThatIsRight_IsRead(string settings) => Assert.Null(SealSettings.Read(Configuration(Fill(settings))).Error);

    /// <summary>A trial is a trial: in a tenant nothing seals unless somebody has said with what.</summary>
    [Theory]
    [InlineData("", true, true)]
    [InlineData("", false, false)]
    [InlineData("Klynge:Seal:KeyVaultCertificate=https://v.example/certificates/segl;Klynge:Seal:TimestampUrl=https://tid.example/tsa", false, true)]
    public void Sealer_IsThere_WhereItIsSet_AndInLocalMode(string settings, bool isLocal, bool isThere)
    {
        var services = new ServiceCollection().AddSealer(Configuration(settings), isLocal);

        Assert.Equal(isThere, services.Any(service => service.ServiceType == typeof(ISealer)));
    }

    [Fact]
    public void BelievedRoots_AreThoseThatAreSet_ElseTheTrialsInLocalMode()
    {
        TrialSeal.Open(Path.Combine(_folder, "seal"), TimeProvider.System);
        var none = SealSettings.Read(null).Value;

        Assert.Single(none.Believed(_folder, isLocal: true));
        Assert.Empty(none.Believed(_folder, isLocal: false));
        Assert.Empty(none.Believed(Path.Combine(_folder, "x"), isLocal: true));
        Assert.Single((none with { Anchors = Fill("{anchors}") }).Believed(Path.Combine(_folder, "x"), isLocal: false));
    }

    private string Fill(string text)
    {
        foreach (var name in new[] { "good", "none", "text", "stamp", "anchors", "folder" })
        {
            if (text.Contains($"{{{name}}}", StringComparison.Ordinal))
                text = text.Replace($"{{{name}}}", PathOf(name), StringComparison.Ordinal);
        }

        return text;
    }

    private string PathOf(string name)
    {
        var path = Path.Combine(_folder, name);
        if (File.Exists(path))
            return path;

        if (name == "folder")
            return _folder;

        if (name == "text")
            File.WriteAllText(path, "ingen af delene");
        else if (name is "good" or "stamp" or "anchors")
            Write(path, name);

        return path;
    }

    private static void Write(string path, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Fjordby", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (name == "stamp")
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));

        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (name == "anchors")
            File.WriteAllText(path, certificate.ExportCertificatePem());
        else
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, name == "good" ? "hemmelig" : null));
    }

    private static IConfiguration Configuration(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();
}
