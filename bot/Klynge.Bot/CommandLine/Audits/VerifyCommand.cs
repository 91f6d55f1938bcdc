using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Klynge.Application.Seals;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Bot.Hosting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Seal;
using Klynge.Seal.Keys;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary><c>verify FILE</c>: checks an evidence package on any machine, without the database that it came from.</summary>
internal static class VerifyCommand
{
    private const int NoFile = 3;

    internal static Command Create(CommandServices services)
    {
        var file = new Argument<string>("FIL") { Description = "Bevispakken, for eksempel bevis.asice." };
        var certificate = new Option<string?>("--certificate") { Description = "Det eller de rodcertifikater, du tror på, i en PEM-fil. Uden den gælder indstillingen Klynge:Seal:Anchors.", HelpName = "fil" };
        var expect = new Option<string[]>("--expect") { Description = "En hash af en række i revisionssporet, der er gemt et andet sted, og som skal være i pakken. Kan gentages.", HelpName = "hash" };
        var command = new Command("verify", "Kontrollér en bevispakke fra en skriftlig behandling: 0 bevist, 1 forfalsket, 2 hel, men ikke bevist, 3 filen findes ikke.") { file, certificate, expect };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(services, parsed.GetRequiredValue(file), parsed.GetValue(certificate), parsed.GetValue(expect) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandServices services, string path, string? certificate, string[] expected, CancellationToken cancellationToken)
    {
        if (Array.Find(expected, hash => hash.Trim().Length != 64 || !hash.Trim().All(char.IsAsciiHexDigit)) is { } odd)
            return await Refusal.SayAsync(new NoHash(odd), NoFile);

        if (!File.Exists(path))
            return await Refusal.SayAsync(new NoSuchFile(path), NoFile);

        if (!FindAnchors(services, certificate).TryGet(out var anchors, out var unreadable))
            return await Refusal.SayAsync(unreadable, NoFile);

        try
        {
            await using var content = File.OpenRead(path);
            return await SayAsync(await EvidenceVerifier.VerifyAsync(content, new EvidenceProof(anchors, expected), cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await Refusal.SayAsync(new FileNotReadable(path), NoFile);
        }
    }

    /// <summary>Those on the command line; else those of the settings; in local mode the trial's own, too, where it has sealed something.</summary>
    private static Result<IReadOnlyCollection<X509Certificate2>> FindAnchors(CommandServices services, string? certificate)
    {
        var configuration = services.ReadSettings();
        var settings = KlyngeSettings.Read(configuration);
        var named = certificate ?? (configuration[SealSettings.AnchorsName] is { Length: > 0 } set ? set : null);
        var trial = TrialSeal.AnchorsOf(Path.Combine(settings.DataDirectory, SealSettings.TrialFolder));
        List<X509Certificate2> anchors = [];
        foreach (var path in new[] { named, certificate is null && settings.IsLocal && File.Exists(trial) ? trial : null }.OfType<string>())
        {
            if (Anchors.Read(path) is not { } read)
                return new NoCertificate(path);

            anchors.AddRange(read);
        }

        return anchors;
    }

    private static async Task<int> SayAsync(Result<EvidenceReport> verified)
    {
        var verdict = EvidenceReport.Verdict(verified);
        if (!verified.TryGet(out var report, out var error))
            return await Refusal.SayAsync(error, (int)verdict);

        await Console.Out.WriteLineAsync($"{report.Manifest.Forum}: {report.Manifest.Title} – {report.Manifest.Result}");
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault);

        foreach (var note in report.Notes)
            await Console.Out.WriteLineAsync(note);

        await Console.Out.WriteLineAsync(verdict switch
        {
            EvidenceVerdict.Proved => VerifyTexts.Proved(report),
            EvidenceVerdict.Unproved => VerifyTexts.Unproved(report),
            _ => VerifyTexts.Forged,
        });
        return (int)verdict;
    }
}

/// <summary>What a check of a package says at the end.</summary>
internal static class VerifyTexts
{
    internal const string Forged = "Pakken er ikke hel.";

    internal static string Proved(EvidenceReport report) =>
        $"{Whole(report)} Den er forseglet af {report.Seal.SignedBy}{(report.Seal.SignedAt is { } at ? $" {DanishFormat.DateAndTime(at)}" : string.Empty)}, og segl og tidsstempel fører til et certifikat, du tror på.";

    internal static string Unproved(EvidenceReport report) => report.Seal.State == SealState.None
        ? $"{Whole(report)} Den har intet segl, så det er ikke bevist, at hele revisionssporet ikke er skrevet om."
        : $"{Whole(report)} Den er forseglet af {report.Seal.SignedBy}, men det er ikke bevist, for seglet fører ikke til et certifikat, du tror på. Angiv det med »--certificate FIL«. {string.Join(' ', report.Seal.Faults)}".TrimEnd();

    private static string Whole(EvidenceReport report) =>
        $"Pakken er hel: {DanishFormat.Count(report.Manifest.Files.Count, "fil", "filer")} stemmer med fortegnelsen{(report.Manifest.Kind is EvidenceManifest.OfHandover or EvidenceManifest.OfMinutes ? "." : " og revisionssporet.")}";
}
