using System.Buffers.Binary;
using System.IO.Compression;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>The pixels of a PNG with eight bits a channel, RGB or RGBA, not interlaced: what a browser writes.</summary>
internal sealed class PngPicture
{
    private const int HeaderLength = 8;
    private readonly byte[] _samples;
    private readonly int _channels;

    private PngPicture(int width, int height, int channels, byte[] samples) =>
        (Width, Height, _channels, _samples) = (width, height, channels, samples);

    internal int Width { get; }

    internal int Height { get; }

    internal IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels =>
        Enumerable.Range(0, Width * Height).Select(index => index * _channels).Select(at =>
            (_samples[at], _samples[at + 1], _samples[at + 2], _channels == 4 ? _samples[at + 3] : byte.MaxValue));

    internal static PngPicture Read(byte[] png)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..HeaderLength]);
        var (header, data) = Chunks(png);
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        Assert.Equal((8, 0), (header[8], header[12]));
        var channels = header[9] switch
        {
            2 => 3,
            6 => 4,
            var type => throw new NotSupportedException($"Colour type {type}."),
        };
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress))
            zlib.CopyTo(inflated);

        return new(width, height, channels, Unfilter(inflated.ToArray(), height, width * channels, channels));
    }

    private static (byte[] Header, byte[] Data) Chunks(byte[] png)
    {
        byte[] header = [];
        using var data = new MemoryStream();
        for (var at = HeaderLength; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var content = png.AsSpan(at + 8, length);
            if (png.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
                header = content.ToArray();
            else if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(content);

            at += length + 12;
        }

        return (header, data.ToArray());
    }

    /// <summary>Each line is stored as differences from its left and upper neighbours, in one of five ways that its first byte names.</summary>
    private static byte[] Unfilter(byte[] lines, int height, int stride, int channels)
    {
        var samples = new byte[height * stride];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < stride; x++)
            {
                var at = (y * stride) + x;
                var left = x < channels ? 0 : samples[at - channels];
                var up = y == 0 ? 0 : samples[at - stride];
                var corner = x < channels || y == 0 ? 0 : samples[at - stride - channels];
                samples[at] = (byte)(lines[at + y + 1] + Predict(lines[y * (stride + 1)], left, up, corner));
            }
        }

        return samples;
    }

    private static int Predict(byte filter, int left, int up, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, corner),
        _ => throw new NotSupportedException($"Filter {filter}."),
    };

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int[] nearness = [Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner)];
        return nearness[0] <= nearness[1] && nearness[0] <= nearness[2] ? left : nearness[1] <= nearness[2] ? up : corner;
    }
}
