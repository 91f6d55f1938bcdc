namespace Klynge.Functions.Tests.Support;

/// <summary>A worker that is connected to a Graph, which nobody plays: only what Graph sends is looked at.</summary>
public sealed class GraphFunctionsFixture() : FunctionsFixture(new Dictionary<string, string> { ["Microsoft365"] = "http://127.0.0.1:9/v1.0" });
