using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Application.Audit;
using Klynge.Application.Audit.Heads;
using Klynge.Domain.Calendar;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary><c>audit verify</c> and <c>audit export</c>: the audit log as somebody reads it who trusts nobody.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    internal static Command Create(CommandServices services) => new("audit", "Kontrollér revisionssporet, eller skriv en sags historie ud.")
    {
        Verify(services),
        Export(services),
    };

    private static Command Verify(CommandServices services)
    {
        var file = new Argument<string?>("FIL") { Description = "Et udtræk fra »audit export«; uden det kontrolleres databasen.", Arity = ArgumentArity.ZeroOrOne };
        var expect = new Option<string[]>("--expect") { Description = "En hash, der er gemt et andet sted, og som stadig skal være der. Kan gentages.", HelpName = "hash" };
        var heads = new Option<string?>("--heads") { Description = "En mappe med bottens egne noter om, hvor langt revisionssporet var nået dag for dag. De skal stadig passe.", HelpName = "mappe" };
        var json = new Option<bool>("--json") { Description = "Skriv resultatet som JSON." };
        var command = new Command("verify", "Find rækker, der er ændret, fjernet eller flyttet, og skriv den sidste hash.") { file, expect, heads, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await AuditHeadFolder.ReadAsync(services, parsed.GetValue(heads), cancellationToken);
            return read.TryGet(out var notes, out var error)
                ? await VerifyAsync(services, parsed.GetValue(file), parsed.GetValue(expect) ?? [], notes, parsed.GetValue(json), cancellationToken)
                : await Refusal.SayAsync(error, ExitCodes.BadInput);
        });
        return command;
    }

    private static Command Export(CommandServices services)
    {
        var which = new Option<string?>("--case") { Description = "Punktets eller den skriftlige behandlings titel, en del af den, eller id'et. Uden den skrives hele revisionssporet.", HelpName = "sag" };
        var output = new Option<string?>("--out") { Description = "Filen, der skal skrives, for eksempel sag.jsonl. Uden den skrives til standard output.", HelpName = "fil" };
        var command = new Command("export", "Skriv en sags hele historie, eller hele revisionssporet, som JSON Lines.") { which, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var provider = await services.OpenAsync(cancellationToken);
            return await ExportAsync(provider.GetRequiredService<ExportAudit>(), parsed.GetValue(which), parsed.GetValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(CommandServices services, string? path, string[] expected, AuditHeads notes, bool json, CancellationToken cancellationToken)
    {
        if (Array.Find(expected, anchor => anchor.Trim().Length != 64 || !anchor.Trim().All(char.IsAsciiHexDigit)) is { } odd)
            return await Refusal.SayAsync(new NoHash(odd), ExitCodes.BadInput);

        string[] anchors = [.. expected, .. notes.Hashes.Keys];
        if (path is null)
        {
            await using var provider = await services.OpenAsync(cancellationToken);
            var verify = provider.GetRequiredService<VerifyAudit>();
            var found = await ProgressBar.ShowAsync(
                AuditTexts.Verifying, progress => verify.HandleAsync(new VerifyAuditRequest(anchors), cancellationToken, progress));
            return await SayAsync(notes.AddTo(found), json);
        }

        if (!File.Exists(path))
            return await Refusal.SayAsync(new NoSuchFile(path), ExitCodes.BadInput);

        await using var content = File.OpenRead(path);
        var verified = await VerifyAuditExport.HandleAsync(content, anchors, cancellationToken);
        return verified.TryGet(out var report, out var error) ? await SayAsync(notes.AddTo(report), json) : await Refusal.SayAsync(error, ExitCodes.BadInput);
    }

    private static async Task<int> SayAsync(AuditReport report, bool json)
    {
        await (json ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json)) : AuditTexts.WriteAsync(report));
        return report.IsWhole ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static async Task<int> ExportAsync(ExportAudit export, string? which, string? output, CancellationToken cancellationToken)
    {
        try
        {
            var result = await export.HandleAsync(
                new ExportAuditRequest(which), () => output is null ? Console.OpenStandardOutput() : File.Create(output), cancellationToken);
            if (!result.TryGet(out var exported, out var error))
                return await Refusal.SayAsync(error, ExitCodes.BadInput);

            await Console.Error.WriteLineAsync(AuditTexts.Exported(exported, output));
            return ExitCodes.Success;
        }
        catch (Exception exception) when (output is not null && exception is IOException or UnauthorizedAccessException)
        {
            return await Refusal.SayAsync(new OutputNotWritable(output!), ExitCodes.Failed);
        }
    }
}

/// <summary>What the commands of the audit log say.</summary>
internal static class AuditTexts
{
    internal const string Verifying = "Kontrollerer revisionssporet";

    /// <summary>The findings on standard error, the verdict and the hash to note down on standard output.</summary>
    internal static async Task WriteAsync(AuditReport report)
    {
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault.Text);

        foreach (var (hash, number) in report.Anchors)
            await Console.Out.WriteLineAsync($"Fundet: {hash} er række {number}.");

        await Console.Out.WriteLineAsync(Verdict(report));
        if (report.LastNumber > 0)
            await Console.Out.WriteLineAsync($"Sidste hash, række {report.LastNumber}: {report.LastHash}");
    }

    internal static string Exported(ExportedAudit exported, string? output)
    {
        var what = exported.Title is { } title ? DanishFormat.Quote(title) : "Hele revisionssporet";
        var rows = exported.Rows == 1 ? "1 række" : $"{DanishFormat.Number(exported.Rows)} rækker";
        return output is null ? $"{what}: {rows}." : $"{what}: {rows} skrevet til {output}";
    }

    private static string Verdict(AuditReport report)
    {
        var rows = report.Rows == 1 ? "1 række" : $"{DanishFormat.Number(report.Rows)} rækker";
        return report.IsWhole ? $"Revisionssporet er helt: {rows}."
            : report.FaultCount == 1 ? $"Revisionssporet er ikke helt: 1 fejl i {rows}."
            : $"Revisionssporet er ikke helt: {DanishFormat.Number(report.FaultCount)} fejl i {rows}.";
    }
}
