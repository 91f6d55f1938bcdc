namespace Klynge.Application.Documents;

/// <summary>The words of the column that says how far a document is.</summary>
internal static class DocumentStatus
{
    internal const string Draft = "Kladde";

    /// <summary>Minutes that the secretariat has approved, a protocol that the chair has confirmed.</summary>
    internal const string Approved = "Godkendt";
}
