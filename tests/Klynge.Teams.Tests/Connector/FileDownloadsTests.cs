using System.Net;
using System.Text;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;

namespace Klynge.Teams.Tests.Connector;

public sealed class FileDownloadsTests : IDisposable
{
    private const string Url = "https://fjordlandet-my.sharepoint.com/personal/sofie/_layouts/15/download.aspx?UniqueId=1&tempauth=x";

    private readonly MemoryStream _into = new();

    public void Dispose() => _into.Dispose();

    [Fact]
    public async Task File_IsFetched_WithoutAToken()
    {
        var (fetched, asked) = await FetchAsync(Url, new HttpResponseMessage { Content = new StringContent("Bilaget", Encoding.UTF8, "application/pdf") });

        Assert.IsType<FileDownload.Fetched>(fetched);
        Assert.Equal("Bilaget", Encoding.UTF8.GetString(_into.ToArray()));
        Assert.Null(Assert.Single(asked).Headers.Authorization);
    }

    [Theory]
    [InlineData("http://fjordlandet-my.sharepoint.com/a")]
    [InlineData("https://fjordlandet-my.sharepoint.com:8443/a")]
    [InlineData("https://sofie@fjordlandet-my.sharepoint.com/a")]
    [InlineData("https://sharepoint.com.example/a")]
    [InlineData("https://evilsharepoint.com/a")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("http://localhost:3978/workbench")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ikke en adresse")]
    public async Task Address_WhereTeamsKeepsNoFiles_IsNeverCalled(string url)
    {
        var (outcome, asked) = await FetchAsync(url, new HttpResponseMessage { Content = new StringContent("hemmeligt") });

        Assert.IsType<FileDownload.Gone>(outcome);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task OwnMachine_IsCalled_InDevelopmentOnly()
    {
        var (outcome, asked) = await FetchAsync("http://localhost:3978/workbench/files/1", new HttpResponseMessage { Content = new StringContent("x") }, isDevelopment: true);

        Assert.IsType<FileDownload.Fetched>(outcome);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        var (outcome, asked) = await FetchAsync(Url, new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://10.0.0.1/") } });

        Assert.IsType<FileDownload.Gone>(outcome);
        Assert.Single(asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Address_ThatHasRunOut_IsGone(HttpStatusCode status) =>
        Assert.IsType<FileDownload.Gone>((await FetchAsync(Url, new HttpResponseMessage(status))).Outcome);

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task PlaceThatIsBusy_IsAskedLater(HttpStatusCode status) =>
        Assert.IsType<FileDownload.Later>((await FetchAsync(Url, new HttpResponseMessage(status))).Outcome);

    [Fact]
    public async Task NoNetwork_IsAskedLater()
    {
        using var downloads = new FileDownloads(isDevelopment: false, new Answering(_ => throw new HttpRequestException("away")));

        Assert.IsType<FileDownload.Later>(await downloads.FetchAsync(Url, _into, 100, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PageToSignInOn_IsNoFile() => Assert.IsType<FileDownload.Gone>(
        (await FetchAsync(Url, new HttpResponseMessage { Content = new StringContent("<html>", Encoding.UTF8, "text/html") })).Outcome);

    [Theory]
    [InlineData(100, false, true)]
    [InlineData(101, false, false)]
    [InlineData(100, true, true)]
    [InlineData(101, true, false)]
    public async Task File_OfMoreThanTheMost_IsTooLarge_WhateverItSaysOfItself(int bytes, bool isSilent, bool fits)
    {
        var (outcome, _) = await FetchAsync(Url, new HttpResponseMessage { Content = Bytes(bytes, isSilent) });

        Assert.Equal(fits, outcome is FileDownload.Fetched && _into.Length == 100);
        Assert.Equal(!fits, outcome is FileDownload.TooLarge);
        Assert.InRange(_into.Length, 0, 100);
    }

    [Fact]
    public async Task LongFile_ThatDoesNotSayItsLength_IsWhole()
    {
        const int length = 700_001;
        using var downloads = new FileDownloads(isDevelopment: false, new Answering(_ => new HttpResponseMessage { Content = Bytes(length, isSilent: true) }));

        Assert.IsType<FileDownload.Fetched>(await downloads.FetchAsync(Url, _into, 1_000_000, TestContext.Current.CancellationToken));

        Assert.Equal(length, _into.Length);
        Assert.Equal((byte)(length % 251), _into.ToArray()[^1]);
    }

    [Fact]
    public void DroppedFiles_AreReadOutOfTheMessage_AndWhatLacksAnAddressIsNone()
    {
        var activity = ActivityJson.DeserializeActivity($$$"""
            {"type":"message","attachments":[
              {"contentType":"text/html","content":"<p>her</p>"},
              {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"Budget.xlsx","contentUrl":"https://x","content":{"downloadUrl":"{{{Url}}}","uniqueId":"1","fileType":"xlsx"}},
              {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"Tom.pdf","content":{"downloadUrl":7}},
              {"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"{{{Url}}}"}},
              {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"Tekst.pdf","content":"x"}]}
            """);

        Assert.Equal([new DroppedFile("Budget.xlsx", Url)], DroppedFile.Of(activity));
        Assert.True(DroppedFile.AreIn(activity));
        Assert.Equal(nameof(DroppedFile), DroppedFile.Of(activity)[0].ToString());
    }

    [Theory]
    [InlineData("reference", true)]
    [InlineData("text/html", false)]
    public void FileOfAGroupChat_IsSeen_AndCannotBeFetched(string type, bool isFile)
    {
        var activity = new Activity { Attachments = [new Attachment { ContentType = type, Name = "Budget.xlsx", ContentUrl = Url }] };

        Assert.Equal(isFile, DroppedFile.AreIn(activity));
        Assert.Empty(DroppedFile.Of(activity));
    }

    private async Task<(FileDownload Outcome, List<HttpRequestMessage> Asked)> FetchAsync(string url, HttpResponseMessage answer, bool isDevelopment = false)
    {
        var asked = new List<HttpRequestMessage>();
        using var downloads = new FileDownloads(isDevelopment, new Answering(request =>
        {
            asked.Add(request);
            return answer;
        }));
        return (await downloads.FetchAsync(url, _into, 100, TestContext.Current.CancellationToken), asked);
    }

    private static HttpContent Bytes(int length, bool isSilent)
    {
        var bytes = Enumerable.Range(1, length).Select(number => (byte)(number % 251)).ToArray();
        return isSilent ? new StreamContent(new Unseekable(bytes)) : new ByteArrayContent(bytes);
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
