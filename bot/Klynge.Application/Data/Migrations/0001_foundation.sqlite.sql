-- Forums, meetings, items, apologies, written procedures, minutes, and the machinery beside them.

CREATE TABLE "Audit" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "UseCase" TEXT NOT NULL,
    "ActorId" TEXT NULL,
    "ForumId" TEXT NULL,
    "SubjectId" TEXT NULL,
    "ActivityKey" TEXT NULL,
    "Refusal" TEXT NULL,
    "Changes" TEXT NOT NULL
);

CREATE TABLE "Boards" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Boards" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL
);

CREATE TABLE "Outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Kind" INTEGER NOT NULL,
    "ConversationId" TEXT NULL,
    "PersonId" TEXT NULL,
    "CardKey" TEXT NULL,
    "Payload" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "GivenUpAt" TEXT NULL,
    "Failure" TEXT NULL
);

CREATE TABLE "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NULL,
    "EntraObjectId" TEXT NULL,
    "Title" TEXT NULL,
    "TeamsUserId" TEXT NULL
);

CREATE TABLE "ProcessedActivities" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_ProcessedActivities" PRIMARY KEY,
    "At" TEXT NOT NULL
);

CREATE TABLE "SharedCards" (
    "Key" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "PostedAt" TEXT NOT NULL,
    CONSTRAINT "PK_SharedCards" PRIMARY KEY ("Key", "ConversationId")
);

