using System.Text.Json.Serialization;
using Klynge.Teams.Connector;

namespace Klynge.Teams.Activities;

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
