using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Klynge.Bot.Workbench.Api;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Connector;

namespace Klynge.Bot.Workbench;

/// <summary>The JSON that the workbench writes and reads, towards the page and towards the bot.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(IReadOnlyList<ChatMessage>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentView>))]
[JsonSerializable(typeof(Delivered))]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(WriteRequest))]
[JsonSerializable(typeof(PressRequest))]
[JsonSerializable(typeof(MeetingRequest))]
[JsonSerializable(typeof(InstallRequest))]
[JsonSerializable(typeof(CalendarRequest))]
[JsonSerializable(typeof(WorkbenchInvitation))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ConnectorError))]
[JsonSerializable(typeof(MemberAccount))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(MemberAccount[]))]
internal sealed partial class WorkbenchJson : JsonSerializerContext;
