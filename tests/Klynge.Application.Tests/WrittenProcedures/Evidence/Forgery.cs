using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Audit;
using Klynge.Application.Documents;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Seal;
using NodaTime.Text;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

/// <summary>A package taken apart by somebody who knows all about it: files, names, rows, hashes, the chain and the seal.</summary>
internal sealed class Forgery
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Forgery(List<(string Name, byte[] Content)> files) => Files = files;

    internal List<(string Name, byte[] Content)> Files { get; }

    internal JsonObject Manifest => JsonNode.Parse(Text(EvidenceManifest.FileName))!.AsObject();

    /// <summary>The rows of the log, without the first line and the last.</summary>
    internal IReadOnlyList<JsonObject> Rows => [.. Lines[1..^1].Select(line => JsonNode.Parse(line)!.AsObject())];

    private string[] Lines => Text(EvidenceManifest.AuditName).TrimEnd('\n').Split('\n');

    internal static Forgery Of(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return new Forgery([.. zip.Entries.Select(entry => (entry.FullName, Read(entry)))]);
    }

    internal byte[] ToZip()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    /// <summary>Without its seal, sealed once more.</summary>
    internal async Task<byte[]> SealAsync(ISealer? sealer)
    {
        using var output = new MemoryStream();
        var files = Files.Where(file => file.Name != "mimetype" && !file.Name.StartsWith("META-INF/", StringComparison.Ordinal));
        await AsicContainer.WriteAsync(output, [.. files.Select(file => PackageFile.Of(file.Name, file.Content))], sealer, default);
        return output.ToArray();
    }

    internal string Text(string name) => Encoding.UTF8.GetString(Files.Single(file => file.Name == name).Content);

    internal Forgery Put(string name, byte[] content)
    {
        var at = Files.FindIndex(file => file.Name == name);
        if (at < 0)
            Files.Add((name, content));
        else
            Files[at] = (name, content);

        return this;
    }

    internal Forgery Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    internal Forgery Remove(string name)
    {
        Files.RemoveAll(file => file.Name == name);
        return this;
    }

    internal Forgery Replace(string name, string from, string to)
    {
        var before = Text(name);
        Assert.Contains(from, before, StringComparison.Ordinal);
        return Put(name, before.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The manifest says again what is there.</summary>
    internal Forgery FitManifest(Action<JsonObject>? change = null)
    {
        var manifest = Manifest;
        manifest["files"] = new JsonArray([.. Files
            .Where(file => file.Name is not (EvidenceManifest.FileName or "mimetype") && !file.Name.StartsWith("META-INF/", StringComparison.Ordinal))
            .Select(file => new JsonObject { ["path"] = file.Name, ["sha256"] = ContentHash.Of(file.Content), ["size"] = file.Content.Length })]);
        change?.Invoke(manifest);
        return Put(EvidenceManifest.FileName, manifest.ToJsonString(Relaxed));
    }

    /// <summary>Writes rows of the log anew, with their hashes and those of the rows that follow them, and the readable list with them.</summary>
    internal Forgery RewriteRows(Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>> change)
    {
        var (lines, rows) = (Lines, new List<JsonObject>(change(Rows)));
        AuditEntry? last = null;
        foreach (var row in rows)
        {
            var previous = last is not null && row["number"]!.GetValue<long>() == last.Sequence + 1 ? last.Hash : Convert.FromHexString(row["previousHash"]!.GetValue<string>());
            last = Hashed(row, previous);
            (row["previousHash"], row["hash"]) = (Convert.ToHexStringLower(previous), Convert.ToHexStringLower(last.Hash));
        }

        Put(EvidenceManifest.AuditName, string.Join('\n', [lines[0], .. rows.Select(row => row.ToJsonString(Relaxed)), $"{{\"rows\":{rows.Count}}}"]) + "\n");
        return Put("revisionsspor.json", JsonSerializer.Serialize(rows.Select(Readable), Relaxed));
    }

    /// <summary>The rows as they stand, with another text in those that hold the first one.</summary>
    internal Forgery RewriteRows(string useCase, string from, string to) => RewriteRows(rows => rows.Select(row =>
    {
        if (row["useCase"]!.GetValue<string>() == useCase)
            row["changes"] = row["changes"]!.GetValue<string>().Replace(from, to, StringComparison.Ordinal);

        return row;
    }));

    internal static async Task<Result<EvidenceReport>> VerifyAsync(byte[] package, EvidenceProof? proof = null) =>
        await EvidenceVerifier.VerifyAsync(new MemoryStream(package), proof ?? EvidenceProof.None, default);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var packed = entry.Open())
            packed.CopyTo(content);

        return content.ToArray();
    }

    private static AuditEntry Hashed(JsonObject row, byte[] previous)
    {
        var entry = new AuditEntry
        {
            Sequence = row["number"]!.GetValue<long>(),
            At = Time.Parse(row["at"]!.GetValue<string>()).Value,
            UseCase = row["useCase"]!.GetValue<string>(),
            ActorId = Id(row, "actor") is { } actor ? new PersonId(actor) : null,
            ForumId = Id(row, "forum") is { } forum ? new ForumId(forum) : null,
            SubjectId = Id(row, "subject"),
            ActivityKey = row["activity"]?.GetValue<string>(),
            Refusal = row["refusal"]?.GetValue<string>(),
            Changes = row["changes"]!.GetValue<string>(),
            PreviousHash = previous,
        };
        entry.Hash = new AuditHash().Of(entry);
        return entry;
    }

    private static JsonObject Readable(JsonObject row)
    {
        var readable = new JsonObject
        {
            ["sequence"] = row["number"]!.DeepClone(),
            ["at"] = Time.Parse(row["at"]!.GetValue<string>()).Value.ToString(),
            ["useCase"] = row["useCase"]!.DeepClone(),
            ["actor"] = row["actor"]?.DeepClone(),
            ["activity"] = row["activity"]?.DeepClone(),
            ["refusal"] = row["refusal"]?.DeepClone(),
            ["changes"] = JsonNode.Parse(row["changes"]!.GetValue<string>()),
            ["hash"] = row["hash"]!.DeepClone(),
        };
        foreach (var name in readable.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            readable.Remove(name);

        return readable;
    }

    private static Guid? Id(JsonObject row, string name) => row[name] is { } value ? Guid.Parse(value.GetValue<string>()) : null;
}
