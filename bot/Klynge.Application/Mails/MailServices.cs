using Klynge.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.Application.Mails;

public static class MailServices
{
    /// <summary>No mail, unless the host has registered a mailer.</summary>
    public static IServiceCollection AddMails(this IServiceCollection services)
    {
        services.TryAddSingleton<IMailer, NoMailer>();
        return services;
    }
}
