namespace Klynge.Bot.Workbench.Connector;

internal sealed record ConnectorErrorDetail(string Code, string Message);
