namespace Klynge.Documents.Reading.Items;

/// <summary>Where an item begins, what its heading says, and how many blocks the heading takes.</summary>
internal sealed record ItemHeading(int At, int? Number, string Title, int Length = 1);
