using Klynge.Teams.Activities;

namespace Klynge.Teams.Cards;

internal sealed record CardEnvelope(int StatusCode, string Type, AdaptiveCard Value);

internal sealed record TextEnvelope(int StatusCode, string Type, string Value);

internal sealed record ErrorEnvelope(int StatusCode, string Type, ProtocolErrorBody Value);
