using System.Text;
using Klynge.Documents.Sheets;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>A table of members from a file, by what is in it and not by its name: an Excel sheet, or text in UTF-8 or as an old Danish Excel saves it.</summary>
public static class MemberTableFile
{
    /// <param name="content">The whole file.</param>
    /// <param name="name">What to call it.</param>
    public static Result<MemberTable> Read(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > SheetFile.MaxBytes)
            return new SheetTooLarge(name);

        if (content.AsSpan().StartsWith("PK"u8))
            return SheetFile.Read(content, name).TryGet(out var sheet, out var error) ? MemberTable.Read(sheet.Rows) : error;

        return content.AsSpan().IndexOf((byte)0) >= 0 ? new SheetDamaged(name) : MemberTable.Read(Decoded(content));
    }

    /// <summary>The same table as text, so that people can see it, mend it and send it again: the lines are numbered as in the sheet.</summary>
    public static Result<string> TextOf(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > SheetFile.MaxBytes)
            return new SheetTooLarge(name);

        if (!content.AsSpan().StartsWith("PK"u8))
            return content.AsSpan().IndexOf((byte)0) >= 0 ? new SheetDamaged(name) : Decoded(content);

        if (!SheetFile.Read(content, name).TryGet(out var sheet, out var error))
            return error;

        // A tab would part the cells of a text.
        var text = TableText.Write(sheet.Rows.Select(row => row.Select(cell => cell.Replace('\t', ' ')).ToList()));
        return text.Length > TableText.MaxLength ? new TableTooLarge() : text;
    }

    private static string Decoded(byte[] content)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}

/// <summary>The words of a seat, as a table, a form and the command line write them.</summary>
public static class SeatWords
{
    public static Klynge.Domain.Forums.Role? Role(string written) => TableRoles.Find(Klynge.Domain.Calendar.DanishText.Clean(written));

    public static NodaTime.LocalDate? Date(string written) => TableDates.Find(Klynge.Domain.Calendar.DanishText.Clean(written));

    public static bool? YesOrNo(string written) => Klynge.Domain.Calendar.DanishText.Fold(written) switch
    {
        "ja" or "j" or "yes" or "true" => true,
        "nej" or "n" or "no" or "false" => false,
        _ => null,
    };

    /// <summary>»Bo Friis« or »Bo Friis &lt;bo@egholt.example&gt;«.</summary>
    public static PersonName Person(string written) => MemberTableWriter.NameOf(Klynge.Domain.Calendar.DanishText.Clean(written));
}
