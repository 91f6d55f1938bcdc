using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Agendas;

public static class AgendaServices
{
    /// <summary>
    /// Adds agendas, items and decisions: use cases, chat and the shared card. Needs <see cref="Meetings.MeetingServices"/> too.
    /// </summary>
    public static IServiceCollection AddAgendas(this IServiceCollection services) =>
        services
            .AddSingleton<AddItem>()
            .AddSingleton<EditItem>()
            .AddSingleton<MoveItem>()
            .AddSingleton<RemoveItem>()
            .AddSingleton<RestoreItem>()
            .AddSingleton<AcceptProposal>()
            .AddSingleton<DeclineProposal>()
            .AddSingleton<SendAgenda>()
            .AddSingleton<RecordDecision>()
            .AddSingleton<UndoDecision>()
            .AddSingleton<PostponeItem>()
            .AddSingleton<ISharedCardSource, AgendaCards>()
            .AddSingleton<ISharedCardSource, DecisionCards>()
            .AddSingleton<IChatFeature, AgendaChat>()
            .AddSingleton<IChatFeature, ItemChat>()
            .AddSingleton<IChatFeature, ItemEditChat>()
            .AddSingleton<IChatFeature, ProposalChat>()
            .AddSingleton<IChatFeature, SendAgendaChat>()
            .AddSingleton<IChatFeature, DecisionChat>();
}
