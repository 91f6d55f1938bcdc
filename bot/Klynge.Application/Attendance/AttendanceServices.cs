using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Attendance;

internal static class AttendanceServices
{
    internal static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddSingleton<RegisterApology>()
        .AddSingleton<WithdrawApology>()
        .AddSingleton<AnswerAsSubstitute>()
        .AddSingleton<ApologyLookup>()
        .AddSingleton<RecordItemAttendance>()
        .AddSingleton<CallInItemSubstitute>()
        .AddSingleton<IChatFeature, ItemAttendanceChat>()
        .AddSingleton<IChatFeature, ApologyChat>()
        .AddSingleton<IChatFeature, AttendanceChat>();
}
