using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Teams.Connector;

namespace Klynge.Teams.Activities;

/// <summary>The one serializer of activities, made once. Danish letters go out as they are, not as <c>\u00E6</c>.</summary>
public static class ActivityJson
{
    public static ActivityJsonContext Context { get; } =
        new(new JsonSerializerOptions(ActivityJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Serialize(Activity activity) => JsonSerializer.Serialize(activity, Context.Activity);

    public static string Serialize(ConversationReference reference) =>
        JsonSerializer.Serialize(reference, Context.ConversationReference);

    /// <exception cref="JsonException">It is no activity.</exception>
    public static Activity DeserializeActivity(string json) =>
        JsonSerializer.Deserialize(json, Context.Activity) ?? throw new JsonException("null is no activity.");

    /// <exception cref="JsonException">It is no reference.</exception>
    public static ConversationReference DeserializeReference(string json) =>
        JsonSerializer.Deserialize(json, Context.ConversationReference) ?? throw new JsonException("null is no reference.");
}

/// <summary>The generated metadata. Use it through <see cref="ActivityJson.Context"/>, which adds the encoder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(CardActionValue))]
[JsonSerializable(typeof(MeetingEventValue))]
[JsonSerializable(typeof(MeetingParticipantsEventValue))]
[JsonSerializable(typeof(MeetingParticipant))]
[JsonSerializable(typeof(MeetingDetails))]
[JsonSerializable(typeof(ProtocolError))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(CreateConversationRequest))]
[JsonSerializable(typeof(CreateConversationResponse))]
public sealed partial class ActivityJsonContext : JsonSerializerContext;
