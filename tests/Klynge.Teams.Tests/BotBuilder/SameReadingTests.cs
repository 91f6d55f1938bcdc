using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.BotBuilder;
using Klynge.Teams.Activities;
using Klynge.Teams.Hosting;
using Klynge.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Klynge.Teams.Tests.BotBuilder;

/// <summary>
/// The SDK checks our reader, and ours the SDK's: of every body both hand the same activity to the gate, field by field, or refuse it with
/// the same words. The SDK's way is the whole of it, its adapter and pipeline included.
/// </summary>
public sealed class SameReadingTests(ITestOutputHelper output) : IDisposable
{
    private const int Generated = 5_000;

    private static readonly Dictionary<string, JsonObject> Fixtures = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Klynge.Teams.Tests", "BotBuilder", "activities.json")))!
        .AsObject()
        .ToDictionary(pair => pair.Key, pair => pair.Value!.DeepClone().AsObject(), StringComparer.Ordinal);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Development" })
        .AddTeamsBot(new ConfigurationBuilder().Build(), "Klynge")
        .AddBotBuilder()
        .BuildServiceProvider();

    public static TheoryData<string> Named => [.. Fixtures.Keys];

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(Named))]
    public async Task Fixture_IsReadAlike(string name)
    {
        var (ours, theirs) = await ReadAsync(Encoding.UTF8.GetBytes(Fixtures[name].ToJsonString()));

        Assert.NotNull(ours.Activity);
        Assert.Empty(Differences(ours, theirs));
    }

    /// <summary>What a generator hardly hits upon.</summary>
    [Theory]
    [InlineData("""{"type":"message","from":{"id":"29:a","aadObjectId":"1"},"From":{"id":"29:b","aadObjectId":"2"}}""")]
    [InlineData("""{"type":"message","from":{"id":"29:a","aadObjectId":"1"},"from":{"id":"29:b"}}""")]
    [InlineData("""{"type":"message","entities":[{"type":"a"}],"entities":[{"type":"b"}]}""")]
    [InlineData("""{"type":"message","value":{"$ref":"1"},"channelData":{"$id":"1","tenant":{"$type":"x","id":"t"}}}""")]
    [InlineData("""{"type":"message","value":{"at":"2026-12-01T13:00:00+01:00","d":"/Date(1)/"}}""")]
    [InlineData("""{"type":"message","importance":{},"text":"hej","listenFor":"x","expiration":"snart"}""")]
    [InlineData("""{"type":"message","text":7}""")]
    [InlineData("""{"type":"message",/* */"text":"a"}""")]
    [InlineData("""{'type':'message'}""")]
    [InlineData("""{"type":"message"} x""")]
    [InlineData("""{"type":"message","value":"\ud800","text":"a"}""")]
    [InlineData("""{"type":"message","deliveryMode":"expectReplies","locale":"en-US"}""")]
    [InlineData("""{"type":"message","value":[1,[2]],"name":"\u0001From"}""")]
    [InlineData("""{"type":"message","\u0001From":1}""")]
    public async Task OddBody_IsReadAlike(string body)
    {
        var (ours, theirs) = await ReadAsync(Encoding.UTF8.GetBytes(body));

        Assert.Empty(Differences(ours, theirs));
    }

    [Fact]
    public async Task GeneratedBody_IsReadAlike()
    {
        var fixtures = Fixtures.Values.ToList();
        var (read, refused, different) = (0, 0, new List<string>());
        for (var number = 0; number < Generated; number++)
        {
            var (ours, theirs) = await ReadAsync(GeneratedActivities.Make(fixtures, number));
            _ = ours.Activity is null ? refused++ : read++;
            different.AddRange(Differences(ours, theirs).Select(difference => $"{number.ToString(CultureInfo.InvariantCulture)}: {difference}"));
        }

        output.WriteLine($"{read} read alike, {refused} refused alike, {different.Count} differences");
        Assert.Empty(different);
        Assert.True(read > Generated / 2, "Too few of the bodies are activities.");
        Assert.True(refused > Generated / 50, "Too few of the bodies are damaged.");
    }

    [Fact]
    public async Task Language_OfTheSender_IsNotTheBots()
    {
        CultureInfo? seen = null;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
        var body = Encoding.UTF8.GetBytes("""{"type":"message","locale":"en-US","serviceUrl":"http://localhost/"}""");

        await EnterAsync(body, _ => seen = CultureInfo.CurrentCulture);

        Assert.Equal("da-DK", seen?.Name);
    }

    private async Task<(Reading Ours, Reading Theirs)> ReadAsync(byte[] body)
    {
        var (activity, refusal) = ActivityReader.Parse(new ReadOnlySequence<byte>(body));
        Activity? theirs = null;
        var answer = await EnterAsync(body, found => theirs = found);
        return (new Reading(activity, refusal), new Reading(theirs, answer));
    }

    private async Task<InvokeResponse> EnterAsync(byte[] body, Action<Activity> gate)
    {
        var http = new DefaultHttpContext { RequestServices = _services };
        http.Request.Body = new MemoryStream(body);
        _services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await _services.GetRequiredService<IActivityDoor>().EnterAsync(http, Caller.Anonymous, activity =>
        {
            gate(activity);
            return Task.FromResult(InvokeResponse.Ok);
        });
    }

    private static List<string> Differences(Reading ours, Reading theirs)
    {
        if (ours.Activity is null || theirs.Activity is null)
        {
            return ours.Activity is null && theirs.Activity is null && ours.Answer.Status == theirs.Answer.Status
                && ours.Answer.Body.Span.SequenceEqual(theirs.Answer.Body.Span)
                ? []
                : [$"ours {ours.Answer.Status}, theirs {theirs.Answer.Status}"];
        }

        return (Written(ours.Activity), Written(theirs.Activity)) switch
        {
            ({ } one, { } other) => SameFields.Differences(one, other),
            (null, _) => [],
            _ => ["only ours can be written"],
        };
    }

    /// <returns>Null for half a letter pair in a value: ours keeps what cannot be written, the SDK has put U+FFFD in its place.</returns>
    private static JsonElement? Written(Activity activity)
    {
        try
        {
            return JsonSerializer.SerializeToElement(activity, ActivityJson.Context.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Reading(Activity? Activity, InvokeResponse Answer);
}
