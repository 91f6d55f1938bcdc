using Microsoft.Extensions.Configuration;

namespace Klynge.Application.Documents.Pdf;

/// <summary>Which program turns Word documents into PDF where no SharePoint does: LibreOffice, as the setting names it or as it is installed.</summary>
/// <param name="Path">Of <c>soffice</c>; null where there is none, and only Word documents are offered.</param>
public sealed record PdfProgram(string? Path)
{
    /// <summary>In the setting: no PDF is made, whatever is installed.</summary>
    public const string Off = "none";

    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];

    /// <summary>Where its installers put it without telling PATH.</summary>
    private static readonly string[] UsualFolders =
    [
        "/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS", @"C:\Program Files\LibreOffice\program",
    ];

    /// <summary>The setting <c>Klynge:Pdf:Converter</c>, else what is installed; a host without settings makes none.</summary>
    public static PdfProgram Find(IConfiguration? configuration)
    {
        if (configuration is null)
            return new PdfProgram(Path: null);

        var wanted = configuration["Klynge:Pdf:Converter"]?.Trim();
        return string.IsNullOrEmpty(wanted) ? new PdfProgram(Installed())
            : wanted.Equals(Off, StringComparison.OrdinalIgnoreCase) ? new PdfProgram(Path: null)
            : new PdfProgram(wanted);
    }

    private static string? Installed()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(UsualFolders)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
