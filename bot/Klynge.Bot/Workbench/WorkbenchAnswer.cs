using System.Text.Json.Serialization;

namespace Klynge.Bot.Workbench;

/// <summary>The three answers that Outlook offers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkbenchAnswer>))]
public enum WorkbenchAnswer
{
    Accept = 1,
    Tentative,
    Decline,
}
