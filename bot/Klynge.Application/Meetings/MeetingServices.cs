using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Teams.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Meetings;

public static class MeetingServices
{
    /// <summary>Adds meetings: use cases, chat and the events of Teams.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<MeetingLookup>()
            .AddSingleton<ScheduleMeeting>()
            .AddSingleton<UndoMeeting>()
            .AddSingleton<MoveMeeting>()
            .AddSingleton<CancelMeeting>()
            .AddSingleton<DescribeMeeting>()
            .AddSingleton<BeginMeeting>()
            .AddSingleton<FinishMeeting>()
            .AddSingleton<ReopenMeeting>()
            .AddSingleton<RecordRollCall>()
            .AddSingleton<IPeopleList, ParticipantList>()
            .AddSingleton<MeetingEvents>()
            .AddSingleton<IActivityModule>(provider => provider.GetRequiredService<MeetingEvents>())
            .AddSingleton<IChatFeature, MeetingChat>()
            .AddSingleton<IChatFeature, MeetingChangeChat>()
            .AddSingleton<IChatFeature, RollCallChat>();
}
