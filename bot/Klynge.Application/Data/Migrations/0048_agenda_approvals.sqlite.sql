-- Whom the secretariat asked to approve an agenda before it goes out, and what they answered.
CREATE TABLE "AgendaApprovals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AgendaApprovals" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "MeetingId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "AskedById" TEXT NOT NULL,
    "AskedAbout" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RemindedAt" TEXT NULL,
    "Answer" INTEGER NULL,
    "AnsweredAt" TEXT NULL,
    "RecordedById" TEXT NULL,
    "Remark" TEXT NULL,
    "Approved" TEXT NULL,
    CONSTRAINT "FK_AgendaApprovals_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_AskedById" FOREIGN KEY ("AskedById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_RecordedById" FOREIGN KEY ("RecordedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_AgendaApprovals_MeetingId_PersonId" ON "AgendaApprovals" ("MeetingId", "PersonId");
CREATE INDEX "IX_AgendaApprovals_ForumId" ON "AgendaApprovals" ("ForumId");
CREATE INDEX "IX_AgendaApprovals_PersonId" ON "AgendaApprovals" ("PersonId");
CREATE INDEX "IX_AgendaApprovals_AskedById" ON "AgendaApprovals" ("AskedById");
CREATE INDEX "IX_AgendaApprovals_RecordedById" ON "AgendaApprovals" ("RecordedById");
