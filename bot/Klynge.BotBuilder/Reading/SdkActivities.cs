using System.Buffers;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Klynge.Teams.Activities;
using Klynge.Teams.Hosting;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Newtonsoft.Json;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SystemJson = System.Text.Json.JsonSerializer;

namespace Klynge.BotBuilder.Reading;

/// <summary>
/// Activities of the SDK from JSON, and ours from them. The SDK's own settings are kept but for what makes it read something else than
/// what is written: a text such as <c>2026-12-01T13:00:00+01:00</c> in a card's data stays a text, <c>$ref</c> is a name like others,
/// and of a name that stands there twice the last counts, whole.
/// </summary>
internal static class SdkActivities
{
    private static readonly JsonSerializer Serializer = CreateSerializer();

    /// <summary>
    /// Our own reader goes first: the SDK's takes comments, single quotes, numbers for texts, and what follows after the end. What ours
    /// refuses is refused here, too.
    /// </summary>
    public static (SdkActivity?, InvokeResponse) Read(ReadOnlySequence<byte> body)
    {
        var (activity, refusal) = ActivityReader.Parse(body);
        return activity is null ? (null, refusal) : Read(Encoding.UTF8.GetString(body));
    }

    private static (SdkActivity?, InvokeResponse) Read(string body)
    {
        try
        {
            return (Read<SdkActivity>(new ExactNamesReader(new StringReader(body))), InvokeResponse.Ok);
        }
        catch (JsonException)
        {
            return (null, InvokeResponse.BadRequest("The SDK cannot read this activity."));
        }
    }

    public static Activity ToOurs(SdkActivity activity) => ToOurs(activity, ActivityJson.Context.Activity);

    /// <summary>What the SDK read, in our own types.</summary>
    public static T ToOurs<T>(object read, JsonTypeInfo<T> type)
    {
        var text = new StringBuilder(1024);
        using (var writer = new ExactNamesWriter(new StringWriter(text, System.Globalization.CultureInfo.InvariantCulture)))
            Serializer.Serialize(writer, read);

        return SystemJson.Deserialize(text.ToString(), type)!;
    }

    /// <summary>What we are about to send, in the SDK's types.</summary>
    public static T ToSdk<T>(object ours, JsonTypeInfo type) => Read<T>(new JsonTextReader(new StringReader(SystemJson.Serialize(ours, type))));

    private static T Read<T>(JsonTextReader reader)
    {
        using (reader)
            return Serializer.Deserialize<T>(reader)!;
    }

    private static JsonSerializer CreateSerializer()
    {
        var serializer = JsonSerializer.Create(HttpHelper.BotMessageSerializerSettings);
        serializer.Formatting = Formatting.None;
        serializer.DateParseHandling = DateParseHandling.None;
        serializer.MetadataPropertyHandling = MetadataPropertyHandling.Ignore;
        serializer.ObjectCreationHandling = ObjectCreationHandling.Replace;
        serializer.ContractResolver = new WholeContracts();
        return serializer;
    }
}
