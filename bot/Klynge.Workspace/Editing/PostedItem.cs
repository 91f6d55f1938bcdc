using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Workspace.Items;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace.Editing;

/// <summary>Reads the form of an item's page.</summary>
internal static class PostedItem
{
    internal const string Headings = "headings";
    internal const string Version = "version";
    internal const string Id = "som";
    internal const string PresenterIs = "presenterIs";

    /// <summary>The button beside a saved text.</summary>
    internal const string Takes = "brug";

    /// <summary>Before the name of a field: what it was drawn with.</summary>
    internal const string Drawn = "drawn.";

    /// <summary>Before the name of a field: what its editor holds, which says more than the text that the field was drawn with.</summary>
    internal const string Document = "doc.";

    private static readonly string[] Checks = [ItemDraftFields.Closed, ItemDraftFields.MayBeDropped];

    internal static TypedItem Read(IFormCollection form)
    {
        var drawn = form.Where(field => field.Key.StartsWith(Drawn, StringComparison.Ordinal)).ToDictionary(field => field.Key[Drawn.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        return new TypedItem(
            drawn.Keys.ToDictionary(name => name, name => ValueOf(form, name), StringComparer.Ordinal),
            drawn,
            [.. form[Headings].Select(heading => heading ?? string.Empty)],
            int.TryParse(form[Version], out var version) ? version : 0)
        {
            PresenterIs = form[PresenterIs] is [{ Length: > 0 } presenter] ? presenter : null,
            Takes = form[Takes] is [{ Length: > 0 } field] ? field : null,
        };
    }

    /// <summary>A box that is not ticked is not sent.</summary>
    private static string ValueOf(IFormCollection form, string name) =>
        EditorDocument.Read(form[Document + name]) ?? (Checks.Contains(name, StringComparer.Ordinal) ? form.ContainsKey(name) ? "true" : "false" : form[name].ToString());
}
