using Klynge.Application.Chat;
using Klynge.Application.Jobs;
using Klynge.Application.Minutes.Uploads;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Minutes;

public static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<MinutesWord>()
        .AddSingleton<UploadNotices>()
        .AddSingleton<UploadQueue>()
        .AddSingleton<Uploader>()
        .AddSingleton<StoreUploads>()
        .AddSingleton<WriteMinutes>()
        .AddSingleton<PublishMinutes>()
        .AddSingleton<ApproveMinutes>()
        .AddSingleton<ShowMinutes>()
        .AddSingleton<ImportMeeting>()
        .AddJob<StoreUploads>(
            new("store-minutes", JobGroup.Documents, JobSchedule.Every(Duration.FromSeconds(30)), Duration.FromHours(1)),
            (uploads, token) => uploads.HandleAsync(token))
        .AddSingleton<IChatFeature, MinutesChat>();
}
