using System.Text.RegularExpressions;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>The manifest asks for the resource-specific permissions that the code uses, and for no other.</summary>
public sealed partial class ManifestPermissionTests(ManifestPackageFixture package) : IClassFixture<ManifestPackageFixture>
{
    /// <summary>
    /// What each use in code asks for, of a chat and of a channel. Members of a chat or a standard channel, messages and personal chats
    /// come with the installation and ask for none; those of a shared or private channel do not.
    /// </summary>
    private static readonly Dictionary<string, string[]> Asks = new(StringComparer.Ordinal)
    {
        ["EventNames.MeetingStart"] = ["OnlineMeeting.ReadBasic.Chat", "ChannelMeeting.ReadBasic.Group"],
        ["EventNames.MeetingEnd"] = ["OnlineMeeting.ReadBasic.Chat", "ChannelMeeting.ReadBasic.Group"],
        ["EventNames.MeetingParticipantJoin"] = ["OnlineMeetingParticipant.Read.Chat", "ChannelMeetingParticipant.Read.Group"],
        ["EventNames.MeetingParticipantLeave"] = ["OnlineMeetingParticipant.Read.Chat", "ChannelMeetingParticipant.Read.Group"],
        ["ChannelEvents"] = ["ChannelMember.Read.Group"],
        ["GetMeetingAsync"] = ["OnlineMeeting.ReadBasic.Chat", "ChannelMeeting.ReadBasic.Group"],
        ["GetMeetingParticipantAsync"] = ["OnlineMeetingParticipant.Read.Chat", "ChannelMeetingParticipant.Read.Group"],
        ["SendMeetingNotificationAsync"] = ["OnlineMeetingNotification.Send.Chat"],
    };

    [Fact]
    public void Permissions_AreThoseThatTheCodeUses()
    {
        var asked = package.Json("manifest.json").GetProperty("authorization").GetProperty("permissions").GetProperty("resourceSpecific")
            .EnumerateArray().Select(permission => permission.GetProperty("name").GetString()!);

        Assert.Equal(UsesInCode().SelectMany(use => Asks[use]).Distinct().Order(), asked.Order());
    }

    private static List<string> UsesInCode() =>
        [.. new[] { "Klynge.Application", "Klynge.Bot", "Klynge.Microsoft365" }
            .Select(project => Path.Combine(Checkout.Root, "bot", project))
            .Where(Directory.Exists)
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Generated().IsMatch(file))
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .Distinct()];

    [GeneratedRegex(@"\bEventNames\.Meeting\w+|\bChannelEvents\b|\b(GetMeeting(Participant)?|SendMeetingNotification)Async\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();

    /// <summary>Build output, and the workbench, which plays the channel's side.</summary>
    [GeneratedRegex(@"[\\/](obj|bin|Workbench)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex Generated();
}
