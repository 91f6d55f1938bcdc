namespace Klynge.Testing;

/// <summary>The folder that all of this stands in, for tests that hold files of the project against each other.</summary>
public static class Checkout
{
    /// <summary>The folder with <c>Klynge.Bot.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Klynge.Bot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");

        return folder.FullName;
    }
}
