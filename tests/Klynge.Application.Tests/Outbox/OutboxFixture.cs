using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Teams.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Moq;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>One process that sends: its own writer and sender on a shared database, and the channel at the end of its wire.</summary>
internal sealed class OutboxFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Writer _writer;

    internal OutboxFixture(TestBoard board, HttpMessageHandler channel, IMailer? mailer = null, TimeProvider? time = null, Uri? workspace = null)
    {
        _writer = new Writer(board.Contexts, board.Clock);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new Development())
            .AddSingleton(board.Contexts)
            .AddSingleton(_writer)
            .AddSingleton<IClock>(board.Clock)
            .AddSingleton(time ?? new TimeWithoutPauses())
            .AddSingleton<ISharedCardSource, NoticeSource>()
            .AddSingleton(new ApplicationSettings(string.Empty, string.Empty, new Uri("http://localhost")) { Workspace = workspace })
            .AddSingleton<WorkspaceLinks>()
            .AddSingleton<SharedCards>()
            .AddSingleton(mailer ?? Mock.Of<IMailer>())
            .AddSingleton<OutboxDelivery>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<OutboxSender>();
        services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = channel));
        _services = services.BuildServiceProvider();
        Sender = _services.GetRequiredService<OutboxSender>();
    }

    internal OutboxSender Sender { get; }

    /// <summary>Until nothing is left to do now.</summary>
    internal async Task DrainAllAsync(CancellationToken cancellationToken)
    {
        while (await Sender.DrainAsync(cancellationToken) > 0)
        {
        }
    }

    internal static Conversation Chat(TestBoard board, string id, Domain.Forums.PersonId? person = null) => new()
    {
        Id = id,
        Kind = person is null ? ConversationKind.Group : ConversationKind.Personal,
        PersonId = person,
        ServiceUrl = "http://127.0.0.1:9/teams",
        ChannelId = "msteams",
        BotId = "28:bot",
        SeenAt = board.Clock.GetCurrentInstant(),
    };

    internal static OutboxMessage Post(TestBoard board, string chat, string text) => Message(board, $$"""{"Text":"{{text}}"}""", person: null, chat);

    internal static OutboxMessage Message(TestBoard board, string payload, Domain.Forums.PersonId? person, string? conversation) => new()
    {
        Kind = person is null ? OutboxKind.Post : OutboxKind.Notify,
        ConversationId = conversation,
        PersonId = person,
        Payload = payload,
        CreatedAt = board.Clock.GetCurrentInstant(),
        DueAt = board.Clock.GetCurrentInstant(),
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _writer.DisposeAsync();
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
