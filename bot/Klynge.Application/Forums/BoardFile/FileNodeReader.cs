using System.Text;
using System.Text.Json;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Reads JSON into nodes that know their place. Comments and trailing commas are allowed: people edit the file by hand.</summary>
internal ref struct FileNodeReader
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 32,
    };

    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private FileNodeReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes, Options);
    }

    /// <exception cref="JsonException">The text is no JSON; it says line and byte, both from 0.</exception>
    internal static FileNode Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FileNodeReader(bytes);
        reader._json.Read();
        var root = reader.ReadValue("$");
        reader._json.Read();
        return root;
    }

    private FileNode ReadValue(string path)
    {
        var node = new FileNode(Here(path), _json.TokenType);
        return _json.TokenType switch
        {
            JsonTokenType.StartObject => node with { Properties = ReadProperties(path) },
            JsonTokenType.StartArray => node with { Items = ReadItems(path) },
            JsonTokenType.String => node with { Text = ReadText() },
            JsonTokenType.Number => node with { Text = Encoding.UTF8.GetString(_json.ValueSpan) },
            _ => node,
        };
    }

    private List<(string Name, FileNode Value)> ReadProperties(string path)
    {
        var properties = new List<(string, FileNode)>();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = ReadText();
            _json.Read();
            properties.Add((name, ReadValue($"{path}.{name}")));
        }

        return properties;
    }

    private List<FileNode> ReadItems(string path)
    {
        var items = new List<FileNode>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue($"{path}[{items.Count}]"));
        return items;
    }

    private readonly string ReadText()
    {
        try
        {
            return _json.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException exception)
        {
            // A lone surrogate such as "\ud800" is valid JSON and no text.
            throw new JsonException("Broken Unicode.", null, null, null, exception);
        }
    }

    private FilePlace Here(string path)
    {
        var start = (int)_json.TokenStartIndex;
        for (; _at < start; _at++)
        {
            if (_bytes[_at] == (byte)'\n')
                (_line, _lineStart) = (_line + 1, _at + 1);
        }

        return new FilePlace(path, _line, Encoding.UTF8.GetCharCount(_bytes[_lineStart..start]) + 1);
    }
}

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
