using System.Xml.Linq;

namespace Klynge.Bot.Tests.Architecture;

/// <summary>A project of the solution with what it refers to, read from its file: what the compiler drops as unused still counts.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>Every project below <c>bot</c> and <c>functions</c>.</summary>
    internal static IReadOnlyList<ProjectFile> Product() =>
        [.. new[] { "bot", "functions" }
            .Select(folder => Path.Combine(Root(), folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    internal static ProjectFile Parse(string name, string xml)
    {
        var elements = XDocument.Parse(xml).Descendants().ToList();
        return new(name, Includes(elements, "ProjectReference", Path.GetFileNameWithoutExtension), Includes(elements, "PackageReference", text => text));
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Klynge.Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return folder.FullName;
    }

    private static List<string> Includes(IEnumerable<XElement> elements, string name, Func<string, string> read) =>
        [.. elements
            .Where(element => element.Name.LocalName == name)
            .Select(element => read(element.Attribute("Include")!.Value.Replace('\\', '/')))];
}
