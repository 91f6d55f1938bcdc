using System.Text.Encodings.Web;
using System.Text.Json;

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
