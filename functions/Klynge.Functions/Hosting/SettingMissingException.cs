namespace Klynge.Functions.Hosting;

/// <summary>The function app cannot start as it is set up. The message is one Danish sentence for the one who deploys it.</summary>
internal sealed class SettingMissingException(string message) : Exception(message);
