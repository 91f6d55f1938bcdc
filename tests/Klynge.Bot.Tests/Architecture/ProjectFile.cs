using System.Xml.Linq;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Architecture;

/// <summary>A project of the solution with what it refers to, read from its file: what the compiler drops as unused still counts.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>Every project below <c>bot</c> and <c>functions</c>.</summary>
    internal static IReadOnlyList<ProjectFile> Product() =>
        [.. new[] { "bot", "functions" }
            .Select(folder => Path.Combine(Checkout.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    internal static ProjectFile Parse(string name, string xml)
    {
        var elements = XDocument.Parse(xml).Descendants().ToList();
        return new(name, Includes(elements, "ProjectReference", Path.GetFileNameWithoutExtension), Includes(elements, "PackageReference", text => text));
    }

    private static List<string> Includes(IEnumerable<XElement> elements, string name, Func<string, string> read) =>
        [.. elements
            .Where(element => element.Name.LocalName == name)
            .Select(element => read(element.Attribute("Include")!.Value.Replace('\\', '/')))];
}
