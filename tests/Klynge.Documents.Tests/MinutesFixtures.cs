using System.Text;
using Klynge.Documents.Reading;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests;

/// <summary>Invented minutes, one per layout and as awkward as real ones, and the folder of real ones where KLYNGE_CORPUS names it.</summary>
internal static class MinutesFixtures
{
    public const string Table = "tabel-hoved.txt";
    public const string Export = "punkt-eksport.txt";
    public const string Pdf = "pdf-tekst-2025.txt";
    public const string Committee = "udvalg-latin1.txt";
    public const string Agenda = "dagsorden-tider.txt";
    public const string Unnumbered = "uden-numre.txt";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Minutes");

    public const string Council = "kontaktudvalg.txt";
    public const string Markdown = "overskrifter.txt";
    public const string Levels = "organisationer-foran.txt";

    public static IEnumerable<string> Names => [Council, Markdown, Levels, Table, Export, Pdf, Committee, Agenda, Unnumbered];

    public static TheoryData<string> All => new(Names);

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static async Task<MinutesDocument> ReadAsync(string name)
    {
        var result = await ImportMinutes.ReadAsync(PathOf(name), TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, result.Error?.Text);
        return result.Value;
    }

    public static byte[] BytesOf(string name) => File.ReadAllBytes(PathOf(name));

    public static string TextOf(string name)
    {
        var bytes = BytesOf(name);
        return name == Committee ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes) : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }
}
