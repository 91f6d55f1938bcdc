namespace Klynge.Application.Tests.Support;

/// <summary>Which database a test runs on. Every test that is about storage runs on both; the others on what the run is for.</summary>
public enum TestStore
{
    Sqlite,
    Postgres,
}
