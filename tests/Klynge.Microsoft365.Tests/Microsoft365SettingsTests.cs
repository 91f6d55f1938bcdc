using Klynge.Domain.Common;
using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Tests;

public sealed class Microsoft365SettingsTests
{
    private static readonly Uri Public = new("https://klynge.example");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("off")]
    public void Settings_WithoutAWord_ConnectNothing(string? word) =>
        Assert.Equal(Microsoft365Mode.Off, Valid(("Microsoft365", word)).Mode);

    [Fact]
    public void Settings_OfATenant_GoToThePublicCloudAndComeBackOverHttps()
    {
        var settings = Valid(("Microsoft365", "Tenant"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant"));

        Assert.Equal("https://graph.microsoft.com/v1.0", settings.GraphUrl.ToString());
        Assert.Equal("https://klynge.example/api/graph/notifications", settings.NotificationUrl.ToString());
        Assert.Equal("https://klynge.example/api/graph/lifecycle", settings.LifecycleUrl.ToString());
    }

    [Fact]
    public void Settings_OfATenantWithoutARegistration_AreRefused() =>
        Assert.IsType<TenantIsMissing>(Refused(Public, ("Microsoft365", "tenant"), ("MicrosoftAppId", "app")));

    [Fact]
    public void Settings_OfATenantThatCannotReachTheBot_AreRefused() => Assert.IsType<NotificationsNeedHttps>(
        Refused(new Uri("http://klynge.example"), ("Microsoft365", "tenant"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant")));

    [Theory]
    [InlineData("https://graph.microsoft.com.example/v1.0")]
    [InlineData("http://graph.microsoft.com/v1.0")]
    [InlineData("https://graph.microsoft.com:8443/v1.0")]
    [InlineData("https://someone@graph.microsoft.com/v1.0")]
    [InlineData("graph.microsoft.com")]
    public void GraphUrl_ThatIsNotGraph_IsRefused(string url) => Assert.IsType<NotAGraphHost>(Refused(
        Public, ("Microsoft365", "tenant"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant"), ("Klynge:GraphUrl", url)));

    [Fact]
    public void GraphUrl_OfAGovernmentCloud_IsTaken() => Assert.Equal("graph.microsoft.us", Valid(
        ("Microsoft365", "tenant"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant"), ("Klynge:GraphUrl", "https://graph.microsoft.us/v1.0/")).GraphUrl.Host);

    [Theory]
    [InlineData("simulated")]
    [InlineData("http://127.0.0.1:1234/v1.0")]
    public void StandIn_BesideARegistration_IsRefused(string word) =>
        Assert.IsType<SimulatedInTenant>(Refused(Public, ("Microsoft365", word), ("MicrosoftAppId", "app")));

    [Theory]
    [InlineData("simulert")]
    [InlineData("http://graph.example/v1.0")]
    [InlineData("https://127.0.0.1/v1.0")]
    public void UnknownWord_IsRefusedWithoutRepeatingIt(string word)
    {
        var error = Assert.IsType<UnknownMicrosoft365>(Refused(Public, ("Microsoft365", word)));

        Assert.DoesNotContain(word, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_InPrint_HoldNoPassword()
    {
        var settings = Valid(
            ("Microsoft365", "tenant"), ("MicrosoftAppId", "app"), ("MicrosoftAppTenantId", "tenant"), ("MicrosoftAppPassword", "hemmelig-7"));

        Assert.DoesNotContain("hemmelig-7", $"{settings.Identity}", StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig-7", System.Text.Json.JsonSerializer.Serialize(settings), StringComparison.Ordinal);
    }

    private static Microsoft365Settings Valid(params (string Key, string? Value)[] pairs) => Read(Public, pairs).Value;

    private static Error Refused(Uri publicUrl, params (string Key, string? Value)[] pairs) => Read(publicUrl, pairs).Error!;

    private static Result<Microsoft365Settings> Read(Uri publicUrl, (string Key, string? Value)[] pairs) => Microsoft365Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.ToDictionary(pair => pair.Key, pair => pair.Value)).Build(), publicUrl);
}
