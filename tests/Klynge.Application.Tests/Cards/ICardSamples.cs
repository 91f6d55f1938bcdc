using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// The cards of one feature, each in the states that matter (empty, usual, very long, after acting). Every class that implements this
/// is found by the rendering test, which draws each sample in a browser and holds it against its golden file.
/// </summary>
public interface ICardSamples
{
    /// <summary>The feature, lower case with hyphens; the first part of the golden file's name.</summary>
    string Feature { get; }

    IEnumerable<CardSample> Samples();
}

/// <param name="Name">Lower case with hyphens, unique within the feature.</param>
/// <param name="Card">Drawn with fixed ids and a fixed clock, so that its JSON is the same every time.</param>
public sealed record CardSample(string Name, AdaptiveCard Card);
