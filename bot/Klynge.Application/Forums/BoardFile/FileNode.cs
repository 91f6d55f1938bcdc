using System.Text.Json;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>One value of a JSON file with the place it stands at, which the serializer's own types forget.</summary>
internal sealed record FileNode(FilePlace Place, JsonTokenType Kind)
{
    /// <summary>A string's text; a number as it is written.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>An object's properties in their order, a repeated one each time.</summary>
    public IReadOnlyList<(string Name, FileNode Value)> Properties { get; init; } = [];

    public IReadOnlyList<FileNode> Items { get; init; } = [];

    public bool IsNull => Kind == JsonTokenType.Null;

    /// <summary>The last property of that name, as every JSON reader has it; null when there is none or it is null.</summary>
    public FileNode? Find(string name) => Properties.LastOrDefault(property => property.Name == name).Value is { IsNull: false } found ? found : null;
}

/// <param name="Path">Such as <c>$.forums[1].members[3].role</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
internal readonly record struct FilePlace(string Path, int Line, int Column);