CREATE TABLE "Forums" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Forums" PRIMARY KEY,
    "BoardId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "AboveId" TEXT NULL,
    "Rules" TEXT NOT NULL,
    "IsClosed" INTEGER NOT NULL,
    CONSTRAINT "FK_Forums_Boards_BoardId" FOREIGN KEY ("BoardId") REFERENCES "Boards" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Forums_Forums_AboveId" FOREIGN KEY ("AboveId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ChannelId" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "BotId" TEXT NOT NULL,
    "ForumId" TEXT NULL,
    "PersonId" TEXT NULL,
    "SeenAt" TEXT NOT NULL,
    "IsGone" INTEGER NOT NULL,
    CONSTRAINT "FK_Conversations_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Conversations_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Meetings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Meetings" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "Start" TEXT NOT NULL,
    "End" TEXT NULL,
    "Place" TEXT NOT NULL,
    "JoinUrl" TEXT NULL,
    "ChairId" TEXT NULL,
    "MinuteTakerId" TEXT NULL,
    "CaseNumber" TEXT NULL,
    "DocumentNumber" TEXT NULL,
    "Status" INTEGER NOT NULL,
    "AgendaSentAt" TEXT NULL,
    "StartedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "CancellationReason" TEXT NULL,
    "TeamsMeetingId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Meetings_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Meetings_People_ChairId" FOREIGN KEY ("ChairId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Meetings_People_MinuteTakerId" FOREIGN KEY ("MinuteTakerId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Members" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Members" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "HasVote" INTEGER NOT NULL,
    "Organisation" TEXT NOT NULL,
    "Sector" TEXT NOT NULL,
    "SubstituteId" TEXT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NULL,
    "Order" INTEGER NOT NULL,
    CONSTRAINT "FK_Members_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Members_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Members_People_SubstituteId" FOREIGN KEY ("SubstituteId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "AgendaItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AgendaItems" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "MeetingId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "ProposedById" TEXT NULL,
    "AnswerReason" TEXT NULL,
    "SlotStart" TEXT NULL,
    "SlotEnd" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "ChangedAt" TEXT NULL,
    "Decision" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "ContinuesId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_AgendaItems_AgendaItems_ContinuesId" FOREIGN KEY ("ContinuesId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaItems_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaItems_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaItems_People_ProposedById" FOREIGN KEY ("ProposedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Minutes" (
    "MeetingId" TEXT NOT NULL CONSTRAINT "PK_Minutes" PRIMARY KEY,
    "Status" INTEGER NOT NULL,
    "DocumentPath" TEXT NULL,
    "DocumentHash" TEXT NULL,
    "DocumentVersion" TEXT NULL,
    "DocumentUrl" TEXT NULL,
    "TextHash" TEXT NULL,
    "StoredAt" TEXT NULL,
    "ApprovedAt" TEXT NULL,
    "ImportedDocument" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Minutes_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Apologies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Apologies" PRIMARY KEY,
    "MeetingId" TEXT NOT NULL,
    "MemberId" TEXT NOT NULL,
    "SubstituteId" TEXT NULL,
    "SubstituteName" TEXT NULL,
    "Reason" TEXT NULL,
    "Source" INTEGER NOT NULL,
    "RegisteredAt" TEXT NOT NULL,
    "WithdrawnAt" TEXT NULL,
    CONSTRAINT "FK_Apologies_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Apologies_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Apologies_People_SubstituteId" FOREIGN KEY ("SubstituteId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Participants" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Participants" PRIMARY KEY,
    "MeetingId" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "MemberId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Organisation" TEXT NULL,
    "Title" TEXT NULL,
    "Role" INTEGER NOT NULL,
    "Apology" INTEGER NOT NULL,
    "Attended" INTEGER NULL,
    "SubstituteName" TEXT NULL,
    "Order" INTEGER NOT NULL,
    CONSTRAINT "FK_Participants_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Participants_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Participants_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "WrittenProcedures" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WrittenProcedures" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "AgendaItemId" TEXT NULL,
    "CreatedById" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Case" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Outcome" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Rules" TEXT NULL,
    "QuorumRule" TEXT NULL,
    "OpenedAt" TEXT NULL,
    "OpenedById" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedById" TEXT NULL,
    "ClosedBecause" INTEGER NULL,
    "WithdrawalReason" TEXT NULL,
    "ConfirmedAt" TEXT NULL,
    "ConfirmedById" TEXT NULL,
    "ChairNote" TEXT NULL,
    "FollowUpItemId" TEXT NULL,
    CONSTRAINT "FK_WrittenProcedures_AgendaItems_AgendaItemId" FOREIGN KEY ("AgendaItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WrittenProcedures_AgendaItems_FollowUpItemId" FOREIGN KEY ("FollowUpItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WrittenProcedures_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CaseVersions" (
    "ProcedureId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Case" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "FrozenAt" TEXT NOT NULL,
    "FrozenById" TEXT NOT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "PK_CaseVersions" PRIMARY KEY ("ProcedureId", "Version"),
    CONSTRAINT "FK_CaseVersions_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ProcedureReminders" (
    "ProcedureId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "DueAt" TEXT NOT NULL,
    "SentAt" TEXT NOT NULL,
    CONSTRAINT "PK_ProcedureReminders" PRIMARY KEY ("ProcedureId", "Version", "DueAt"),
    CONSTRAINT "FK_ProcedureReminders_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ProcedureDocuments" (
    "ProcedureId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Path" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "StoredAt" TEXT NOT NULL,
    "IsConfirmed" INTEGER NOT NULL,
    CONSTRAINT "PK_ProcedureDocuments" PRIMARY KEY ("ProcedureId", "Kind"),
    CONSTRAINT "FK_ProcedureDocuments_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Consultations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consultations" PRIMARY KEY,
    "ProcedureId" TEXT NOT NULL,
    "ForumId" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "AskedById" TEXT NOT NULL,
    CONSTRAINT "FK_Consultations_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consultations_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ConsultationRemarks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ConsultationRemarks" PRIMARY KEY,
    "ConsultationId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Organisation" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_ConsultationRemarks_Consultations_ConsultationId" FOREIGN KEY ("ConsultationId") REFERENCES "Consultations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RollEntries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RollEntries" PRIMARY KEY,
    "ProcedureId" TEXT NOT NULL,
    "MemberId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Organisation" TEXT NOT NULL,
    "Sector" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "VoterId" TEXT NOT NULL,
    "SubstituteName" TEXT NULL,
    "GivenUpAt" TEXT NULL,
    "Answer" INTEGER NULL,
    "Remarks" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "AnsweredById" TEXT NULL,
    "Source" INTEGER NULL,
    "RecordedById" TEXT NULL,
    CONSTRAINT "FK_RollEntries_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RollEntries_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RollEntries_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Votes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Votes" PRIMARY KEY,
    "ProcedureId" TEXT NOT NULL,
    "RollEntryId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Answer" INTEGER NOT NULL,
    "Remarks" TEXT NULL,
    "CastById" TEXT NOT NULL,
    "CastAt" TEXT NOT NULL,
    "Source" INTEGER NOT NULL,
    "RecordedById" TEXT NULL,
    CONSTRAINT "FK_Votes_RollEntries_RollEntryId" FOREIGN KEY ("RollEntryId") REFERENCES "RollEntries" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AgendaItems_ContinuesId" ON "AgendaItems" ("ContinuesId");
CREATE INDEX "IX_AgendaItems_ForumId" ON "AgendaItems" ("ForumId");
CREATE INDEX "IX_AgendaItems_MeetingId_Number" ON "AgendaItems" ("MeetingId", "Number");
CREATE INDEX "IX_AgendaItems_ProposedById" ON "AgendaItems" ("ProposedById");
CREATE UNIQUE INDEX "IX_Apologies_MeetingId_MemberId" ON "Apologies" ("MeetingId", "MemberId") WHERE "WithdrawnAt" IS NULL;
CREATE INDEX "IX_Apologies_MemberId" ON "Apologies" ("MemberId");
CREATE INDEX "IX_Apologies_SubstituteId" ON "Apologies" ("SubstituteId");
CREATE INDEX "IX_Audit_ForumId_Sequence" ON "Audit" ("ForumId", "Sequence");
CREATE INDEX "IX_Audit_SubjectId_Sequence" ON "Audit" ("SubjectId", "Sequence") WHERE "SubjectId" IS NOT NULL;
CREATE INDEX "IX_ConsultationRemarks_ConsultationId" ON "ConsultationRemarks" ("ConsultationId");
CREATE INDEX "IX_Consultations_ForumId" ON "Consultations" ("ForumId");
CREATE UNIQUE INDEX "IX_Consultations_ProcedureId_ForumId" ON "Consultations" ("ProcedureId", "ForumId");
CREATE INDEX "IX_Conversations_ForumId" ON "Conversations" ("ForumId");
CREATE INDEX "IX_Conversations_PersonId" ON "Conversations" ("PersonId");
CREATE INDEX "IX_Forums_AboveId" ON "Forums" ("AboveId");
CREATE INDEX "IX_Forums_BoardId" ON "Forums" ("BoardId");
CREATE UNIQUE INDEX "IX_Forums_Key" ON "Forums" ("Key");
CREATE INDEX "IX_Meetings_ChairId" ON "Meetings" ("ChairId");
CREATE INDEX "IX_Meetings_ForumId_Date" ON "Meetings" ("ForumId", "Date");
CREATE INDEX "IX_Meetings_MinuteTakerId" ON "Meetings" ("MinuteTakerId");
CREATE INDEX "IX_Meetings_TeamsMeetingId" ON "Meetings" ("TeamsMeetingId");
CREATE INDEX "IX_Members_ForumId_PersonId" ON "Members" ("ForumId", "PersonId");
CREATE INDEX "IX_Members_PersonId" ON "Members" ("PersonId");
CREATE INDEX "IX_Members_SubstituteId" ON "Members" ("SubstituteId");
CREATE UNIQUE INDEX "IX_Outbox_CardKey_ConversationId" ON "Outbox" ("CardKey", "ConversationId") WHERE "CardKey" IS NOT NULL AND "SentAt" IS NULL AND "GivenUpAt" IS NULL;
CREATE INDEX "IX_Outbox_DueAt" ON "Outbox" ("DueAt") WHERE "SentAt" IS NULL AND "GivenUpAt" IS NULL;
CREATE INDEX "IX_Participants_MeetingId" ON "Participants" ("MeetingId");
CREATE INDEX "IX_Participants_MemberId" ON "Participants" ("MemberId");
CREATE INDEX "IX_Participants_PersonId" ON "Participants" ("PersonId");
CREATE UNIQUE INDEX "IX_People_Email" ON "People" ("Email");
CREATE UNIQUE INDEX "IX_People_EntraObjectId" ON "People" ("EntraObjectId");
CREATE UNIQUE INDEX "IX_People_Key" ON "People" ("Key");
CREATE INDEX "IX_ProcessedActivities_At" ON "ProcessedActivities" ("At");
CREATE INDEX "IX_RollEntries_MemberId" ON "RollEntries" ("MemberId");
CREATE INDEX "IX_RollEntries_Missing" ON "RollEntries" ("ProcedureId") WHERE "Answer" IS NULL;
CREATE INDEX "IX_RollEntries_PersonId" ON "RollEntries" ("PersonId");
CREATE INDEX "IX_RollEntries_VoterId_ProcedureId" ON "RollEntries" ("VoterId", "ProcedureId");
CREATE UNIQUE INDEX "IX_RollEntries_ProcedureId_MemberId" ON "RollEntries" ("ProcedureId", "MemberId");
CREATE UNIQUE INDEX "IX_RollEntries_ProcedureId_VoterId" ON "RollEntries" ("ProcedureId", "VoterId");
CREATE INDEX "IX_Votes_ProcedureId_CastAt" ON "Votes" ("ProcedureId", "CastAt");
CREATE INDEX "IX_Votes_RollEntryId" ON "Votes" ("RollEntryId");
CREATE INDEX "IX_WrittenProcedures_AgendaItemId" ON "WrittenProcedures" ("AgendaItemId");
CREATE INDEX "IX_WrittenProcedures_FollowUpItemId" ON "WrittenProcedures" ("FollowUpItemId");
CREATE INDEX "IX_WrittenProcedures_ForumId_Status" ON "WrittenProcedures" ("ForumId", "Status");
CREATE INDEX "IX_WrittenProcedures_Status_Deadline" ON "WrittenProcedures" ("Status", "Deadline");

-- The audit log is append-only: whoever has the file can still alter it by hand, but no code path of ours can.
CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
CREATE TRIGGER "Audit_NoDelete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
CREATE TRIGGER "CaseVersions_NoUpdate" BEFORE UPDATE ON "CaseVersions" BEGIN SELECT RAISE(ABORT, 'What the voters were shown stays as it was.'); END;
CREATE TRIGGER "CaseVersions_NoDelete" BEFORE DELETE ON "CaseVersions" BEGIN SELECT RAISE(ABORT, 'What the voters were shown stays as it was.'); END;
CREATE TRIGGER "Votes_NoUpdate" BEFORE UPDATE ON "Votes" BEGIN SELECT RAISE(ABORT, 'An answer that was given stays on record.'); END;
CREATE TRIGGER "Votes_NoDelete" BEFORE DELETE ON "Votes" BEGIN SELECT RAISE(ABORT, 'An answer that was given stays on record.'); END;

-- Words are folded before they come here (lower case, å as aa, ø as oe, æ as ae), so the tokenizer leaves the letters alone.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("ItemId" UNINDEXED, "Title", "Body", tokenize = "unicode61 remove_diacritics 0");
