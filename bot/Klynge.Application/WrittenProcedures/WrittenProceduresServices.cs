using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Messaging;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.WrittenProcedures;

public static class WrittenProceduresServices
{
    public static IServiceCollection AddWrittenProcedures(this IServiceCollection services) =>
        services
            .AddSingleton<FrozenCases>()
            .AddSingleton<ProcedureReader>()
            .AddSingleton<SaveProcedureDraft>()
            .AddSingleton<AttachmentSources>()
            .AddSingleton<AttachmentFreezer>()
            .AddSingleton<ProcedurePreview>()
            .AddSingleton<OpenWrittenProcedure>()
            .AddSingleton<PlanOpening>()
            .AddSingleton<CallOffOpening>()
            .AddSingleton<OpenPlannedProcedures>()
            .AddSingleton<CastVote>()
            .AddSingleton<CloseWrittenProcedure>()
            .AddSingleton<WithdrawWrittenProcedure>()
            .AddSingleton<CloseDueProcedures>()
            .AddSingleton<GiveUpSeat>()
            .AddSingleton<RecordVote>()
            .AddSingleton<AmendWrittenProcedure>()
            .AddSingleton<ConfirmResult>()
            .AddSingleton<SendProcedureReminders>()
            .AddSingleton<RemindNow>()
            .AddSingleton<TellOfLeavers>()
            .AddSingleton<NameRollsApart>()
            .AddSingleton<EndConsultations>()
            .AddSingleton<PlaceFollowUps>()
            .AddSingleton<NoteOpenCopy>()
            .AddSingleton<FindClosedDocuments>()
            .AddSingleton<MoveClosedDocuments>()
            .AddSingleton<PublishProcedureDocuments>()
            .AddSingleton<StoreProcedureDocuments>()
            .AddSingleton<BuildEvidence>()
            .AddSingleton<StoreEvidence>()
            .AddSingleton<ProcedureLinks>()
            .AddProcedureJobs()
            .AddSingleton<ConsultForum>()
            .AddSingleton<GiveRemarks>()
            .AddSingleton<ConsultationChat>()
            .AddSingleton<DraftChat>()
            .AddSingleton<PlanChat>()
            .AddSingleton<SeatChat>()
            .AddSingleton<AmendChat>()
            .AddSingleton<VotingChat>()
            .AddSingleton<ClosingChat>()
            .AddSingleton<IPeopleList, RollList>()
            .AddSingleton<ISharedCardSource, ProcedureCardSource>()
            .AddSingleton<IChatFeature, WrittenProcedureChat>();
}
