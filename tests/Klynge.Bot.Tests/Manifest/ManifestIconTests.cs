using Klynge.Testing;

namespace Klynge.Bot.Tests.Manifest;

public sealed class ManifestIconTests
{
    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icon_IsAsLargeAsTeamsWants(string name, int side)
    {
        var icon = Read(name);

        Assert.Equal((side, side), (icon.Width, icon.Height));
    }

    [Fact]
    public void ColourIcon_FillsItsSquare_SinceTeamsRoundsTheCorners() =>
        Assert.All(Read("color").Pixels, pixel => Assert.Equal(byte.MaxValue, pixel.Alpha));

    [Fact]
    public void OutlineIcon_IsWhiteOnTransparent()
    {
        var pixels = Read("outline").Pixels.ToList();

        Assert.All(pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(pixels, pixel => pixel.Alpha == byte.MaxValue);
    }

    /// <summary>Within what two versions of a browser smooth differently.</summary>
    [Theory]
    [InlineData("color")]
    [InlineData("outline")]
    public async Task Icon_IsWhatItsSvgSourceDraws(string name)
    {
        var svg = await File.ReadAllTextAsync(Path.Combine(ManifestPackageFixture.SourceFolder, name + ".svg"));
        var committed = Read(name);
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(committed.Width, committed.Height);
        await page.SetContentAsync($"<!doctype html><style>* {{ margin: 0 }} svg {{ display: block }}</style>{svg}");

        var drawn = PngPicture.Read(await page.ScreenshotAsync(new() { OmitBackground = true }));

        Assert.Equal((committed.Width, committed.Height), (drawn.Width, drawn.Height));
        Assert.InRange(committed.Pixels.Zip(drawn.Pixels, Difference).Average(), 0, 2);
    }

    private static double Difference((byte Red, byte Green, byte Blue, byte Alpha) one, (byte Red, byte Green, byte Blue, byte Alpha) other) =>
        Math.Abs(one.Alpha - other.Alpha)
        + (one.Alpha == 0 || other.Alpha == 0 ? 0 : Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue));

    private static PngPicture Read(string name) => PngPicture.Read(File.ReadAllBytes(Path.Combine(ManifestPackageFixture.SourceFolder, name + ".png")));
}
